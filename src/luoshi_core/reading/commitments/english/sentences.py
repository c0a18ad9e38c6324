"""English paragraphs -> sentences and segments, as characters of the paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi_core.reading.traced import Span

_ABBREVIATED = re.compile(
    r"(?:\b(?:no|nos|dr|mr|mrs|ms|st|mt|ft|sec|art|ch|para|fig|inc|ltd|co|corp|dept|div|vs|approx|est|min"
    r"|max|hon|rev|gov|gen|col"
    r"|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|e\.g|i\.e|a\.m|p\.m|u\.s|u\.k|cf|al|etc|ave|blvd"
    r"|rd|sq)|\b[A-Z]|\b[A-Z]\.[A-Z])\.$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?][”’\"')\]]*(?=\s+[“‘\"'(\[]?[A-Z0-9•])")
_SEGMENT = re.compile(
    r";\s*(?:and\s|or\s|but\s)?|(?<=[:;,])\s{1,3}(?:and\s)?(?=\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s)|[•▪●]\s"
)
_PARTED = re.compile(r"[;•▪●(]")
_ITEM_LABEL = re.compile(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s+")
_QUOTED = re.compile(r"“[^“”]*(?:”|$)|(?<![\w])\"[^\"]*(?:\"|$)|(?<![\w])‘[^‘’]*’(?!\w)")
_FEWEST_WORDS = 5


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a paragraph without the white space around them."""
    start = 0
    for match in _STOP.finditer(text):
        if text[match.start()] == "." and _ABBREVIATED.search(text, max(start, match.start() - 12), match.start() + 1):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def segments(text: str, span: Span) -> Iterator[Span]:
    """What stands between semicolons and lettered labels of one sentence, without these."""
    if _PARTED.search(text, span.start, span.end) is None:
        yield from _unlabelled(text, span.start, span.end)
        return
    start = span.start
    for match in _SEGMENT.finditer(text, span.start, span.end):
        yield from _unlabelled(text, start, match.start())
        start = match.end()
    yield from _unlabelled(text, start, span.end)


def without_speech(text: str) -> str:
    """The text with every quoted sentence blanked out, character for character; quoted names stay."""
    if "“" not in text and '"' not in text and "‘" not in text:
        return text
    return _QUOTED.sub(_blank_speech, text)


def _blank_speech(match: re.Match[str]) -> str:
    words = match[0]
    return words if len(words.split()) < _FEWEST_WORDS else "“" + "_" * (len(words) - 2) + "”"


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    if left < right:
        yield Span(start + left, start + right)


def _unlabelled(text: str, start: int, end: int) -> Iterator[Span]:
    for part in _trimmed(text, start, end):
        label = _ITEM_LABEL.match(text, part.start, part.end)
        yield from _trimmed(text, label.end() if label else part.start, part.end)
