"""The outline after GB/T 9704, of regulations, Markdown and English numbering."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from luoshi_core.reading.header import Header
from luoshi_core.reading.model import Heading
from luoshi_core.reading.outline.builder import Builder
from luoshi_core.reading.passages import Grid, Passage, Piece


def build_passages(body: Iterable[Piece | Grid], header: Header) -> tuple[list[Heading], Iterator[Passage]]:
    """The outline, which fills while the passages are walked, and the passages under it, in reading order.

    A passage that is nothing but a heading has ``heading`` set and counts itself
    among its ``headings``, as the text behind a run-in heading does.
    """
    pieces = body if isinstance(body, tuple) else tuple(body)
    builder = Builder(pieces, english=header.english, newspaper=header.newspaper, attachments=header.attachments)
    return builder.outline, builder.passages()


__all__ = ["build_passages"]
