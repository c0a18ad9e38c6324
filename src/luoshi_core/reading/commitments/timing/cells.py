"""The deadline column of a table: a whole cell such as 12月底, 2025.6, 6/30, 长期, 每月, 立行立改."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence

from luoshi_core.periods import PlanContext, month_end, year_end
from luoshi_core.reading.commitments.timing.grammar import exact_day
from luoshi_core.reading.commitments.timing.types import Timing
from luoshi_core.reading.model import Cadence

Find = Callable[[str, PlanContext], Sequence[Timing]]

_STANDING = re.compile(
    r"(?:需|要|并|立行立改|已完成)?[、，,；;并]?(?:长期|持续|常态|常年|全程|全年持续|不间断|动态)(?:化|性|长效)?"
    r"(?:坚持|推进|开展|实施|整改|执行|落实|保持|进行|工作|任务|有效|巩固|更新|抓好)*(?:[，、]?(?:并)?长期坚持|[，、]?持续推进)?|"
    r"[Oo]n-?going|[Cc]ontinuous(?:ly)?|[Cc]ontinual|[Pp]ermanent|[Aa]t all times"
)
_RHYTHM = re.compile(r"(?:按|每|逐)?(?:(月)|(季)|(半年|年)|(周)|(日))度?(?:报|通报|调度|更新|开展|推进|报送)?")
_RHYTHMS = (Cadence.MONTHLY, Cadence.QUARTERLY, Cadence.YEARLY, Cadence.WEEKLY, Cadence.DAILY)
_YEAR_AND_MONTH = re.compile(r"(20\d\d)\s?[./年-]\s?(\d{1,2})月?[底末]?前?|(20\d\d)(0[1-9]|1[0-2])")
_YEAR_SPAN = re.compile(r"(?:20\d\d年?\s?[-—–~至到]+\s?)?(20\d\d)\s?年?(?:度|底|末)?前?")
_WHOLE_DATE = re.compile(r"(20\d\d)(0[1-9]|1[0-2])([0-3]\d)")
_MONTH_AND_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})前?")
_DONE = re.compile(r"[（(][^（）()]*(?:已|完成)[^（）()]*[）)]$")


def read_cell(text: str, context: PlanContext, find: Find) -> Timing | None:
    """The deadline or frequency a whole cell gives; the last deadline where it names stages."""
    cell = _DONE.sub("", "".join(text.split()) if not context.english else " ".join(text.split()))
    end = len(text)
    if _STANDING.fullmatch(cell):
        return Timing(0, end, cadence=Cadence.STANDING)
    if rhythm := _RHYTHM.fullmatch(cell):
        return Timing(0, end, cadence=_RHYTHMS[(rhythm.lastindex or 1) - 1])
    if (day := _read_figures(cell, context)) is not None:
        return Timing(0, end, due=day)
    return _weightiest(find(cell, context), end)


def _read_figures(cell: str, context: PlanContext) -> dt.date | None:
    if match := _WHOLE_DATE.fullmatch(cell):
        return exact_day(int(match[1]), int(match[2]), int(match[3]))
    if match := _YEAR_AND_MONTH.fullmatch(cell):
        month = int(match[2] or match[4])
        return month_end(int(match[1] or match[3]), month) if 1 <= month <= 12 else None
    if match := _YEAR_SPAN.fullmatch(cell):
        return year_end(int(match[1]))
    if (match := _MONTH_AND_DAY.fullmatch(cell)) and context.year is not None:
        return exact_day(context.year, int(match[1]), int(match[2]))
    return None


def _weightiest(timings: Sequence[Timing], end: int) -> Timing | None:
    """A frequency before a deadline, a deadline before 长期坚持, the last deadline of several."""
    ranked = sorted(timings, key=_weight)
    if not ranked:
        return None
    best = ranked[-1]
    return Timing(0, end, best.due, best.cadence, best.remarks)


def _weight(timing: Timing) -> tuple[int, dt.date]:
    if timing.cadence is not None:
        return (0 if timing.cadence is Cadence.STANDING else 3), dt.date.min
    return (2 if timing.due is not None else 1), timing.due or dt.date.min
