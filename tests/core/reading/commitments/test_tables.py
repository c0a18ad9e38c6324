"""Task tables, ledgers and target tables, annotated by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from core.reading.commitments.english_pages import promise
from core.reading.commitments.table_pages import quotes, read_table, rows_of
from luoshi_core.reading.model import Cadence, How, Kind

TASKS = """
|序号|重点任务|责任单位|<|牵头领导|完成时限|备注
|^|^|牵头单位|配合单位|^|^|^
|1|新建口袋公园12个|市园林局|市财政局、各县（区）|江知远|2026年9月底前|续建
|2|每月开展一次燃气安全检查|市住建局|市应急局|^|12月底|
|3|修编排水规划|市水务局|—|柳怀素|长期坚持|
"""
LEDGER = """
|序号|问题来源|存在问题|整改措施|整改目标|责任单位|责任人|整改时限|整改情况
|1|省级督察|消防通道被占42处|清理消防通道|通道畅通率达到100%|甲县消防大队|王一|2026年6月30日|已完成30处
|2|自查|台账不全|每季度核对一次台账|台账齐全|甲县教育局、甲县卫健局|李二|立行立改|已完成
"""
INDICATORS = """
|指标名称|单位|2025年|目标值|<|指标属性
|^|^|^|2026年|2027年|^
|城镇新增就业|万人|1.1|1.2|1.3|预期性
|森林覆盖率|%|21|≥22|23以上|约束性
|细颗粒物平均浓度|微克/立方米|35|≤33|—|约束性
"""


def test_a_row_names_task_owner_partners_leader_and_date() -> None:
    first, second, third = read_table(TASKS)
    assert (first.quote, first.owner, first.partners) == ("新建口袋公园12个", "市园林局", ("市财政局", "各县（区）"))
    assert (first.leader, first.due, first.path) == ("江知远", dt.date(2026, 9, 30), ("1",))
    assert (second.leader, second.cadence, second.due) == ("江知远", Cadence.MONTHLY, None)
    assert (third.owner, third.partners, third.cadence) == ("市水务局", (), Cadence.STANDING)
    assert third.kind is Kind.STANDING


def test_a_ledger_gives_measure_and_goal_but_no_problem_source_or_progress() -> None:
    assert rows_of(LEDGER) == [
        promise(
            "清理消防通道 通道畅通率达到100%",
            "甲县消防大队",
            due="2026-06-30",
            targets=">= 100 %",
            path="1",
        ),
        promise("每季度核对一次台账 台账齐全", "甲县教育局", "甲县卫健局", cadence="quarterly", path="2"),
    ]


def test_a_person_responsible_leads_only_in_a_ledger_of_problems() -> None:
    assert [c.leader for c in read_table(LEDGER)] == ["王一", "李二"]
    assert [c.leader for c in read_table("|任务|责任单位|责任人\n|修桥2座|市交通局|王一")] == [None]


def test_an_indicator_has_one_commitment_for_each_year_to_come() -> None:
    assert [(c.quote, c.due) for c in read_table(INDICATORS)] == [
        ("城镇新增就业 1.2万人", dt.date(2026, 12, 31)),
        ("城镇新增就业 1.3万人", dt.date(2027, 12, 31)),
        ("森林覆盖率 ≥22%", dt.date(2026, 12, 31)),
        ("森林覆盖率 23以上", dt.date(2027, 12, 31)),
        ("细颗粒物平均浓度 ≤33微克/立方米", dt.date(2026, 12, 31)),
    ]
    targets = [(t.op.value, t.value, t.unit) for c in read_table(INDICATORS) for t in c.targets]
    assert targets == [
        ("=", 1.2, "万人"),
        ("=", 1.3, "万人"),
        (">=", 22, "%"),
        (">=", 23, "%"),
        ("<=", 33, "微克/立方米"),
    ]
    assert {c.kind for c in read_table(INDICATORS)} == {Kind.TARGET}


def test_the_unit_of_a_bare_figure_may_stand_behind_the_measure_or_in_the_head() -> None:
    table = "|指标|目标值（个）|现状\n|图书流转点|40|12\n|年接待读者（万人次）|6.5|5.8"
    assert [(t.value, t.unit) for c in read_table(table) for t in c.targets] == [(40, "个"), (6.5, "万人次")]


@pytest.mark.parametrize(
    "table",
    [
        "|领域|检查企业（家）|发现隐患（处）|整改率（%）\n|化工|||\n|建筑|||",
        "|领域|检查企业（家）|发现隐患（处）|整改率（%）\n|化工|43|12|95.3\n|建筑|20|4|100",
        "|序号|工作任务|责任单位|完成时限\n||||\n||||",
        "|指标|单位|2024年|2025年\n|旅客人数|万人|12|13",
        "|姓名|职务|电话\n|江知远|站长|123",
    ],
    ids=["blank form", "statistics", "blank rows", "past years", "list of persons"],
)
def test_forms_and_statistics_hold_no_commitment(table: str) -> None:
    assert quotes(table) == []


def test_titles_totals_notes_and_repeated_heads_are_no_tasks() -> None:
    table = """
