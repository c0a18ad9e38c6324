"""A text as published, cut into leaves that can be shown one at a time.

Blocks are short lists, so that a leaf is small in the database:
``["l", start, end, box or None]`` a line,
``["p", start, end, role, level, align]`` a paragraph,
``["t", start, end, name, cells]`` a table whose cells are
``[start, end, row, column, row_span, column_span]`` with rows counted from the leaf's first.
A table that is longer than a leaf goes on in the next one; a merged cell that
reaches over the cut is shown again there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from luoshi_core.reading import Source
from luoshi_core.reading.source import Block, Cell, Line, Paragraph, Table

MOST_CHARACTERS = 12_000
MOST_ROWS = 200
T = TypeVar("T")


@dataclass(slots=True)
class LeafValues:
    """What a row of Leaf holds, without its source."""

    number: int
    start: int
    end: int
    text: str = ""
    blocks: list[list[Any]] = field(default_factory=list)


def leaves_of(source: Source) -> Iterator[LeafValues]:
    """The leaves of a text in order; a page is a leaf where there are pages."""
    number, start, page = 0, 0, 0
    blocks: list[list[Any]] = []
    for block in _small_blocks(source.blocks):
        begins = _start(block)
        turned = source.pages > 1 and _page(block) != page
        if blocks and (turned or (source.pages == 1 and begins - start > MOST_CHARACTERS)):
            yield LeafValues(number, start, begins, source.text[start:begins], blocks)
            number, start, blocks = number + 1, begins, []
        page = _page(block)
        blocks.append(_short(block))
    yield LeafValues(number, start, len(source.text), source.text[start:], blocks)


def batched(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of at most ``size`` values."""
    walk = iter(values)
    while batch := list(islice(walk, size)):
        yield batch


def _small_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Table) and block.rows > MOST_ROWS:
            yield from _cut(block)
        else:
            yield block


def _cut(table: Table) -> Iterator[Table]:
    """A long table as several short ones."""
    parts: list[list[Cell]] = [[] for _ in range(0, table.rows, MOST_ROWS)]
    for cell in table.cells:
        row, left = cell.row, cell.row_span
        while left > 0:
            part, offset = divmod(row, MOST_ROWS)
            here = min(left, MOST_ROWS - offset)
            parts[part].append(Cell(cell.span, offset, cell.column, here, cell.column_span))
            row, left = row + here, left - here
    for number, cells in enumerate(parts):
        if cells:
            own = [cell.span for cell in cells if cell.row or number == 0] or [cell.span for cell in cells]
            span = type(own[0])(min(s.start for s in own), max(s.end for s in own))
            yield Table(span, tuple(cells), min(MOST_ROWS, table.rows), table.columns, table.name, table.page)


def _start(block: Block) -> int:
    return block.span.start


def _page(block: Block) -> int:
    return 0 if isinstance(block, Paragraph) else block.page


def _short(block: Block) -> list[Any]:
    if isinstance(block, Line):
        box = block.box
        rounded = [round(x, 5) for x in (box.left, box.top, box.right, box.bottom)] if box else None
        return ["l", *block.span, rounded]
    if isinstance(block, Paragraph):
        return ["p", *block.span, block.role.value, block.level, block.align]
    cells = [[*c.span, c.row, c.column, c.row_span, c.column_span] for c in block.cells]
    return ["t", *block.span, block.name, cells]
