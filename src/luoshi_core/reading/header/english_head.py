"""The head of an English document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from luoshi_core.reading.header.dates import ANY_ENGLISH
from luoshi_core.reading.header.english_lines import (
    ASIDE,
    BY,
    BYLINE,
    CODE,
    DATED,
    FIELD,
    FIELD_OF,
    LETTERHEAD,
    NUMBER,
    OPENING,
    ORGAN,
    PLACE,
    REFERENCE,
    RESOLVES,
    YEARS,
    is_capitals,
    seams,
    without_article,
)
from luoshi_core.reading.header.findings import Findings
from luoshi_core.reading.header.lines import RULE
from luoshi_core.reading.labels import has_label
from luoshi_core.reading.passages import Grid, Piece
from luoshi_core.reading.source import Role
from luoshi_core.reading.traced import Traced

_FARTHEST = 30
_LONGEST_TITLE = 240


class EnglishHead:
    """Reads line after line until the body begins."""

    def __init__(self, pieces: Sequence[Piece | Grid], into: Findings) -> None:
        self.title: list[Traced] = []
        self._pieces = pieces
        self._into = into
        self._title_role = Role.BODY
        self._title_level: int | None = None

    def read(self) -> int:
        """Read the head; how many pieces it has."""
        at = 0
        for at, piece in enumerate(self._pieces[:_FARTHEST]):
            if isinstance(piece, Grid) or not all(self._take(line) for line in _lines(piece)):
                return at
        return min(len(self._pieces), _FARTHEST) if self._pieces else at

    def _take(self, piece: Piece) -> bool:
        line = piece.text
        text = line.text
        if RULE.match(text) or self._take_number(line) or self._take_field(line):
            return True
        if found := BY.match(text):
            self._take_by(found, line)
            return True
        if found := DATED.match(text):
            self._into.put("date", found[1], line)
            return True
        if found := BYLINE.match(text):
            self._into.put("author", found[1], line)
            return True
        if ASIDE.match(text):
            return True
        return self._take_title(piece)

    def _take_number(self, line: Traced) -> bool:
        found = NUMBER.match(line.text) or CODE.match(line.text)
        if not found or len(line.text) > found.end() + 60:
            return False
        start = reference.end() if (reference := REFERENCE.match(line.text)) else 0
        self._into.put("number", line.text[start : found.end()], line.cut(start, found.end()))
        rest = line.cut(found.end()).strip(" ,;–—-()")
        if act := BY.match(rest.text):
            self._take_by(act, rest)
        if dated := ANY_ENGLISH.search(line.text, found.end()):
            self._into.put("date", dated[0], line.cut(*dated.span()))
        return True

    def _take_field(self, line: Traced) -> bool:
        found = FIELD.match(line.text)
        if not found or len(line.text) > 300:
            return False
        field = FIELD_OF.get(found[1].lower(), "other")
        if field == "subject":
            self.title = [line.cut(found.start(2))]
        self._into.put(field, without_article(found[2]), line)
        return True

    def _take_by(self, found: re.Match[str], line: Traced) -> None:
        name = without_article(found[2])
        prepared = found[1].lower() in ("prepared", "submitted")
        field = "prepared" if prepared else "organ" if ORGAN.match(name) else "issuer"
        self._into.put(field, name, line)
        if dated := ANY_ENGLISH.search(line.text):
            self._into.put("date", dated[0], line)

    def _take_title(self, piece: Piece) -> bool:
        text = piece.text.text
        if len(text) > _LONGEST_TITLE or OPENING.match(text) or has_label(text):
            return False
        if LETTERHEAD.match(text) and (not self.title or not is_capitals(text)):
            self._into.put("masthead" if PLACE.match(text) else "masthead body", text, piece.text)
            return not self.title or len(text) < 60
        if text.endswith((".", ";", ":")) and not (text.isupper() or RESOLVES.match(text)):
            return False
        if self.title and not self._goes_on(piece):
            return False
        self.title.append(piece.text)
        self._title_role, self._title_level = piece.role, piece.level
        if found := RESOLVES.match(text):
            self._into.put("resolves", without_article(found[1]), piece.text)
        return True

    def _goes_on(self, piece: Piece) -> bool:
        text, before = piece.text.text, " ".join(line.text for line in self.title)
        if len(before) + len(text) > _LONGEST_TITLE or piece.role is not self._title_role:
            return False
        if YEARS.match(text):
            return True
        if piece.level != self._title_level:
            return False
        return is_capitals(text) == is_capitals(before) and (piece.gap == 0 or piece.align == "center")


def _lines(piece: Piece) -> list[Piece]:
    text = piece.text
    cuts = [0, *seams(text.text), len(text)]
    lines = (text.cut(start, end).strip(" \t|•·") for start, end in pairwise(cuts))
    return [replace(piece, text=line) for line in lines if line]
