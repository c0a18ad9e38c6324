"""The cell of a quarter or month: a task in full, or only how far the task of its row is to come."""

from __future__ import annotations

import re

from luoshi_core.reading.commitments.chinese.verbs import VERBS, has_concrete_verb
from luoshi_core.reading.commitments.english.imperative import imperative_at

_ACT_AHEAD = re.compile(rf"(?:继续|持续|全面)?{VERBS}")
_PROGRESS = re.compile(r"(?:工程|任务|工作)?(?:总|计划)?(?:量|进度|投资|任务|目标)(?:数|额)?的?")
_HOW_FAR = re.compile(
    rf"{_PROGRESS.pattern}|累计|全部|基本|完全|不少于|不低于|至少|以上|以内|左右|主体|[\d.]+(?:[%％]|个百分点|[一-鿿]{{1,2}})?|{VERBS}"
)
_BARE_COUNT = re.compile(
    rf"(?:累计|全部|基本)?{VERBS}[到至]?[\d.]+(?:[个处座片项家所间条栋套]|[万千百]个)(?:以上|左右)?$"
)
_COUNT = re.compile(r"\d")
_SHORT = 4
_BUILDING = re.compile(
    r"选址|立项|设计|招标|勘察|施工|封顶|竣工|验收|交付|投用|主体|前期|手续|装修|开工|完工|调试|征地|拆迁"
)
_SHORT_OF_BUILDING = 8
_SHORT_ENGLISH = 2


def says_itself(stage: str, task: str, *, english: bool) -> bool:
    """Whether the words of a stage say what is to be done, so that the name of the task does not belong to them.

    购置救护车5辆 does beside any task; 累计筛查5200人 does beside the name of a project, but only
    completes a task that says what is done (新建服务站: 建成6个), and 主体封顶 completes either.
    """
    if english:
        return len(stage.split()) > _SHORT_ENGLISH and imperative_at(stage, 0) is not None
    counted = _COUNT.search(stage) is not None
    if not counted and len(stage) <= (_SHORT_OF_BUILDING if _BUILDING.search(stage) else _SHORT):
        return False
    if _BARE_COUNT.match(stage):
        return False
    if len(_HOW_FAR.sub("", stage)) > 1:
        return True
    return counted and has_concrete_verb(stage) and not _PROGRESS.search(stage) and not _ACT_AHEAD.match(task)
