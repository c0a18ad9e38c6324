"""Whether a unit only says that an indicator reaches, keeps, rises or falls to a value."""

from __future__ import annotations

import re

from luoshi_core.reading.commitments.chinese.verbs import CONCRETE, has_concrete_verb

_INDICATOR = (
    r"(?:率|满意度|额|量|面积|时限|标准|人数|收入|比例|占比|比重|规模|产值|增加值|总值|增速|数量|总数|人次|次数"
    r"|场次|时长|时间|指数|得分|水平|密度"
    r"|强度|浓度|天数|投资|消费|销售|成本|费用|价格|利润|税收|存量|缺口|产量|投入|里程|藏量|册数|户数|床位数?|位次"
    r"|名次|排名|等级|指标|覆盖面|面(?=不少于|不低于|达|超过|扩大|要|应)|用户|周期|期限|寿命)"
)
_TO_VALUE = (
    r"(?:(?<![到抵])达到?(?!标)|增加到|增至|增长到?|提高到?|提升[到至]?|上升到?|升至|下降到?|降低到?|降至|降到"
    r"|减少到|减至|缩短[到至]?|压缩[到至]?|压减[到至]?|扩大到|控制在"
    r"|保持在?|稳定在|维持在|突破|超过|超|不低于|不少于|不高于|不超过|不得(?:超过|低于|少于)|高于|低于|优于"
    r"|翻[一两]?番|位居|进入|至少|≥|≤|占)"
)
_INDICATES = re.compile(
    rf"{_INDICATOR}(?:[^，；\d]{{0,10}}?|由[^，；]{{1,14}}?|比[^，；]{{1,8}}?){_TO_VALUE}"
    r"|(?:率|额|量|标准|收入|补贴|补助|待遇|工资|经费|价格|面积|人数)"
    r"(?:[每人均月年再]{0,6}|同比|[比较]上[^，；\d]{1,6}|[比较][去前\d][^，；\d]{0,6}?)(?:增加|提高|上调|上升|增长|减少|降低|下降|下调)[\d一二三四五六七八九十百]"
    rf"|{_INDICATOR}[^，；\d百]{{0,3}}(?:[\d.]+%|百分之)"
)
#: What everything that _INDICATES finds starts with.
_OPENS_INDICATES = re.compile(
    "[率满额量面时标人收比占规产增总数次场指得水密强浓天投消销成费价利税存缺里藏册户床位名排等覆用周期寿补待工经]"
)
_REACHES = re.compile(_TO_VALUE)
#: One of these stands in everything that _INDICATES, _REACHES, _CROWD and _COVERS find.
_COULD_REACH = re.compile("[达增提升降减缩扩控保稳维突超不高低优翻位进至≥≤占调%百实做覆拥]")
_COVERS = re.compile(
    r"(?:实现|达到|做到)[^，；]*(?:全覆盖|全达标|清零|翻番|翻一番)|只[增减]不[增减]|全覆盖$"
    r"|(?:每[\d.百千万]*[人户村名]|人均)[^，；]*(?:拥有|达到|不少于|不低于|增加到)"
)
_STRICT_ACT = re.compile(
    r"(?:新[建改增设]|改[建造]|扩建|建成|建设|完成|举办|开展|组织|引进|发放|采购|购置|培训|培养|培育|遴选|检查"
    r"|排查|清淤|疏浚|铺设|安装|投放|修缮"
    rf"|打造|创建|设立|设置|开设|配备|拨付|印发|制定|编制|招聘|招录|招引|选派|推出|开通|更新|整治|整改|安排"
    rf"|拆除|抽查|创作|种植|救助|资助|招生|招募|组建)(?!{_INDICATOR}|的)"
)
_ACT = re.compile(rf"{CONCRETE}(?!{_INDICATOR}|的)")
_VALUE_VERB = re.compile(
    r"(?:达到|实现|提高|提升|增长|缩短|压缩|压减|降低|减少|增加(?=到|至)|控制|覆盖|保持|突破|超过|普及)"
)
_AT_LEAST = re.compile(r"不少于|不低于|不高于|不超过|不得|至少")
_COUNTED = re.compile(r"[\d、]")
_CROWD = re.compile(r"(?:接待|吸引|服务|惠及|参与)[^，]*?(?:突破|达到?|超过)")
_AHEAD = re.compile(
    r"(?:[^，]*?(?:年底前?|月底前?|[日月年]前|年内|全年|季度末?前?|年末|[上下]半年|\d年|每(?:年|月|周|季度|日"
    r"|天|半年|学期|学年)|年均|“■*”末))?"
    r"(?:全[市县区省镇]|力争|确保|争取|要|将|计划|实现|带动|推动|促进|使|持续|基本|同步)*"
)
_DETAIL = re.compile(
    r"其中|[按以]?照?每(?![年月日周季学]|[\d.百千万]+[人户])|(?:基本|初步)?形成|(?:更好)?(?:满足|惠及)"
)


_GRADE = re.compile(
    r"(?:达到?|[到至在]|优于|不低于|符合|为)[^，；]{0,6}?(?:[ⅠⅡⅢⅣⅤ]{1,3}类|[一二三四五]类(?:水|标准|以上)"
    r"|[一二三]级(?:标准|以上|水平)|优[良秀](?:$|以上|等[次级]|水平|档)|良好(?:以上|水平|等[次级]))"
)


def keeps_grade(words: str) -> bool:
    """Whether the words name a grade to be reached or kept (水质稳定保持在Ⅲ类以上), which is no number."""
    return ("类" in words or "级" in words or "优" in words or "良" in words) and _GRADE.search(words) is not None


def only_reaches(words: str) -> bool:
    """Whether every clause that counts is about a value to be reached and none is about something to be done."""
    found = False
    for number, clause in enumerate(words.split("，")):
        if number and _DETAIL.match(clause):
            continue
        if _is_reaching(clause):
            found = True
        elif _acts(clause, 0, len(clause)):
            return False
    return found


def _acts(clause: str, start: int, end: int) -> bool:
    return has_concrete_verb(clause[start:end]) and _ACT.search(clause, start, end) is not None


def _is_reaching(clause: str) -> bool:
    if _COULD_REACH.search(clause) is None:
        return False
    ahead = _AHEAD.match(clause)
    at = ahead.end() if ahead else 0
    if _STRICT_ACT.match(clause) or (at and _STRICT_ACT.match(clause, at)):
        return False
    act = _ACT.match(clause) or (_ACT.match(clause, at) if at else None)
    opens = _OPENS_INDICATES.search(clause)
    indicates = _INDICATES.search(clause, opens.start()) if opens else None
    if indicates:
        return act is None or _COUNTED.search(clause, act.end(), indicates.start()) is None
    if _CROWD.search(clause):
        return True
    if act and not _VALUE_VERB.match(clause, act.start()):
        return False
    if _COVERS.search(clause):
        return True
    reaches = _REACHES.search(clause, at)
    if reaches and _AT_LEAST.match(reaches[0]):
        return at == 0 and not _acts(clause, 0, reaches.start())
    return reaches is not None
