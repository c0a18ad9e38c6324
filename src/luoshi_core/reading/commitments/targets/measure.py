"""What a number counts or measures, named with the words beside it.

Shown to people beside the number; nothing is computed from it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from luoshi_core.reading.commitments.targets.figures import Figure
from luoshi_core.reading.commitments.targets.units import THINGS, TIME_UNITS

_DOING = (
    r"(?:新建改造|新建改扩建|新改扩建|新建|改建|扩建|新增|新培育|新引进|建成投用|建成|建设|完成|实现|培育|培养|培训|打造|开展|组织|举办|实施|"
    r"启动|改造提升|提升改造|改造|布局|遴选|引进|发放|投入|安排|拨付|铺设|采购|创建|设立|设置|开设|配备|选派|招募|征集|储备|落实|争取|"
    r"推动|带动|发展|认定|扶持|支持|资助|帮扶|服务|惠及|覆盖|达到|确保|力争|形成|制定|出台|推出|发布|组建|建立|开办|开通|开放|拥有|吸纳|实有|配备|配置|配齐|配发|抽查|检查|取消|汇集|选取|修缮|维修|整修|更新|更换|安装|铺装|新改建|拆除|清理|关停|种植|栽植|补植|回收|列支|调剂|筹集|筹措|下达|确定|派出|聘请|招聘|引导|收集|征求|受理|办理|办结|接待|走访|慰问|购置|"
    r"印发|发送|张贴|悬挂|拍摄|创作|编排|赠送|捐赠|添置|添|出动|出资|上线|上架)"
)
_LEAD = re.compile(
    r"(?:按照|其中|力争|确保|全年|年内|累计|分别|平均|各自|每年|每月|每季度|全力|计划|同步|必须|原则上|至少|不少于|继续|共|总计|合计|"
    r"一次性|给予|争取|着力|随机|加快|稳步|有序|积极|到(?!位|家|访)|[并且要应须将使让把对按在于以和及与由需再、：:\s])+"
)
_BODY = r"(?:局|委员会|办公室|委|办|部|馆|院|团|站|队|中心|县|区|镇|乡|街道|集团|公司|政府|学校|单位|协会|社)"
#: A place, a person served, a source before the verb (到山区, 为群众, 从结余资金中).
_ASIDE = re.compile(
    rf"(?:(?:从[^，。；]{{1,8}}?起|[到在为向对从][^，。；]{{1,14}}?|每[个所座处家村校馆站镇乡][^，。；]{{0,10}}?)(?={_DOING}|演出|巡演))+"
)
_OWNER = re.compile(
    rf"(?:(?:[^，。；、\d]{{1,14}}?{_BODY}(?:[、和与及]|会同|联合))*[^，。；、\d]{{1,14}}?{_BODY}(?=(?:[要应将须]|年内|分别|各)?{_DOING}|下乡|[到在为向对从]))?"
    r"(?:[^，。；、]{0,14}?(?:(?:局|委员会|办公室)(?![、长])"
    rf"|(?:委|办|部|馆|院|中心|县|区|镇|乡|街道|集团|公司|政府|学校|单位|会)(?={_DOING})))*"
)
_VERB = re.compile(rf"(?:{_DOING}[、和并及]?)+(?=..)")
_INDICATOR = re.compile(
    r".{0,2}(?:率|半径|面积|比例|占比|时间|时限|时长|人次|场次|数量|总量|人数|额度?|标准|水平|满意度)$"
)
_RISE_OR_FALL = r"(?:提高|提升|增加|增长|上升|扩大|降低|下降|减少|压缩|压减|缩短|调整|升|降|增|减)"
_TAIL = re.compile(
    rf"(?:[由从][^，。；]{{1,30}}?{_RISE_OR_FALL}(?:到|至|为)|不(?:得|应)?(?:少于|低于|小于|超过|高于|大于|多于)|超过|突破|达到|达|至少|最少|"
    rf"最低|最高|最多|至多|控制在|(?:稳定|保持|维持)在?|{_RISE_OR_FALL}(?:到|至|为)?|占|为|是|在|约|近|(?<![人户年月日])均|分别|力争|"
    r"年均|同比|(?<!公)共|合计|总计|比上年|较上年|各|全部|[≥≤><=])+\s*$"
)
_BEHIND = re.compile(
    r"的?(?:给予|用于|支持|开展|举办|组织)?((?:[^，。；、：,;（）()\d]|（[^（）\d]{1,9}）|、(?=[^，。；：\d]+(?:[，。；：]|$))){2,18}?)"
    r"(?=逐|等(?![级候])|以上|左右|[，。；：,;（）()\d]|、(?=[^，。；：\d]*\d)|$|免费|并(?!网)|各[\d一二两三四五六七八九十结派联包配]|(?:全部|均|统一)"
    r"|拨付|下达|拨到|配发|发放|完成|实现|开展|进行|实施|接入|纳入|投入|对外|建成|到位|合并|整合|压减|提供|配送|送[到至])"
)
_DEED = re.compile(r"的?([^，。；、：,;（）()\d]{2,18}?)(?=逐|等(?![级候])|以上|左右|[，。；、：,;（）()\d]|$)")
#: What everything that _TAIL finds ends with, and what stands in everything that _OWNER finds.
_LAST_OF_TAIL = frozenset("到至为于过破达少低高多在定持升加长大降缩短减整增占是约近均别争比年各部≥≤><=共计")
_IN_OWNER = re.compile("[局会室委办部馆院心县区镇乡道团司府校位站队社]")
_MARKS = frozenset(("", *"，。；、：,;（）()"))
_EMPTY = re.compile(rf"(?:{_DOING})+|[^一-龥“”A-Za-z]*|全[市县区省国镇乡]|.")
_LONGEST = 24


def name_measure(text: str, clause: str, figure: Figure, behind: int) -> str:
    """The words for a figure; ``clause`` stands before it, ``behind`` is where the words after it begin."""
    before = _before(clause[-_LONGEST:])
    if figure.unit in TIME_UNITS:
        deed = _after(_DEED, text, behind)
        return f"{deed}时限" if deed else before
    after = _after(_BEHIND, text, behind)
    if after.startswith("标准"):
        return before + "标准"
    if after and (not before or "、" in before or before.endswith("的") or figure.thing in THINGS):
        return after
    return before or after or _behind(_LEAD, _without_tail(clause[-_LONGEST:]))


def _after(pattern: re.Pattern[str], text: str, behind: int) -> str:
    """The words behind a figure."""
    if text[behind : behind + 1] in _MARKS:
        return ""
    follows = pattern.match(text, behind)
    return follows[1] if follows else ""


@lru_cache(maxsize=1024)  # a plan counts the same few things again and again
def _before(clause: str) -> str:
    words = _behind(_LEAD, _without_tail(clause.strip(" ：:")))
    if _IN_OWNER.search(words):
        words = _behind(_OWNER, words)
    if not _INDICATOR.fullmatch(words):
        words = _behind(_LEAD, _behind(_VERB, _behind(_ASIDE, words)) or words)
    return "" if _EMPTY.fullmatch(words) else words


def _behind(pattern: re.Pattern[str], words: str) -> str:
    """The words behind those that the pattern finds at their start."""
    match = pattern.match(words)
    return words[match.end() :] if match else words


def _without_tail(words: str) -> str:
    return _TAIL.sub("", words) if words.rstrip()[-1:] in _LAST_OF_TAIL else words
