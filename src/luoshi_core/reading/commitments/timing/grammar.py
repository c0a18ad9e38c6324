"""The words that Chinese dates are made of, as pieces of patterns, and what they mean."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from luoshi_core.periods import PlanContext, third_of_month_end
from luoshi_core.reading.commitments.numerals import parse_number
from luoshi_core.reading.commitments.timing.types import Timing

FIGURE = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
MONTH = r"(?:\d{1,2}|十[一二]?|[一二三四五六七八九])\s?月份?"
DAY = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})\s?[日号](?!线|楼|院|令|文)"
PART = r"(?:底|末|初|[上中下]旬|中(?!旬|秋|[小学药医央]))"
TO = r"(?:起?[至到]|[-—–－~～]{1,2})"
BEFORE = r"(?:之前|以前|前(?!提|期|置|景|往|来|后|列|沿|夕|述|款|\d|[一二三四五六七八九十]))"
YEAR = r"(?:[12]\d{3}|[一二][〇零○一二三四五六七八九]{3})\s?年度?"
RELATIVE_YEAR = r"(?:今年|本年度?|当年|明年|后年|来年|次年|翌年|第二年|下一?年度?)"
ANY_YEAR = rf"(?:{YEAR}|{RELATIVE_YEAR})"

_AHEAD = {"明年": 1, "来年": 1, "后年": 2}
_THIRDS = {"上旬": "上", "初": "上", "中旬": "中", "中": "中"}
_FOLLOWING = ("次年", "翌年", "第二年", "下年", "下一年", "下年度", "下一年度")
_POSITIONAL = str.maketrans("〇零○一二三四五六七八九", "000123456789")


@dataclass(slots=True)
class Years:
    """The year that words without a year belong to, while a text is read from left to right."""

    context: PlanContext
    named: int | None = None

    @property
    def plain(self) -> int | None:
        """The year named just before, else the one the document plans for, else that of its date."""
        return self.named if self.named is not None else self.context.year

    def name(self, words: str | None) -> int | None:
        """The year that ``words`` (2026年, 明年 … or nothing) mean; it holds for what follows."""
        if words:
            self.named = self._meant(words.strip())
        return self.plain

    def _meant(self, words: str) -> int | None:
        if words[0] in "12１２一二":
            return int(words[:4].translate(_POSITIONAL))
        if words in _FOLLOWING:
            return None if self.plain is None else self.plain + 1
        base = self.context.year
        return None if base is None else base + _AHEAD.get(words, 0)


Reader = Callable[[re.Match[str], Years], Timing | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that is tried where one of ``signs`` stands in the text, and what a match means.

    The reader gives None for a match that means nothing; `nothing` for one whose
    words no other rule may read either.
    """

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    read: Reader


def rule(signs: str, pattern: str, read: Reader) -> Rule:
    """A rule from its signs (parted by spaces) and the text of its pattern, whose spaces and newlines mean nothing."""
    return Rule(tuple(signs.split()), re.compile(pattern, re.VERBOSE), read)


def due(match: re.Match[str], day: dt.date | None) -> Timing | None:
    """The deadline that a match sets; None when the date does not exist or its year is unknown."""
    return None if day is None else Timing(match.start(), match.end(), due=day)


def nothing(match: re.Match[str]) -> Timing:
    """A match that sets no deadline, and whose words are used up."""
    return Timing(match.start(), match.end())


def figure(words: str) -> int:
    """The value of a short whole number, followed by a unit or not (6月份, 十五日, １２)."""
    value = parse_number(words.strip(" \u3000月份日号"))
    return int(value) if value is not None else 0


def day_of(year: int | None, month: str | None, day: str | None, part: str | None) -> dt.date | None:
    """The day, or the last day of the month or of its part; 初 counts as 上旬, a bare 中 as 中旬."""
    if year is None or not month:
        return None
    number = figure(month)
    if not 1 <= number <= 12:
        return None
    if not day:
        return third_of_month_end(year, number, _THIRDS.get(part or "", ""))
    return exact_day(year, number, figure(day))


def exact_day(year: int, month: int, day: int) -> dt.date | None:
    """A date; None when the calendar does not have it."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
