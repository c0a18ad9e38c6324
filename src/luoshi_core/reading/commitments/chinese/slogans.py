"""Exhortation: what leaves nothing behind that anybody could check."""

from __future__ import annotations

import re

from luoshi_core.reading.commitments.chinese.tense import is_encouraged
from luoshi_core.reading.commitments.chinese.verbs import GENERAL, VERBS, has_verb

_WHO = (
    r"(?:全[市县区镇][^，]{0,4}?(?=要|必须)|各级[^，]{0,8}?(?=要|必须)|广大[^，]{0,6}?(?=要|必须)"
    r"|我们(?=要|必须))?"
)
_HOW = (
    r"(?:要|必须|切实|进一步|不断|持续|坚决|全面|认真|始终|牢牢|充分|深刻|高度|着力|努力|积极|加快|大力|广泛"
    r"|深入|扎实|更加|主动|严格"
    r"|层层|逐级|共同|有效|真正|密切|继续|紧紧|并|同时|以|把|将)*"
)
_URGES = (
    rf"(?:(?:{GENERAL}|提高|明确|形成|落实|实现|教育引导|教育|学习贯彻|压紧压实|统一|做到|减少|安排|取得"
    rf"|执行|考核|总结)(?:和|、|并)?)+"
)
_ABSTRACT = (
    r"(?:认识|教训|理论|信念|意义|理念|站位|思想|意识|责任(?!书|人|清单|制)|领导(?!小组|干部[^，]*培训)|担当"
    r"|使命|合力|氛围|作风|觉悟|观念"
    r"|政绩观|决心|信心|力度|统筹|协调|组织保障|形式主义|官僚主义|麻痹|侥幸|精神|要求|部署|大局|能力|本领|水平"
    r"|质量|效能|效率|美德|风尚"
    r"|正能量|融合|发展(?=$|，)|优势|特色|品质|活力|动力|潜力|根基|底线|短板|弱项|问题导向|获得感|幸福感|安全感"
    r"|共识|热情|积极性|主动性"
    r"|创造性|高质量发展|现代化|共同富裕|新篇章|新局面|新格局|新台阶|落地见效|取得实效|走深走实|抓紧抓实"
    r"|落到实处|落实见效|见行见效"
    r"|重要性|严峻性|紧迫性|必要性|格局|贯彻落实|督促检查|监督检查|宣传引导|舆论引导|沟通|联系|配合|(?<!资金|经费)保障)"
)
_OPENS = re.compile(
    rf"{_WHO}{_HOW}(?:深刻认识|{_URGES})[^，；]{{0,24}}?{_ABSTRACT}"
    r"|(?:要|必须)?(?:坚决|切实|着力|有效|严密)(?:防范|防止|杜绝|遏制|克服|反对|纠治|守住|守牢|打击|维护|避免"
    r"|抓好|防控)"
    r"|(?:要|必须|严格|切实)*落实“■+”(?:要求|责任|制度)?$"
)
_BUILDS = ("打造", "建设", "锻造", "培养")
#: Every branch starts with literal characters: the search passes over all others.
_HOLDS = re.compile(
    r"遵循[^，]*原则$|按照[^，]*原则$|体现[^，]*原则$|宣传[^，]{0,8}$|营造[^，]*(?:氛围|环境)|充分(?:利用|发挥|运用)[^，]*(?:宣传"
    r"|作用|优势)|广泛(?:利用|发挥"
    r"|运用)[^，]*(?:宣传|作用|优势)|高度重视"
    r"|提高[^，]{0,6}站位|以[^，；]{2,20}(?:为(?:指导|引领|目标|抓手|契机|主线|统领|根本)|的(?:态度|标准|作风"
    r"|精神|状态|姿态|决心|勇气|担当|力度|劲头))"
    r"|坚持[^，；]*(?:引领|方针|宗旨|相结合|原则|为主|导向|优先|思想|发展|为中心|为本|为先|为核心)|坚持以|社会关切|群众关切"
    r"|舆论|带头|率先垂范|以身作则"
    r"|靠前指挥|适时研究|敢于|善于|勇于|时刻|绷紧|各司其职|密切配合|通力协作|齐抓共管|上下联动|一体推进"
    r"|久久为功|善作善成|始终把|坚持[^，]*“■+”就“■+”$"
    r"|把[^，]{0,6}(?:精力|心思|功夫|力量|劲头|智慧)[^，]{0,4}(?:用|放|花|集中|投入|凝聚)[在到]"
    r"|放在[^，]*(?:首位|第一位|位置)|加强(?:组织)?领导|结合(?:各自|工作|本地|自身)?实际$|创造性地?开展|统筹发展和安全|抓出[成实]效|抓紧抓[实好]|落细落[小实]|见到实效"
    + "".join(rf"|{build}[^，\d]{{0,24}}(?:过硬|高素质|忠诚|担当)[^，\d]*(?:队伍|铁军)" for build in _BUILDS)
    + r"|围绕[^，]{2,20}(?:开局|目标|主题|主线|中心|定位)$"
)
_TASK_OPENING = re.compile(
    r"(?:要|应当?|须|将|必须|拟|计划|力争|确保|争取|进一步|不断|持续|全面|认真|积极|主动|加快|大力|广泛|深入"
    r"|扎实|着力|切实|严格|有序"
    r"|稳步|重点|集中|统一|统筹|定期|及时|逐步|逐一|探索|分类|分级|分批|高标准|高质量|高水平|同步|适时|择机"
    r"|尽快|抓紧|继续|再|新|全力"
    r"|全程|因地制宜|常态化|依法|免费|依托[^，]{1,12}|围绕[^，]{1,12}|按照?[^，]{1,14}|以[^，]{1,16}"
    r"|对[^，]{1,24}|将[^，]{1,24}|(?:会同|联合|协同)[^，]{2,24}"
    r"|把[^，]{1,24}|在[^，]{1,20}|向[^，]{1,12}|为[^，]{1,14})*"
    rf"{VERBS}(?!率|额|量|标准|面积|时限|总量|人数|费|的)"
)


def is_slogan(words: str) -> bool:
    """Whether every clause exhorts without anything that could be checked."""
    return all(_is_slogan_clause(clause) for clause in words.split("，") if clause)


def _is_slogan_clause(clause: str) -> bool:
    return exhorts(clause) or is_encouraged(clause) or not has_verb(clause, 0, len(clause))


def exhorts(words: str) -> bool:
    """Whether the words urge to something that cannot be seen."""
    return _OPENS.match(words) is not None or _HOLDS.search(words) is not None


def opens_as_task(words: str, start: int = 0) -> bool:
    """Whether the words from ``start`` on begin with what is to be done, as the items of a work plan do."""
    return _TASK_OPENING.match(words, start) is not None
