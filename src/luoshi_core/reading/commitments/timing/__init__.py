"""Deadlines and frequencies in a sentence, Chinese or English."""

from __future__ import annotations

import re

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.timing.cells import read_cell
from luoshi_core.reading.commitments.timing.chinese import find_chinese_timings
from luoshi_core.reading.commitments.timing.english import find_english_timings
from luoshi_core.reading.commitments.timing.types import Timing

__all__ = ["Timing", "find_timings", "last_year_named", "parse_due_cell"]

_NAMED_YEAR = re.compile(
    r"(?<![\d.〔\[(较比])(?:(?<!《)(20\d\d)(?:年|[./-]\d{1,2}[./-]\d{1,2}))(?!.{0,4}(?:以来|基础|水平|相比|同期)|的?[》])"
)

_WIDE = re.compile(r"[０-９]")
_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")


def find_timings(text: str, context: PlanContext, year: int | None = None) -> list[Timing]:
    """Every expression that sets a deadline or a frequency, left to right.

    ``year`` is the year named just before in the paragraph; it holds for months
    without a year unless it lies before the document. Limits that run from an
    event (接到投诉后2日内) are targets and not found here. A timing without due
    and cadence is a deadline that cannot be computed; its remark says why.
    """
    if context.english:
        return find_english_timings(text, context, year)
    return find_chinese_timings(text.translate(_NARROW) if _WIDE.search(text) else text, context, year)


def last_year_named(text: str) -> int | None:
    """The last year that a text names in figures for something to come; None when it names none."""
    years = _NAMED_YEAR.findall(text) if "20" in text else []
    return int(years[-1]) if years else None


def parse_due_cell(text: str, context: PlanContext) -> Timing | None:
    """The deadline or frequency that a whole cell of a table gives; None for 立行立改, 已完成 or no time at all.

    Its span is the whole cell.
    """
    return read_cell(text, context, find_timings)