|附表 重点项目清单|<|<|<
|单位：万元|<|<|<
|项目名称|总投资|年度目标|责任单位
|云岭剧场|8600|主体封顶|市文旅局
|项目名称|总投资|年度目标|责任单位
|滨江步道|2400|6月底前竣工|市住建局
|合 计|11000||
|注：资金由市财政局统筹安排。|<|<|<
|1.项目名称以批复为准|<|<|<
"""
    assert quotes(table) == ["云岭剧场 主体封顶", "滨江步道 6月底前竣工"]


def test_heading_rows_lead_to_the_rows_below_them() -> None:
    table = """
|序号|任务|责任单位
|一、民生保障|<|<
|（一）养老|<|<
|1|建成社区食堂20家|市民政局
|（二）托育|<|<
|2|新增托位300个|市卫健委
|二、城市更新|<|<
|3|改造老旧小区15个|市住建局
"""
    assert [c.path for c in read_table(table, path=("附件",))] == [
        ("附件", "一", "（一）", "1"),
        ("附件", "一", "（二）", "2"),
        ("附件", "二", "3"),
    ]


def test_rows_under_one_heading_find_their_head_above_them() -> None:
    table = "|序号|任务|责任单位\n|一、民生|<|<\n|1|建成食堂2家|甲局\n|二、更新|<|<\n|2|改造小区5个|乙局"
    assert [c.quote for c in read_table(table, rows=(4, 5), path=("二",))] == ["改造小区5个"]
    assert [c.path for c in read_table(table, rows=(4, 5), path=("二",))] == [("二", "2")]


def test_numbered_lines_in_a_cell_are_tasks_of_their_own() -> None:
    table = "|序号|工作内容|责任单位\n|3|1.建成社区食堂20家；2.培训护理员300名。|市民政局"
    assert [(c.quote, c.path) for c in read_table(table)] == [
        ("建成社区食堂20家", ("3", "1")),
        ("培训护理员300名", ("3", "2")),
    ]


def test_numbered_tasks_meet_their_numbered_goals() -> None:
    table = "|任务|目标|责任单位\n|1.整修村道；2.新建文化站|1.全长6公里；2.共3座|甲镇"
    assert quotes(table) == ["整修村道 全长6公里", "新建文化站 共3座"]


def test_a_merged_cell_holds_for_all_rows_it_covers() -> None:
    table = """
