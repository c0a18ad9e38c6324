"""Fiscal years, where an English document defines them."""

from __future__ import annotations

import re
from calendar import monthrange

from luoshi_core.reading.header.dates import MONTH, month_of

_YEAR = (
    r"(?:(?:fiscal|financial|budget|council|municipal|reporting|operating)\s+years?"
    r"|\byears?\s(?:written|shown|such\sas)|20\d\d[/–-]\d\d[”\")]?(?=\s(?:means?|runs?|is|refers|covers|begins|starts|ends)\b))"
)
_MONTH_AND_DAY = rf"(?:on\s+)?({MONTH})\s+(\d{{1,2}})"
_END = re.compile(
    rf"{_YEAR}[^.]{{0,80}}?\b(?:ends?|ending|closes?|through|to)\s+{_MONTH_AND_DAY}",
    re.IGNORECASE,
)
_START = re.compile(
    rf"{_YEAR}[^.]{{0,60}}?\b(?:begins?|beginning|starts?|runs?\s+from)\s+{_MONTH_AND_DAY}",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    rf"{_YEAR}[^.]{{0,80}}?\b(?:ends?|ending|closes?|to|until)\s+(?:on\s+)?(\d{{1,2}})\s+({MONTH})\b",
    re.IGNORECASE,
)
_START_DAY_FIRST = re.compile(
    rf"{_YEAR}[^.]{{0,60}}?\b(?:begins?|beginning|starts?|runs?\s+from)\s+(?:on\s+)?(\d{{1,2}})\s+({MONTH})\b",
    re.IGNORECASE,
)


def fiscal_year_end(text: str) -> tuple[int, int] | None:
    """Month and day on which the fiscal year ends, where a paragraph defines it."""
    if found := _END.search(text):
        return _month_day(found[1], found[2])
    if found := _DAY_FIRST.search(text):
        return _month_day(found[2], found[1])
    found = _START.search(text)
    start = _month_day(found[1], found[2]) if found else None
    if start is None and (found := _START_DAY_FIRST.search(text)):
        start = _month_day(found[2], found[1])
    return _day_before(*start) if start else None


def _day_before(month: int, day: int) -> tuple[int, int]:
    if day > 1:
        return month, day - 1
    before = (month - 2) % 12 + 1
    return before, monthrange(2001, before)[1]


def _month_day(month: str, day: str) -> tuple[int, int] | None:
    number = month_of(month)
    return (number, int(day)) if number else None
