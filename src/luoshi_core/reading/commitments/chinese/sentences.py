"""A paragraph cut into sentences, their parts between semicolons, and their clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_ASIDE = r"(?<=“)[^”]*”?|(?<=《)[^》]*》?|(?<=（)(?:[^（）]|（[^（）]*）)*）"
#: Both start with one set of characters: then the search passes over all others.
_STRUCTURE = re.compile(rf"[“《（，；。！？：;\n](?:{_ASIDE}|(?<=[，；。！？：;\n]))")
_HIDDEN = re.compile(rf"[“《（](?:{_ASIDE})")
_HALF = re.compile(r"[,;:().【［\[]")
_HALF_COMMA = re.compile(r",(?:(?<!\d,)|(?!\d))")
_HALF_COLON = re.compile(r":(?<=[一-鿿）\s]:)")
_HALF_STOP = re.compile(r"\.(?<=[一-鿿）%]\.)(?=\s|$|[一-鿿])")
_HALF_MARKS = ((".", _HALF_STOP, "。"), (":", _HALF_COLON, "："), (",", _HALF_COMMA, "，"))
_HALF_BRACKETS = re.compile(r"[();【】［］\[\]]")
_BRACKETS = str.maketrans("();【】［］[]", "（）；（）（）（）")
_FULL_STOPS = "。！？\n"


@dataclass(slots=True)
class Sentence:
    """``text[start:end]`` up to its final mark, with the commas, colons and semicolons at its top level.

    ``brackets`` are the round brackets at its top level.
    """

    start: int
    end: int
    marks: list[int] = field(default_factory=list)
    brackets: list[tuple[int, int]] = field(default_factory=list)


def cut_sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a paragraph; marks inside quotations and brackets do not cut."""
    start = 0
    marks: list[int] = []
    brackets: list[tuple[int, int]] = []
    for match in _STRUCTURE.finditer(text):
        at = match.start()
        first = text[at]
        if first in _FULL_STOPS:
            if at > start:
                yield Sentence(start, at, marks, brackets)
            start, marks, brackets = match.end(), [], []
        elif first in "，；：;":
            marks.append(at)
        elif first == "（":
            brackets.append(match.span())
        elif (
            first == "“" and match[0][-2:-1] in _FULL_STOPS and text[match.end() : match.end() + 1] not in "，；。、的"
        ):
            yield Sentence(start, match.end(), marks, brackets)
            start, marks, brackets = match.end(), [], []
    if start < len(text):
        yield Sentence(start, len(text), marks, brackets)


def with_full_marks(text: str) -> str:
    """The text with half-width marks between Chinese words made full-width, equally long."""
    if not _HALF.search(text):
        return text
    for mark, pattern, full in _HALF_MARKS:
        if mark in text:
            text = pattern.sub(full, text)
    return text.translate(_BRACKETS) if _HALF_BRACKETS.search(text) else text


def hide_asides(text: str) -> str:
    """The text with the words in quotation marks, title marks and round brackets blotted out, equally long."""
    if "“" not in text and "《" not in text and "（" not in text:
        return text
    return _HIDDEN.sub(_blot, text)


def _blot(match: re.Match[str]) -> str:
    words = match[0]
    return words[0] + "■" * (len(words) - 2) + words[-1] if len(words) > 1 else words
