"""Put together what head, tail and format say about a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from luoshi_core.reading.header.bodies import leading_body
from luoshi_core.reading.header.dates import parse_date, parse_month
from luoshi_core.reading.header.english_head import EnglishHead
from luoshi_core.reading.header.english_lines import PAPER_NUMBER
from luoshi_core.reading.header.english_tail import read_english_tail
from luoshi_core.reading.header.fields import Header
from luoshi_core.reading.header.findings import Findings
from luoshi_core.reading.header.fiscal import fiscal_year_end
from luoshi_core.reading.header.head import Head
from luoshi_core.reading.header.language import is_english
from luoshi_core.reading.header.lines import BRACKETED_NUMBER, number_words
from luoshi_core.reading.header.newspaper import read_newspaper
from luoshi_core.reading.header.planning import planned_years
from luoshi_core.reading.header.tail import Tail
from luoshi_core.reading.header.titles import alike, is_notice
from luoshi_core.reading.model import Found, How
from luoshi_core.reading.passages import Article, Grid, Piece
from luoshi_core.reading.traced import Span, Traced

_OPENING = 8
_SAYS_YEAR = re.compile(
    r"\b(?:[Yy]ears?|20\d\d[/–-]\d\d)\b[^.]{0,80}\b(?:[Ee]nds?|[Ee]nding|closes?|through|to|until|[Rr]uns?|begins?|starts?)\b"
)
_OPINION = re.compile(
    r"(?:讲话|致辞|发言|演讲|讲稿|讲座|党课|书评|评论|访谈|解读|答记者问)(?:[（(].*[）)])?$|——在.+上的"
)
#: A report on a web page opens with its place of work or the medium's name: its date is the page's.
_NEWS_LEAD = re.compile(r"\s*[一-鿿]{2,16}(?:讯|电|消息)\s*[（(](?:[^（()）]{0,8}记者|通讯员)")


def read_header(article: Article) -> Header:
    """The header of one article."""
    if article.newspaper:
        return read_newspaper(article)
    return _read_english(article) if is_english(article.pieces) else _read_chinese(article)


def _read_chinese(article: Article) -> Header:
    found = Findings()
    head = Head(article.pieces, found, article.facts.get("title", ""))
    start = head.read()
    title, places = _title(article, head.title, found)
    tail = Tail(article.pieces, start, title, found)
    body = tuple(tail.read())
    if tail.issued and re.search(r"(?:令|公告)$", title):
        title = tail.issued
    _add_facts(article, found)
    _number_in_title(BRACKETED_NUMBER, places, found)
    found.put("title body", leading_body(title) or "", *places)
    date = parse_date(found.get(*_DATES) or "")
    page_date = parse_date(article.facts.get("date", ""))
    if date is None and any(_NEWS_LEAD.match(text) for text in _opening(body)[:3]):
        date = page_date
    month = date or parse_month(found.get("month") or "") or page_date
    years = planned_years([title, tail.issued, *tail.attachments], _opening(body), month)
    return Header(
        title=title,
        body=body,
        number=found.get("number"),
        issuer=found.get(*_ISSUERS),
        date=date,
        author=found.get("author"),
        source=found.get("source"),
        recipients=head.recipients or tail.recipients,
        copied_to=tuple(tail.copied_to),
        printed=found.get("printed"),
        attachments=tuple(tail.attachments),
        signer=found.get("signer"),
        disclosure=found.get("disclosure"),
        plan_year=years.year or (month.year if month and not date else None),
        plan_end=years.end,
        binding=not _OPINION.search(title),
        spans=spans_of(article.pieces),
        found=_found(found, places, head.recipients_at),
    )


_ISSUERS = ("signed", "issuer", "masthead", "title body", "adopted by", "filed by", "said issuer", "reporting")
_DATES = ("signed on", "date", "written", "held")


def _title(article: Article, lines: Sequence[Traced], found: Findings) -> tuple[str, tuple[Traced, ...]]:
    """The printed title, unless the format names another one (a web page whose text begins with the recipients)."""
    printed = join_title(lines)
    if article.title is not None:
        return article.title.text, (article.title,)
    named = found.get("title") or article.facts.get("title") or ""
    if printed and (not named or _repeats(printed, named) or (is_notice(printed) and not is_notice(named))):
        return printed, tuple(lines)
    if named:
        return named, ()
    first = next((piece.text for piece in article.pieces if isinstance(piece, Piece)), None)
    return (first.text[:80], (first,)) if first else (_grid_name(article), ())


def _repeats(printed: str, named: str) -> bool:
    """Whether the printed title is the one that is named, whole or with more to it, and not just a line of it."""
    return alike(printed, named) and len(printed) >= 0.7 * len(named)


def _number_in_title(pattern: re.Pattern[str], lines: Sequence[Traced], found: Findings) -> None:
    """A number that is printed within the title and nowhere else."""
    for line in lines:
        if number := pattern.search(line.text):
            found.put(
                "number", number_words(number[1]) if not number[1].isascii() else number[1], line.cut(*number.span(1))
            )


def join_title(lines: Sequence[Traced]) -> str:
    """The lines of a title as one; Latin words are parted by a space, Chinese ones are not."""
    title = ""
    for line in lines:
        text = line.text.strip()
        title += (" " if title and title[-1].isascii() and text[:1].isascii() else "") + text
    return title


def _grid_name(article: Article) -> str:
    grid = next((piece for piece in article.pieces if isinstance(piece, Grid)), None)
    return (grid.name if grid else None) or ""


def _add_facts(article: Article, found: Findings) -> None:
    facts = article.facts
    if article.source is not None:
        found.put("source", article.source.text, article.source)
    if article.author is not None:
        found.put("author", article.author.text, article.author)
    for field, fact in (
        ("number", "number"),
        ("said issuer", "issuer"),
        ("written", "written"),
        ("source", "source"),
        ("author", "author"),
    ):
        found.put(field, facts.get(fact, ""))


def _found(found: Findings, title: tuple[Traced, ...], recipients: Traced | None) -> dict[str, Found]:
    places = {
        "title": Found(How.DOCUMENT, tuple(span for line in title for span in line.spans())),
        "number": found.found("number"),
        "issuer": found.found(*_ISSUERS),
        "date": found.found(*_DATES),
        "author": found.found("author"),
        "source": found.found("source"),
        "recipients": Found(How.DOCUMENT, recipients.spans()) if recipients else found.found("recipients"),
    }
    return {field: place for field, place in places.items() if place is not None}


def _read_english(article: Article) -> Header:
    found = Findings()
    head = EnglishHead(article.pieces, found)
    start = head.read()
    lines = head.title or ([article.title] if article.title else [])
    title = (
        join_title(lines) or article.facts.get("title") or found.get("masthead", "masthead body") or _grid_name(article)
    )
    body = tuple(read_english_tail(article.pieces, start, found))
    _add_facts(article, found)
    _number_in_title(PAPER_NUMBER, lines, found)
    date = parse_date(found.get(*_DATES) or "")
    years = planned_years([title], (), date)
    copied = found.get("copied_to")
    return Header(
        title=title,
        body=body,
        number=found.get("number"),
        issuer=found.get(*_ENGLISH_ISSUERS),
        date=date,
        author=found.get("author"),
        source=found.get("source"),
        recipients=tuple(filter(None, [found.get("recipients")])),
        copied_to=(copied,) if copied else (),
        plan_year=years.year,
        plan_end=years.end,
        fiscal_year_end=next(filter(None, map(fiscal_year_end, _naming_years(body))), None),
        english=True,
        spans=spans_of(article.pieces),
        found=_english_found(found, tuple(lines)),
    )


_ENGLISH_ISSUERS = ("issuer", "resolves", "masthead body", "organ", "prepared", "masthead", "said issuer")


def _english_found(found: Findings, title: tuple[Traced, ...]) -> dict[str, Found]:
    places = _found(found, title, None)
    issuer = found.found(*_ENGLISH_ISSUERS)
    return places | ({"issuer": issuer} if issuer else {})


def _opening(body: Sequence[Piece | Grid]) -> list[str]:
    texts: Iterator[str] = (piece.text.text for piece in body if isinstance(piece, Piece))
    return list(islice(texts, _OPENING))


def _naming_years(body: Sequence[Piece | Grid]) -> Iterator[str]:
    """The paragraphs, footnotes among them, that may say when a fiscal year ends."""
    return (p.text.text for p in body if isinstance(p, Piece) and _SAYS_YEAR.search(p.text.text))


def spans_of(pieces: Sequence[Piece | Grid]) -> tuple[Span, ...]:
    """Where an article stands in the source, in as few spans as its pieces allow."""
    spans: list[Span] = []
    for piece in pieces:
        cells = [piece.text] if isinstance(piece, Piece) else [cell.text for cell in piece.cells]
        for text in cells:
            extent = text.extent()
            if extent is None:
                continue
            if spans and 0 <= extent.start - spans[-1].end <= _NEAR:
                spans[-1] = Span(spans[-1].start, max(extent.end, spans[-1].end))
            else:
                spans.append(extent)
    return tuple(spans)


_NEAR = 80
