"""From blocks to pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import cast

from luoshi_core.reading.passages import Grid, GridCell, Piece
from luoshi_core.reading.repair.furniture import DROPPED, Mark, is_contents, mark_of, stands_beside_head
from luoshi_core.reading.repair.gluing import join_text
from luoshi_core.reading.repair.grids import grid_of
from luoshi_core.reading.repair.headlines import join_headlines
from luoshi_core.reading.repair.joining import join_lines
from luoshi_core.reading.repair.lines import PhysicalLine
from luoshi_core.reading.repair.mending import mended_lines
from luoshi_core.reading.repair.spacing import close_up, has_blanks
from luoshi_core.reading.source import Line, Paragraph, Source, Table
from luoshi_core.reading.traced import Traced


def repair(source: Source) -> Iterator[Piece | Grid]:
    """The pieces of a source in reading order."""
    for kind, blocks in groupby(source.blocks, type):
        if kind is Line:
            yield from _line_pieces(source.text, cast(Iterable[Line], blocks))
        elif kind is Paragraph:
            yield from _paragraph_pieces(source.text, cast(Iterable[Paragraph], blocks))
        else:
            for table in cast(Iterable[Table], blocks):
                yield _grid(source.text, table)


def _line_pieces(text: str, blocks: Iterable[Line]) -> Iterator[Piece | Grid]:
    rows: list[PhysicalLine] = []
    for lines in join_headlines(join_lines(mended_lines(text, blocks))):
        if lines[0].mark is Mark.ROW:
            if rows and lines[0].gap:
                yield grid_of(rows)
                rows = []
            rows.extend(lines)
            continue
        if rows:
            yield grid_of(rows)
            rows = []
        yield piece_of(lines, text)
    if rows:
        yield grid_of(rows)


def piece_of(lines: list[PhysicalLine], source: str) -> Piece:
    """The paragraph that some lines of a source make."""
    first = lines[0]
    if len(lines) == 1 and first.traced is None:
        text = clean(Traced.within(source, first.start, first.start + len(first.text)))
    else:
        text = clean(join_text(lines))
    furniture = first.mark is not None
    return Piece(
        text,
        align=first.align,
        indent=first.indent // 2,
        gap=first.gap,
        page=first.page,
        size=first.size,
        furniture=furniture,
        spaced=first.spaced,
    )


def clean(text: Traced) -> Traced:
    """A paragraph without stray spaces."""
    return close_up(text) if has_blanks(text.text) else text


def _paragraph_pieces(text: str, blocks: Iterable[Paragraph]) -> Iterator[Piece]:
    """Paragraphs that the format knows: only spaces, contents and page furniture need a look."""
    beside_head = False
    for block in blocks:
        traced = Traced.of(text[block.span.start : block.span.end], block.span.start).strip()
        if not traced or is_contents(traced.text):
            continue
        mark = mark_of(traced.text)
        beside_head = mark is Mark.HEAD or (beside_head and stands_beside_head(traced.text))
        if mark not in DROPPED:
            yield Piece(clean(traced), block.role, block.level, block.align, furniture=beside_head)


def _grid(text: str, table: Table) -> Grid:
    cells = tuple(
        GridCell(
            Traced.of(text[c.span.start : c.span.end], c.span.start).strip(), c.row, c.column, c.row_span, c.column_span
        )
        for c in table.cells
    )
    return Grid(cells, table.rows, table.columns, table.name, table.page)
