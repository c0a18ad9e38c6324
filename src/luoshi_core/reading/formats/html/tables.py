"""Tables of a page: which of them hold data, and where their cells stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree

from luoshi_core.reading.errors import TooMuchInside
from luoshi_core.reading.formats.html.page import words_of
from luoshi_core.reading.formats.limits import MAX_TABLE_CELLS

_ROWS = frozenset({"tr"})
_GROUPS = frozenset({"thead", "tbody", "tfoot", "form"})
_LONG_CELL, _MANY = 1500, 8
_SHORT_ARTICLE, _FEW = 100, 2
_MAX_COLUMNS = 1000
_SPAN = re.compile(r"\s*(\d{1,6})")
_PARAGRAPHS = frozenset({"p", "div", "br"})


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, those of nested tables left out."""
    for child in table:
        if child.tag in _ROWS:
            yield child
        elif child.tag in _GROUPS:
            yield from (row for row in child if row.tag in _ROWS)


def cells_of_row(row: etree._Element) -> list[etree._Element]:
    """The cells of a row."""
    return [cell for cell in row if cell.tag in ("td", "th")]


def is_data_table(table: etree._Element) -> bool:
    """Whether a table parts words into cells, and does not just lay out the page."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return False
    if any(inner is not table for inner in table.iter("table")):
        return False
    rows = [cells_of_row(row) for row in rows_of(table)]
    widest = max(map(len, rows), default=0)
    if widest < 2:
        return False
    return not any(_is_column_of_text(cell, len(rows) == 1) for row in rows for cell in row)


def _is_column_of_text(cell: etree._Element, alone: bool) -> bool:
    """A cell that holds a whole article; in a table of one row it need not be long."""
    paragraphs = len(list(cell.iter(*_PARAGRAPHS)))
    if paragraphs < (_FEW if alone else _MANY):
        return False
    return len("".join(words_of(cell).split())) >= (_SHORT_ARTICLE if alone else _LONG_CELL)


def table_cells(
    table: etree._Element, text_of: Callable[[etree._Element], str]
) -> tuple[list[tuple[str, int, int, int, int]], int, int]:
    """The cells (words, row, column, rows covered, columns covered), the number of rows and of columns.

    Raises ``TooMuchInside`` where the merged cells cover more than a table may have.
    """
    rows = list(rows_of(table))
    cells: list[tuple[str, int, int, int, int]] = []
    reach: dict[int, int] = {}
    columns = covered = 0
    for index, row in enumerate(rows):
        column = 0
        for cell in cells_of_row(row):
            while reach.get(column, 0) > index:
                column += 1
            down = _span(cell.get("rowspan"), len(rows) - index)
            across = _span(cell.get("colspan"), _MAX_COLUMNS)
            covered += down * across
            if covered > MAX_TABLE_CELLS:
                raise TooMuchInside(what_zh="表格单元格", what_en="table cells", limit=MAX_TABLE_CELLS)
            for place in range(column, column + across):
                reach[place] = max(reach.get(place, 0), index + down)
            cells.append((text_of(cell), index, column, down, across))
            column += across
            columns = max(columns, column)
    return cells, len(rows), columns


def _span(text: str | None, most: int) -> int:
    """A rowspan or colspan as far as the table goes."""
    found = _SPAN.match(text or "")
    return max(1, min(int(found.group(1)), most)) if found else 1
