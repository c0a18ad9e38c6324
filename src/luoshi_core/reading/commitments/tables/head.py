"""The head of a table: which rows it takes and what each column holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from luoshi_core.reading.commitments.tables.roles import CONTENT, Role, head_words, role_of
from luoshi_core.reading.passages import Grid, GridCell

_DEEPEST = 3
_SEARCHED = 12
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)(?:年度?|末|底)*")
_PERIOD = re.compile(
    r"^(?:20\d\d年?(?:度|末|底)?)?(?:第?[一二三四1-4]季度|[上下]半年|(?:\d{1,2}月?[-—–~～至到])?\d{1,2}月份?(?:底|末)?|Q[1-4]|20\d\d(?:年度?|[-/]\d\d)?(?:末|底)?)",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"(?!20\d\d|Q[1-4]$)(?:[A-Z]{0,3}[-.]?\d{1,3}(?:\.\d{1,3}){0,3}|[（(]\d{1,3}[)）])[.、．]?$")
_MEASURED = re.compile(r"^(?:[%％‰]|[\w/·㎡³²()（）%]{1,6})$")
_BODY_CELL = re.compile(r"[局委办厅院校站所队部会镇乡街区县市司]$|政府|中心$")


@dataclass(frozen=True, slots=True)
class HeadColumn:
    """A column: its role, its head words from the highest row to the lowest, the lowest head cell.

    ``period`` is the part of the head that names a year, quarter or month ("2027年"), else "".
    """

    index: int
    role: Role | None
    words: str
    cell: GridCell
    period: str = ""


@dataclass(frozen=True)
class Head:
    """The rows ``first <= r < after`` of a table and the columns that they name."""

    first: int
    after: int
    columns: tuple[HeadColumn, ...]

    @cached_property
    def _by_role(self) -> dict[Role | None, list[HeadColumn]]:
        roles: dict[Role | None, list[HeadColumn]] = {}
        for column in self.columns:
            roles.setdefault(column.role, []).append(column)
        return roles

    @cached_property
    def content(self) -> list[HeadColumn]:
        """The columns that say what is to be done or reached."""
        return [column for column in self.columns if column.role in CONTENT]

    def of(self, *roles: Role) -> list[HeadColumn]:
        """The columns of these roles, role by role, from left to right."""
        return [column for role in roles for column in self._by_role.get(role, ())]


def find_head(grid: Grid, first: int, after: int, year: int | None) -> Head | None:
    """The head that begins in the first rows ``first <= r < after``, or None: then no row holds a task.

    ``year`` is the year that the document plans for: a bare year before it heads base values.
    """
    for row in range(first, min(after, first + _SEARCHED)):
        if _names_columns(grid, row):
            head = _settled(grid, _columns(grid, row, _depth(grid, row, after), year))
            return head if _is_task_table(head) else None
    return None


def is_head_row(grid: Grid, row: int, head: Head) -> bool:
    """Whether a row prints the head once more."""
    cells = grid.row(row)
    column = head.columns[0]
    cell = cells.get(column.index)
    if cell is None or cell.text.text != column.cell.text.text or len(head.columns) < 2:
        return False
    return all((c := cells.get(k.index)) is not None and _same(c, k.cell) for k in head.columns if k.words)


def _same(one: GridCell, other: GridCell) -> bool:
    return one is other or head_words(one.text.text) == head_words(other.text.text) or one.column_span > 1


def _cells(grid: Grid, row: int) -> Iterator[GridCell]:
    seen: set[int] = set()
    for _, cell in sorted(grid.row(row).items()):
        if cell.column not in seen:
            seen.add(cell.column)
            yield cell


def _names_columns(grid: Grid, row: int) -> bool:
    words = [cell.text.text for cell in _cells(grid, row) if cell.text]
    if words and _SERIAL.match(words[0].strip()):
        return False
    roles = [role for role in map(role_of, words) if role is not None]
    years = sum(bool(_PERIOD.match(head_words(w))) for w in words)
    return len(roles) >= 2 and 2 * (len(roles) + years) >= len(words) and _one_line(words)


def _one_line(words: list[str]) -> bool:
    return not any(mark in word for word in words for mark in "。；;")


def _depth(grid: Grid, row: int, after: int) -> int:
    """How many rows the head takes: merged cells and the sub-heads under a wide cell."""
    last = row + 1
    for cell in _cells(grid, row):
        last = max(last, min(cell.row + cell.row_span, row + _DEEPEST))
    while last < min(after, row + _DEEPEST) and _is_sub_head(grid, row, last):
        last += 1
    return last


def _is_sub_head(grid: Grid, row: int, lower: int) -> bool:
    wide = {
        k
        for cell in _cells(grid, row)
        if cell.column_span > 1
        for k in range(cell.column, cell.column + cell.column_span)
    }
    here = [cell for cell in _cells(grid, lower) if cell.text and cell.row >= lower]
    if not wide or not here or any(cell.column not in wide for cell in here):
        return False
    return all(role_of(c.text.text) or _PERIOD.match(head_words(c.text.text)) for c in here)


def _columns(grid: Grid, row: int, after: int, year: int | None) -> Head:
    columns = []
    for index in range(grid.columns):
        stack = [cell for r in range(row, after) if (cell := grid.at(r, index)) is not None and cell.text]
        stack = [cell for k, cell in enumerate(stack) if k == 0 or cell is not stack[k - 1]]
        if stack:
            columns.append(_column(index, stack, year))
    return Head(row, after, tuple(columns))


def _column(index: int, stack: list[GridCell], year: int | None) -> HeadColumn:
    words = [head_words(cell.text.text) for cell in stack]
    role = next((role for role in map(role_of, reversed(words)) if role is not None), None)
    period = next((m[0] for w in reversed(words) if (m := _PERIOD.match(w) or _YEAR.search(w))), "")
    if period and role in (None, Role.GOAL, Role.TASK, Role.DUE):
        role = _role_of_period(period, role, year)
    return HeadColumn(index, role, "/".join(words), stack[-1], period)


def _role_of_period(period: str, role: Role | None, year: int | None) -> Role | None:
    named = _YEAR.search(period)
    if role is None and named and year is not None and int(named[1]) < year:
        return Role.BASE
    return role or (Role.GOAL if named or year is not None else None)


def _settled(grid: Grid, head: Head) -> Head:
    """Settle the words that mean two things by what else stands in the head."""
    roles = {column.role for column in head.columns}
    columns = [_settle_unit(grid, head, column, roles) for column in head.columns]
    roles = {column.role for column in columns}
    has_task = bool(roles & {Role.TASK, Role.DETAIL})
    if has_task and Role.INDICATOR in roles and Role.GOAL not in roles:
        columns = [_as(column, Role.INDICATOR, Role.GOAL) for column in columns]
    if not has_task and Role.INDICATOR not in roles:
        columns = _first_goal_is_the_measure(columns)
    return replace(head, columns=tuple(columns))


def _as(column: HeadColumn, old: Role, new: Role) -> HeadColumn:
    return replace(column, role=new) if column.role is old else column


def _settle_unit(grid: Grid, head: Head, column: HeadColumn, roles: set[Role | None]) -> HeadColumn:
    """单位 is a unit of measure beside an indicator, else the body."""
    if column.role is not Role.UNIT or Role.INDICATOR in roles:
        return column
    cells = (grid.at(row, column.index) for row in range(head.after, min(head.after + 6, grid.rows)))
    words = [cell.text.text for cell in cells if cell is not None and cell.text]
    measured = all(_MEASURED.match(w) and not _BODY_CELL.search(w) for w in words)
    return column if measured and words else replace(column, role=Role.BODY)


def _first_goal_is_the_measure(columns: list[HeadColumn]) -> list[HeadColumn]:
    goals = [k for k, column in enumerate(columns) if column.role is Role.GOAL and not column.period]
    if len(goals) == 1 and sum(column.role is Role.GOAL for column in columns) == 1:
        return [_as(column, Role.GOAL, Role.TASK) for column in columns]
    if goals:
        columns[goals[0]] = replace(columns[goals[0]], role=Role.INDICATOR)
    return columns


def _is_task_table(head: Head) -> bool:
    """A head without a task, or with an indicator and no goal, heads statistics."""
    roles = {column.role for column in head.columns}
    if not roles & CONTENT or len(roles - {None}) < 2:
        return False
    return bool(roles & {Role.TASK, Role.DETAIL}) or {Role.INDICATOR, Role.GOAL} <= roles
