"""Words cut apart and joined, each with its places in the text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from luoshi.common.errors import Refused
from luoshi.register.bridge import Spans, spans_within

#: what separates the parts of a sentence and belongs to none of them
EDGES = " \t\r\n　，,；;。、"
#: the last character before Chinese begins: words below it are kept apart by a blank
_LATIN = "\u2e7f"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a quote with its places in the text."""

    quote: str
    spans: list[list[int]]


def pieces_of(quote: str, spans: Spans, cuts: Sequence[int]) -> list[Piece]:
    """The parts of a quote that is cut before the characters ``cuts``, without the marks at their edges.

    Raises Refused for a cut outside the quote, for none at all, and for a part without words.
    """
    edges = sorted({0, *cuts, len(quote)})
    if edges[0] < 0 or edges[-1] > len(quote):
        raise Refused(zh="拆分处不在原文内。", en="A cut lies outside the words.")
    if len(edges) < 3:
        raise Refused(zh="请至少选一处拆开。", en="Choose at least one place to cut.")
    pieces = []
    for start, end in pairwise(edges):
        words = quote[start:end]
        low = start + len(words) - len(words.lstrip(EDGES))
        high = end - (len(words) - len(words.rstrip(EDGES)))
        if low >= high:
            raise Refused(zh="拆出的一段没有文字。", en="A part would have no words.")
        pieces.append(Piece(quote[low:high], spans_within(quote, spans, low, high)))
    return pieces


def home_of(target: Mapping[str, Any], pieces: Sequence[Piece]) -> int:
    """The one part that a target belongs to: where it stands in the text, else whose words name it, else the first."""
    scores = [(_shared(target.get("spans", ()), piece.spans), *_named(target, piece.quote)) for piece in pieces]
    return scores.index(max(scores))


def _shared(some: Spans, others: Spans) -> int:
    """How many characters two sets of places have in common."""
    return sum(max(min(b, d) - max(a, c), 0) for a, b in some for c, d in others)


def _named(target: Mapping[str, Any], words: str) -> tuple[bool, bool, bool]:
    """Whether words print a target's number, what it counts, its unit."""
    number = rf"(?<![\d.]){re.escape(str(target['value']))}(?!\d|\.\d)"
    counted, unit = target["measure"], target["unit"]
    return bool(re.search(number, words)), bool(counted) and counted in words, bool(unit) and unit in words


def run_on(text: str) -> str:
    """A stretch of the text without the line breaks of the page; a blank keeps words of other scripts apart."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[0] + "".join(_blank(a, b) + b for a, b in pairwise(lines)) if lines else ""


def _blank(before: str, after: str) -> str:
    return " " if before[-1:] <= _LATIN and after[:1] <= _LATIN else ""


def between(text: str, start: int, before: str, after: str) -> tuple[str, list[list[int]]] | None:
    """What joins two neighbours: the marks between them with their places; None where words stand between.

    ``text`` begins at the character ``start``; ``before`` and ``after`` are the words around it.
    """
    if text.strip(EDGES):
        return None
    spans = [[start + mark.start(), start + mark.end()] for mark in re.finditer(r"\S+", text)]
    marks = "".join(text.split())
    at_end = text[len(text.rstrip()) :]
    if at_end and _blank(marks or before, after):
        return f"{marks} ", [*spans, [start + len(text) - 1, start + len(text)]]
    return marks, spans
