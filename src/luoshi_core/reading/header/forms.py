"""A small table in the head of a document: number and signer side by side, or names of fields with their values."""

from __future__ import annotations

from luoshi_core.reading.header.findings import Findings
from luoshi_core.reading.header.lines import is_field_name, note_field, read_footer, read_line, read_segments
from luoshi_core.reading.passages import Grid
from luoshi_core.reading.traced import Traced

_MOST_CELLS = 40
_LONGEST = 80
_EDGE = 3


def read_form(grid: Grid, into: Findings) -> bool:
    """Read a table that only holds lines of a head; False, and nothing read, if it is another table."""
    cells = [cell.text for cell in grid.cells if cell.text]
    if not cells or len(cells) > _MOST_CELLS or any(len(cell) > _LONGEST for cell in cells):
        return False
    names = [i for i, cell in enumerate(cells) if is_field_name(cell.text)]
    if 2 * len(names) >= len(cells) - 1 and names:
        for i in names:
            if i + 1 < len(cells) and i + 1 not in names:
                note_field(cells[i].text, cells[i + 1], into)
        return True
    trial = Findings()
    if not all(read_line(cell, trial) for cell in cells):
        return False
    return all(read_line(cell, into) for cell in cells)


def read_edges(grid: Grid, into: Findings) -> None:
    """Read who filled in a table and when from its first and last rows."""
    rows: dict[int, list[Traced]] = {}
    for cell in grid.cells:
        if (cell.row < _EDGE or cell.row >= grid.rows - _EDGE) and 0 < len(cell.text) <= _LONGEST:
            rows.setdefault(cell.row, []).append(cell.text)
    for cells in rows.values():
        if not read_segments(cells, into):
            for words in cells:
                read_footer(words, into)
