"""Chinese periods: 年底, 上半年, 三季度末, 到2027年, “十五五”期间."""

from __future__ import annotations

import datetime as dt
import re

from luoshi_core.periods import five_year_plan, half_end, quarter_end, year_end
from luoshi_core.reading.commitments.timing.grammar import (
    ANY_YEAR,
    BEFORE,
    TO,
    YEAR,
    Rule,
    Years,
    due,
    figure,
    nothing,
    rule,
)
from luoshi_core.reading.commitments.timing.types import Timing

_QUARTER = r"(?:第?[一二三四1-4]|首)个?季度|Q[1-4]"
_HALF = r"[上下]半年"
_PART_OF_YEAR = rf"""
    (?=[\d一二今本当明后来次翌第三四首前上下Q])
    (?<![上下前后每])(?P<year>{ANY_YEAR}的?)?\s?
    (?:(?P<half>{_HALF})|(?P<many>前[二两三23])个?季度|(?:[一二三1-3]、)*(?P<quarter>{_QUARTER}))
    (?:\s?(?:{TO}|[、和])(?:(?P<to_half>{_HALF})|(?P<to_quarter>{_QUARTER})))?
    [底末内初]?{BEFORE}?
"""
_QUARTER_MEANT = rf"(?P<which>本|下)(?:个)?季度[底末内]{BEFORE}?"
_END_OF_NAMED_YEAR = rf"(?P<year>{ANY_YEAR})(?:年?[底末终]|年?内(?![容部涵科])|全年){BEFORE}?"
_END_OF_YEAR = rf"""
    (?:(?<![前上去青少老中成幼几多数\d一二两三四五六七八九十百半周整历常每])年(?:[底末终]|内(?![容部涵科]))
      |岁末(?!年初)|(?<!每)当年(?=完成|建成|竣工|投用|见效|实现|开工|达产)|年度[内末底](?![容部])
      |全年(?!龄|级|无休|开放(?!\s?[\d一二三四五六七八九])|不间断|365))
    (?P<before>{BEFORE})?
"""
_MIDDLE_OF_YEAR = (
    rf"(?P<year>{ANY_YEAR})?(?<!\d)年中(?![期国央小]){BEFORE}?|(?P<named>{ANY_YEAR})中(?=[，,前]){BEFORE}?"
)
_SPAN_OF_YEARS = rf"(?P<first>[12]\d{{3}})\s?年?\s?{TO}\s?(?P<year>20\d\d)\s?年(?:度|期间|内|底|末)*{BEFORE}?"
_BARE_YEAR = rf"(?P<year>{YEAR}|[今明后来次翌]年|本年度|下一年度?)(?P<before>{BEFORE})?"
_PLAN = rf"""
    [“"‘「]?(?P<ordinal>十[一二三四五六七八九]?|二十)五[”"’」]?(?P<book>规划|计划)?
    (?P<tail>期?末|期间|时期|期内|收官之年|以来|初期?|中期|开局)?{BEFORE}?
"""

_GOAL_BEFORE = re.compile(r"(?:到|至|于|在|力争|争取|确保|预计|计划|截至|截止到?|[，。；：:、,;（(“\s并且和及])$")
_GOAL_AFTER = re.compile(
    r"[，,前]|力争|争取|确保|计划|全[面市县区省年部镇乡]|新[建增]|建[成设]|完成|实现|达到|培[育养]|打造|开展|组织|举办|实施|启动|基本|累计|改造|"
    r"推[进广]|引进|列支|拨[付出]|筹[集措]|下达|补助|资助|救助|购置|采购|配[备齐]|招[录聘收引]|选[派聘]|栽[植种]|种植|修[建缮]|培训|治理|清淤|拆除|更[新换]|铺设|安装|"
    r"翻[一两]?番|(?:提[高升]|增[加长]|下降|降低|减少|压[缩减]|控制|保持|稳定)[到至在]|[升降]至|发放|投入|安排|再|将|拟|要|应|至少|不少于|\d|率先|全覆盖|创建|形成|创成|出台|编制|制定|设立|成立|投用|竣工|开工"
)
_NOT_A_GOAL_BEFORE = re.compile(
    r"(?:较|比|与|同|以|的|编制|制定|印发|下达|拟定|起草|公布|发布|报送|提出|做好|谋划|总结|相比|依据|根据|按照|持|自|从)$"
)
_NOT_A_GOAL_AFTER = re.compile(
    r".{0,4}(?:以来|基础上|水平|相比|同期)|以?后|之后|[的版级届生款第]|度|为基期|印发|发布|颁布|已|共|"
    r"(?:重点|目标|任务|工作|年度|部门|财政|省级|中央|市级|专项|民生|政府|国民|法治|预算|城乡|全国){0,3}"
    r"(?:工作|任务|目标|计划(?![新建完实开安投引培组发])|规划|方案|要点|预算|决算|报告|清单|实事|总结|补助|资金|项目(?!建|开|完|投|达|竣))"
)
_STARTS_IT = re.compile(r"(?:度)?(?:起|开始)")
_SHARE_OF_YEAR = re.compile(r"(?:目标|任务|计划|指标|预算|总量|总额)")


