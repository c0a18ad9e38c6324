"""Dates as printed in heads and signatures."""

from __future__ import annotations

import datetime as dt
import re

_HAN_DIGITS = {sign: str(value) for value, sign in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零○ＯO0０", "0")
_HALF = str.maketrans("０１２３４５６７８９", "0123456789")
_MONTH_NAMES = [
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
]
_MONTHS = {name[:length]: number for number, name in enumerate(_MONTH_NAMES, 1) for length in (3, 4, len(name))}

CHINESE = (
    r"(?:[12１２][\d０-９]{3}\s*年\s*[\d０-９]{1,2}\s*月\s*[\d０-９]{1,2}\s*日"
    r"|[一二][〇○零ＯO0０一二三四五六七八九]{3}\s*年\s*[一二三四五六七八九十]{1,2}\s*月\s*[一二三四五六七八九十]{1,3}\s*日)"
)
NUMERIC = r"(?:[12]\d{3}([-./])\d{1,2}\1\d{1,2})(?!\d)"
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
ENGLISH = (
    rf"(?:{MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+[12]\d{{3}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:day\s+of\s+)?{MONTH}\.?,?\s+[12]\d{{3}})"
)

_CHINESE_PARTS = re.compile(r"([^年]{4})年(.{1,2})月(.{1,3})日")
_MONTH_PARTS = re.compile(r"([^年]{4})年(.{1,2})月")
_NUMERIC_PARTS = re.compile(r"([12]\d{3})[-./](\d{1,2})[-./](\d{1,2})(?!\d)")
_ENGLISH_MONTH_FIRST = re.compile(rf"({MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+([12]\d{{3}})", re.IGNORECASE)
_ENGLISH_DAY_FIRST = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:day\s+of\s+)?({MONTH})\.?,?\s+([12]\d{{3}})", re.IGNORECASE
)
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/([12]\d{3})\b")

ANY_CHINESE = re.compile(CHINESE)
ANY_ENGLISH = re.compile(ENGLISH, re.IGNORECASE)
MONTH_OF_YEAR = (
    r"(?:[12]\d{3}\s*年\s*\d{1,2}"
    r"|[一二][〇○零ＯO0一二三四五六七八九]{3}\s*年\s*[一二三四五六七八九十]{1,2})\s*月"
)
MONTH_ALONE = re.compile(rf"[（(]?\s*{MONTH_OF_YEAR}\s*[）)]?$")
"""A date that leaves the day open."""
ALONE = re.compile(rf"[（(]?\s*(?:{CHINESE}|{NUMERIC})\s*[）)]?$")


def month_of(name: str) -> int | None:
    """The number of a month by its English name, full or shortened."""
    return _MONTHS.get(name.lower().rstrip("."))


def parse_date(text: str) -> dt.date | None:
    """The first full date in a few printed words, Chinese, numeric or English; None for none or an impossible one."""
    text = text.translate(_HALF)
    squeezed = "".join(text.split())
    if found := _CHINESE_PARTS.search(squeezed):
        return _date(_year(found[1]), _small(found[2]), _small(found[3]))
    if found := _NUMERIC_PARTS.search(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _ENGLISH_MONTH_FIRST.search(text):
        return _date(int(found[3]), _MONTHS[found[1].lower()], int(found[2]))
    if found := _ENGLISH_DAY_FIRST.search(text):
        return _date(int(found[3]), _MONTHS[found[2].lower()], int(found[1]))
    if found := _SLASHED.search(text):
        return _date(int(found[3]), int(found[1]), int(found[2]))
    return None


def parse_month(text: str) -> dt.date | None:
    """The first day of the first month of a year in a few printed words; None for none or an impossible one."""
    found = _MONTH_PARTS.search("".join(text.translate(_HALF).split()))
    return _date(_year(found[1]), _small(found[2]), 1) if found else None


def _year(text: str) -> int:
    digits = "".join(_HAN_DIGITS.get(sign, sign) for sign in text)
    return int(digits) if digits.isdigit() else 0


def _small(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int(_HAN_DIGITS.get(text, "0"))
    return 10 * int(_HAN_DIGITS.get(tens, "1")) + int(_HAN_DIGITS.get(ones, "0"))


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
