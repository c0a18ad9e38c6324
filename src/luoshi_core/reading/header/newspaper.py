"""The header of an article of a newspaper."""

from __future__ import annotations

import re

from luoshi_core.reading.header.dates import parse_date
from luoshi_core.reading.header.fields import Header
from luoshi_core.reading.model import Found, How
from luoshi_core.reading.passages import Article, Grid, Piece
from luoshi_core.reading.source import Role
from luoshi_core.reading.traced import Traced

_DATELINE = re.compile(
    r"(?:本报|本网|本台)?[\u4e00-\u9fff]{0,6}?(?:讯|电)?\s*[（(]\s*(?:[\u4e00-\u9fff]{0,8}?(?:首席|见习|实习|全媒体|融媒体?|特约)?记者|通讯员)\s*(.{2,40}?)\s*[）)]\s*"
)
_REPORTER = re.compile(r"[^\S\n]*(?:通讯员|摄影|文/图|实习生|见习记者)[\s\u3000:：]*.*$")
_NEWS = re.compile(r"(?:本报|本网|本台).{0,8}(?:讯|电)")


def read_newspaper(article: Article) -> Header:
    """Title and author as segmentation found them, the page's date, and the body without the dateline."""
    from luoshi_core.reading.header.reader import spans_of

    body, reporter, place = _without_dateline(article.pieces)
    author = article.author.text if article.author else reporter
    author_place = article.author or place
    source = article.source.text if article.source else article.facts.get("source")
    title = article.title.text if article.title else ""
    places = {"title": article.title, "author": author_place, "source": article.source}
    found = {name: Found(How.DOCUMENT, text.spans()) for name, text in places.items() if text is not None}
    return Header(
        title=title,
        body=body,
        date=parse_date(article.facts.get("date", "")),
        author=author,
        source=source,
        newspaper=True,
        binding=reporter is not None,
        spans=spans_of(article.pieces),
        found=found,
    )


def _without_dateline(
    pieces: tuple[Piece | Grid, ...],
) -> tuple[tuple[Piece | Grid, ...], str | None, Traced | None]:
    for i, piece in enumerate(pieces[:3]):
        if isinstance(piece, Grid):
            continue
        found = _DATELINE.match(piece.text.text)
        if found:
            rest = Piece(piece.text.cut(found.end()), Role.BODY, indent=piece.indent, gap=piece.gap, page=piece.page)
            kept = (*pieces[:i], *([rest] if rest.text else []), *pieces[i + 1 :])
            return kept, _REPORTER.sub("", found[1]).strip(), piece.text.cut(*found.span(1))
    return pieces, None, None
