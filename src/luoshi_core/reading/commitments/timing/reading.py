"""How rules read a text: each tries where its sign stands, the first place and the longest words win."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.timing.grammar import Rule, Years
from luoshi_core.reading.commitments.timing.types import Timing

_SHORTEST_DEED = 5


class RuleBook:
    """Rules in order of precedence, found by the signs that stand in a text."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        signs = dict.fromkeys(sign for rule in rules for sign in rule.signs)
        self._by_last: dict[str, list[tuple[str, list[int]]]] = {}
        for sign in signs:
            places = [n for n, rule in enumerate(rules) if sign in rule.signs]
            self._by_last.setdefault(sign[-1], []).append((sign, places))
        self._lasts = frozenset(self._by_last)
        self._rules = tuple(rules)

    def that_may_match(self, text: str) -> list[tuple[int, Rule]]:
        """The rules whose sign stands in the text, with their precedence."""
        found: set[int] = set()
        for last in self._lasts.intersection(text):  # few signs end with a character of the text
            for sign, places in self._by_last[last]:
                if sign in text:
                    found.update(places)
        return [(place, self._rules[place]) for place in found]


def read_timings(text: str, rules: RuleBook, context: PlanContext, year: int | None) -> list[Timing]:
    """What the rules find, left to right, without the words that set nothing."""
    may_match = rules.that_may_match(text)
    if not may_match:
        return []
    years = Years(context, year if _is_ahead(year, context) else None)
    return _settle(text, list(_walk(text, may_match, years)))


def _is_ahead(year: int | None, context: PlanContext) -> bool:
    """A year before the document's own belongs to what was, not to the deadlines that follow."""
    return year is not None and (context.date is None or year >= context.date.year)


def _walk(text: str, rules: Sequence[tuple[int, Rule]], years: Years) -> Iterator[Timing]:
    candidates = [
        (match.start(), -match.end(), place, match, rule)
        for place, rule in rules
        for match in rule.pattern.finditer(text)
    ]
    candidates.sort(key=_place)
    free = 0
    for start, _, _, match, rule in candidates:
        if start >= free and (timing := rule.read(match, years)) is not None:
            yield timing
            free = timing.end


def _place(candidate: tuple[int, int, int, object, object]) -> tuple[int, int, int]:
    return candidate[:3]


def _settle(text: str, timings: list[Timing]) -> list[Timing]:
    """Without the words that set nothing, and without days that a frequency beside them starts from or runs over to."""
    told = [timing for timing in timings if timing.due or timing.cadence or timing.remarks]
    if all(timing.cadence is None for timing in told):
        return told
    return [timing for place, timing in enumerate(told) if not _belongs_to_frequency(text, told, place)]


def _belongs_to_frequency(text: str, timings: Sequence[Timing], place: int) -> bool:
    timing = timings[place]
    if timing.cadence is not None:
        return False
    words = text[timing.start : timing.end + 1]
    if "起" in words[-2:] or words.lower().startswith(("beginning", "starting", "effective")):
        behind = timings[place + 1] if place + 1 < len(timings) else None
        return behind is not None and _repeats(text, timing, behind) and not _says_more(text, timing.end, behind.start)
    return words[0] in "次当下翌" and place > 0 and _repeats(text, timings[place - 1], timing)


def _says_more(text: str, start: int, end: int) -> bool:
    """Whether what begins on a day is told before a comma, and the frequency only behind it."""
    comma = text.find("，", start, end)
    return comma - start > _SHORTEST_DEED and "由" not in text[start : start + 2]


def _repeats(text: str, first: Timing, second: Timing) -> bool:
    """Whether one of two timings of the same sentence is a frequency."""
    together = not any(mark in text[first.end : second.start] for mark in "。；;")
    return together and (first.cadence is not None or second.cadence is not None)
