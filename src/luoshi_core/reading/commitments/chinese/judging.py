"""Which units are commitments, and which are background, slogans, encouragement or statements of fact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luoshi_core.reading.commitments.chinese.kinds import keeps_grade, only_reaches
from luoshi_core.reading.commitments.chinese.scoring import scores
from luoshi_core.reading.commitments.chinese.slogans import exhorts, is_slogan, opens_as_task
from luoshi_core.reading.commitments.chinese.tense import is_encouraged, is_wanted, looks_ahead
from luoshi_core.reading.commitments.chinese.verbs import has_concrete_verb, has_verb
from luoshi_core.reading.header import Header

if TYPE_CHECKING:
    from luoshi_core.reading.commitments.chinese.drafts import Draft

__all__ = ["Judge", "behind_subject", "is_slogan"]

_FACT = re.compile(
    r"[^，]{0,18}(?<![但凡都而只要就还一二三四五六])是(?!否)[^，]*(?:年|时期|关键|基础|途径|内容|举措|工程|抓手"
    r"|要求|标志|目的|保障)(?:$|，[^，\d]*(?:重大|艰巨|深远|[非异]常[^，]{1,4})$)"
    r"|[^，]{0,16}设在|(?:该|此(?![后外次])|其(?![后余中他次])|这|总投资|占地)|(?:督查|检查|活动|评比|报名|公示|征集|自查)时间"
    r"|[^，]{2,10}(?:内容|范围|对象|方式|重点|程序|步骤)(?:主要)?(?:包括|为|是|涵盖|分为)"
    r"|(?:全[市县区]|我[市县区]|辖区)?(?:现有|共有|拥有|总面积|位于|地处|辖"
    r"|(?:常住|户籍)人口(?![^，]*(?:达到|增|突破|超过|稳定|保持)))"
)
#: How somebody goes about it, or what is looked at.
_MANNER = re.compile(r"[^，]{0,12}采[取用][^，]{2,40}(?:方式|形式|办法)(?:$|，[^，\d]*$)|[^，]{0,12}是否[^，]*$")
_AT_ONCE = re.compile(r"，(?:[须应要将必])*(?:立即|及时|马上|当场|第一时间|一律|予以)")
#: 由5天减少到半天: in an article that says neither 将 nor when, this is what has been reached.
_HAS_CHANGED = re.compile(
    r"[由从][^，；]{0,6}\d[^，；]{0,8}?(?:[升降增减改]|[提压缩扩][高升减缩短大]|下降|上升|合并|精简)[^，；]{0,3}?[到至为成]"
)
#: A level that is kept is one to come, where no word of the past stands beside it.
_KEEPS = re.compile(r"[稳保维控](?:定|持|制)在")
_WILL = re.compile(r"将|负责|牵头")
_WIDE = re.compile(r"全国|我国|国家|世界|全球|全省")
_LOCAL = re.compile(r"[全我本][市县区镇乡州旗]|[市县区镇]|^各(?![地级国方界族省项类])")


class Judge:
    """Decides which drafts of a paragraph are commitments.

    ``listed`` says that a bracket, heading or introduction names who is responsible,
    ``numbered`` that the paragraph stands under a label.
    """

    def __init__(self, header: Header, listed: bool, rule: bool, numbered: bool) -> None:
        self._binding = header.binding and not header.newspaper
        self._listed = listed
        self._rule = rule
        self._numbered = numbered

    def commits(self, draft: Draft) -> bool:
        """Whether somebody is to do or reach something that can be checked."""
        words = draft.words
        if draft.past or _FACT.match(words) or scores(words):
            return False
        if self._only_encourages(draft):
            return False
        if not self._binding:
            return self._binds_in_article(draft)
        if draft.forbids:
            return True
        if draft.year_only and not draft.targets and is_slogan(behind_subject(draft)):
            return False
        if draft.urged and not (draft.marked or draft.every):
            return False
        if draft.marked or draft.every:
            return bool(draft.subject) or self._is_goal(draft)
        if draft.condition:
            by = draft.subject is not None and draft.subject.by
            return by or has_concrete_verb(words) or _AT_ONCE.search(words) is not None
        if _MANNER.match(words):
            return False
        if keeps_grade(words) and only_reaches(words):
            return bool(draft.subject) or self._is_goal(draft)
        if is_slogan(behind_subject(draft)) and not self._answers_for(draft):
            return False
        if draft.subject and not draft.carried:
            return "负责" in words or has_verb(words, 0, len(words))
        return self._is_task(draft)

    def _answers_for(self, draft: Draft) -> bool:
        """Whether the unit gives a named body its share of the work (某局负责育苗)."""
        words = behind_subject(draft)
        return draft.subject is not None and words.startswith("负责") and len(words) > 3 and not exhorts(words)

    def _only_encourages(self, draft: Draft) -> bool:
        words = behind_subject(draft)
        counted = draft.marked and (draft.targets or draft.due) and "，" in words
        return is_encouraged(words) and not (counted and words.startswith("引导"))

    def _is_goal(self, draft: Draft) -> bool:
        """Whether a figure or date without an owner is something to reach, not a fact."""
        if (self._numbered or keeps_grade(draft.words)) and (draft.targets or only_reaches(draft.words)):
            return True
        return (
            bool(draft.due or draft.every or self._listed or self._rule)
            or looks_ahead(draft.words)
            or (bool(draft.targets) and _KEEPS.search(draft.words) is not None)
            or _any_task(draft.words)
        )

    def _is_task(self, draft: Draft) -> bool:
        opens = _any_task(draft.words) or (is_wanted(draft.words) and has_concrete_verb(draft.words))
        if self._listed or draft.subject or draft.due:
            return opens
        return (opens and self._numbered) or (has_concrete_verb(draft.words) and opens)

    def _binds_in_article(self, draft: Draft) -> bool:
        if draft.forbids:
            barred = draft.words.startswith(("不得", "禁止")) or "严禁" in draft.words or "一律不" in draft.words
            return bool(draft.subject) or (barred and not exhorts(draft.words))
        if draft.due is None and _HAS_CHANGED.search(draft.words) and not looks_ahead(draft.words):
            return False
        timed = bool(draft.due or draft.every)
        if draft.subject and _LOCAL.search(draft.subject.owner):
            will = draft.subject.by or draft.condition or _WILL.match(behind_subject(draft)) is not None
            return (
                timed
                or bool(draft.targets)
                or (will and has_concrete_verb(draft.words) and not is_slogan(behind_subject(draft)))
            )
        return timed and bool(draft.targets) and _WIDE.search(draft.words) is None and self._is_goal(draft)


def _any_task(words: str) -> bool:
    return any(opens_as_task(clause) for clause in words.split("，"))


def behind_subject(draft: Draft) -> str:
    """The words of a unit without the subject it opens with."""
    if draft.subject and not draft.carried and draft.subject.start <= draft.start + 2:
        return draft.words[draft.subject.end - draft.start :]
    return draft.words
