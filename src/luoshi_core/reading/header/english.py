"""The head of an English document and what stands below its body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from luoshi_core.reading.header.dates import ANY_ENGLISH, ENGLISH
from luoshi_core.reading.header.findings import Findings
from luoshi_core.reading.header.lines import RULE
from luoshi_core.reading.labels import has_label
from luoshi_core.reading.passages import Grid, Piece
from luoshi_core.reading.source import Role
from luoshi_core.reading.traced import Traced

_FARTHEST = 30
_LONGEST_RUN = 300
_PAPERS = (
    r"(?:File|Resolution|Ordinance|Council\s+File|Document|Report|Agenda|Item|Bill|Order|Executive\s+Order|Policy|Directive|Case|Reference|Ref\.?"
    r"|Administrative\s+(?:Order|Regulation)|Council\s+Bill|Legislative\s+File|Memorandum|Paper|Minute|Decision)"
)
_NUMBER = re.compile(rf"{_PAPERS}\s*(?:(?:No\.?|Number|#|ID)\s*:?\s*)+(?=\S*\d)[\w./–-]*\w", re.IGNORECASE)
_SEAM = re.compile(
    rf"\s+(?={_PAPERS}\s+(?:No\b|Number|#)|(?:Adopted|Approved|Issued|Published|Prepared|Endorsed|Effective)\s+(?:by|on|for)\b"
    r"|(?:Date|From|Subject|To|Author|Contact|Version)\s*:)"
)
_BY = re.compile(
    r"(?:Passed\s+and\s+)?(Adopted|Approved|Issued|Published|Enacted|Prepared|Released|Endorsed|Passed|Accepted|Submitted)(?:\s+and\s+\w+)?\s+(?:by|for)\s+"
    rf"(.+?)(?:\s*,?\s+(?:on|this|effective|at)\b\s*(.*)|\s*[,;]?\s*({ENGLISH}).*|\s*\.?)$",
    re.IGNORECASE | re.DOTALL,
)
_ORGAN = re.compile(
    r"(?:(?:Full|City|Town|County|Borough|District)\s+)?(?:Council|Cabinet|Board|Committee|Commission|Assembly|Executive)$"
)
"""An organ without its place, which the letterhead then names."""
_DATED = re.compile(
    rf"(?:(?:Date|Dated|Adopted|Approved|Issued|Adoption\s+date|Date\s+of\s+adoption|Published|Passed)\s*(?:on)?\s*:?\s*)?({ENGLISH}|\d{{4}}-\d\d-\d\d)\.?$",
    re.IGNORECASE,
)
_NOT_THE_DATE = re.compile(r"(?:Effective|Revised|Updated|Last\s+updated|Printed|Posted|Expires)\b", re.IGNORECASE)
_FIELD = re.compile(
    r"(To|From|Date|Subject|Re|RE|Title|Author|Prepared by|By|Cc|CC|Via|Through|Contact|Agency|Issued by|Department)\s*:\s*(.+)$",
    re.IGNORECASE | re.DOTALL,
)
_FIELD_OF = {
    "to": "recipients", "from": "issuer", "date": "date", "subject": "subject", "re": "subject", "title": "subject", "author": "author",
    "prepared by": "prepared", "by": "author", "cc": "copied_to", "issued by": "issuer", "agency": "issuer", "department": "prepared",
}  # fmt: skip
_BYLINE = re.compile(r"[Bb]y\s+((?:[A-Z][\w.'’-]+\s*){1,4})$")
_LETTERHEAD = re.compile(
    r"(?:(?:THE\s+)?(?:CITY|COUNTY|TOWN|VILLAGE|BOROUGH|STATE|MUNICIPALITY|PORT|DISTRICT|CITY AND COUNTY)\s+OF\s+[A-Z .'’-]+"
    r"|(?:Office|Department|Board|Bureau|Division|Commission|City|Town|County)\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w ,.'’&-]+"
    r"|[A-Z][\w .'’&-]+\s(?:City Council|Town Council|County Council|Council|Department|Commission|Authority|Agency|Office|Board|Bureau|County|District))$"
)
_PLACE = re.compile(r"(?:THE\s+)?(?:CITY|COUNTY|TOWN|VILLAGE|BOROUGH|STATE)\s+OF\b", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:INTRODUCTION|BACKGROUND|SUMMARY|EXECUTIVE SUMMARY|PURPOSE|OVERVIEW|CONTEXT|PREAMBLE|RECITALS|VISION|FOREWORD|CONTENTS|TABLE OF CONTENTS|"
    r"ACTIONS?|GOALS|COMMITMENTS|RECOMMENDATIONS?|WHEREAS.*)[:.]?$",
    re.IGNORECASE,
)
_RESOLVES = re.compile(
    r"A(?:N)?\s+(?:RESOLUTION|ORDINANCE|ORDER)\s+OF\s+(?:THE\s+)?(.+?)\s+(?:[A-Z]+ING|TO|FOR|ON|RELATING|REGARDING)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:PASSED,?\s+(?:APPROVED,?\s+)?AND\s+(?:ADOPTED|APPROVED)|ADOPTED\s+(?:by|this)|APPROVED\s+(?:AS TO FORM|by|this)|AYES|NOES|NAYS|ABSENT|ABSTAIN(?:ED)?|ATTEST|VOTE|SIGNED|"
    r"(?:City|Town|County)\s+Clerk|Mayor$|Distribution|cc)\b\s*:?",
    re.IGNORECASE,
)
_FISCAL_END = re.compile(
    r"fiscal\s+years?\b[^.]{0,80}?\b(?:ends?|ending|closes?|through|to)\s+(?:on\s+)?([A-Z][a-z]+)\s+(\d{1,2})",
    re.IGNORECASE,
)
_FISCAL_START = re.compile(
    r"fiscal\s+years?\b[^.]{0,60}?\b(?:begins?|beginning|starts?|runs\s+from)\s+(?:on\s+)?([A-Z][a-z]+)\s+(\d{1,2})",
    re.IGNORECASE,
)
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class EnglishHead:
    """Reads line after line until the body begins."""

    def __init__(self, pieces: Sequence[Piece | Grid], into: Findings) -> None:
        self.title: list[Traced] = []
        self._pieces = pieces
        self._into = into
        self._title_role = Role.BODY

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
        if found := _BY.match(text):
            self._take_by(found, line)
            return True
        if found := _DATED.match(text):
            self._into.put("date", found[1], line)
            return True
        if found := _BYLINE.match(text):
            self._into.put("author", found[1], line)
            return True
        if _NOT_THE_DATE.match(text) and len(text) < 80:
            return True
        return self._take_title(piece)

    def _take_number(self, line: Traced) -> bool:
        found = _NUMBER.match(line.text)
        if not found or len(line.text) > found.end() + 60:
            return False
        self._into.put("number", found[0].strip(), line.cut(0, found.end()))
        if dated := ANY_ENGLISH.search(line.text, found.end()):
            self._into.put("date", dated[0], line.cut(*dated.span()))
        return True

    def _take_field(self, line: Traced) -> bool:
        found = _FIELD.match(line.text)
        if not found or len(line.text) > 300:
            return False
        field = _FIELD_OF.get(found[1].lower(), "other")
        if field == "subject":
            self.title = [line.cut(found.start(2))]
        self._into.put(field, without_article(found[2]), line)
        return True

    def _take_by(self, found: re.Match[str], line: Traced) -> None:
        name = without_article(found[2])
        field = (
            "prepared" if found[1].lower() in ("prepared", "submitted") else "organ" if _ORGAN.match(name) else "issuer"
        )
        self._into.put(field, name, line)
        if dated := ANY_ENGLISH.search(line.text):
            self._into.put("date", dated[0], line)

    def _take_title(self, piece: Piece) -> bool:
        text = piece.text.text
        if len(text) > 220 or _OPENING.match(text) or has_label(text):
            return False
        if _LETTERHEAD.match(text) and (not self.title or not _is_capitals(text)):
            self._into.put("masthead" if _PLACE.match(text) else "masthead body", text, piece.text)
            return not self.title or len(text) < 60
        if text.endswith((".", ";", ":")) and not (text.isupper() or _RESOLVES.match(text)):
            return False
        if self.title and not self._goes_on(piece):
            return False
        self.title.append(piece.text)
        self._title_role = piece.role
        if found := _RESOLVES.match(text):
            self._into.put("resolves", without_article(found[1]), piece.text)
        return True

    def _goes_on(self, piece: Piece) -> bool:
        text, before = piece.text.text, " ".join(line.text for line in self.title)
        if len(before) + len(text) > 240 or piece.role is not self._title_role:
            return False
        return _is_capitals(text) == _is_capitals(before) and (piece.gap == 0 or piece.align == "center")


def _lines(piece: Piece) -> list[Piece]:
    """The lines of a head that a format ran together to one paragraph."""
    text = piece.text.text
    if len(text) > _LONGEST_RUN or text.endswith("."):
        return [piece]
    seams = [found.start() for found in _SEAM.finditer(text)]
    if not seams:
        return [piece]
    return [
        replace(piece, text=piece.text.cut(start, end).strip())
        for start, end in zip([0, *seams], [*seams, len(text)], strict=True)
    ]


def read_english_tail(pieces: Sequence[Piece | Grid], start: int, into: Findings) -> list[Piece | Grid]:
    """The pieces that are body: without votes, attests and what was passed by whom below the text."""
    body: list[Piece | Grid] = []
    for piece in pieces[start:]:
        if (
            isinstance(piece, Piece)
            and len(piece.text) < 400
            and (_CLOSING.match(piece.text.text) or RULE.match(piece.text.text))
        ):
            _read_closing(piece.text, into)
        else:
            body.append(piece)
    return body


def _read_closing(line: Traced, into: Findings) -> None:
    if not re.match(r"PASSED|ADOPTED|APPROVED", line.text, re.IGNORECASE):
        return
    if dated := ANY_ENGLISH.search(line.text):
        into.put("date", dated[0], line)
    if found := re.search(r"\bby\s+(?:the\s+)?(.+?)(?:\s+(?:on|at|this|held)\b|,|\.|$)", line.text):
        into.put("issuer", found[1], line)


def fiscal_year_end(text: str) -> tuple[int, int] | None:
    """Month and day on which the fiscal year ends, where a paragraph defines it."""
    if found := _FISCAL_END.search(text):
        return _month_day(found[1], int(found[2]))
    found = _FISCAL_START.search(text)
    start = _month_day(found[1], int(found[2])) if found else None
    if start is None:
        return None
    month, day = start
    return (month, day - 1) if day > 1 else ((month - 2) % 12 + 1, _MONTH_DAYS[(month - 2) % 12])


def _month_day(month: str, day: int) -> tuple[int, int] | None:
    name = month.lower()
    return (_MONTHS.index(name) + 1, day) if name in _MONTHS else None


def without_article(name: str) -> str:
    """A name without its leading "the"."""
    return re.sub(r"^the\s+", "", name.strip().rstrip(".,;"), flags=re.IGNORECASE)


def _is_capitals(text: str) -> bool:
    return text.upper() == text
