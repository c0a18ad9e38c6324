"""Deadlines and frequencies in an English sentence."""

from __future__ import annotations

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.timing.english_dates import ENGLISH_DATE_RULES
from luoshi_core.reading.commitments.timing.english_frequencies import ENGLISH_FREQUENCY_RULES
from luoshi_core.reading.commitments.timing.english_limits import ENGLISH_LIMIT_RULES
from luoshi_core.reading.commitments.timing.reading import RuleBook, read_timings
from luoshi_core.reading.commitments.timing.types import Timing

_RULES = RuleBook((*ENGLISH_FREQUENCY_RULES, *ENGLISH_LIMIT_RULES, *ENGLISH_DATE_RULES))


def find_english_timings(text: str, context: PlanContext, year: int | None) -> list[Timing]:
    """Every deadline and frequency, left to right; at one place the longest reading wins."""
    return read_timings(text, _RULES, context, year)
