"""What an article asks for in concrete terms without binding anybody.

An office may adopt a call and give it an owner and a date. So a call names something
that can be set up or done (a mechanism, a fund, a platform, training, service on
order); principles, feelings and what others said are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from luoshi_core.reading.commitments.chinese.frames import is_frame, is_reported
from luoshi_core.reading.commitments.chinese.sentences import cut_sentences, hide_asides
from luoshi_core.reading.commitments.chinese.tense import is_encouraged, names_past
from luoshi_core.reading.commitments.chinese.verbs import CONCRETE
from luoshi_core.reading.model import Call, Commitment
from luoshi_core.reading.passages import Passage
from luoshi_core.reading.traced import Traced

_SETS_UP = (
    r"(?:探索建立|建立健全|建立完善|建立|健全完善|健全|完善|设立|构建|搭建|组建|成立|创建|打造|建设|开设"
    r"|开展|开办|举办|实施|推行|推出|编制|制定|出台|增设|配备|培育|培养|开发|盘活|活化利用|活化|改造"
    r"|优化改造|探索|推广|组织|发放|引入|购买|整理|编写|评选)"
)
_THING = (
    r"(?:机制|制度|办法|标准|清单|规划|体系|基金|资金|补贴|奖励|平台|网络|联盟|场景|中心|基地|示范[区点]|试点"
    r"|礼堂|戏台|图书室|广场|驿站|书房|书屋|展览|展演|巡展|演出|培训|课程|讲座|活动|服务|队伍|名录|数据库"
    r"|工作站|档案|"
    r"品牌|线路|产品|专栏|通道|渠道|设施|空间|工程|计划|行动|项目|数字化|建筑|菜单|订单|学徒|传习所|预算|窗口"
    r"|岗位|驻点|联动|联席会议)"
)
_CALL = re.compile(
    rf"(?:{_SETS_UP})(?!新时代|中国特色|社会主义|的)[^，]{{1,30}}?{_THING}(?=[^，]{{0,12}}$|、|和|与|等)"
)
_VAGUE = re.compile(
    r"中国式|党的|社会主义|现代化(?!改造)|高质量发展格局|发展格局|精神|思想|理论|新局面|新篇章|新格局|道路"
    r"|重要(?:途径|抓手|载体)|根基|作风|担当|政绩|理念|以来|近年|去年|不能|不要|大国|世界|全球|国家(?:大数据"
    r"|文化数字化战略)|战略$|产业体系"
)
_STATES = re.compile(r"(?:是|为|成为|在于|体现|意味着|已|了|得到|有助于|有利于|能够|可以让)")
_OPENS = re.compile(
    r"^(?:要|应当?|须|必须|需要?|可|还要|同时|并|通过|进一步|因地制宜|积极|加快|大力|持续|着力|不断|深入|广泛"
    r"|分级分类|定期|[^，]{0,14}?(?:要|应当?|须|可))*"
)
_ASKS = re.compile(r"[^，]{0,14}?(?:建议|倡议|不妨|呼吁|(?:可以?|应当?)每[年月季])(?!的)")
_SHORTEST, _MOST = 6, 40


def calls_of_article(passages: Iterable[Passage], commitments: Sequence[Commitment]) -> Iterator[Call]:
    """The calls of an article in reading order, without what is already a commitment."""
    taken = {span for commitment in commitments for span in commitment.spans}
    count = 0
    for passage in passages:
        if passage.text is None or passage.heading:
            continue
        for call in _calls_of(passage, passage.text):
            if count < _MOST and not any(a.start < b.end and b.start < a.end for a in call.spans for b in taken):
                count += 1
                yield call


def _calls_of(passage: Passage, text: Traced) -> Iterator[Call]:
    words = text.text
    hidden = hide_asides(words)
    for sentence in cut_sentences(words):
        said = hidden[sentence.start : sentence.end]
        if is_reported(said) or is_frame(said) or names_past(said):
            continue
        start = sentence.start
        for mark in (*sentence.marks, sentence.end):
            if _is_call(hidden[start:mark], words[start:mark]):
                yield Call(words[start:mark], text.spans(start, mark), passage.path)
            start = mark + 1


def _is_call(hidden: str, words: str) -> bool:
    if not _SHORTEST <= len(words) <= 60 or _VAGUE.search(words) or (is_encouraged(hidden) and not _ASKS.match(words)):
        return False
    if asks := _ASKS.match(words):
        return re.search(CONCRETE, hidden[asks.end() - 2 :]) is not None
    opening = _OPENS.match(words)
    at = opening.end() if opening else 0
    return _CALL.match(words, at) is not None and _STATES.search(hidden, at) is None
