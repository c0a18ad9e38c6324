"""A text in, its paragraphs out."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from luoshi_core.reading.passages import Grid, Piece
from luoshi_core.reading.repair import repair
from luoshi_core.reading.source import Format, Line, Source
from luoshi_core.reading.traced import Span


def plain_text(text: str) -> Source:
    """A text as the reader of plain text hands it on."""
    pages = [match.start() for match in re.finditer("\f", text)]
    lines = [
        Line(Span(*match.span()), page=sum(at < match.start() for at in pages))
        for match in re.finditer(r"[^\n\f]*[^\s][^\n\f]*", text)
    ]
    return Source(Format.TEXT, text, lines, pages=len(pages) + 1)


@pytest.fixture
def pieces() -> Callable[[str], list[Piece | Grid]]:
    """Everything that repair makes of a text."""
    return lambda text: list(repair(plain_text(text)))


@pytest.fixture
def paragraphs(pieces: Callable[[str], list[Piece | Grid]]) -> Callable[[str], list[str]]:
    """The words of the paragraphs, page furniture left out."""
    return lambda text: [p.text.text for p in pieces(text) if isinstance(p, Piece) and not p.furniture]
