"""English dates and periods: by March 31, 2026; by the end of Q3; in FY2027; by 2028; by mid-2026."""

from __future__ import annotations

import datetime as dt
import re

from luoshi_core.periods import fiscal_year_end, half_end, month_end, quarter_end, year_end
from luoshi_core.reading.commitments.timing.grammar import Rule, Years, due, exact_day, nothing, rule
from luoshi_core.reading.commitments.timing.types import Timing

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_SIGNS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"

_MONTH = r"""
    (?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?
    |Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![A-Za-z])
"""
_BY = r"(?:[Bb]y|[Bb]efore|[Uu]ntil|[Tt]ill|[Tt]hrough|[Ii]n|[Dd]uring|[Tt]hroughout|[Ww]ithin|[Oo]f|than|to|and|[-–—])"
_FROM = r"(?:[Bb]eginning|[Ss]tarting|[Ee]ffective|[Cc]ommencing|[Ff]rom)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d%])"
_YEAR = r"(?P<year>20\d\d)(?![-–/]?\d)"

_MONTH_AND_DAY = rf"\b{_MONTH}\s{_DAY}(?:,?\s{_YEAR})?"
_DAY_AND_MONTH = rf"\b{_DAY}\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?"
_FIGURES = r"\b(?:(?P<iso>20\d\d-[01]\d-[0-3]\d)|(?P<month>1[0-2]|0?[1-9])/(?P<day>[0-3]?\d)/(?P<year>20\d\d))\b"
_MONTH_ALONE = (
    rf"\b(?P<lead>{_BY}|{_FROM}|late|early|mid)[\s-](?:(?:in|of|late|early|mid)[\s-])?{_MONTH}(?:,?\s{_YEAR})?(?!\s?\d)"
)
_MONTH_OF_YEAR = rf"\b{_MONTH},?\s{_YEAR}"
_PART = rf"""
    \b(?:Q(?P<quarter>[1-4])
      |(?:[Tt]he\s)?(?P<ordinal>first|second|third|fourth|[1-4](?:st|nd|rd|th))[\s-](?P<what>quarter|half))\b
    (?:(?:\s?of)?,?\s?(?:the\s)?(?:calendar\syear\s)?(?P<fiscal>FY\s?|[Ff]iscal\s[Yy]ear\s)?{_YEAR}
      |\sof\s(?:the|this)\s(?:calendar\s)?year)?
"""
_FISCAL_YEAR = r"\b(?:FY|[Ff]iscal\s[Yy]ears?)\s?['’]?(?P<first>(?:20)?\d\d)(?:\s?[-–/]\s?(?P<last>(?:20)?\d\d))?\b"
_SPLIT_YEAR = (
    rf"\b(?:{_BY}|[Ee]nd\sof|[Cc]lose\sof)\s(?:the\s)?(?:(?:end|close)\sof\s)?(?:the\s)?"
    r"(?P<first>20\d\d)[/–-](?P<last>(?:20)?\d\d)(?![-–/]?\d)(?!\s(?:[A-Z]|levels?\b|baseline|budget|figures?\b))"
)
_THIS_FISCAL = r"\b(?:[Tt]he|[Tt]his)\s(?P<which>current\s|next\s|coming\s)?fiscal\syear\b(?!\sbudget|\sends)"
_BARE_YEAR = rf"""
    \b(?P<lead>{_BY}|{_FROM}|year)\s(?:in\s)?(?:the\s(?:end|close)\sof\s)?(?P<half>mid-)?{_YEAR}
    (?!\s(?:[A-Z]|levels?\b|baseline|dollars|budget|figures?\b|census|survey|totals?\b|rates?\b|values?\b))
"""
_YEARS = rf"\b(?:20\d\d)\s?(?:and|to|through|[-–—])\s?{_YEAR}"
_YEAR_END = r"""
    \b(?:(?:[Tt]he\s)?(?:end|close)\sof\s(?:the|this|each(?!\s))?\s?(?:calendar\s)?year|(?:calendar\s)?year[\s-]end
      |[Tt]his\s(?:calendar\s)?year)\b(?!\splan)
"""
_NEXT_YEAR = r"\b(?:[Bb]y\s|[Ii]n\s|[Dd]uring\s)?(?:(?:the\s)?end\sof\s)?next\s(?:calendar\s)?year\b"
_HOLIDAY = r"\b(?:[Bb]efore|[Bb]y)\s(?P<name>New\sYear['’]?s?\s(?:Day|Eve)|Christmas|Independence\sDay|Juneteenth)\b"

_COMPARED = re.compile(
    r"(?:from|(?<!later\s)(?<!earlier\s)than|since|versus|against|compared\s(?:with|to)|over|relative\sto|[Aa]bove|[Bb]elow|as\sof)"
    r"\s(?:(?:its|the)\s)?(?:\w+\s)?$"
)
_STARTS = re.compile(rf"(?:{_FROM}|as\sof|on\sand\safter)\s(?:in\s|on\s)?$")
_MEETING = re.compile(
    r"[,]?\s(?:meeting|election|hearing|memorandum|report|resolution|letter|storm|flood|survey|study)\b"
)
_HOLIDAYS = {"New": (12, 31), "Christmas": (12, 24), "Independence": (7, 3), "Juneteenth": (6, 18)}


def _month(words: str) -> int:
    return _MONTHS.index(words[:3].lower()) + 1


