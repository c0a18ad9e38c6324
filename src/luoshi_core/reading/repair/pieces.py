"""From blocks to pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from luoshi_core.reading.passages import Grid, GridCell, Piece
from luoshi_core.reading.repair.headlines import join_headlines
from luoshi_core.reading.repair.joining import join_lines, join_text
from luoshi_core.reading.repair.lines import PhysicalLine
from luoshi_core.reading.repair.mending import mended_lines
from luoshi_core.reading.repair.spacing import BLANKS, close_up
from luoshi_core.reading.source import Line, Paragraph, Source, Table
from luoshi_core.reading.traced import Traced


def repair(source: Source) -> Iterator[Piece | Grid]:
    """The pieces of a source in reading order."""
    for kind, blocks in groupby(source.blocks, type):
        if kind is Line:
            yield from _line_pieces(source.text, blocks)
        elif kind is Paragraph:
            yield from _paragraph_pieces(source.text, blocks)
        else:
            for table in blocks:
                yield _grid(source.text, table)


def _line_pieces(text: str, blocks: Iterable[Line]) -> Iterator[Piece]:
    for lines in join_headlines(join_lines(mended_lines(text, blocks))):
        yield piece_of(lines)


def piece_of(lines: list[PhysicalLine]) -> Piece:
    """The paragraph that some lines make."""
    first = lines[0]
    text = clean(join_text(lines))
    furniture = first.mark is not None
    return Piece(text, indent=first.indent // 2, gap=first.gap, page=first.page, size=first.size, furniture=furniture)


def clean(text: Traced) -> Traced:
    """A paragraph without stray spaces."""
    return close_up(text) if any(blank in text.text for blank in BLANKS) else text


def _paragraph_pieces(text: str, blocks: Iterable[Paragraph]) -> Iterator[Piece]:
    for block in blocks:
        traced = Traced.of(text[block.span.start : block.span.end], block.span.start).strip()
        if traced:
            yield Piece(clean(traced), role=block.role, level=block.level, align=block.align)


def _grid(text: str, table: Table) -> Grid:
    cells = tuple(
        GridCell(
            Traced.of(text[c.span.start : c.span.end], c.span.start).strip(), c.row, c.column, c.row_span, c.column_span
        )
        for c in table.cells
    )
    return Grid(cells, table.rows, table.columns, table.name, table.page)