def _read_part_of_year(match: re.Match[str], years: Years) -> Timing | None:
    year = years.name(match["year"])
    if year is None:
        return None
    half, quarter = match["to_half"] or match["half"], match["to_quarter"] or match["quarter"]
    if half and not match["to_quarter"]:
        return due(match, half_end(year, 1 if half[0] == "上" else 2))
    return due(match, quarter_end(year, _quarter(quarter if match["to_quarter"] else match["many"] or quarter)))


def _quarter(words: str) -> int:
    if "首" in words:
        return 1
    return figure(words.strip("前第Q").removesuffix("季度").removesuffix("个"))


def _read_quarter_meant(match: re.Match[str], years: Years) -> Timing | None:
    today = years.context.date
    if today is None:
        return None
    quarter = (today.month - 1) // 3 + (2 if match["which"] == "下" else 1)
    return due(match, quarter_end(today.year + (quarter > 4), (quarter - 1) % 4 + 1))


def _read_end_of_year(match: re.Match[str], years: Years) -> Timing | None:
    year = years.name(match.groupdict().get("year"))
    if year is None:
        return None
    if match[0].startswith("全年") and _SHARE_OF_YEAR.match(match.string, match.end()):
        return nothing(match)
    return due(match, year_end(year))


def _read_middle_of_year(match: re.Match[str], years: Years) -> Timing | None:
    year = years.name(match["year"] or match["named"])
    return None if year is None else due(match, half_end(year, 1))


def _read_span_of_years(match: re.Match[str], years: Years) -> Timing | None:
    if _NOT_A_GOAL_AFTER.match(match.string, match.end()):
        return nothing(match)
    return due(match, year_end(int(match["year"])))


def _read_bare_year(match: re.Match[str], years: Years) -> Timing | None:
    text, start, end = match.string, match.start(), match.end()
    if _STARTS_IT.match(text, end):
        year = years.name(match["year"])
        return None if year is None else due(match, dt.date(year, 1, 1))
    if not match["before"] and not _is_goal(text, start, end):
        return nothing(match)
    year = years.name(match["year"])
    return None if year is None else due(match, year_end(year))


def _is_goal(text: str, start: int, end: int) -> bool:
    """Whether a bare year says by when, and not which plan, budget or base is meant."""
    if _NOT_A_GOAL_BEFORE.search(text, max(0, start - 4), start) or _NOT_A_GOAL_AFTER.match(text, end):
        return False
    if start == 0 or _GOAL_BEFORE.search(text, max(0, start - 4), start):
        return True
    return _GOAL_AFTER.match(text, end) is not None


def _read_plan(match: re.Match[str], years: Years) -> Timing | None:
    tail = match["tail"]
    quoted = match[0][0] in '“"‘「'
    if not quoted and not tail:
        return None
    if tail is None or tail in ("以来", "初", "初期", "中期", "开局"):
        return nothing(match)
    if match["book"] and tail not in ("期末", "末", "期间", "期内"):
        return nothing(match)
    return due(match, year_end(five_year_plan(figure(match["ordinal"]))[1]))


PERIOD_RULES: tuple[Rule, ...] = (
    rule("20", _SPAN_OF_YEARS, _read_span_of_years),
    rule("年底 年末 年终 年内 度底 度末 度终 度内 全年", _END_OF_NAMED_YEAR, _read_end_of_year),
    rule("年底 年末 年终 年内 岁末 当年 度内 度末 度底 全年", _END_OF_YEAR, _read_end_of_year),
    rule("半年", _PART_OF_YEAR, _read_part_of_year),
    rule("季", _PART_OF_YEAR, _read_part_of_year),
    rule("季度底 季度末 季度内", _QUARTER_MEANT, _read_quarter_meant),
    rule("年中", _MIDDLE_OF_YEAR, _read_middle_of_year),
    rule("年", _BARE_YEAR, _read_bare_year),
    rule("五", _PLAN, _read_plan),
)
