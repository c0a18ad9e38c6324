"""Targets in an English sentence: counts with their noun, shares, rises and falls, double and halve, twice a week."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from luoshi_core.reading.commitments.numerals import parse_number
from luoshi_core.reading.commitments.numerals_english import NUMBER_WORDS
from luoshi_core.reading.commitments.targets.english_words import (
    compares,
    identifies,
    is_condition,
    name_measure,
    noun_behind,
)
from luoshi_core.reading.commitments.targets.types import TargetMatch
from luoshi_core.reading.commitments.timing.types import Timing
from luoshi_core.reading.model import Operator, Target

_WORD = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_WORDS = (
    rf"(?:an?\s(?:half[\s-])?(?=hundred|thousand|million|billion|dozen))?(?:{_WORD})(?:(?:[\s-]|\sand\s)(?:{_WORD}))*"
)
_FIGURES = r"\d+(?:,\d{3})*(?:\.\d+)?"
_SCALE = r"(?:\s(?:hundred|thousand|million|billion|dozen)\b)?"
_DIGITS = rf"""
    (?P<money>(?:US)?[$€£])\s?(?P<amount>{_FIGURES}{_SCALE})
    |(?<![\w.$€£/-])(?P<figures>{_FIGURES}{_SCALE})(?![\w/]|-[A-Za-z]|\.\d)
"""
_IN_WORDS = rf"""
    \b(?P<part>(?i:an?|one|two|three|four|five|[1-9])[\s-](?:half|halves|thirds?|quarters?|fourths?|fifths?|tenths?)|[Hh]alf)\b
      (?=\s(?:of|the|all|its|their|or|by|more|fewer)\b|[.,;]|$)
    |\b(?P<words>(?i:{_WORDS}))\b(?!-[A-Za-z])
    |\b(?P<times>(?i:twice|thrice))\b
    |\b(?P<factor>(?i:double|redouble|triple|treble|quadruple|halve))[sd]?\b
"""
_NUMBER = re.compile(f"{_DIGITS}|{_IN_WORDS}", re.VERBOSE)
_FIGURE = re.compile(
    rf"{_DIGITS}|(?!)(?P<part>)(?P<words>)(?P<times>)(?P<factor>)", re.VERBOSE
)  # as long as no word tells a number
_LETTERS = re.compile(r"[a-z]+")
_START = re.compile(r"us(?=[$€£])|\d+|[$€£]|[a-z]+")
_START_OF_FIGURE = re.compile(r"\d+|(?:US)?[$€£]")
_SOME_DIGIT = re.compile(r"\d")
_TELLING = frozenset(
    (*NUMBER_WORDS, "half", "third", "thirds", "quarter", "quarters", "fourth", "fifth", "tenth", "twice", "thrice")
)
_MULTIPLYING = ("double", "triple", "treble", "quadruple", "halve")
_OPENING_WORDS = _TELLING.union(
    ("a", "an", "us"), (f"{word}{ending}" for word in (*_MULTIPLYING, "redouble") for ending in ("", "s", "d"))
)
_FACTORS = {"double": 2.0, "redouble": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0}
_UNIT = re.compile(
    r"\s?(?:(?P<share>%|percent(?:age)?\b(?!\spoints?)|per\scent\b)|(?P<points>percentage\spoints?|points?\b)|-?(?P<fold>fold)\b|(?P<times>times)\b)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ONE_THAT_COUNTS = re.compile(r"\s(?:new|additional|more|permanent|full-time)\b")
_BASE = re.compile(r"\sper\s(?:every\s)?(?P<base>\d+(?:,\d{3})*\s[a-z]+(?:\s[a-z]+)?)")


@dataclass(frozen=True, slots=True)
class _Figure:
    start: int
    end: int
    value: float
    unit: str


def find_english_targets(text: str, timings: Sequence[Timing]) -> list[TargetMatch]:
    """Every number that the words will be checked on, left to right."""
    low = text.lower()
    if _TELLING.isdisjoint(_LETTERS.findall(low)) and not any(word in low for word in _MULTIPLYING):
        return list(_targets(text, timings, _figures(text))) if _SOME_DIGIT.search(text) else []
    return list(_targets(text, timings, _numbers(text, low)))


def _figures(text: str) -> Iterator[re.Match[str]]:
    """The matches of ``_FIGURE``, tried only where one may begin."""
    return _matches(_FIGURE, text, (start.start() for start in _START_OF_FIGURE.finditer(text)))


def _numbers(text: str, low: str) -> Iterator[re.Match[str]]:
    """The matches of ``_NUMBER``, tried only where one may begin."""
    if len(low) != len(text):
        return _NUMBER.finditer(text)
    starts = (s.start() for s in _START.finditer(low) if not s[0].isalpha() or s[0] in _OPENING_WORDS)
    return _matches(_NUMBER, text, starts)


def _matches(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    free = 0
    for start in starts:
        if start >= free and (match := pattern.match(text, start)):
            yield match
            free = match.end()


def _targets(text: str, timings: Sequence[Timing], numbers: Iterable[re.Match[str]]) -> Iterator[TargetMatch]:
    for match in numbers:
        if any(timing.start <= match.start() < timing.end for timing in timings):
            continue
        if match["factor"]:
            yield _multiplied(text, match)
        elif (figure := _read(match, text)) is not None and not _is_none(text, figure, match):
            operator = compares(text, match.start(), (match.end(), figure.end), figure.unit)
            measure = name_measure(text, figure.start, figure.end, figure.unit)
            value, unit = round(figure.value, 4), figure.unit
            yield TargetMatch(figure.start, figure.end, Target(measure, operator, value, unit))


def _multiplied(text: str, match: re.Match[str]) -> TargetMatch:
    word = match["factor"].lower()
    measure = name_measure(text, match.start(), match.end(), "times")
    if word == "halve":
        target = Target(measure, Operator.FALL, 50.0, "%")
    else:
        target = Target(measure, Operator.TIMES, _FACTORS[word], "times")
    return TargetMatch(match.start(), match.end(), target)


def _read(match: re.Match[str], text: str) -> _Figure | None:
    start, end = match.span()
    if match["times"]:
        return _Figure(start, end, 3.0 if match["times"].lower() == "thrice" else 2.0, "times")
    if match["part"]:
        share = parse_number(match["part"])
        return None if share is None else _Figure(start, end, round(share * 100, 2), "%")
    value = parse_number(match["amount"] or match["figures"] or match["words"])
    if value is None:
        return None
    if match["money"]:
        return _Figure(start, end, value, match["money"])
    return _with_unit(text, start, end, value)


def _with_unit(text: str, start: int, end: int, value: float) -> _Figure | None:
    unit = _UNIT.match(text, end)
    if unit:
        name = "%" if unit["share"] else "percentage points" if unit["points"] else "times"
        return _Figure(start, unit.end(), value, name)
    noun = noun_behind(text, end)
    if noun is None:
        return None
    base = _BASE.search(text, end, end + 60)
    return _Figure(start, noun[1], value, f"{noun[0]}/{base['base']}" if base else noun[0])


def _is_none(text: str, figure: _Figure, match: re.Match[str]) -> bool:
    if identifies(text, figure.start, match.end()) or is_condition(text, figure.start):
        return True
    if match["figures"] and _YEAR.fullmatch(match["figures"]):
        return True
    if figure.value != 1 or match["words"] is None or text[: figure.start].endswith(("within ", "Within ")):
        return False
    return _ONE_THAT_COUNTS.match(text, match.end()) is None
