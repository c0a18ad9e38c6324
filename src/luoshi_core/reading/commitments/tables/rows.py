"""The rows of a task table: which say what is to be done, and which cells belong to each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from luoshi_core.reading.commitments.chinese.scoring import names_marks
from luoshi_core.reading.commitments.tables.allocation import dealt_out
from luoshi_core.reading.commitments.tables.head import Head, HeadColumn, find_head, is_head_row
from luoshi_core.reading.commitments.tables.roles import Role, role_of
from luoshi_core.reading.commitments.tables.turned import turned
from luoshi_core.reading.passages import Grid, GridCell

_TOTAL = re.compile(
    r"^\s*(?:合\s*计|小\s*计|总\s*计|共\s*计|累\s*计|总\s*数|(?:sub|grand )?total)\s*[:：]?\s*$", re.IGNORECASE
)
_NOTE = re.compile(
    r"^\s*[*※]?(?:备?\s*注|说\s*明|填表说明|注释|数据来源|notes?|source)\s*\d?\s*[:：.]|^\s*(?:填报|制表|审核|单位|联系)\S{0,6}[:：]",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\s*(?:(第[一二三四五六七八九十百\d]+[编章节部分项类])|([一二三四五六七八九十]+)[、.．]|([（(][一二三四五六七八九十]+[)）])"
    r"|(\d{1,2}(?:\.\d{1,2})*)[、.．]|([（(]\d{1,2}[)）])|((?:Goal|Objective|Priority|Theme|Section|Part|Strategy)\s+\d+))",
    re.IGNORECASE,
)
_SAME = frozenset({"同上", "〃", "″", '"', "ditto", "”", "“"})
_BLANKS = frozenset(["", *"-—–−－―/／\…无", "——", "--", "n/a", "N/A", "None"])
_CARRIED = (Role.NUMBER, Role.TASK, Role.LEAD, Role.BODY, Role.PARTNERS, Role.LEADER, Role.DUE, Role.FREQUENCY)

_BINDING = (Role.LEAD, Role.BODY, Role.PARTNERS, Role.LEADER, Role.DUE, Role.GOAL, Role.FREQUENCY)


@dataclass(frozen=True, slots=True)
class Entry:
    """A task of the table with the cells of the rows that it covers, by role."""

    head: Head
    labels: tuple[str, ...]
    cells: dict[int, GridCell]
    below: tuple[dict[int, GridCell], ...] = ()

    @property
    def content(self) -> list[int]:
        """The identity of the cells that say what is to be done or reached."""
        cells = self.cells
        return [id(cells[column.index]) for column in self.head.content if column.index in cells]

    def with_row(self, entry: Entry) -> Entry:
        """This entry with the cells of a further row that its content covers."""
        return replace(self, below=(*self.below, entry.cells))

    def of(self, *roles: Role) -> list[tuple[HeadColumn, GridCell]]:
        """The columns of these roles whose cell is not blank, role by role, row by row."""
        found = []
        for column in self.head.of(*roles):
            cell = self.cells.get(column.index)
            if cell is not None:
                found.append((column, cell))
            for cells in self.below:
                lower = cells.get(column.index)
                if lower is not None and lower is not cell:
                    found.append((column, lower))
                    cell = lower
        return found

    def first(self, *roles: Role) -> GridCell | None:
        """The first cell of these roles that is not blank."""
        return next((cell for _, cell in self.of(*roles)), None)


def entries_of(grid: Grid, first: int, after: int, year: int | None, *, deals_out: bool = False) -> Iterator[Entry]:
    """The tasks of the rows ``first <= r < after`` in reading order; rows under the same content cells are one.

    ``deals_out`` says that the table may hold nothing but bodies and their figures.
    """
    head = find_head(grid, first, after, year) or (find_head(grid, 0, first, year) if first else None)
    if head is None and (first, after) == (0, grid.rows):
        other = turned(grid) or (dealt_out(grid) if deals_out else None)
        if other is not None:
            grid, after = other, other.rows
            head = find_head(grid, 0, 1, year)
    if head is None or _gives_marks(head):
        return
    rows = _Rows(grid, head, year)
    waiting: Entry | None = None
    for row in range(max(first, head.after), after):
        entry = rows.read(row, after)
        if entry is None:
            continue
        if waiting is not None and entry.content == waiting.content and entry.content:
            waiting = waiting.with_row(entry)
            continue
        if waiting is not None:
            yield waiting
        waiting = entry
    if waiting is not None:
        yield waiting


def _gives_marks(head: Head) -> bool:
    """Whether a table says how work is marked: a column of marks, and none for who, by when or how much."""
    marked = [column for column in head.columns if names_marks(column.words)]
    return bool(marked) and not any(
        column.role in _BINDING and column not in marked and "考核" not in column.words for column in head.columns
    )


class _Rows:
    """Walks down a table and remembers what the rows above have said."""

    def __init__(self, grid: Grid, head: Head, year: int | None) -> None:
        self.grid = grid
        self.head = head
        self.year = year
        self.labels: tuple[str, ...] = ()
        self.above: dict[int, GridCell] = {}
        self.skip_to = 0
        self.in_notes = False

    def read(self, row: int, after: int) -> Entry | None:
        """The task of a row, or None where it is a head, heading, total, note, blank or part of the task above."""
        cells = self.grid.row(row)
        if row < self.skip_to or self._is_head(row, cells, after):
            return None
        filled = {index: cell for index, cell in cells.items() if cell.text.text not in _BLANKS}
        if not filled or self._stands_alone(filled) or self._is_total(filled):
            return None
        return self._entry(filled)

    def _is_head(self, row: int, cells: dict[int, GridCell], after: int) -> bool:
        first = cells.get(self.head.columns[0].index)
        if first is None or first.text.text[:1].isdigit() or role_of(first.text.text) is None:
            return False
        if is_head_row(self.grid, row, self.head):
            self.skip_to = row + self.head.after - self.head.first
            return True
        other = find_head(self.grid, row, row + 1, self.year)
        if other is None:
            return False
        self.head = find_head(self.grid, row, after, self.year) or other
        self.skip_to, self.above = self.head.after, {}
        return True

    def _stands_alone(self, filled: dict[int, GridCell]) -> bool:
        """A row of one cell: a heading, a title, a note; a heading changes the labels."""
        cells = list({id(cell): cell for cell in filled.values()}.values())
        if len(cells) > 1:
            if _NOTE.match(cells[0].text.text):
                self.in_notes = True
            return self.in_notes
        words = cells[0].text.text
        wide = 2 * cells[0].column_span > self.grid.columns
        if cells[0].row_span > 1 or not (wide or min(filled) == self.head.columns[0].index):
            return False
        self.in_notes = self.in_notes or bool(_NOTE.match(words))
        if not self.in_notes and not _TOTAL.match(words):
            self.labels = _under(self.labels, words)
            self.above = {}
        return True

    @staticmethod
    def _is_total(filled: dict[int, GridCell]) -> bool:
        return any(_TOTAL.match(filled[index].text.text) for index in sorted(filled)[:3])

    def _entry(self, filled: dict[int, GridCell]) -> Entry:
        self._carry(filled)
        self.above = filled
        return Entry(self.head, self.labels, filled)

    def _carry(self, filled: dict[int, GridCell]) -> None:
        """A row without its own number goes on with the one above; 同上 repeats the cell above."""
        number = next((c.index for c in self.head.columns if c.role is Role.NUMBER), None)
        goes_on = number is not None and number not in filled and bool(self.above)
        for column in self.head.columns:
            cell = filled.get(column.index)
            same = cell is not None and cell.text.text in _SAME
            if same or (goes_on and cell is None and column.role in _CARRIED):
                filled.pop(column.index, None)
                if column.index in self.above:
                    filled[column.index] = self.above[column.index]


def _under(labels: tuple[str, ...], words: str) -> tuple[str, ...]:
    """The labels that lead to what stands under a heading row."""
    label, level = _label_of(words)
    kept = tuple(known for known in labels if _label_of(known + "、")[1] < level)
    return (*kept, label)


def _label_of(words: str) -> tuple[str, int]:
    match = _LABEL.match(words)
    if match is None:
        return words.rstrip("：:。、"), 1
    level = next(k for k, group in enumerate(match.groups()) if group is not None)
    return match[level + 1], (1, 1, 2, 3, 4, 1)[level]
