"""What a number counts or measures, named with the words beside it.

Shown to people beside the number; nothing is computed from it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from luoshi_core.reading.commitments.targets.figures import Figure
from luoshi_core.reading.commitments.targets.units import TIME_UNITS

_DOING = (
    r"(?:新建改造|新建改扩建|新改扩建|新建|改建|扩建|新增|新培育|新引进|建成投用|建成|建设|完成|实现|培育|培养|培训|打造|开展|组织|举办|实施|"
    r"启动|改造提升|提升改造|改造|布局|遴选|引进|发放|投入|安排|拨付|铺设|采购|创建|设立|设置|开设|配备|选派|招募|征集|储备|落实|争取|"
    r"推动|带动|发展|认定|扶持|支持|资助|帮扶|服务|惠及|覆盖|达到|确保|力争|形成|制定|出台|推出|发布|组建|建立|开办|开通|开放|拥有|吸纳|实有)"
)
_LEAD = re.compile(
    r"(?:按照|其中|力争|确保|全年|年内|累计|分别|平均|各自|每年|每月|每季度|全力|计划|同步|必须|原则上|至少|不少于|继续|共|总计|合计|"
    r"一次性|给予|争取|着力|加快|稳步|有序|积极|到(?!位|家|访)|[并且要应须将使让把对按在于以和及与由需再、：:\s])+"
)
_OWNER = re.compile(
    r"(?:[^，。；、]{0,14}?(?:(?:局|委员会|办公室)(?![、长])"
    rf"|(?:委|办|部|馆|院|中心|县|区|镇|乡|街道|集团|公司|政府|学校|单位|会)(?={_DOING})))+"
)
_VERB = re.compile(rf"(?:{_DOING})+(?=..)")
_RISE_OR_FALL = r"(?:提高|提升|增加|增长|上升|扩大|降低|下降|减少|压缩|压减|缩短|调整|升|降|增|减)"
_TAIL = re.compile(
    rf"(?:[由从][^，。；]{{1,30}}?{_RISE_OR_FALL}(?:到|至|为)|不(?:得|应)?(?:少于|低于|小于|超过|高于|大于|多于)|超过|突破|达到|达|至少|最少|"
    rf"最低|最高|最多|至多|控制在|(?:稳定|保持|维持)在?|{_RISE_OR_FALL}(?:到|至|为)?|占|为|是|在|约|近|(?<![人户年月日])均|分别|力争|"
    r"年均|同比|比上年|较上年|各|全部|[≥≤><=])+\s*$"
)
_BEHIND = re.compile(r"的?([^，。；、：,;（）()\d]{2,18}?)(?=逐|等(?![级候])|以上|左右|[，。；、：,;（）()\d]|$)")
#: What everything that _TAIL finds ends with, and what stands in everything that _OWNER finds.
_LAST_OF_TAIL = frozenset("到至为于过破达少低高多在定持升加长大降缩短减整增占是约近均别争比年各部≥≤><=")
_IN_OWNER = re.compile("[局会室委办部馆院心县区镇乡道团司府校位]")
_MARKS = frozenset(("", *"，。；、：,;（）()"))
_EMPTY = re.compile(rf"(?:{_DOING})+|[^一-龥“”A-Za-z]*|全[市县区省国镇乡]|.")
_LONGEST = 24


def name_measure(text: str, clause: str, figure: Figure, behind: int) -> str:
    """The words for a figure; ``clause`` stands before it, ``behind`` is where the words after it begin."""
    follows = None if text[behind : behind + 1] in _MARKS else _BEHIND.match(text, behind)
    after = follows[1] if follows else ""
    before = _before(clause[-_LONGEST:])
    if figure.unit in TIME_UNITS:
        return f"{after}时限" if after else before
    if after.startswith("标准"):
        return before + "标准"
    if "、" in before and after:
        return after
    return before or after or _behind(_LEAD, _without_tail(clause[-_LONGEST:]))


@lru_cache(maxsize=1024)  # a plan counts the same few things again and again
def _before(clause: str) -> str:
    words = _behind(_LEAD, _without_tail(clause.strip(" ：:")))
    if _IN_OWNER.search(words):
        words = _behind(_OWNER, words)
    words = _behind(_LEAD, _behind(_VERB, words) or words)
    return "" if _EMPTY.fullmatch(words) else words


def _behind(pattern: re.Pattern[str], words: str) -> str:
    """The words behind those that the pattern finds at their start."""
    match = pattern.match(words)
    return words[match.end() :] if match else words


def _without_tail(words: str) -> str:
    return _TAIL.sub("", words) if words.rstrip()[-1:] in _LAST_OF_TAIL else words
