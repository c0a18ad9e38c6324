"""The goal cell of a table: the number that is to be reached and its unit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from luoshi_core.reading.commitments.chinese.kinds import only_reaches
from luoshi_core.reading.commitments.chinese.verbs import has_concrete_verb
from luoshi_core.reading.commitments.targets import TargetMatch, find_targets
from luoshi_core.reading.commitments.timing import Timing
from luoshi_core.reading.model import Operator, Target

_FIGURE = re.compile(
    r"^[\[〔【(（]?(?P<before>[≥≤><＞＜﹥﹤~～约达到不低于少超过高至少突破控制在以增长下降提升+＋\-－]*)\s*(?P<number>[\d０-９][\d０-９,，.．]*)\s*"
    r"(?P<after>(?:以上|以下|以内|左右|及以上|及以下)?)[\]〕】)）]?$"
)
_SHARE = re.compile(r"(?:at least |up to )?\d+(?:\.\d+)?\s?(?:%|per ?cent)", re.IGNORECASE)
_CHANGES = re.compile(r"(?:reduc|cut|lower|decreas|increas|rais|grow|boost|improv)\w*\s", re.IGNORECASE)
_RATE = re.compile(
    r"\b(?:rates?|share|proportion|percentage|satisfaction|coverage|compliance|attendance|turnout)\b", re.IGNORECASE
)
_UNIT_IN_BRACKET = re.compile(r"[（(](?:单位\s*[:：]\s*)?([^（）()，,、。\d]{1,8})[)）]\s*$")
_NO_UNIT = re.compile(
    r"[局委办]$|牵头|配合|目标|含|约束|预期|累计|年均|其中|新增|新建|年末|当年|全[市县区省]|[以及]上|计划|备注|必填|如有"
)


_COVERS_ALL = re.compile(r"(?:实现|达到|做到|基本)*(?:全覆盖|全达标|动态清零|清零|翻番|翻[一两]番|应\w尽\w)$")
_MOVES = re.compile(
    r"(?:[由从][^，；]{1,14}?|[比较][^，；]{1,8}?|同比|年均|力争|保持|平均)*"
    r"(?:提高|提升|增长|增加到|增至|上升|下降|降低|降[至到]|减少|减至|压[减缩]|缩短|达到|保持在?|稳定在?|维持在?|控制在|突破|超过)"
)
_NAMES_INDICATOR = re.compile(
    r"(?!完成|发放|新[建增]|建设|举办|开展)[^，；]*(?:[率度额量]|面积|人数|人次|比例|占比|比重|指数|时限|时[长间]|收入|产值|增加值|浓度|次数|天数|水平|规模)$"
)
_VALUE = re.compile(
    r"(?:每[年月周日季天]度?|人均|年均)*(?:不低于|不高于|不少于|不超过|至少|[≥≤><＞＜﹥﹤])?\s*\d[\d.]*"
)


def says_how_far(measure: str, goal: str) -> bool:
    """Whether a goal only says how far the indicator beside it goes (≥95%, 提高12%, 由82%提高到90%以上, 全覆盖)."""
    named = measure.partition("（")[0]
    if _COVERS_ALL.match(goal):
        return True
    if _MOVES.match(goal):
        return not has_concrete_verb(named) or (only_reaches(named + goal) and "达到" not in goal)
    return _NAMES_INDICATOR.match(named) is not None and _VALUE.match(goal) is not None


def unit_in(words: str) -> str:
    """The unit that stands in brackets behind a measure or a head (（万元）), or ""."""
    match = _UNIT_IN_BRACKET.search(words)
    return "" if match is None or _NO_UNIT.search(match[1]) else match[1].strip()


def is_figure(goal: str) -> bool:
    """Whether a goal cell holds a number without its unit."""
    return _FIGURE.match(goal.strip()) is not None


def goal_targets(measure: str, goal: str, unit: str, timings: Sequence[Timing], *, english: bool) -> list[TargetMatch]:
    """The numbers of a goal cell; a bare figure takes ``unit``; spans are those of the goal cell.

    The measure is read along with the goal, because it may say which way is up (增长 7%).
    """
    figure = _FIGURE.match(goal.strip())
    words = f"{figure['before']}{figure['number']}{unit}{figure['after']}" if figure and unit else goal
    if timings:
        return find_targets(goal, timings, english)
    said = _UNIT_IN_BRACKET.sub("", measure) + (_joining(measure, goal) if english else " ")
    ahead = len(said)
    found = find_targets(said + words, (), english)
    inside = [
        _within(match, ahead, len(goal), words == goal)
        for match in found
        if (match.start >= ahead if english else match.end > ahead)
    ]
    if inside or not figure:
        return inside or find_targets(words, (), english)
    number = float(figure["number"].translate(_DIGITS).replace(",", "").rstrip("."))
    return [TargetMatch(0, len(goal), Target(measure, _operator(figure), number, unit))]


def _joining(measure: str, goal: str) -> str:
    """What a sentence says between an English task and its goal: a bare share is a rate's level, else a change."""
    if not (_SHARE.fullmatch(goal.strip()) and _CHANGES.match(measure)):
        return " "
    return " to " if _RATE.search(measure) else " by "


_DIGITS = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


def _within(match: TargetMatch, ahead: int, length: int, exact: bool) -> TargetMatch:
    """The match as characters of the goal cell."""
    if not exact:
        return TargetMatch(0, length, match.target)
    return TargetMatch(max(match.start - ahead, 0), match.end - ahead, match.target)


def _operator(figure: re.Match[str]) -> Operator:
    words = figure["before"] + figure["after"]
    if re.search(r"[≥>＞﹥]|不低于|不少于|至少|突破|超过|达到|以上", words) and "不超过" not in words:
        return Operator.AT_LEAST
    if re.search(r"[≤<＜﹤]|不超过|不高于|控制在|以下|以内", words):
        return Operator.AT_MOST
    return Operator.EQUAL
