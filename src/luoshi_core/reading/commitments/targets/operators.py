"""How a value is to be compared: 不少于, 以内, 提高到, 下降 … before and behind a number."""

from __future__ import annotations

import re
from functools import lru_cache

from luoshi_core.reading.commitments.targets.figures import Figure
from luoshi_core.reading.model import Operator

_UP = "提高|提升|增加|增长|上升|扩大|扩充|增设|延长|上调|拓展|恢复|发展|壮大|上涨|调整|覆盖|升|增"
_DOWN = "降低|下降|减少|压缩|压减|压降|缩短|缩减|精简|削减|下调|控制|限制|降|减|压"
_NEAR = re.compile(
    rf"""
    (?:(?P<change>增长|提高|提升|上升|下降|降低|减少|增加|压减|压降)(?:率|幅度)?(?:要|应|力争|确保)?)?
    (?:(?P<most>不(?:得|应|可)?(?:超过|高于|大于|多于|长于|超|突破|高过)|(?:{_DOWN})(?:到|至|为|在)|最高|最多|至多|最长|上限为?|封顶|低于|小于|少于|短于|[≤<＜])
      |(?P<least>不(?:得|应|可)?(?:少于|低于|小于|短于|下|低|亚于)|(?P<upto>(?:{_UP})(?:到|至|为))|至少|最少|最低|下限为?|超过|超|突破|高于|大于|多于|达到|达|逾|[≥>＞]
        |(?:稳定|保持|维持|力保)(?:在|达到)?))
    (?:[^，。；、\d]{{1,9}}的|[^，。；、\d]{{0,6}}总[^，。；、\d]{{1,3}}|约|大约|近|了|每(?:[年月周天日人户村镇]|[\d一二三四五六七八九十百千万]+名?(?:人口|人|户)?)|在|其)?[：:\s]*$
    """,
    re.VERBOSE,
)
_OPENS_BEHIND = frozenset("（(及或以之内封为左上起")
#: One of these stands in everything that _NEAR finds.
_COULD_BE_NEAR = re.compile("[不到至为在最限封低小少短≤<＜超突高大多达逾≥>＞稳保维力]")
_AHEAD = re.compile(r"(?P<least>至少|最少|不少于)[^，。；\d]{1,16}$|(?P<most>至多|最多|最高|不超过)[^，。；\d]{1,10}$")
_LEVEL = re.compile(
    r"(?:率|占比|比例|比重|满意度|知晓度|覆盖面|达标|合格|完好|度|面)(?:为|是|均|均为|分别|分别为|各)?\s*$"
)
_CHANGES = re.compile(
    r"(?P<rise>增长|提高|提升|上升|增加|上涨|增幅|涨幅|增速|上调|扩大|回升|递增|增收|增产|上浮|增强|攀升|高出|多增)"
    r"|(?P<fall>下降|降低|减少|压减|压降|压缩|削减|缩减|缩短|精简|递减|下调|降幅|下浮|减免|减征|回落|收窄|降本|节约|节省|减排|减碳|降耗|减)"
    r"(?!改造|行动|工程|质量|水平的)"
)
_BEHIND = re.compile(
    r"\s?(?:（含[^（）]{0,6}）|\(含\))?(?:及|或)?(?:(?P<least>以上|之上|及更多|起步)|(?P<most>以内|以下|之内|之下|内(?![陆涵容部在设外科])|封顶|为限)|(?P<about>左右|上下))"
)
_HALVES = {"减半": Operator.FALL, "折半": Operator.FALL, "过半": Operator.AT_LEAST}
_WINDOW = 24


def operator_of(clause: str, figure: Figure, text: str) -> Operator:
    """The operator of a figure, from ``clause`` (the words of its clause before it) and the words behind it."""
    behind = _behind(figure, text)
    if behind and behind["about"]:
        return Operator.EQUAL
    if (fixed := _HALVES.get(text[figure.start : figure.end])) is not None:
        return fixed
    near = _near(clause)
    if figure.unit in ("%", "‰", "个百分点", "百分点", "倍"):
        change = _change(clause, figure, near)
        if change is not None:
            return change
    if behind:
        return Operator.AT_LEAST if behind["least"] else Operator.AT_MOST
    return _from_words(near or _ahead(clause))


def behind_of(figure: Figure, text: str) -> int:
    """Where the words behind a figure end that belong to it (以上, 以内, 左右)."""
    behind = _behind(figure, text)
    return behind.end() if behind and figure.after == figure.end else figure.end


def has_operator(clause: str, figure: Figure, text: str) -> bool:
    """Whether words say how the value is to be compared, so that it is no mere mention."""
    return _behind(figure, text) is not None or follows_operator(clause)


def follows_operator(clause: str) -> bool:
    """Whether the words before a figure end in 不少于, 达到, 提高到 and the like."""
    return _near(clause) is not None


def _behind(figure: Figure, text: str) -> re.Match[str] | None:
    first = text[figure.after : figure.after + 1]
    return _BEHIND.match(text, figure.after) if first in _OPENS_BEHIND or first.isspace() else None


def _near(clause: str) -> re.Match[str] | None:
    start = max(0, len(clause) - _WINDOW)
    return _find_near(clause[start:]) if _COULD_BE_NEAR.search(clause, start) else None


@lru_cache(maxsize=1024)  # asked two or three times for a figure
def _find_near(words: str) -> re.Match[str] | None:
    return _NEAR.search(words)


def _ahead(clause: str) -> re.Match[str] | None:
    start = max(0, len(clause) - _WINDOW)
    if clause.find("最", start) < 0 and clause.find("至", start) < 0 and clause.find("不", start) < 0:
        return None
    return _AHEAD.search(clause, start)


def _from_words(match: re.Match[str] | None) -> Operator:
    if match is None:
        return Operator.EQUAL
    return Operator.AT_LEAST if match["least"] else Operator.AT_MOST


def _change(clause: str, figure: Figure, near: re.Match[str] | None) -> Operator | None:
    """A rise or fall by the figure; None when the figure is a level (…率达到95%)."""
    if figure.unit == "倍":
        return None if near and not near["upto"] else Operator.TIMES
    points = figure.unit.endswith("百分点")
    if near and not near["change"] and not points:
        return None
    if not points and not near and _LEVEL.search(clause):
        return None
    changes = _CHANGES.findall(clause)
    if not changes:
        return None
    return Operator.RISE if changes[-1][0] else Operator.FALL
