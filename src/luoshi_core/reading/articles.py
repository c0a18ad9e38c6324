"""One page may hold several articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from luoshi_core.reading.passages import Article, Grid, Piece


def split_articles(pieces: Iterable[Piece | Grid], facts: dict[str, str]) -> Iterator[Article]:
    """The articles of a page or file in reading order."""
    yield Article(tuple(pieces), facts=facts)
