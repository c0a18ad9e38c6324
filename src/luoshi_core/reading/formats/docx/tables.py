"""The grid of a .docx table: where each cell stands and how far it reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from luoshi_core.reading.errors import TooMuchInside
from luoshi_core.reading.formats.docx.inline import WRAPPERS, control_content
from luoshi_core.reading.formats.docx.package import W, number, value
from luoshi_core.reading.formats.limits import MAX_TABLE_CELLS


class Slot(NamedTuple):
    """A cell of one row; ``continues`` marks one that belongs to the cell above."""

    element: etree._Element
    column: int
    width: int
    continues: bool


def slots(row: etree._Element) -> list[Slot]:
    """The cells of a row from left to right; none if the row is deleted or hidden."""
    properties = row.find(W + "trPr")
    if properties is not None and any(properties.find(W + n) is not None for n in ("del", "hidden")):
        return []
    column = number(properties, "gridBefore") or 0
    found: list[Slot] = []
    for cell in _cells(row):
        form = cell.find(W + "tcPr")
        width = max(number(form, "gridSpan") or 1, 1)
        if value(form, "hMerge") == "continue" and found:
            found[-1] = found[-1]._replace(width=found[-1].width + width)
        else:
            found.append(Slot(cell, column, width, _continues(form)))
        column += width
        _check(column)
    return found


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row.iterchildren():
        if child.tag == W + "tc":
            yield child
        elif child.tag == W + "sdt":
            for content in control_content(child):
                yield from _cells(content)
        elif child.tag in WRAPPERS:
            yield from _cells(child)


def _continues(form: etree._Element | None) -> bool:
    merge = None if form is None else form.find(W + "vMerge")
    return merge is not None and merge.get(W + "val", "continue") == "continue"


def _check(cells: int) -> None:
    if cells > MAX_TABLE_CELLS:
        raise TooMuchInside(what_zh="表格单元格", what_en="table cells", limit=MAX_TABLE_CELLS)


def is_frame(rows: Sequence[Sequence[Slot]]) -> bool:
    """Whether a table only frames its content: no row has cells side by side."""
    return all(len(row) <= 1 for row in rows)


def spans(rows: Sequence[Sequence[Slot]]) -> Iterator[tuple[Slot, int, int]]:
    """Each cell that begins somewhere, with its row and the number of rows it covers."""
    _check(len(rows) * max((slot.column + slot.width for row in rows for slot in row), default=0))
    heights = _heights(rows)
    for at, row in enumerate(rows):
        for slot in row:
            height = heights.get((at, slot.column))
            if height:
                yield slot, at, height


def _heights(rows: Sequence[Sequence[Slot]]) -> dict[tuple[int, int], int]:
    heights: dict[tuple[int, int], int] = {}
    above: dict[int, tuple[int, int]] = {}
    for at, row in enumerate(rows):
        now: dict[int, tuple[int, int]] = {}
        for slot in row:
            owner = above.get(slot.column) if slot.continues else None
            now[slot.column] = owner or (at, slot.column)
            heights[now[slot.column]] = at - now[slot.column][0] + 1
        above = now
    return heights
