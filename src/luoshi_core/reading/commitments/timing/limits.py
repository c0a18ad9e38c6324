"""Chinese limits that run from the document: 自印发之日起5个工作日内, 会后3日内, 一个月内, 三年内, 即日起."""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum, auto

from luoshi_core.periods import HolidaysUnknownError, months_later, year_end
from luoshi_core.reading.commitments.numerals import parse_number
from luoshi_core.reading.commitments.timing.grammar import (
    ANY_YEAR,
    DAY,
    MONTH,
    Rule,
    Years,
    day_of,
    due,
    rule,
)
from luoshi_core.reading.commitments.timing.types import Timing
from luoshi_core.reading.source import Remark

_COUNT = r"(?P<count>\d{1,3}|[一二两三四五六七八九十百半]{1,4}|一个半)"
_UNIT = r"(?P<unit>个工作日|个?自然日|工作日|日历天|[日天]|个?月|个?星期|周|个季度|年)"
_INSIDE = r"(?:时间)?(?:之内|以内|内)(?![部容涵外设科心生])"
_PAPER = r"(?:实施)?(?:通知|方案|意见|办法|纪要|文件|规划|规定|细则|计划|要点|清单|预案|措施)"
_ANY_PAPER = rf"(?:会议{_PAPER}|{_PAPER}|决定|决议|通告|公告|条例|通报|任务|提示|责任书|《[^《》]{{1,40}}》)"
_ISSUED = r"(?:正式)?(?:印发|下发|发布|公布|通过|签发|实施|施行|生效|执行|发文|出台|颁布)"
_FROM = r"(?:之日起|当日起|之日|日起|之后|以后|起|后)"
_EVENT = rf"""
    (?:(?:自|从)(?:本|该|此)?{_ANY_PAPER}?{_ISSUED}{_FROM}
      |(?:自|从|在|于)?(?:收到|接到|接)(?:本|该|此){_ANY_PAPER}{_FROM}
      |(?:自|从|在|于)?(?:本|该|此|上述){_ANY_PAPER}{_ISSUED}?{_FROM}
      |(?<![一-龥]){_PAPER}{_ISSUED}{_FROM}
      |(?:在|于){_PAPER}{_ISSUED}{_FROM}
      |(?:自|从)?(?:本次|此次)?会议?(?:结束|召开)?(?:之日起|结束起|后)
      |自?即日起)
"""
_SINCE_DOCUMENT = rf"{_EVENT}[，,]?(?:的|在)?{_COUNT}\s?{_UNIT}(?:{_INSIDE}|前|完成)"
_SINCE_DATE = rf"""
    (?P<year>{ANY_YEAR})?(?P<month>{MONTH})(?P<day>{DAY}){_FROM}(?:的|在)?{_COUNT}\s?{_UNIT}{_INSIDE}
"""
_FROM_NOW = rf"""
    (?:自即日起|即日起|(?:自|从)(?:本|该)?{_ANY_PAPER}?{_ISSUED}(?:之日|当日|日)?起)(?![至到]|\s?[\d一二三四五六七八九十])
"""
_BARE = rf"(?<![\d.第每近过前满逾超续后到至为于])(?:{_COUNT}\s?{_UNIT}{_INSIDE})"
_YEARS_OF_WORK = r"""
    (?:(?:力争|争取|计划|通过|利用|用)(?:约|大约)?(?:[一二两三四五六七八九\d][至到—\-])?(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,2})(?P<unit>年)(?:左右)?(?:的?时间|的?努力|左右)?
      |(?:今后|未来|接下来)(?P<later>\d{1,2}|[一二两三四五六七八九十])年(?:内|时间)?)
    (?!行动|计划|任务|[以来])
"""

_YEARS_IN_ALL = r"""
    (?<![近过去这前后第满\d一二三四五六七八九十])(?:\d{1,2}|[二两三四五六七八九十])年(?:累计|总共|共计|合计)(?!已|完成了)
"""

