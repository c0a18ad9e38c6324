"""Deadlines and frequencies in a Chinese sentence."""

from __future__ import annotations

import re

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.timing.dates import DATE_RULES
from luoshi_core.reading.commitments.timing.frequencies import FREQUENCY_RULES
from luoshi_core.reading.commitments.timing.limits import LIMIT_RULES
from luoshi_core.reading.commitments.timing.occasions import OCCASION_RULES
from luoshi_core.reading.commitments.timing.periods import PERIOD_RULES
from luoshi_core.reading.commitments.timing.reading import RuleBook, read_timings
from luoshi_core.reading.commitments.timing.types import Timing

_RULES = RuleBook((*FREQUENCY_RULES, *LIMIT_RULES, *OCCASION_RULES, *DATE_RULES, *PERIOD_RULES))
_CITED = re.compile(r"《[^《》]*》|[〔\[﹝][12]\d{3}[〕\]﹞]")


def find_chinese_timings(text: str, context: PlanContext, year: int | None) -> list[Timing]:
    """Every deadline and frequency, left to right; what stands in 《》 or in a document number is none."""
    cites = "《" in text or "〔" in text
    plain = _CITED.sub(lambda match: "\n" * len(match[0]), text) if cites else text
    return read_timings(plain, _RULES, context, year)
