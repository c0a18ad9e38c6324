"""Tables whose heads stand at the left: forms of one task, and tables with a column for each task."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi_core.reading.commitments.tables.roles import CONTENT, role_of
from luoshi_core.reading.passages import Grid, GridCell

_LONGEST_LABEL = 12
_FEWEST_LABELS = 3


def turned(grid: Grid) -> Grid | None:
    """The same table with its heads on top, or None where the first column is no head."""
    labels = [
        cell for row in range(grid.rows) if (cell := grid.at(row, 0)) is not None and cell.row == row and cell.text
    ]
    named = [cell for cell in labels if _is_label(cell)]
    if len(named) < _FEWEST_LABELS or 4 * len(named) < 3 * len(labels):
        return None
    if not {role_of(cell.text.text) for cell in named} & CONTENT:
        return None
    pairs = list(_pairs(grid))
    if grid.columns > 2 and sum(label.column == 0 for label, _ in pairs) == len(pairs) and _has_records(grid):
        return _transposed(grid)
    return _form(pairs)


def _is_label(cell: GridCell) -> bool:
    return len(cell.text.text) <= _LONGEST_LABEL and role_of(cell.text.text) is not None


def _has_records(grid: Grid) -> bool:
    """Whether most rows have a value of their own in more than one column."""
    full = sum(
        len({id(cell) for column, cell in grid.row(row).items() if column and cell.text}) > 1
        for row in range(grid.rows)
    )
    return 2 * full > grid.rows


def _transposed(grid: Grid) -> Grid:
    cells = (GridCell(c.text, c.column, c.row, c.column_span, c.row_span) for c in grid.cells)
    return Grid(
        tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))), grid.columns, grid.rows, grid.name, grid.page
    )


def _pairs(grid: Grid) -> Iterator[tuple[GridCell, GridCell]]:
    """Each label with the cell to its right."""
    for cell in grid.cells:
        value = grid.at(cell.row, cell.column + cell.column_span)
        if cell.text and _is_label(cell) and value is not None and not (value.text and _is_label(value)):
            yield cell, value


def _form(pairs: list[tuple[GridCell, GridCell]]) -> Grid | None:
    """One row for each form; a label that comes again begins the next form."""
    columns: dict[str, int] = {}
    cells: list[GridCell] = []
    row, filled = 1, set[int]()
    for label, value in pairs:
        words = label.text.text
        if words not in columns:
            columns[words] = len(columns)
            cells.append(GridCell(label.text, 0, columns[words]))
        if columns[words] in filled:
            row, filled = row + 1, set()
        filled.add(columns[words])
        cells.append(GridCell(value.text, row, columns[words]))
    return Grid(tuple(cells), row + 1, len(columns)) if len(columns) >= _FEWEST_LABELS else None
