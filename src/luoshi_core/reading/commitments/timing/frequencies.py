"""Chinese frequencies: 每月25日前, 每季度末, 逐年, 按月, 一年两次, 两年一次; 常态化, 随时, 24小时."""

from __future__ import annotations

import math
import re

from luoshi_core.reading.commitments.numerals import parse_number
from luoshi_core.reading.commitments.timing.grammar import BEFORE, DAY, MONTH, PART, Rule, Years, nothing, rule
from luoshi_core.reading.commitments.timing.types import Timing
from luoshi_core.reading.model import Cadence

_SPAN = r"""
    (?P<unit>个?工作日|[日天晚夜]|个?周(?![边期全密知围年])|个?星期|旬|半个?月|个?月(?![亮饼])|个?季度|季(?!节)
      |个?半年|个?学期|个?学年|财年|年度?(?![级轻龄货份]))
"""
_EVERY = rf"""
    (?<!每[人户家村名亩例次])每(?:隔)?(?P<count>\d{{1,2}}|[一二两三四五六七八九十双]{{1,2}})?\s?{_SPAN}
    (?![人户名])(?!\s?\d+(?:\.\d+)?万?元)的?
    (?:(?:首月|末月|第[一二三]个月|最后一?个(?:月|工作日)|上半年|下半年|年?[末底]|年终|初|[上中下]旬|前\d个工作日
         |第[一二三四1-4]?个?(?:工作日|周|星期[一二三四五六日天]?)|{MONTH}(?:\s?{DAY}|\s?{PART})?|{DAY}
         |[一二三四五六日天](?=之?前|上午|下午|晚|召|开|报|组织|举[办行]|集中|安排|上门|到|在|对|免费|[，。；、]))[、和及至的\-—]?)*
    {BEFORE}?
"""
_ONE_BY_ONE = r"""
    (?:逐|按)(?P<count>双)?
    (?P<unit>[日天周旬](?![期程边全岁])|半月|月(?!份)|半年|季度?(?!节)|学期
      |年(?![龄级份初终度])|年度(?!计划|预算|工作|任务|目标))(?!序时|均)
"""
_TIMES = r"""
    (?<![第近前过再每\d.十])(?P<count>[一1两二2三3四4五5])?个?
    (?P<unit>半年|半个?月|学期|学年|季度|[日天周月季年])内?
    (?=(?:至少|不少于|不低于|开展|组织|召开|举办|进行|调度|安排){0,2}[一两二三四1234]{1,2}
       (?:[次轮遍届期]|调度|通报|调|评|报|汇总|研判|会商|巡查|检查|督查|考核|更新|公示|分析|小结|总结|主题))
"""
_MEAN = r"(?P<unit>[年月])均(?!浓度|气温|降水|水位|流量|值)"
_OFTEN = r"""
    (?:开展|进行|实行|组织|召开|发布|公布|提交|编制)(?P<unit>半年度|半月|双周|月度|季度|年度)
    (?=通报|调度|督查|评估|分析|检查|点评|巡查|盘点|报告)
"""
_REPEATED = r"(?P<unit>月月|周周|天天|年年|季季)(?=有|都|开|办|见|演)"
_STANDING = r"""
    常态(?:化(?!疫情)|长效|推进|开展|运行)
    |长期(?=坚持|执行|保持|开展|推进|有效|落实|开放|运行|公布|受理|实施|驻守|接受)(?:坚持)?
    |长期(?=配[建备]|保[存留障]|留存|免费|开[放设]|提供|公[开示]|张贴|设[置立]|派驻|驻[村守点]|值守|监[测管]|跟踪|管护|维护|巡[查护]|结对|帮扶|供应
        |储备)(?!..的)
    |(?<!可)持续(?!时间|性|[至到了\d])
    |(?:7\s?[×xX*]\s?)?(?:24|２４|二十四)个?小时(?!以?[内之前]|书面|报告|(?:智慧|自助|无人|城市|阅读|便民|营业|便利|开放的?|服务)*(?:[书图药厕超]|银行|警务))
    |随时|全天候|全时段|不间断|常年|全年(?:无休|开放(?!\s?[\d一二三四五六七八九])|不间断|365天)
    |不?定期(?![存限寿贷])|实时(?=更新|公布|发布|公开|报送|上报|推送)
"""
_MECHANISM_BEFORE = re.compile(r"(?:建立|健全|完善|形成|构建|建设|实行|推行|探索)[^，。；、]{0,4}$")
_MECHANISM_AFTER = re.compile(r"[”」]|[^，。；、]{0,8}?(?:制度|机制|体系|例会制|模式|平台|系统|台账)")
_RATE_AFTER = re.compile(r"(?:每[人户名]|人均)[^，。；]{0,4}?\d+(?:\.\d+)?万?元|\s?\d+(?:\.\d+)?万?元(?:的标准|标准|/)")

