"""From blocks to pieces."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi_core.reading.passages import Grid, GridCell, Piece
from luoshi_core.reading.source import Line, Paragraph, Source
from luoshi_core.reading.traced import Traced


def repair(source: Source) -> Iterator[Piece | Grid]:
    """The pieces of a source in reading order."""
    for block in source.blocks:
        if isinstance(block, (Line, Paragraph)):
            text = Traced.of(source.text[block.span.start : block.span.end], block.span.start).strip()
            if text:
                role = block.role if isinstance(block, Paragraph) else Piece.__dataclass_fields__["role"].default
                yield Piece(text, role=role)
        else:
            yield Grid(
                tuple(
                    GridCell(
                        Traced.of(source.text[c.span.start : c.span.end], c.span.start).strip(),
                        c.row,
                        c.column,
                        c.row_span,
                        c.column_span,
                    )
                    for c in block.cells
                ),
                block.rows,
                block.columns,
                block.name,
            )
