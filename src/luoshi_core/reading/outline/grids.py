"""Heading rows across a table."""

from __future__ import annotations

import re

from luoshi_core.reading.passages import Grid, GridCell

_NO_HEADINGS = ("注", "说明", "备注", "填报", "单位：", "合计", "总计", "小计", "Note", "Total", "TOTAL")
_LONGEST = 60
_LABELLED = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")


def across(grid: Grid) -> dict[int, GridCell]:
    """The cells that stand alone in their row, by row: a title, a heading row or a note.

    A row that is not merged counts as well when its only words are a label's (一、产业发展).
    """
    if grid.columns < 2:
        return {}
    rows: dict[int, list[GridCell]] = {}
    for cell in grid.cells:
        if cell.text:
            for row in range(cell.row, cell.row + cell.row_span):
                rows.setdefault(row, []).append(cell)
    return {row: cells[0] for row, cells in rows.items() if len(cells) == 1 and _is_across(cells[0], grid)}


def _is_across(cell: GridCell, grid: Grid) -> bool:
    if cell.row_span > 1 or cell.column > 0:
        return False
    wide = cell.column_span >= grid.columns - (grid.columns > 2)
    return wide or _LABELLED.match(cell.text.text) is not None


def column_head_rows(grid: Grid) -> int:
    """How many rows at the top hold a title and the names of the columns."""
    alone = across(grid)
    first = next((row for row in range(grid.rows) if row not in alone), grid.rows)
    heads = [cell for cell in grid.cells if cell.row == first]
    return max((cell.row + min(cell.row_span, 3) for cell in heads), default=0)


def may_head(text: str) -> bool:
    """Whether the words of a row across the table can be a heading."""
    return len(text) <= _LONGEST and not text.startswith(_NO_HEADINGS) and not text.endswith(("。", "；"))
