"""Chinese occasions: 国庆节前, “五一”前, 春节前, 开学前, 秋季学期起."""

from __future__ import annotations

import datetime as dt
import re

from luoshi_core.periods import FESTIVALS, month_end, next_festival
from luoshi_core.reading.commitments.timing.grammar import ANY_YEAR, Rule, Years, due, rule
from luoshi_core.reading.commitments.timing.types import Timing
from luoshi_core.reading.source import Remark

_NAMES = "|".join(FESTIVALS)
_FESTIVAL = rf"""
    (?P<year>{ANY_YEAR}的?)?[“"‘]?(?P<name>{_NAMES})[”"’]?(?:国际)?(?:劳动|妇女|儿童|建军|建党|中秋)?节?(?:假期|长假|佳节)?
    (?:[、和及]?[“"‘]?(?:{_NAMES})[”"’]?节?)*
    (?:到?来|到?来临)?(?:之?前夕|之前|以前|前(?!后|期|往))
"""
_TERM = rf"""
    (?P<year>{ANY_YEAR}的?)?(?P<term>春季|秋季|新)?(?:学期|学年)?
    (?:开学(?:季|之)?(?:前|以前)|(?<=学期)(?:前|之前)|(?<=学年)(?:前|之前))
"""
_FROM_TERM = rf"(?P<year>{ANY_YEAR}的?)?(?P<term>春|秋)季(?:学期)?(?:开学)?(?:起|开始)"
_SPRING_TERM_MONTHS = (1, 2)
_ONE_DAY = dt.timedelta(days=1)


def _read_festival(match: re.Match[str], years: Years) -> Timing | None:
    """The day before; without a year the next such festival after the document's date."""
    year = years.name(match["year"])
    if year is None:
        return None
    day = next_festival(match["name"], year, None if match["year"] else years.context.date)
    if day is None:
        return Timing(match.start(), match.end(), remarks=(_unknown(match["name"], year),))
    return due(match, day - _ONE_DAY)


def _unknown(name: str, year: int) -> Remark:
    return Remark(
        code="festival-unknown",
        zh=f"不知道{year}年{name}的日期，期限没有推算。",
        en=f"The day of {name} in {year} is not known; the deadline was not computed.",
    )


def _read_term(match: re.Match[str], years: Years) -> Timing | None:
    year = years.name(match["year"])
    if year is None:
        return None
    if match["term"] == "春季" or (match["term"] != "秋季" and _starts_in_spring(years)):
        return due(match, month_end(year, 2))
    return due(match, month_end(year, 8))


def _starts_in_spring(years: Years) -> bool:
    today = years.context.date
    return today is not None and today.month in _SPRING_TERM_MONTHS


def _read_from_term(match: re.Match[str], years: Years) -> Timing | None:
    year = years.name(match["year"])
    return None if year is None else due(match, dt.date(year, 3 if match["term"] == "春" else 9, 1))


OCCASION_RULES: tuple[Rule, ...] = (
    rule("节前 节之前 节以前 节来临 前夕 ”前 ’前 旦前 一前 庆前 假期前 长假前", _FESTIVAL, _read_festival),
    rule("学", _TERM, _read_term),
    rule("春季 秋季", _FROM_TERM, _read_from_term),
)
