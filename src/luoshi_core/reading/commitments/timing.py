"""Deadlines and frequencies in a sentence."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.timing_types import Timing
from luoshi_core.reading.model import Cadence

__all__ = ["Timing", "find_timings", "last_year_named", "parse_due_cell"]

_MONTH_END = re.compile(r"(?:([12]\d{3})年)?(\d{1,2})月(?:(\d{1,2})日|底|末)?(?:之?前)?")
_YEAR_END = re.compile(r"年底前?|年内|全年")
_EVERY = re.compile(r"每(日|天|周|月|季度|年)")
_CADENCES = {
    "日": Cadence.DAILY,
    "天": Cadence.DAILY,
    "周": Cadence.WEEKLY,
    "月": Cadence.MONTHLY,
    "季度": Cadence.QUARTERLY,
    "年": Cadence.YEARLY,
}


def find_timings(text: str, context: PlanContext, year: int | None = None) -> list[Timing]:
    """Every expression that sets a deadline or a frequency, left to right."""
    found = [Timing(m.start(), m.end(), cadence=_CADENCES[m[1]]) for m in _EVERY.finditer(text)]
    default = year or context.year
    for match in _MONTH_END.finditer(text):
        full = int(match[1]) if match[1] else default
        if full is None or any(t.end == match.start() for t in found):
            continue
        month = int(match[2])
        day = int(match[3]) if match[3] else calendar.monthrange(full, month)[1]
        found.append(Timing(match.start(), match.end(), due=dt.date(full, month, day)))
    if default is not None:
        found += [Timing(m.start(), m.end(), due=dt.date(default, 12, 31)) for m in _YEAR_END.finditer(text)]
    return sorted(found, key=lambda timing: timing.start)


def last_year_named(text: str) -> int | None:
    """The last year that a text names as the year of something to come."""
    years = re.findall(r"(20\d\d)年", text)
    return int(years[-1]) if years else None


def parse_due_cell(text: str, context: PlanContext) -> Timing | None:
    """The deadline or frequency that a whole cell of a table gives."""
    timings = find_timings(text, context)
    return timings[-1] if timings else None
