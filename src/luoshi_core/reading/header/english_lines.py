"""What the lines in the head of an English document look like."""

from __future__ import annotations

import re

from luoshi_core.reading.header.dates import ENGLISH, MONTH

_PAPERS = (
    r"(?:File|Resolution|Ordinance|Council\s+File|Document|Report|Agenda|Item|Bill|Order|Executive\s+Order|Policy|Directive"
    r"|Case|Reference|Ref\.?|Administrative\s+(?:Order|Regulation)|Council\s+Bill|Legislative\s+File|Memorandum|Paper"
    r"|Minute|Decision)"
)
_VALUE = r"(?=\S*\d)[\w./–-]*\w"
NUMBER = re.compile(
    rf"{_PAPERS}\s*(?:(?:No\.?|Number|#|ID|Ref\.?|Reference)\s*:?\s*)+{_VALUE}"
    rf"|(?:[A-Z]\w+\s+){{1,2}}(?:No\.|Number|Ref\.?|Reference)\s*:?\s*{_VALUE}"
    rf"|(?:(?:Our\s+|Document\s+)?Ref(?:\.|erence)?|{_PAPERS}|No\.)(?:\s*:\s*|\s+){_VALUE}$",
    re.IGNORECASE,
)
REFERENCE = re.compile(r"(?:Our\s+|Document\s+)?Ref(?:\.|erence)?\s*:\s*", re.IGNORECASE)
PAPER_NUMBER = re.compile(rf"\b({_PAPERS}\s+(?:No\.?|Number|#)\s*{_VALUE})", re.IGNORECASE)
CODE = re.compile(r"(?=\S*\d)[A-Z][A-Za-z]{0,5}(?:[-/.][A-Z0-9]{1,6}){1,4}$")
"""Numbers: RESOLUTION NO. 2026-14, Report No. AF/26/003, Paper 26/114; and a code alone: AF/26/003."""

_SEAM = re.compile(
    rf"\s+(?={_PAPERS}\s+(?:No\b|Number|#)"
    r"|(?:Adopted|Approved|Issued|Published|Prepared|Endorsed|Effective)\s+(?:by|on|for)\b"
    r"|(?:Date|From|Subject|To|Author|Contact|Version)\s*:)"
)
_BAR = re.compile(r"\s*[|•·]\s*|\t+|\s{3,}")
_LONGEST_RUN = 300

_ACTS = r"(Adopted|Approved|Issued|Published|Enacted|Prepared|Released|Endorsed|Passed|Accepted|Submitted)"
BY = re.compile(
    rf"(?:Passed\s+and\s+)?{_ACTS}(?:\s+and\s+\w+)?\s+(?:by|for)\s+"
    rf"(.+?)(?:\s*,?\s+(?:on|this|effective|at)\b\s*(.*)|\s*[,;]?\s*({ENGLISH}).*|\s*\.?)$",
    re.IGNORECASE | re.DOTALL,
)
"""Adopted by the Town Council on May 4, 2026: act, body."""

ORGAN = re.compile(
    r"(?:(?:Full|City|Town|County|Borough|District)\s+)?"
    r"(?:Council|Cabinet|Board|Committee|Commission|Assembly|Executive)$"
)
"""An organ without its place, which the letterhead then names."""

DATED = re.compile(
    r"(?:(?:Date|Dated|Adopted|Approved|Issued|Adoption\s+date|Date\s+of\s+adoption|Published|Passed)\s*(?:on)?\s*:?\s*)?"
    rf"({ENGLISH}|\d{{4}}-\d\d-\d\d)\.?$",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"(?:Effective|Revised|Updated|Last\s+updated|Printed|Posted|Expires|Version|Draft|Final|Confidential)\b.{0,60}$"
    rf"|{MONTH}\s+\d{{4}}$",
    re.IGNORECASE,
)
"""Other dates and marks than the date of the document."""
YEARS = re.compile(r"20\d\d\s*(?:(?:[–—-]|to)\s*(?:20)?\d\d)?$")
"""The years of a plan alone on a line of its title."""
BYLINE = re.compile(r"[Bb]y\s+((?:[A-Z][\w.'’-]+\s*){1,4})$")

