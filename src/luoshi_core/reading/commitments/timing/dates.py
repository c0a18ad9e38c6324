"""Chinese dates: 6月底前, 2026年6月30日前, 4月28日至5月8日, 3—5月, 2025.6.30, 本月底, 下周五前."""

from __future__ import annotations

import datetime as dt
import re

from luoshi_core.periods import month_end, months_later, week_end
from luoshi_core.reading.commitments.timing.grammar import (
    ANY_YEAR,
    BEFORE,
    DAY,
    MONTH,
    PART,
    TO,
    Rule,
    Years,
    day_of,
    due,
    exact_day,
    figure,
    nothing,
    rule,
)
from luoshi_core.reading.commitments.timing.types import Timing

_HOUR = r"(?:（[^（）]{1,4}）)?(?:[上下中]午|晚上?)?(?:\s?\d{1,2}(?:[时点]|[:：]\d\d)(?:\d{1,2}分|半|整)?)?"
_DATE = rf"""
    (?=[\d一二三四五六七八九十今本当明后来次翌第下])
    (?P<year>{ANY_YEAR}的?)?\s?
    (?:(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}}){TO})?
    (?<![\d.])(?P<month>{MONTH})\s?
    (?:(?P<day>{DAY})|(?P<part>{PART}))?{_HOUR}
    (?:\s?{TO}\s?
        (?:(?P<to_year>{ANY_YEAR})?(?P<to_month>{MONTH})\s?(?:(?P<to_day>{DAY})|(?P<to_part>{PART}))?
          |(?P<last_day>{DAY})){_HOUR}
    )?
    (?P<before>{BEFORE})?
"""
_NUMERIC = rf"""
    (?<![\d.])(?P<year>20\d\d)(?P<mark>[./-])(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<day>[0-3]?\d)(?![\d.])
    (?:\s?{TO}\s?(?:(?P<to_year>20\d\d)(?P=mark))?(?P<to_month>1[0-2]|0?[1-9])(?P=mark)(?P<to_day>[0-3]?\d)(?![\d.]))?
    {BEFORE}?
"""
_MONTH_MEANT = rf"""
    (?:(?P<which>本|当|次|下个?)月(?:份)?(?!度|台|工资|累计|末尾)(?:(?P<day>{DAY})|(?P<part>底|末|初|[上中下]旬)|(?=[内，,。；]|以?前))
      |(?<![\d一二三四五六七八九十每逐个季各])月(?P<end>底|末))
    (?:内|{BEFORE})?
"""
_WEEK_MEANT = rf"(?P<which>本|下)(?:周|星期)(?P<weekday>[一二三四五六日末天])?(?:内|{BEFORE})"

_STARTS_IT = re.compile(r"(?:之日)?(?:起|开始)")
_PAST = re.compile(r"以来|来[，,]|(?:通过|印发|下发|发布|公布|颁布|出台|召开|成立|修订)的")
_AFTER = re.compile(r"(?:以后|之后|后)(?!\d|[一二三四五六七八九十])")
_BEFORE_THAT_WAS = re.compile(
    r"(?:已经?)?(?:建成|投用|投入使用|完成|取得|办理|入职|退休|出生|注册|登记|竣工|批准|审批|设立|成立)的"
)
_CALLED = re.compile(r"[”」]|[^，。；]{0,6}(?:活动月|纪念日|宣传日|宣传周|宣传月)")
_COMPARED = re.compile(r"(?:较|比|与|同比)$")
_AS_OF = re.compile(r"(?:截至|截止到?)$")


def _read_date(match: re.Match[str], years: Years) -> Timing | None:
    if _identifies(match):
        return nothing(match)
    if match["to_month"] or match["last_day"]:
        return due(match, _end_of_span(match, years))
    year = years.name(match["year"])
    starts = not match["day"] and not match["before"] and _STARTS_IT.match(match.string, match.end())
    day = day_of(year, match["month"], "1" if starts else match["day"], match["part"])
    return nothing(match) if day and _is_past_mark(match, day, years) else due(match, day)


def _is_past_mark(match: re.Match[str], day: dt.date, years: Years) -> bool:
    """Whether a day only says up to when something was counted (截至6月底，已建成…)."""
    today = years.context.date
    if today is None or day > today:
        return False
    return _AS_OF.search(match.string, max(0, match.start() - 3), match.start()) is not None


def _identifies(match: re.Match[str]) -> bool:
    """Whether the date only says which thing is meant, or when something has been."""
    text, start, end = match.string, match.start(), match.end()
    if match["before"]:
        return _BEFORE_THAT_WAS.match(text, end) is not None
    if _PAST.match(text, end) or _AFTER.match(text, end) or _COMPARED.search(text, max(0, start - 3), start):
        return True
    return start > 0 and text[start - 1] in "“‘「" and _CALLED.match(text, end) is not None


def _end_of_span(match: re.Match[str], years: Years) -> dt.date | None:
    year = years.name(match["year"])
    if match["last_day"]:
        return day_of(year, match["month"], match["last_day"], None)
    first = day_of(year, match["month"], match["day"], match["part"])
    year = years.name(match["to_year"])
    last = day_of(year, match["to_month"], match["to_day"], match["to_part"])
    if first and last and last < first and year is not None and not match["to_year"]:
        return day_of(year + 1, match["to_month"], match["to_day"], match["to_part"])
    return last


def _read_numeric(match: re.Match[str], years: Years) -> Timing | None:
    year = years.named = int(match["to_year"] or match["year"])
    return due(match, exact_day(year, int(match["to_month"] or match["month"]), int(match["to_day"] or match["day"])))


def _read_month_meant(match: re.Match[str], years: Years) -> Timing | None:
    today = years.context.date
    if today is None:
        return None
    first = months_later(today.replace(day=1), 1 if (match["which"] or "本")[0] in "次下" else 0)
    if match["day"]:
        return due(match, exact_day(first.year, first.month, figure(match["day"])))
    third = {"上旬": 10, "中旬": 20, "初": 10}.get(match["part"] or "")
    return due(match, first.replace(day=third) if third else month_end(first.year, first.month))


def _read_week(match: re.Match[str], years: Years) -> Timing | None:
    today = years.context.date
    if today is None:
        return None
    sunday = week_end(today) + dt.timedelta(days=7 if match["which"] == "下" else 0)
    before_sunday = {"一": 6, "二": 5, "三": 4, "四": 3, "五": 2, "六": 1}.get(match["weekday"] or "", 0)
    return due(match, sunday - dt.timedelta(days=before_sunday))


DATE_RULES: tuple[Rule, ...] = (
    rule("月", _DATE, _read_date),
    rule("20", _NUMERIC, _read_numeric),
    rule("本月 当月 次月 下月 下个月 月底 月末", _MONTH_MEANT, _read_month_meant),
    rule("周", _WEEK_MEANT, _read_week),
)