_EVENT_IN_CLAUSE = re.compile(
    r"接[到报诉单警案]|收到|发现|受理|发生|提出|提交|届满|到期|逾期|遇有|凡|一旦|申请|举报|投诉|诉求|变更|暗访|线索|时限|办理时间|隐患|问题|"
    r"[查检评测核验审选定估访计](?:结果|结论)$|每[次起件]|(?:控制|压缩|缩短|限制)在?$|(?:之日|次日|当日)?[起后时](?:的|在)?$"
)
_EVENT_AHEAD = re.compile(
    r"(?:^|[，,])(?:凡|遇有?|如|若|因|接到|收到|发现|受理|发生|逾期|[^，]{0,8}(?:接到|收到|发现))[^，,]{0,40}[，,]"
    r"|(?:^|[，,])[^，,]{0,12}对于?[^，,]{1,14}"
    r"(?:病例|患者|投诉|事项|举报|事故|诉求|申请|案件|信访件|隐患|订单|事件|线索|来[信电访]|报修|故障|险情|[件单])[，,]$"
    r"|(?:^|[，,])[^，,]{0,12}对[^，,]{2,40}的[^，,]*[，,]|[后时的起][，,]$"
)
_ANSWERS = re.compile(
    r"""
    [^，。；、]{0,3}?
    (?:反馈|回复|答复|办结|办理|处置|处理|整改|回应|交办|转办|核查|核实|受理|告知|审核|审批|响应|到达|到场|赔付|支付|兑付|退还|归还|解决|签收|补正
      |备案|出具|作出|做出|移送|立案|上传|录入|入库|更新|修复|恢复|清理|清运|报告|书面|联系|回访|销号)
    (?:到位|完毕|完成|结果|意见|情况|决定|了结)*
    (?:[，。；、]|$|申请|当事|投诉|群众|来电|信访|反映|举报|电话|书面|报告|并|给|至|向)
    """,
    re.VERBOSE,
)
_LIMIT = re.compile(rf"(?<![\d.第每]){_COUNT}\s?{_UNIT}{_INSIDE}")
_LIMIT_OF_DOCUMENT = re.compile(_SINCE_DOCUMENT, re.VERBOSE)
_LONG = ("年", "月", "个月", "个季度")
_DAYS = {"日": 1, "天": 1, "自然日": 1, "日历天": 1, "周": 7, "星期": 7}
_MONTHS = {"月": 1, "季度": 3}


def _read_since_document(match: re.Match[str], years: Years) -> Timing | None:
    return _later(match, years, years.context.date)


def _read_since_date(match: re.Match[str], years: Years) -> Timing | None:
    day = day_of(years.name(match["year"]), match["month"], match["day"], None)
    return None if day is None else _later(match, years, day)


def _read_bare(match: re.Match[str], years: Years) -> Timing | None:
    """Runs from the document unless the words around it speak of an event."""
    since = _goes_on_from(match.string, match.start())
    if since is None and _runs_from_event(match.string, match.start()):
        return None
    if since is not None:
        return None if since is _Since.EVENT else _later(match, years, years.context.date)
    if "年" not in match["unit"] and "月" not in match["unit"] and _ANSWERS.match(match.string, match.end()):
        return None
    return _later(match, years, years.context.date)


def _runs_from_event(text: str, place: int) -> bool:
    """Whether the clause, or a condition before it in the sentence, names what the days run from."""
    sentence = max(text.rfind(mark, 0, place) for mark in "。；;") + 1
    clause = max(sentence, text.rfind("，", 0, place) + 1)
    if _EVENT_IN_CLAUSE.search(text, clause, place):
        return True
    return _EVENT_AHEAD.search(text[sentence:clause]) is not None


class _Since(Enum):
    """What days run from."""

    EVENT = auto()
    DOCUMENT = auto()


def _goes_on_from(text: str, place: int) -> _Since | None:
    """What the days of the clause before run from, where days open a clause (下单后5日内响应，15日内送达)."""
    comma = place - 1
    if comma < 0 or text[comma] != "，":
        return None
    before = max(text.rfind(mark, 0, comma) for mark in "。；;，") + 1
    limit = _LIMIT.search(text, before, comma)
    if limit is None:
        return None
    if _LIMIT_OF_DOCUMENT.search(text, before, comma):
        return _Since.DOCUMENT
    if since := _goes_on_from(text, limit.start()):
        return since
    answers = limit["unit"] not in _LONG and _ANSWERS.match(text, limit.end()) is not None
    return _Since.EVENT if answers or _runs_from_event(text, limit.start()) else _Since.DOCUMENT


