"""Deadlines and frequencies in a Chinese sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.timing_dates import DATE_RULES
from luoshi_core.reading.commitments.timing_frequencies import FREQUENCY_RULES
from luoshi_core.reading.commitments.timing_grammar import Rule, Years
from luoshi_core.reading.commitments.timing_limits import LIMIT_RULES
from luoshi_core.reading.commitments.timing_occasions import OCCASION_RULES
from luoshi_core.reading.commitments.timing_periods import PERIOD_RULES
from luoshi_core.reading.commitments.timing_types import Timing
from luoshi_core.reading.model import Cadence

_RULES = (*FREQUENCY_RULES, *LIMIT_RULES, *OCCASION_RULES, *DATE_RULES, *PERIOD_RULES)
_CITED = re.compile(r"《[^《》]*》|[〔\[﹝][12]\d{3}[〕\]﹞]")


def _rules_by_sign() -> dict[str, tuple[Rule, ...]]:
    signs = dict.fromkeys(sign for rule in _RULES for sign in rule.signs)
    return {sign: tuple(rule for rule in _RULES if sign in rule.signs) for sign in signs}


_RULES_BY_SIGN = _rules_by_sign()


def find_chinese_timings(text: str, context: PlanContext, year: int | None) -> list[Timing]:
    """Every deadline and frequency, left to right; at one place the longest reading wins."""
    rules = {rule: None for sign, rules in _RULES_BY_SIGN.items() if sign in text for rule in rules}
    if not rules:
        return []
    plain = _CITED.sub(lambda match: "\n" * len(match[0]), text) if "《" in text or "〔" in text else text
    years = Years(context, year if _is_ahead(year, context) else None)
    return _settle(plain, list(_walk(plain, rules, years)))


def _is_ahead(year: int | None, context: PlanContext) -> bool:
    return year is not None and (context.date is None or year >= context.date.year)


def _walk(text: str, rules: dict[Rule, None], years: Years) -> Iterator[Timing]:
    candidates = [
        (match.start(), -match.end(), order, match, rule)
        for order, rule in enumerate(rules)
        for match in rule.pattern.finditer(text)
    ]
    candidates.sort(key=lambda candidate: candidate[:3])
    free = 0
    for start, _, _, match, rule in candidates:
        if start >= free and (timing := rule.read(match, years)) is not None:
            yield timing
            free = timing.end


def _settle(text: str, timings: list[Timing]) -> list[Timing]:
    """Without the words that set nothing; beside a frequency a day it starts from or runs over to is no deadline."""
    periodic = any(timing.cadence not in (None, Cadence.STANDING) for timing in timings)
    return [timing for timing in timings if _sets_something(timing) and not (periodic and _is_loose(text, timing))]


def _sets_something(timing: Timing) -> bool:
    return timing.due is not None or timing.cadence is not None or bool(timing.remarks)


def _is_loose(text: str, timing: Timing) -> bool:
    if timing.cadence is not None:
        return False
    return (
        text[timing.start] in "次当下翌自即"
        or text[timing.end : timing.end + 1] == "起"
        or "起" in text[timing.start : timing.end]
    )
