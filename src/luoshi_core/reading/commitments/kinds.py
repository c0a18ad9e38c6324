"""What sort of promise a unit is, from its words."""

from __future__ import annotations

import re

_INDICATOR = (
    r"(?:率|满意度|额|量|面积|时限|标准|人数|收入|比例|占比|比重|规模|产值|增加值|总值|增速|数量|总数|总量|人次|次数|场次|时长|时间|指数|得分|水平|密度|强度|浓度|优良天数"
    r"|投资|消费|销售|成本|费用|价格|利润|税收|存量|缺口|拥有|产量|里程|藏量|册数|户数|床位数?|位次|名次|排名|等级|指标|覆盖面)"
)
_REACHES = (
    r"(?:达到|达|增长|增加|增至|提高|提升|上升|升至|下降|降低|降至|减少|缩短|压缩|压减|控制|保持|稳定|维持|突破|超过|超|不低于|不少于|不高于|不超过|不得超过|不得低于|不得少于"
    r"|高于|低于|优于|翻[一两]番|翻番|实现|争取|力争|位居|进入|全覆盖|为|至少|≥|≤|占)"
)
_OPENING = r"(?:^|(?<=[，、；]))(?:[^，；]{0,12}?[底末前内]，?)?(?:到|至|力争|确保|争取|实现|推动|带动|促进|使|将|把|让|全年|年内|全[市县区省镇]|(?:各|本|辖)[^，]{0,6}|新增|其中|并|同时|要|计划|，)*"
_ACTS = re.compile(
    r"(?:新[建改增设]|改[建造]|扩建|建成|建设|完成|举办|开展|组织|引进|发放|采购|购置|培训|培养|培育|遴选|检查|排查|清淤|疏浚|铺设|安装|投放|修缮|打造|创建|设立|设置|开设|配备|拨付|印发|制定|编制"
    r"|招聘|招录|招引|选派|选树|推出|开通|更新|改建|整治|整改|治理|种植|植树|造林|救助|资助|慰问|走访|安排|争取(?:资金|项目)|落实(?:资金|专项)|布局|发布|清理|拆除|演出|放映|巡演|赠送|配送|征集|创作|支持|补贴|补助|奖励|发展|实施|建立|健全|启动|开工|竣工|开放|提供|接入|检测|抽检|检测|巡查|审核|办结|处理|报送|推广|联合|创成|签约|转移|安置|盘活|收集|回收|清运|修复|挂牌|命名|评选|认定|提取|储备|供应|供给|养护|更换|拓宽|新开|增开)"
)
_REACHING = re.compile(
    rf"{_INDICATOR}[^，；]{{0,14}}?{_REACHES}|{_REACHES}[^，；]{{0,6}}[\d一二三四五六七八九十百][^，；]{{0,8}}{_INDICATOR}$"
)
_COVERS = re.compile(
    r"(?:实现|达到|做到)[^，；]*(?:全覆盖|全达标|清零|翻番|翻一番)|(?:每|人均)[\d.百千万]*人?[^，；]*(?:拥有|达到|不少于|不低于)|[^，；]{2,}全覆盖$"
)


def only_reaches(words: str) -> bool:
    """Whether the words only say that an indicator reaches, keeps, rises or falls to a value."""
    found = False
    for clause in words.split("，"):
        if _COVERS.search(clause) and not _starts_with_act(clause):
            found = True
        elif match := _REACHING.search(clause):
            if _starts_with_act(clause[: match.end()]):
                return False
            found = True
        elif _ACTS.search(clause):
            return False
    return found


_AHEAD = re.compile(
    r"(?:[^，]*?(?:年底前?|月底前?|[日月年]前|年内|全年|季度末?前?|年末|上半年|下半年|\d年|“十[四五]五”末))?(?:，?(?:全[市县区省镇]|力争|确保|争取|要|将|计划|实现|带动|推动|促进|使|持续))*"
)


def _starts_with_act(clause: str) -> bool:
    """Whether something is done (采购新书不少于8万册) rather than only reached (普及率达到95%)."""
    ahead = _AHEAD.match(clause)
    return _ACTS.match(clause, ahead.end() if ahead else 0) is not None