def _read_day(match: re.Match[str], years: Years) -> Timing | None:
    if _MEETING.match(match.string, match.end()) or _is_compared(match):
        return nothing(match)
    year = years.name(match["year"])
    return None if year is None else due(match, exact_day(year, _month(match["month"]), int(match["day"])))


def _is_compared(match: re.Match[str]) -> bool:
    return _COMPARED.search(match.string, max(0, match.start() - 24), match.start()) is not None


def _read_figures(match: re.Match[str], years: Years) -> Timing | None:
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
    else:
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    years.named = year
    return due(match, exact_day(year, month, day))


def _read_month(match: re.Match[str], years: Years) -> Timing | None:
    lead = match.groupdict().get("lead") or ""
    if match["month"] == "May" and not match["year"] and lead.lower() in ("to", "and", "than", "of", "-", "–", "—"):
        return None
    if _is_compared(match) or (lead in ("of", "and", "to") and not (match["year"] or _ends_a_deadline(match))):
        return None
    year = years.name(match["year"])
    if year is None:
        return None
    month = _month(match["month"])
    starts = re.match(_FROM, lead) or _STARTS.search(match.string, max(0, match.start() - 14), match.start())
    return due(match, dt.date(year, month, 1) if starts else month_end(year, month))


def _read_part(match: re.Match[str], years: Years) -> Timing | None:
    year = years.name(match["year"])
    if year is None:
        return None
    number = int(match["quarter"] or _ORDINALS[match["ordinal"]])
    if match["what"] == "half":
        return due(match, _in_fiscal_year(year, 6 * number, match, years) or half_end(year, min(number, 2)))
    return due(match, _in_fiscal_year(year, 3 * number, match, years) or quarter_end(year, number))


def _in_fiscal_year(year: int, months: int, match: re.Match[str], years: Years) -> dt.date | None:
    """The end of a part of a fiscal year, ``months`` after its beginning; None for a calendar year."""
    if not match["fiscal"]:
        return None
    end = fiscal_year_end(year, years.context.fiscal_year_end)
    back = (end.year * 12 + end.month - 1) - (12 - months)
    return month_end(back // 12, back % 12 + 1)


def _read_fiscal_year(match: re.Match[str], years: Years) -> Timing | None:
    first, last = match["first"], match["last"]
    year = 2000 + int((last or first)[-2:])
    years.named = year
    return due(match, fiscal_year_end(year, years.context.fiscal_year_end))


def _read_split_year(match: re.Match[str], years: Years) -> Timing | None:
    """2026/27 is a fiscal year only where the document says when that ends."""
    if years.context.fiscal_year_end is None or (int(match["first"]) + 1) % 100 != int(match["last"]) % 100:
        return None
    return _read_fiscal_year(match, years)


def _read_this_fiscal_year(match: re.Match[str], years: Years) -> Timing | None:
    today, ends = years.context.date, years.context.fiscal_year_end
    if today is None:
        return None
    end = fiscal_year_end(today.year, ends)
    ahead = (end < today) + ((match["which"] or "").strip() in ("next", "coming"))
    return due(match, fiscal_year_end(today.year + ahead, ends))


def _read_year(match: re.Match[str], years: Years) -> Timing | None:
    lead = match["lead"]
    if lead in ("to", "and", "of", "than", "-", "–", "—") and not _ends_a_deadline(match):
        return nothing(match) if _is_compared(match) else None
    if re.match(_FROM, lead):
        year = years.name(match["year"])
        return None if year is None or lead in ("from", "From") else due(match, dt.date(year, 1, 1))
    year = years.name(match["year"])
    return None if year is None else due(match, half_end(year, 1) if match["half"] else year_end(year))


def _ends_a_deadline(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 14) : match.start()]
    return before.endswith(("end ", "close ", "later ", "early ", "late "))


def _read_years(match: re.Match[str], years: Years) -> Timing | None:
    return due(match, year_end(years.name(match["year"]) or 0)) if match["year"] else None


def _read_year_end(match: re.Match[str], years: Years) -> Timing | None:
    year = years.plain
    return None if year is None else due(match, year_end(year))


def _read_next_year(match: re.Match[str], years: Years) -> Timing | None:
    year = years.context.year
    return None if year is None else due(match, year_end(year + 1))


def _read_holiday(match: re.Match[str], years: Years) -> Timing | None:
    year = years.plain
    return None if year is None else due(match, dt.date(year, *_HOLIDAYS[re.split(r"\s", match["name"])[0]]))


ENGLISH_DATE_RULES: tuple[Rule, ...] = (
    rule(_SIGNS, _MONTH_AND_DAY, _read_day),
    rule(_SIGNS, _DAY_AND_MONTH, _read_day),
    rule("/20 -0 -1", _FIGURES, _read_figures),
    rule(_SIGNS, _MONTH_OF_YEAR, _read_month),
    rule(_SIGNS, _MONTH_ALONE, _read_month),
    rule("Q quarter half", _PART, _read_part),
    rule("FY iscal", _FISCAL_YEAR, _read_fiscal_year),
    rule("20", _SPLIT_YEAR, _read_split_year),
    rule("fiscal", _THIS_FISCAL, _read_this_fiscal_year),
    rule("20", _YEARS, _read_years),
    rule("20", _BARE_YEAR, _read_year),
    rule("year", _YEAR_END, _read_year_end),
    rule("next", _NEXT_YEAR, _read_next_year),
    rule("New Christmas Independence Juneteenth", _HOLIDAY, _read_holiday),
)
