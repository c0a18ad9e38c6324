"""Tables without drawn borders: words that stand in rows and in columns.

Text set in columns has rows as well, but its lines fill their columns; in a
table, entries are shorter than the column is wide.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from luoshi_core.reading.formats.composer import DraftCell
from luoshi_core.reading.formats.pdf.layout import Part
from luoshi_core.reading.formats.pdf.lines import TextLine
from luoshi_core.reading.formats.pdf.tables import PageTable, cell_text

_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 3
_SHARED = 0.6
"""The share of rows that have words in several columns."""
_LOOSE = 0.65
"""A column whose lines are on average no wider than this share of it holds entries and not running text."""
_STEP = 1.35
"""Where steps between lines differ by this factor, the larger ones lead to the next row."""

_Row = list[list[TextLine]]
"""For each column the lines in it."""


def aligned_table(sides: list[list[Part]]) -> PageTable | None:
    """The table that stands in these columns of a page, from left to right; None if they are running text."""
    columns = [[line for part in side for line in part.lines] for side in sides]
    if len(columns) < _FEWEST_COLUMNS or not all(columns):
        return None
    edges = [min(line.left for line in column) for column in columns]
    edges.append(max(line.right for column in columns for line in column))
    levels = list(_levels(columns))
    shared = sum(1 for level in levels if sum(map(bool, level)) > 1)
    if len(levels) < _FEWEST_ROWS or shared < _SHARED * len(levels) or not _has_entries(columns, edges):
        return None
    rows = list(_rows(levels))
    if len(rows) < _FEWEST_ROWS:
        return None
    cells = [
        DraftCell(cell_text(lines, edges[column + 1] - edges[column]), at, column)
        for at, row in enumerate(rows)
        for column, lines in enumerate(row)
    ]
    tops = [min(line.top for lines in row for line in lines) for row in rows]
    bottom = max(line.bottom for column in columns for line in column)
    return PageTable(tuple(edges), (*tops, bottom), tuple(cells))


def _has_entries(columns: list[list[TextLine]], edges: list[float]) -> bool:
    return any(
        sum(line.right - line.left for line in column) / len(column) < _LOOSE * (end - start)
        for column, (start, end) in zip(columns[:-1], pairwise(edges), strict=False)
    )


def _levels(columns: list[list[TextLine]]) -> Iterator[_Row]:
    """Lines at the same height, from top to bottom."""
    placed = sorted(((line, at) for at, column in enumerate(columns) for line in column), key=lambda item: item[0].top)
    level: _Row = []
    middle = 0.0
    for line, at in placed:
        if not level or line.top > middle:
            if level:
                yield level
            level, middle = [[] for _ in columns], (line.top + line.bottom) / 2
        level[at].append(line)
    if level:
        yield level


def _rows(levels: list[_Row]) -> Iterator[_Row]:
    """Levels put together where an entry runs over several lines."""
    feet = [max(line.bottom for lines in level for line in lines) for level in levels]
    steps = [low - high for high, low in pairwise(feet)]
    by_step = max(steps) > _STEP * min(steps)
    large = (max(steps) + min(steps)) / 2
    row = [list(lines) for lines in levels[0]]
    for step, level in zip(steps, levels[1:], strict=True):
        if step > large if by_step else level[0]:
            yield row
            row = [[] for _ in level]
        for lines, more in zip(row, level, strict=True):
            lines.extend(more)
    yield row