FIELD_OF = {
    "to": "recipients",
    "from": "issuer",
    "date": "date",
    "subject": "subject",
    "re": "subject",
    "title": "subject",
    "author": "author",
    "by": "author",
    "prepared by": "prepared",
    "department": "prepared",
    "cc": "copied_to",
    "issued by": "issuer",
    "agency": "issuer",
    "via": "other",
    "through": "other",
    "contact": "other",
}
FIELD = re.compile(rf"({'|'.join(FIELD_OF)})\s*:\s*(.+)$", re.IGNORECASE | re.DOTALL)

_ORGANS = (
    r"(?i:City Council|Town Council|County Council|Council|Department|Commission|Authority|Agency|Office|Board|Bureau"
    r"|County|District|Trust|Partnership|Alliance|Association|Foundation|Ministry|Secretariat|Service|Corporation|University"
    r"|Township|Government|Assembly|Society|Forum|Network)"
)
LETTERHEAD = re.compile(
    r"(?:(?:THE\s+)?(?:CITY|COUNTY|TOWN|VILLAGE|BOROUGH|STATE|MUNICIPALITY|PORT|DISTRICT|CITY AND COUNTY)\s+OF"
    r"\s+[A-Z .'’-]+"
    r"|(?:Office|Department|Board|Bureau|Division|Commission|City|Town|County)\s+(?:of|for)\s+(?:the\s+)?"
    r"[A-Z][\w ,.'’&-]+"
    rf"|[A-Z][\w .'’&-]+\s{_ORGANS})$"
)
"""A line that is nothing but the name of a body or a place."""

PLACE = re.compile(r"(?:THE\s+)?(?:CITY|COUNTY|TOWN|VILLAGE|BOROUGH|STATE)\s+OF\b", re.IGNORECASE)
OPENING = re.compile(
    r"(?:INTRODUCTION|BACKGROUND|SUMMARY|EXECUTIVE SUMMARY|PURPOSE|OVERVIEW|CONTEXT|PREAMBLE|RECITALS|VISION|FOREWORD"
    r"|CONTENTS|TABLE OF CONTENTS|ACTIONS?|GOALS|COMMITMENTS|RECOMMENDATIONS?|WHEREAS.*)[:.]?$",
    re.IGNORECASE,
)
"""A heading with which the body begins."""

RESOLVES = re.compile(
    r"AN?\s+(?:RESOLUTION|ORDINANCE|ORDER)\s+OF\s+(?:THE\s+)?(.+?)\s+(?:[A-Z]+ING|TO|FOR|ON|RELATING|REGARDING)\b",
    re.IGNORECASE,
)


def seams(text: str) -> list[int]:
    """Where the lines of a head begin that a format ran together to one paragraph; empty for plain text."""
    if len(text) > _LONGEST_RUN or text.endswith("."):
        return []
    places = [found.start() for found in _SEAM.finditer(text)]
    bars = [found.start() for found in _BAR.finditer(text)]
    if bars:
        return sorted({*places, *bars})
    if len(places) == 1 and not (LETTERHEAD.match(text[: places[0]]) or _is_dated_act(text[places[0] :].strip())):
        return []
    return places


def _is_dated_act(text: str) -> bool:
    """Whether some words are "Adopted by … on" with the date and nothing behind it."""
    return BY.match(text) is not None and re.search(rf"{ENGLISH}$", text, re.IGNORECASE) is not None


def without_article(name: str) -> str:
    """A name without its leading "the"."""
    return re.sub(r"^the\s+", "", name.strip().rstrip(".,;"), flags=re.IGNORECASE)


def is_capitals(text: str) -> bool:
    """Whether a line is set in capitals."""
    return text.upper() == text