|重点工作|具体措施|牵头领导|责任单位|时限
|优化服务|压缩办理时间至2天|张三峰|市审批局|6月底
|^|推行一件事改革30项|^|^|年底
|扩大招商|引进企业12家|李四光|市招商局|^
"""
    assert [(c.quote, c.leader, c.owner, c.due and c.due.month) for c in read_table(table)] == [
        ("压缩办理时间至2天", "张三峰", "市审批局", 6),
        ("推行一件事改革30项", "张三峰", "市审批局", 12),
        ("引进企业12家", "李四光", "市招商局", 12),
    ]


def test_a_task_over_several_rows_gathers_their_bodies() -> None:
    table = "|序号|任务|责任单位\n|1|举办读书节|市文旅局\n|^|^|市教育局\n|^|^|市总工会"
    (only,) = read_table(table)
    assert (only.owner, only.partners) == ("市文旅局", ("市教育局", "市总工会"))


def test_a_row_without_number_goes_on_with_the_one_above() -> None:
    table = "|序号|任务|具体措施|责任单位\n|1|改善交通|新增公交线路4条|市交通局\n|||新建站亭60座|"
    assert [(c.quote, c.owner, c.path) for c in read_table(table)] == [
        ("新增公交线路4条", "市交通局", ("1",)),
        ("新建站亭60座", "市交通局", ("1",)),
    ]


def test_the_same_as_above_repeats_the_cell_above() -> None:
    table = "|序号|任务|责任单位|时限\n|1|修桥2座|市交通局|9月底\n|2|修路8公里|同上|〃"
    assert [(c.owner, c.due) for c in read_table(table)] == [("市交通局", dt.date(2026, 9, 30))] * 2


def test_a_form_of_one_task_has_its_heads_at_the_left() -> None:
    form = "|任务名称|建设健身步道6公里\n|牵头单位|市体育局\n|配合单位|市财政局\n|完成时限|2026年10月底"
    (only,) = read_table(form)
    assert (only.quote, only.owner, only.partners) == ("建设健身步道6公里", "市体育局", ("市财政局",))
    assert only.due == dt.date(2026, 10, 31)


def test_forms_one_below_the_other_are_one_task_each() -> None:
    form = """
|问题|台账缺失|问题来源|省级督察
|整改措施|5月底前补录档案|<|<
|责任单位|甲县水务局|整改时限|2026年5月31日
|问题|标识不清|问题来源|自查
|整改措施|更换标识牌40块|<|<
|责任单位|甲县交通局|整改时限|2026年6月30日
"""
    assert [(c.quote, c.owner) for c in read_table(form)] == [
        ("5月底前补录档案", "甲县水务局"),
        ("更换标识牌40块", "甲县交通局"),
    ]


def test_a_table_on_its_side_has_a_column_for_each_task() -> None:
    table = "|任务名称|新建球场8片|培训教练60名\n|牵头单位|市体育局|市教育局\n|完成时限|6月底|年底"
    assert [(c.quote, c.owner) for c in read_table(table)] == [
        ("新建球场8片", "市体育局"),
        ("培训教练60名", "市教育局"),
    ]


def test_the_goal_of_each_quarter_is_dated_by_its_column() -> None:
    table = "|任务|一季度|三季度|责任单位\n|新建服务站|完成选址|建成6个|市民政局"
    first, second = read_table(table)
    assert (first.quote, first.due) == ("新建服务站 完成选址", dt.date(2026, 3, 31))
    assert (second.quote, second.due) == ("新建服务站 建成6个", dt.date(2026, 9, 30))
    assert second.found["due"].how is How.COLUMN


def test_a_heading_lends_what_the_row_does_not_say() -> None:
    table = "|序号|任务|备注|进展\n|1|清理河道9公里||推进中"
    (only,) = read_table(table, headings=("河道整治（牵头单位：市水务局，配合单位：市城管局）",))
    assert (only.owner, only.partners) == ("市水务局", ("市城管局",))


def test_a_body_marked_as_lead_is_the_owner_wherever_it_stands() -> None:
    table = "|任务|责任单位\n|修建水塔3座|甲镇、市水务局（牵头）、市财政局"
    (only,) = read_table(table)
    assert (only.owner, only.partners) == ("市水务局", ("甲镇", "市财政局"))


def test_every_field_shows_the_cell_it_came_from() -> None:
    text = TASKS.strip("\n")
    first = read_table(TASKS)[0]
    shown = {name: "".join(text[s.start : s.end] for s in found.spans) for name, found in first.found.items()}
    assert shown == {
        "owner": "市园林局",
        "partners": "市财政局、各县（区）",
        "leader": "江知远",
        "due": "2026年9月底前",
    }
    assert {found.how for found in first.found.values()} == {How.CELL}
    assert "".join(text[s.start : s.end] for s in first.spans) == first.quote
    assert [text[s.start : s.end] for s in first.targets[0].spans] == ["12个"]


def test_measure_and_goal_are_quoted_from_both_cells() -> None:
    text = LEDGER.strip("\n")
    first = read_table(LEDGER)[0]
    assert [text[s.start : s.end] for s in first.spans] == ["清理消防通道", "通道畅通率达到100%"]


def test_an_english_table_is_read_by_its_english_heads() -> None:
    table = """
