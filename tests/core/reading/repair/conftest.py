"""A text in, its paragraphs out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.reading.plain_texts import plain_text
from luoshi_core.reading.passages import Grid, Piece
from luoshi_core.reading.repair import repair


@pytest.fixture
def pieces() -> Callable[[str], list[Piece | Grid]]:
    """Everything that repair makes of a text."""
    return lambda text: list(repair(plain_text(text)))


@pytest.fixture
def paragraphs(pieces: Callable[[str], list[Piece | Grid]]) -> Callable[[str], list[str]]:
    """The words of the paragraphs, page furniture left out."""
    return lambda text: [p.text.text for p in pieces(text) if isinstance(p, Piece) and not p.furniture]