def _read_years_of_work(match: re.Match[str], years: Years) -> Timing | None:
    return _years_on(match, years, int(parse_number(match["count"] or match["later"]) or 0), years.context.date)


def _read_years_in_all(match: re.Match[str], years: Years) -> Timing | None:
    """三年累计投入… runs to the end of the plan; outside a plan it tells what was."""
    end = years.context.plan_end
    return None if end is None else due(match, year_end(end))


def _read_from_now(match: re.Match[str], years: Years) -> Timing | None:
    if years.context.date is None:
        return Timing(match.start(), match.end(), remarks=(no_date(match[0]),))
    return due(match, years.context.date)


def _later(match: re.Match[str], years: Years, start: dt.date | None) -> Timing | None:
    unit = match["unit"].removeprefix("个")
    count = 1.5 if match["count"] == "一个半" else parse_number(match["count"])
    if count is None:
        return None
    if unit == "年" and count >= 1:
        return _years_on(match, years, int(count), start)
    if start is None:
        return Timing(match.start(), match.end(), remarks=(no_date(match[0]),))
    if unit == "工作日":
        return _workdays_on(match, years, start, int(count))
    return due(match, _count_on(start, count, unit))


def _count_on(start: dt.date, count: float, unit: str) -> dt.date:
    if unit in _DAYS:
        return start + dt.timedelta(days=int(count * _DAYS[unit]))
    months = count * (12 if unit == "年" else _MONTHS[unit])
    return months_later(start, int(months)) + dt.timedelta(days=15 if months % 1 else 0)


def _years_on(match: re.Match[str], years: Years, count: int, start: dt.date | None) -> Timing | None:
    """The end of the plan's named period, else the same day so many years on."""
    day = years_on(start, count, years.context.plan_end)
    if day is None:
        return Timing(match.start(), match.end(), remarks=(no_date(match[0]),))
    return due(match, day)


def years_on(start: dt.date | None, count: int, plan_end: int | None) -> dt.date | None:
    """The end of the plan for several years in a plan with a named period, else the same day so many years on."""
    if plan_end is not None and count > 1:
        return year_end(plan_end)
    return None if start is None else months_later(start, 12 * count)


def _workdays_on(match: re.Match[str], years: Years, start: dt.date, count: int) -> Timing:
    try:
        day = years.context.holidays.add_workdays(start, count)
    except HolidaysUnknownError as unknown:
        return Timing(match.start(), match.end(), remarks=(_no_holidays(match[0], unknown.year),))
    return Timing(match.start(), match.end(), due=day)


def no_date(words: str) -> Remark:
    """The remark on a limit that runs from the date of a document that has none."""
    return Remark(
        code="no-document-date",
        zh=f"“{words}”要从成文日期算起，而文件没有日期，期限没有推算。",
        en=f"“{words}” runs from the document's date, which is missing; the deadline was not computed.",
    )


def _no_holidays(words: str, year: int) -> Remark:
    return Remark(
        code="holidays-unknown",
        zh=f"节假日表里没有{year}年，“{words}”的期限没有推算；补充该年放假安排后可得。",
        en=f"The holiday table has no {year}; the deadline of “{words}” was not computed. Add that year's holidays.",
    )


LIMIT_RULES: tuple[Rule, ...] = (
    rule("起 后", _SINCE_DATE, _read_since_date),
    rule("起 后", _SINCE_DOCUMENT, _read_since_document),
    rule("起", _FROM_NOW, _read_from_now),
    rule("内", _BARE, _read_bare),
    rule("年累计 年总共 年共计 年合计", _YEARS_IN_ALL, _read_years_in_all),
    rule("争 计划 通过 用 今后 未来 接下来", _YEARS_OF_WORK, _read_years_of_work),
)
