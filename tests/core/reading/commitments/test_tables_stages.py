"""Tables that say in their head when, and rows that look like a head."""

from __future__ import annotations

import datetime as dt

import pytest

from core.reading.commitments.table_pages import quotes, read_table
from luoshi_core.reading.model import Kind


def test_a_numbered_row_full_of_head_words_is_no_head() -> None:
    table = """
|序号|存在问题|整改措施|责任单位|整改时限|进展情况
|一、制度方面|<|<|<|<|<
|4|工程项目管理有漏洞|修订采购管理细则|计划指标科|2026年6月底前|已形成初稿
|5|用车不实|清退油卡6张|后勤科|9月底|已清退2张
"""
    assert quotes(table, rows=(2, 4)) == ["修订采购管理细则", "清退油卡6张"]
    assert [c.owner for c in read_table(table, rows=(2, 4))] == ["计划指标科", "后勤科"]


def test_an_en_dash_is_an_empty_cell() -> None:
    table = "|Action|Lead|Partners|Deadline|Measure\n|Brief the wardens|Harbour Team|–|–|–"
    (only,) = read_table(table, english=True)
    assert (only.quote, only.partners, only.due) == ("Brief the wardens", (), None)


QUARTERS = """
|序号|项目名称|包联领导|责任科室（配合单位）|一季度|二季度|三季度目标|四季度
|1|乡镇养老院改造提升|边牧川|养老科（市住建局、各敬老院）|完成4家养老院改造设计|4家全部开工|主体完工不少于3家|新增床位60张，培训护理员45名
|2|社区助餐扩面|^|养老科、社区科|—|2处|签约供餐企业6家；严禁供应隔夜饭菜|老人满意率达到90%以上
"""


def test_what_a_quarter_says_in_full_is_quoted_without_the_name_of_the_project() -> None:
    assert [(c.quote, c.due and c.due.month) for c in read_table(QUARTERS)] == [
        ("完成4家养老院改造设计", 3),
        ("4家全部开工", 6),
        ("主体完工不少于3家", 9),
        ("新增床位60张", 12),
        ("培训护理员45名", 12),
        ("社区助餐扩面 2处", 6),
        ("签约供餐企业6家", 9),
        ("严禁供应隔夜饭菜", None),
        ("老人满意率达到90%以上", 12),
    ]


def test_bodies_in_a_bracket_behind_a_name_are_partners_and_a_merged_leader_holds_below() -> None:
    first, *_, last = read_table(QUARTERS)
    assert (first.owner, first.partners, first.leader) == ("养老科", ("市住建局", "各敬老院"), "边牧川")
    assert (last.owner, last.partners, last.leader, last.kind) == ("养老科", ("社区科",), "边牧川", Kind.TARGET)


@pytest.mark.parametrize(
    ("head", "cell", "owner", "partners"),
    [
        ("责任单位", "防疫股（县中医院、县教育局）", "防疫股", ("县中医院", "县教育局")),
        ("牵头单位（配合单位）", "防疫股（县中医院）", "防疫股", ("县中医院",)),
        ("责任单位", "各县（市、区）", "各县（市、区）", ()),
        ("责任单位", "市卫健委（市中医药局）", "市卫健委（市中医药局）", ()),
        ("牵头单位（配合单位）", "各镇（街道）", "各镇（街道）", ()),
    ],
)
def test_only_a_bracket_that_lists_bodies_names_partners(
    head: str, cell: str, owner: str, partners: tuple[str, ...]
) -> None:
    (only,) = read_table(f"|任务|{head}\n|建成发热门诊3间|{cell}")
    assert (only.owner, only.partners) == (owner, partners)


@pytest.mark.parametrize(
    ("task", "stage", "quote"),
    [
        ("新建服务站", "建成6个", "新建服务站 建成6个"),
        ("零工市场", "建成2个", "零工市场 建成2个"),
        ("滨江剧场", "主体封顶", "滨江剧场 主体封顶"),
        ("滨江剧场", "完成工程量的60%", "滨江剧场 完成工程量的60%"),
        ("推进急救能力提升", "购置救护车5辆", "购置救护车5辆"),
        ("妇幼健康行动", "累计筛查5200人", "累计筛查5200人"),
    ],
)
def test_a_stage_that_only_says_how_far_keeps_the_task(task: str, stage: str, quote: str) -> None:
    assert quotes(f"|任务|一季度|二季度|责任单位\n|{task}||{stage}|市民政局") == [quote]


