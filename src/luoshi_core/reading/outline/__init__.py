"""The outline after GB/T 9704, of regulations, Markdown and English numbering."""

from __future__ import annotations

from collections.abc import Iterable

from luoshi_core.reading.header import Header
from luoshi_core.reading.model import Heading
from luoshi_core.reading.passages import Grid, Passage, Piece


def build_passages(body: Iterable[Piece | Grid], header: Header) -> tuple[tuple[Heading, ...], tuple[Passage, ...]]:
    """The outline and the passages under it, in reading order."""
    return (), tuple(Passage((), text=p.text) if isinstance(p, Piece) else Passage((), grid=p) for p in body)
