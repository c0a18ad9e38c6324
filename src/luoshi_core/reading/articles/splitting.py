"""One page may hold several articles: they are separated, each with what the page says about it.

A single document (a notice, a plan, minutes, a web page) stays one article. A
newspaper page is known by its head and foot and by the marks of articles: several
bylines, several reporters' leads, several notes about where a text first appeared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from luoshi_core.reading.articles.blocks import NOTE
from luoshi_core.reading.articles.bulletin import bulletin_articles
from luoshi_core.reading.articles.page import page_facts, shows_newspaper
from luoshi_core.reading.articles.pairing import newspaper_articles
from luoshi_core.reading.passages import Article, Grid, Piece
from luoshi_core.reading.repair.bylines import NAME_ALONE, NAME_WITH_BODY, NEWS_LEAD, is_byline
from luoshi_core.reading.repair.starts import FIELD

_MARKS = frozenset("□■◎●○▲△◆◇☆★※▣◼◻►▶本（(作新中文据原图撰执")
_LONGEST_MARK = 60
_LONGEST_NAME = 10


def split_articles(pieces: Iterable[Piece | Grid], facts: dict[str, str]) -> Iterator[Article]:
    """The articles of a page or file in reading order."""
    flow = list(pieces)
    page = [piece for piece in flow if isinstance(piece, Piece) and piece.furniture]
    if not is_newspaper_page(flow, page, facts):
        flow = list(_restored(flow))
        items = list(bulletin_articles(flow, facts))
        yield from items or [Article(tuple(flow), facts=facts)]
        return
    flow = [piece for piece in flow if not (isinstance(piece, Piece) and piece.furniture)]
    yield from newspaper_articles(flow, {**facts, **page_facts(page, flow)})


def is_newspaper_page(flow: list[Piece | Grid], page: list[Piece], facts: dict[str, str]) -> bool:
    """Whether the pieces stand on a newspaper page rather than in one document."""
    if shows_newspaper(page):
        return True
    if facts.get("title"):
        return False
    return _marks_of_articles(flow) + bool(page) >= 2


def _marks_of_articles(flow: list[Piece | Grid]) -> int:
    """How many articles say who wrote them or where they come from."""
    marks = 0
    for i, piece in enumerate(flow):
        if not isinstance(piece, Piece):
            continue
        text = piece.text.text
        if _is_name(text):
            marks += _signs_headline(flow, i)
        elif text[0] in _MARKS:
            marks += _is_mark(text)
    return marks


def _is_name(text: str) -> bool:
    """A name alone or behind a workplace, as those who are present are listed as well."""
    if len(text) <= _LONGEST_NAME and NAME_ALONE.match(text):
        return True
    return len(text) <= _LONGEST_MARK and " " in text.replace("\u3000", " ") and NAME_WITH_BODY.match(text) is not None


def _is_mark(text: str) -> bool:
    """A lead, a note or a byline; 来源： and 作者： also stand above single documents."""
    if NEWS_LEAD.match(text):
        return True
    return (
        len(text) <= _LONGEST_MARK and FIELD.match(text) is None and (is_byline(text) or NOTE.match(text) is not None)
    )


def _signs_headline(flow: list[Piece | Grid], i: int) -> bool:
    """Whether a name stands right below a line that can be a headline, beside running text."""
    above, name = flow[i - 1] if i else None, flow[i]
    if not isinstance(above, Piece) or not isinstance(name, Piece) or name.gap:
        return False
    if not 6 <= len(above.text) <= 40 or above.text.text[-1] in "。；：，":
        return False
    beside = flow[max(i - 2, 0) : i - 1] + flow[i + 1 : i + 2]
    return any(isinstance(piece, Piece) and "。" in piece.text.text for piece in beside)


def _restored(flow: list[Piece | Grid]) -> Iterator[Piece | Grid]:
    """What was taken for the head of a newspaper page goes back where it stood."""
    for piece in flow:
        yield replace(piece, furniture=False) if isinstance(piece, Piece) and piece.furniture else piece
