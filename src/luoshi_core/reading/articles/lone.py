"""A headline without byline between two bodies looks like a sub-heading; its words tell whose it is.

Only a line that is alone in its article is asked: sub-headings come in rows.
"""

from __future__ import annotations

from luoshi_core.reading.articles.blocks import Between, Body, Head, Page, is_paragraph
from luoshi_core.reading.articles.words import shared, word_pairs
from luoshi_core.reading.passages import Piece
from luoshi_core.reading.repair.starts import starts_item

_SHORTEST = 8
_OF_THE_ONE = 0.35
_OF_THE_NEXT = 0.6
_OF_THE_OTHER = 0.1


def part_at_lone_headlines(page: Page) -> Page:
    """The page with such bodies cut in two."""
    bodies: list[Body] = []
    betweens = page.betweens[:1]
    for body, behind in zip(page.bodies, page.betweens[1:], strict=True):
        headline = _lone_headline(body)
        if headline is None:
            bodies.append(body)
        else:
            at = body.pieces.index(headline)
            bodies += [Body(body.pieces[:at]), Body(body.pieces[at + 1 :])]
            betweens.append(Between([Head([headline])]))
        betweens.append(behind)
    return Page(bodies, betweens)


def _lone_headline(body: Body) -> Piece | None:
    """The only short line inside a body, if it is the headline of what is above or of what is below it."""
    inside = body.pieces[1:-1]
    short = [piece for piece in inside if isinstance(piece, Piece) and not is_paragraph(piece)]
    if len(short) != 1 or len(short[0].text) < _SHORTEST or starts_item(short[0].text.text):
        return None
    at = body.pieces.index(short[0])
    title = word_pairs(short[0].text.text)
    above = shared(title, word_pairs(Body(body.pieces[:at]).text()))
    below = shared(title, word_pairs(Body(body.pieces[at + 1 :]).text()))
    of_above = above >= _OF_THE_ONE and below <= _OF_THE_OTHER
    of_below = below >= _OF_THE_NEXT and above <= _OF_THE_OTHER
    return short[0] if of_above or of_below else None