def test_columns_of_months_and_half_years_date_their_cells() -> None:
    table = "|项目|责任单位|1-3月|4—6月|下半年\n|书香行动|市文旅局|印发实施细则|举办讲座12场|建成书屋9间"
    assert [(c.quote, c.due) for c in read_table(table)] == [
        ("印发实施细则", dt.date(2026, 3, 31)),
        ("举办讲座12场", dt.date(2026, 6, 30)),
        ("建成书屋9间", dt.date(2026, 12, 31)),
    ]


@pytest.mark.parametrize(
    ("task", "owner"),
    [
        ("乡镇文化站报表压减至8张以内", "市文旅局"),
        ("乡镇卫生院门诊量占比提高5个百分点", "市文旅局"),
        ("市图书馆要将借阅量提高到30万册", "市图书馆"),
    ],
)
def test_whose_value_it_is_does_not_answer_for_it(task: str, owner: str) -> None:
    (only,) = read_table(f"|序号|任务|责任单位\n|1|{task}|市文旅局")
    assert (only.owner, only.kind) == (owner, Kind.TARGET)


def test_merged_cells_of_a_ledger_hold_for_all_measures_and_a_ban_stands_alone() -> None:
    table = """
|序号|问题|整改措施|责任单位|责任人|整改时限
|一、作风方面|<|<|<|<|<
|1|油卡管理混乱|清退油卡11张，追回费用2.3万元，不得公车私用|后勤科|夏侯宁|9月底
|2|欠薪反弹|对16个项目开展专项检查，涉及欠薪的一律不予结算|工程科（牵头）、人事科|^|^
"""
    assert [(c.quote, c.owner, c.leader, c.due and c.due.month) for c in read_table(table)] == [
        ("清退油卡11张", "后勤科", "夏侯宁", 9),
        ("追回费用2.3万元", "后勤科", "夏侯宁", 9),
        ("不得公车私用", "后勤科", "夏侯宁", None),
        ("对16个项目开展专项检查", "工程科", "夏侯宁", 9),
        ("涉及欠薪的一律不予结算", "工程科", "夏侯宁", None),
    ]


def test_an_english_goal_says_whether_the_task_is_an_indicator() -> None:
    table = """
|Ref|Action|Lead officer|Support|Deadline|Success measure
|A1|Raise the number of young members|Youth Team|Schools Forum|July 2028|15% increase
|A2|Replace old pumps|Internal Audit|–|End of 2027/28|100% of pumps
"""
    raised, replaced = read_table(table, english=True, fiscal_year_end=(3, 31))
    assert (raised.quote, raised.kind) == ("Raise the number of young members 15% increase", Kind.TARGET)
    assert (raised.owner, raised.partners) == ("Youth Team", ("Schools Forum",))
    assert (replaced.kind, replaced.owner, replaced.due) == (Kind.ACTION, "Internal Audit", dt.date(2028, 3, 31))


def test_a_row_with_one_filled_stage_is_read_like_its_neighbours() -> None:
    table = """
|项目|一季度|二季度|责任单位
|应急能力提升|—|购置救护车5辆、冲锋舟2艘|市应急局
|书香行动|印发细则|12场|市文旅局
"""
    assert quotes(table) == ["购置救护车5辆、冲锋舟2艘", "书香行动 印发细则", "书香行动 12场"]


def test_english_quarters_stand_alone_where_they_say_what_is_done() -> None:
    table = "|Project|Lead|Q1 2026|Q2 2026\n|Street trees|Parks Team|Survey all planting sites|200 trees"
    assert [(c.quote, c.due) for c in read_table(table, english=True)] == [
        ("Survey all planting sites", dt.date(2026, 3, 31)),
        ("Street trees 200 trees", dt.date(2026, 6, 30)),
    ]


@pytest.mark.parametrize(
    ("task", "goal", "kind", "target"),
    [
        ("Reduce blocked gullies", "30%", Kind.TARGET, ("-%", 30, "%")),
        ("Increase the share of repaired pumps", "60%", Kind.TARGET, (">=", 60, "%")),
        ("Maintain visitor satisfaction", "at least 85%", Kind.TARGET, (">=", 85, "%")),
        ("Open two quay gyms", "Gyms open", Kind.ACTION, ("=", 2, "gyms")),
    ],
)
def test_the_goal_cell_is_understood_with_its_task(
    task: str, goal: str, kind: Kind, target: tuple[object, ...]
) -> None:
    (only,) = read_table(f"|Action|Owner|KPI|By when\n|{task}|Quay Team|{goal}|2027", english=True)
    assert (only.kind, [(t.op.value, t.value, t.unit) for t in only.targets]) == (kind, [target])
    assert only.due == dt.date(2027, 12, 31)
