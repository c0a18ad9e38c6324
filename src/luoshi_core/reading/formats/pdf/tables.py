"""Ruled tables on a PDF page: cells from the drawn lines, words into the cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from luoshi_core.reading.formats.composer import DraftCell
from luoshi_core.reading.formats.pdf.lines import TextLine
from luoshi_core.reading.formats.pdf.rules import Rule
from luoshi_core.reading.formats.pdf.text import PageText

_TOUCH = 3.0
_OPEN_SIDE = 8.0
_MOST_RULES = 400
_PADDING = 8.0
_STARTS = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]|[①-⑳●•■◆]")
_ENDS = "。；;！!？?：:"
_WORD = re.compile(r"[0-9A-Za-z,.;:%)]$")


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table with the places of its borders in points; ``page`` counts from 0."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[DraftCell, ...]
    page: int = 0

    @property
    def rows(self) -> int:
        """The number of rows."""
        return max(cell.row + cell.row_span for cell in self.cells)

    @property
    def columns(self) -> int:
        """The number of columns."""
        return len(self.xs) - 1

    def on(self, page: int) -> PageTable:
        """The same table on page number ``page``."""
        return replace(self, page=page)

    def continued_by(self, other: PageTable) -> bool:
        """Whether the other table, at the head of the next page, has the same columns."""
        return len(self.xs) == len(other.xs) and all(
            abs(a - b) <= _TOUCH for a, b in zip(self.xs, other.xs, strict=True)
        )

    def joined(self, other: PageTable) -> PageTable:
        """This table with the rows of the other below it; a header that is printed again is left out."""
        repeated = 0
        while repeated < min(self.rows, other.rows) - 1 and _row(self, repeated) == _row(other, repeated):
            repeated += 1
        shift = self.rows - repeated
        more = (cell._replace(row=cell.row + shift) for cell in other.cells if cell.row >= repeated)
        return replace(self, cells=(*self.cells, *more))


def _row(table: PageTable, at: int) -> list[tuple[int, str]]:
    return [(cell.column, cell.text) for cell in table.cells if cell.row == at]


@dataclass(frozen=True, slots=True)
class _Grid:
    xs: list[float]
    ys: list[float]
    across: list[Rule]
    down: list[Rule]

    def has_border_right(self, row: int, column: int) -> bool:
        """Whether a line is drawn between a cell and the next in its row."""
        return _crosses(self.down, self.xs[column + 1], (self.ys[row] + self.ys[row + 1]) / 2)

    def has_border_below(self, row: int, column: int) -> bool:
        """Whether a line is drawn between a cell and the one below it."""
        return _crosses(self.across, self.ys[row + 1], (self.xs[column] + self.xs[column + 1]) / 2)

    def areas(self) -> list[tuple[int, int, int, int]]:
        """The cells as row, column, number of rows and of columns; all places are covered once."""
        rows, columns = len(self.ys) - 1, len(self.xs) - 1
        taken: set[tuple[int, int]] = set()
        found = []
        for row in range(rows):
            for column in range(columns):
                if (row, column) not in taken:
                    height, width = self._extent(row, column, rows, columns, taken)
                    taken.update((row + i, column + j) for i in range(height) for j in range(width))
                    found.append((row, column, height, width))
        return found

    def _extent(self, row: int, column: int, rows: int, columns: int, taken: set[tuple[int, int]]) -> tuple[int, int]:
        width = 1
        while (
            column + width < columns
            and (row, column + width) not in taken
            and not self.has_border_right(row, column + width - 1)
        ):
            width += 1
        height = 1
        while row + height < rows and not any(
            self.has_border_below(row + height - 1, column + j) for j in range(width)
        ):
            height += 1
        return height, width


def _crosses(rules: list[Rule], at: float, place: float) -> bool:
    return any(abs(rule.at - at) <= _TOUCH and rule.low - _TOUCH <= place <= rule.high + _TOUCH for rule in rules)


def find_tables(
    lines: list[TextLine], rules: tuple[list[Rule], list[Rule]], page: PageText
) -> tuple[list[PageTable], list[TextLine]]:
    """The ruled tables of a page, and the lines that stand in none of them."""
    tables = []
    for grid in _grids(*rules):
        inside = [line for line in lines if _is_inside(line, grid)]
        if inside:
            lines = [line for line in lines if not _is_inside(line, grid)]
            tables.append(PageTable(tuple(grid.xs), tuple(grid.ys), tuple(_filled(grid, inside, page))))
    return tables, lines


def _grids(across: list[Rule], down: list[Rule]) -> Iterator[_Grid]:
    """Groups of lines that meet and part at least two rows and two columns."""
    if len(across) + len(down) > _MOST_RULES:
        return
    for horizontal, vertical in _meeting(across, down):
        ys = _levels(rule.at for rule in horizontal)
        xs = _levels(rule.at for rule in vertical)
        if not xs or len(ys) < 3:
            continue
        left, right = min(rule.low for rule in horizontal), max(rule.high for rule in horizontal)
        xs = [left] * (left < xs[0] - _OPEN_SIDE) + xs + [right] * (right > xs[-1] + _OPEN_SIDE)
        if len(xs) >= 3:
            yield _Grid(xs, ys, horizontal, vertical)


def _meeting(across: list[Rule], down: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    left = set(range(len(down)))
    groups: list[tuple[set[int], set[int]]] = []
    for at, rule in enumerate(across):
        met = {k for k in left if _meet(rule, down[k])}
        touching = [group for group in groups if group[1] & met]
        rows, columns = {at}, met
        for group in touching:
            rows, columns = rows | group[0], columns | group[1]
            groups.remove(group)
        groups.append((rows, columns))
    for rows, columns in groups:
        yield [across[k] for k in sorted(rows)], [down[k] for k in sorted(columns)]


def _meet(across: Rule, down: Rule) -> bool:
    return (
        across.low - _TOUCH <= down.at <= across.high + _TOUCH and down.low - _TOUCH <= across.at <= down.high + _TOUCH
    )


def _levels(places: Iterable[float]) -> list[float]:
    levels: list[float] = []
    for place in sorted(places):
        if not levels or place - levels[-1] > _TOUCH:
            levels.append(place)
    return levels


def _is_inside(line: TextLine, grid: _Grid) -> bool:
    x, y = (line.left + line.right) / 2, (line.top + line.bottom) / 2
    return grid.xs[0] <= x <= grid.xs[-1] and grid.ys[0] <= y <= grid.ys[-1]


def _filled(grid: _Grid, lines: list[TextLine], page: PageText) -> Iterator[DraftCell]:
    areas = grid.areas()
    owner = {(r + i, c + j): at for at, (r, c, h, w) in enumerate(areas) for i in range(h) for j in range(w)}
    words: list[list[TextLine]] = [[] for _ in areas]
    for line in lines:
        row = _place(grid.ys, (line.top + line.bottom) / 2)
        for part in _cut_at_borders(line, row, grid, page):
            words[owner[row, _place(grid.xs, (part.left + part.right) / 2)]].append(page.tidied(part))
    for (row, column, height, width), inside in zip(areas, words, strict=True):
        room = grid.xs[column + width] - grid.xs[column]
        yield DraftCell(cell_text(inside, room), row, column, height, width)


def _place(borders: Sequence[float], at: float) -> int:
    return min(max(bisect_right(borders, at) - 1, 0), len(borders) - 2)


def _cut_at_borders(line: TextLine, row: int, grid: _Grid, page: PageText) -> list[TextLine]:
    borders = [
        x
        for column, x in enumerate(grid.xs[1:-1])
        if line.left + 1 < x < line.right - 1 and grid.has_border_right(row, column)
    ]
    return page.cut(line, borders) if borders else [line]


def cell_text(lines: list[TextLine], room: float) -> str:
    """The words of a cell that is ``room`` points wide; a line that fills it goes on in the next."""
    text = ""
    before: TextLine | None = None
    for line in sorted(lines, key=lambda found: (round(found.top / max(found.size, 1)), found.left)):
        if before is not None:
            text += _joint(before, line, text, room)
        text += line.text
        before = line
    return text


def _joint(before: TextLine, line: TextLine, text: str, room: float) -> str:
    if line.top < (before.top + before.bottom) / 2:
        return " "
    ends = text.endswith(tuple(_ENDS)) or _STARTS.match(line.text)
    if ends or before.right - before.left + 1.2 * line.size + _PADDING < room:
        return "\n"
    return " " if _WORD.search(text) and line.text[0].isascii() and line.text[0].isalpha() else ""