|No.|Action|Lead|Partners|Timeframe|Measure|Status
|1|Plant street trees|Parks Office|School District, Tree Trust|by June 2027|400 trees planted|Delayed
|2|Publish the noise map quarterly|Planning Team|—|Ongoing||On track
|3|Reopen the ferry|^||Q3 2026||
"""
    assert rows_of(table, english=True) == [
        promise(
            "Plant street trees 400 trees planted",
            "Parks Office",
            "School District",
            "Tree Trust",
            due="2027-06-30",
            targets="= 400 trees",
            path="1",
        ),
        promise("Publish the noise map quarterly", "Planning Team", cadence="quarterly", path="2"),
        promise("Reopen the ferry", "Planning Team", due="2026-09-30", path="3"),
    ]


def test_a_long_ledger_is_read_row_by_row() -> None:
    rows = [
        "|序号|任务|责任单位|完成时限",
        *(f"|{k}|修缮校舍{k}间|甲县教育局|2026年{k % 12 + 1}月底" for k in range(1, 3001)),
    ]
    found = read_table("\n".join(rows))
    assert (len(found), found[-1].path, found[-1].quote) == (3000, ("3000",), "修缮校舍3000间")


def test_a_table_that_deals_out_a_task_gives_each_body_its_figures() -> None:
    table = """
|序号|县（市、区）|新建球场（片）|社区服务覆盖率（%）|合计
|1|甲县|8|90|98
|2|乙区|5|95|100
|合计||13||
"""
    found = read_table(table, headings=("全民健身任务分解表",))
    assert [(c.quote, c.owner, c.kind) for c in found] == [
        ("新建球场（片） 8", "甲县", Kind.ACTION),
        ("社区服务覆盖率（%） 90", "甲县", Kind.TARGET),
        ("新建球场（片） 5", "乙区", Kind.ACTION),
        ("社区服务覆盖率（%） 95", "乙区", Kind.TARGET),
    ]
    assert [(t.value, t.unit) for c in found for t in c.targets] == [(8, "片"), (90, "%"), (5, "片"), (95, "%")]
    assert read_table(table, headings=("全民健身任务完成情况统计表",)) == []


def test_the_date_of_the_row_is_nearer_than_the_year_of_the_only_goal_column() -> None:
    table = "|任务|2026年目标|责任单位|完成时限\n|新建水厂|2座|市水务局|9月底\n|新建泵站|5座|市水务局|"
    assert [(c.due, c.found["due"].how) for c in read_table(table)] == [
        (dt.date(2026, 9, 30), How.CELL),
        (dt.date(2026, 12, 31), How.COLUMN),
    ]


@pytest.mark.parametrize(
    ("heads", "owner"),
    [("责任单位及责任人", "市水务局"), ("实施主体", "市水务局"), ("承办单位（科室）", "市水务局"), ("责任人", None)],
)
def test_the_words_of_a_head_say_what_its_cells_hold(heads: str, owner: str | None) -> None:
    cell = "江知远" if owner is None else owner
    (only,) = read_table(f"|工作内容及时限要求|{heads}\n|6月底前疏浚河道4公里|{cell}")
    assert (only.quote, only.owner, only.due) == ("6月底前疏浚河道4公里", owner, dt.date(2026, 6, 30))


MARKS = """
|序号|考核内容|分值|评分标准
|1|环境整治|30|每漏拆1处扣5分，扣完为止
|2|信息报送|20|迟报1次扣1分
"""
WEIGHED_TASKS = """
|序号|工作任务|责任单位|完成时限|分值
|1|新建口袋公园12个|市园林局|9月底前|10
"""


def test_a_table_of_marks_binds_nobody_and_tasks_with_marks_beside_them_do() -> None:
    assert rows_of(MARKS) == []
    assert [c.owner for c in read_table(WEIGHED_TASKS)] == ["市园林局"]