_DAYS = {
    **dict.fromkeys(("日", "天", "晚", "夜", "工作日"), 1.0),
    **dict.fromkeys(("周", "星期"), 7.0),
    "旬": 10.0,
    "半月": 15.0,
    "双周": 14.0,
    "月": 30.0,
    "月度": 30.0,
    "季": 91.0,
    "季度": 91.0,
    **dict.fromkeys(("半年", "半年度", "学期", "年", "年度", "学年", "财年"), 365.0),
}
_RHYTHMS = {
    Cadence.DAILY: 1.0,
    Cadence.WEEKLY: 7.0,
    Cadence.MONTHLY: 30.0,
    Cadence.QUARTERLY: 91.0,
    Cadence.YEARLY: 365.0,
}


def nearest_cadence(days: float) -> Cadence:
    """The frequency whose interval is nearest by ratio; 每半年 and 每学期 count as yearly, 两周 as weekly."""
    return min(_RHYTHMS, key=lambda cadence: abs(math.log(days / _RHYTHMS[cadence])))


def _frequency(match: re.Match[str], unit: str, count: str | None = None) -> Timing:
    number = 2.0 if count == "双" else (parse_number(count) if count else None) or 1.0
    days = _DAYS[unit.removeprefix("个").replace("半个月", "半月")]
    return Timing(match.start(), match.end(), cadence=nearest_cadence(days * number))


def _read_every(match: re.Match[str], years: Years) -> Timing:
    if _names_mechanism(match) or _RATE_AFTER.match(match.string, match.end()):
        return nothing(match)
    return _frequency(match, match["unit"], match["count"])


def _read_plain(match: re.Match[str], years: Years) -> Timing:
    groups = match.groupdict()
    return nothing(match) if _names_mechanism(match) else _frequency(match, groups["unit"], groups.get("count"))


def _read_repeated(match: re.Match[str], years: Years) -> Timing:
    quoted = match.string.count("“", 0, match.start()) > match.string.count("”", 0, match.start())
    return nothing(match) if quoted else _frequency(match, match["unit"][0])


def _read_standing(match: re.Match[str], years: Years) -> Timing:
    if match[0][0] not in "2２二7" and _names_mechanism(match):
        return nothing(match)
    return Timing(match.start(), match.end(), cadence=Cadence.STANDING)


def _names_mechanism(match: re.Match[str]) -> bool:
    """“周例会”制度, 建立每月通报机制: the words name an arrangement, they do not set a rhythm."""
    text, start = match.string, match.start()
    if start > 0 and text[start - 1] in "“‘「":
        return True
    return bool(_MECHANISM_BEFORE.search(text, max(0, start - 8), start) and _MECHANISM_AFTER.match(text, match.end()))


FREQUENCY_RULES: tuple[Rule, ...] = (
    rule("每", _EVERY, _read_every),
    rule("逐 按", _ONE_BY_ONE, _read_plain),
    rule("次 轮 遍 届 月一 周一 季一 度一 日一 天一 年一", _TIMES, _read_plain),
    rule("均", _MEAN, _read_plain),
    rule("度 双周 半月", _OFTEN, _read_plain),
    rule("月月 周周 天天 年年 季季", _REPEATED, _read_repeated),
    rule("常态 长期 持续 随时 小时 全天候 不间断 常年 全年 定期 实时 全时段", _STANDING, _read_standing),
)
