"""English limits that run from the document: within 60 days of adoption, within six months, over the next two years."""

from __future__ import annotations

import datetime as dt
import re

from luoshi_core.periods import months_later
from luoshi_core.reading.commitments.numerals import parse_number
from luoshi_core.reading.commitments.timing.grammar import Rule, Years, rule
from luoshi_core.reading.commitments.timing.limits import no_date, years_on
from luoshi_core.reading.commitments.timing.types import Timing
from luoshi_core.reading.source import Remark

_COUNT = r"""
    (?P<count>\d{1,3}|[a-z]+(?:-[a-z]+)?)(?:\s\(\d+\))?\s(?:full\s)?
    (?P<unit>(?:calendar\s|business\s|working\s)?days?|weeks?|months?|years?)
"""
_WITHIN = rf"""
    \b(?:[Ww]ithin|[Nn]o\slater\sthan|[Nn]ot\smore\sthan|[Ii]n\sthe)\s(?:the\s)?(?:first\s|next\s)?{_COUNT}\b
    (?P<event>\s(?:of|after|from|following)\s[^,.;]*)?
"""
_NEXT_YEARS = rf"\b(?:[Oo]ver|[Dd]uring|[Tt]hroughout)\sthe\s(?:next|coming|following)\s{_COUNT}\b"
_OF_THE_DOCUMENT = re.compile(
    r"""
    \s(?:of|after|from|following)\s(?:the\s|its\s)?(?:(?:final|formal|council|board|date\sof|effective\sdate\sof|council['’]s)\s)*
    (?:(?:adoption|approval|passage|publication|issuance|enactment|signing|effective\sdate|release)(?!\s(?:of|by)\s(?:an?|each|any|the\s(?:permit|request|application))\b)
      |(?:this|the)\s(?:plan|resolution|ordinance|order|policy|strategy|program|agreement|directive|memorandum|action\splan|meeting)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_EVENT_AHEAD = re.compile(
    r"\b(?:[Ii]f|[Uu]pon|[Ww]hen|[Ww]henever|[Oo]nce|[Aa]fter|complaints?|requests?|reports?\sof|notices?)\b"
)
_ANSWERS = re.compile(
    r"\b(?:respond|answer|acknowledge|reply|return|repair|resolve|remove|correct|inspect|notify|inform|process|cure|refund)\b",
    re.IGNORECASE,
)


def _read_within(match: re.Match[str], years: Years) -> Timing | None:
    """Runs from the document when it says so, or when nothing says that it runs from an event."""
    event = match["event"]
    if event is not None and not _OF_THE_DOCUMENT.match(event):
        return None
    text, start = match.string, match.start()
    if event is None and (_EVENT_AHEAD.search(text, 0, start) or _ANSWERS.search(text, 0, start)):
        return None
    if event is None and text[start : start + 2].lower() not in ("wi", "in"):
        return None
    cut = match.end() if event is None else match.start("event") + _document_words(event)
    return _later(match, cut, years)


def _document_words(event: str) -> int:
    found = _OF_THE_DOCUMENT.match(event)
    rest = re.compile(r"(?:\sdate)?(?:\sof\s(?:this|the)\s\w+(?:\s\w+)?|\sby\s(?:the\s)?(?:City\s|County\s)?Council)?")
    end = found.end() if found else len(event)
    more = rest.match(event, end)
    return more.end() if more else end


def _read_next_years(match: re.Match[str], years: Years) -> Timing | None:
    return _later(match, match.end(), years)


def _later(match: re.Match[str], end: int, years: Years) -> Timing | None:
    count = parse_number(match["count"])
    unit = match["unit"].split()
    if count is None:
        return None
    start = years.context.date
    if unit[-1].startswith("year") and (day := years_on(start, int(count), years.context.plan_end)) is not None:
        return Timing(match.start(), end, due=day)
    if start is None:
        return Timing(match.start(), end, remarks=(no_date(match[0]),))
    if unit[0] in ("business", "working"):
        return Timing(match.start(), end, remarks=(_no_business_days(match[0]),))
    return Timing(match.start(), end, due=_count_on(start, count, unit[-1]))


def _count_on(start: dt.date, count: float, unit: str) -> dt.date:
    if unit.startswith(("day", "week")):
        return start + dt.timedelta(days=int(count * (7 if unit.startswith("week") else 1)))
    return months_later(start, int(count))


def _no_business_days(words: str) -> Remark:
    return Remark(
        code="holidays-unknown",
        zh=f"“{words}”按当地工作日计算，而没有当地的节假日表，期限没有推算。",
        en=f"“{words}” counts local business days, for which there is no holiday table; the deadline was not computed.",
    )


ENGLISH_LIMIT_RULES: tuple[Rule, ...] = (
    rule("day week month year", _WITHIN, _read_within),
    rule("next coming following", _NEXT_YEARS, _read_next_years),
)
