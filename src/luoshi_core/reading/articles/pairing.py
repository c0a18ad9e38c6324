"""Which headline belongs to which body: newspapers print it before its article, extraction often puts it behind.

Headlines come in the order of their bodies, and each stands right before or right
behind its own. Among the assignments that keep to this, the one is taken that
places most headlines, next to bodies that use their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from luoshi_core.reading.articles.blocks import Between, Head, Page, cut_page
from luoshi_core.reading.articles.lone import part_at_lone_headlines
from luoshi_core.reading.articles.words import shared, word_pairs
from luoshi_core.reading.passages import Article, Grid, Piece
from luoshi_core.reading.repair.bylines import NEWS_LEAD, TAIL_NAME, names_span
from luoshi_core.reading.traced import Traced

_PAPER = re.compile(r"《\s*(?P<name>[^》]{2,20}?)\s*》")
_AGENCY = re.compile(r"(?P<name>新华社|中新社|中新网)")
_ORIGIN = re.compile(r"(?:来源\s*[:：]|原载|转载自|转自|摘自|据)\s*(?P<name>[^\s，。：:》）)]{2,20})")
_PLACED = 2.0
_SIMILAR = 3.0
_SIGNED = 0.4


@dataclass(frozen=True, slots=True)
class _Choice:
    """Headlines of one ``Between``: that of the body before it, that of the body behind it."""

    behind: Head | None
    before: Head | None
    score: float


_Path = tuple[float, _Choice | None, "_Path | None"]
"""A score, the last choice that led to it, and the way up to that."""


def newspaper_articles(flow: list[Piece | Grid], facts: dict[str, str]) -> Iterator[Article]:
    """The articles of a newspaper page in the order of their bodies; what was handed out is dropped from ``flow``."""
    page = part_at_lone_headlines(cut_page(flow))
    if not page.bodies:
        yield Article(tuple(flow), newspaper=True, facts=facts)
        return
    flow.clear()
    choices = _choose(page)
    for i, body in enumerate(page.bodies):
        head = choices[i].before or choices[i + 1].behind or Head()
        inner = _unplaced(page.betweens[i], choices[i])
        notes = [*_notes(page.betweens[i], choices[i], True), *_notes(page.betweens[i + 1], choices[i + 1], False)]
        article = _article([*inner, *body.pieces], head, notes, facts)
        body.pieces.clear()
        yield article


def _choose(page: Page) -> list[_Choice]:
    """The best assignment: from body to body, whether it has a headline already."""
    best: dict[bool, _Path] = {False: (0.0, None, None)}
    last: set[str] | None = None
    for between, body in zip_longest(page.betweens, page.bodies):
        following = word_pairs(body.text()) if body else None
        options = list(_options(between.heads, last, following))
        last = following
        found: dict[bool, _Path] = {}
        for taken, path in best.items():
            for option in options:
                if taken and option.behind:
                    continue
                total = path[0] + option.score
                key = option.before is not None
                if key not in found or total > found[key][0]:
                    found[key] = (total, option, path)
        best = found
    return _choices(max(best.values(), key=lambda path: path[0]))


def _choices(path: _Path | None) -> list[_Choice]:
    """What was chosen on the way, from the first body to the last."""
    choices: list[_Choice] = []
    while path is not None:
        _, choice, path = path
        choices += [choice] if choice else []
    return choices[::-1]


def _options(heads: list[Head], last: set[str] | None, following: set[str] | None) -> Iterator[_Choice]:
    yield _Choice(None, None, 0.0)
    if not heads:
        return
    if last is not None:
        yield _Choice(heads[0], None, _score(heads[0], last))
    if following is not None:
        for head in {id(h): h for h in (heads[0], heads[-1])}.values():
            yield _Choice(None, head, _score(head, following))
    if last is not None and following is not None:
        for i, head in enumerate(heads):
            for other in heads[i + 1 :]:
                yield _Choice(head, other, _score(head, last) + _score(other, following))


def _score(head: Head, words: set[str]) -> float:
    title = word_pairs("".join(piece.text.text for piece in head.titles))
    return _PLACED + _SIMILAR * shared(title, words) + _SIGNED * (head.byline is not None)


def _unplaced(between: Between, choice: _Choice) -> list[Piece]:
    """Headlines that found no body of their own open the next one as sub-headings."""
    rest = [h for h in between.heads if h is not choice.behind and h is not choice.before]
    return [*(piece for head in rest for piece in head.titles), *between.inner]


def _notes(between: Between, choice: _Choice, opening: bool) -> list[Piece]:
    """The notes that belong to the body behind (``opening``) or before."""
    notes: list[Piece] = []
    passed = False
    for item in between.items:
        if isinstance(item, Piece):
            if passed == opening:
                notes.append(item)
        elif item is choice.before:
            passed = True
    return notes


def _article(pieces: list[Piece | Grid], head: Head, notes: list[Piece], facts: dict[str, str]) -> Article:
    author = _byline(head) or _reporter(pieces)
    return Article(tuple(pieces), _title(head), author, _source(notes), True, facts)


def _title(head: Head) -> Traced | None:
    if not head.titles:
        return None
    return Traced.concat(piece.text for piece in head.titles)


def _byline(head: Head) -> Traced | None:
    if head.byline is None:
        return None
    text = head.byline.text
    span = names_span(text.text)
    return text.cut(*span) if span else text


def _reporter(pieces: list[Piece | Grid]) -> Traced | None:
    """The reporter named at the start or in brackets at the end of a news item."""
    paragraphs = [piece for piece in pieces if isinstance(piece, Piece)]
    for piece, pattern in ((paragraphs[0], NEWS_LEAD), (paragraphs[-1], TAIL_NAME)) if paragraphs else ():
        found = pattern.search(piece.text.text)
        if found and found["names"]:
            return piece.text.cut(*found.span("names"))
    return None


def _source(notes: list[Piece]) -> Traced | None:
    """The newspaper or agency that a note names (原载《某报》, 据新华社电)."""
    for note in notes:
        for pattern in (_PAPER, _AGENCY, _ORIGIN):
            found = pattern.search(note.text.text)
            if found is not None:
                return note.text.cut(*found.span("name"))
    return None
