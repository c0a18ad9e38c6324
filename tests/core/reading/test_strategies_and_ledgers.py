"""Whole strategies, ledgers and rectification plans in plain words, annotated by hand."""

from __future__ import annotations

import pytest

from luoshi_core.reading import read
from luoshi_core.reading.commitments.tables.goals import says_how_far
from luoshi_core.reading.header.lines import office_holders_body
from luoshi_core.reading.labels import has_label
from luoshi_core.reading.model import Commitment, Document


def _read(text: str, name: str = "plan.txt") -> Document:
    return read(text.encode(), name).documents[0]


def _row(one: Commitment) -> tuple[str, str, str | None, str | None, str]:
    return "/".join(one.path), one.quote, one.owner, one.due.isoformat() if one.due else None, one.kind.value


STRATEGY = """ASHCOMBE BOROUGH COUNCIL

A Library for Everyone: Strategy 2026-2030

Adopted on 3 March 2026

Where we are

Ashcombe has four libraries, and in 2025 one adult in five walked into one of them at least once.

Priority 1: Open longer (Lead: Library Service)

(a) Open every branch on at least four evenings a week.

(b) Recruit 30 volunteers in 2026/27; reduce the number of unplanned closures of a
    branch by half by the end of FY 2028.

Priority 2: Read more (Lead: Schools Team; Support: Friends of Ashcombe Library)

(a) Give a library card to all 4,200 pupils by 31 December 2026.

How we will know

The Scrutiny Panel will review progress every quarter. Loans to children will double by 2030.

None of this will happen behind a desk alone.

Financial years run from 1 April.
"""


def test_sections_behind_the_last_goal_stand_beside_it() -> None:
    document = _read(STRATEGY)
    assert [(h.level, h.label, h.title) for h in document.outline] == [
        (1, "", "Where we are"),
        (1, "Priority 1", "Open longer"),
        (1, "Priority 2", "Read more"),
        (1, "", "How we will know"),
    ]
    assert [_row(c) for c in document.commitments][1:] == [
        ("Priority 1/(b)", "Recruit 30 volunteers in 2026/27", "Library Service", "2027-03-31", "action"),
        (
            "Priority 1/(b)",
            "reduce the number of unplanned closures of a branch by half by the end of FY 2028",
            "Library Service",
            "2028-03-31",
            "target",
        ),
        (
            "Priority 2/(a)",
            "Give a library card to all 4,200 pupils by 31 December 2026",
            "Schools Team",
            "2026-12-31",
            "action",
        ),
        (
            "How we will know",
            "The Scrutiny Panel will review progress every quarter",
            "Scrutiny Panel",
            None,
            "action",
        ),
        ("How we will know", "Loans to children will double by 2030", None, "2030-12-31", "target"),
    ]


def test_a_footnote_may_say_when_a_financial_year_ends() -> None:
    text = (
        "# Safer Streets: Delivery Plan 2026-2029\n\nApproved by Ashcombe Borough Council on 10 March 2026\n\n"
        "## Our commitments\n\n- **Lighting.** The Highways Team will replace 1,200 lamps by the end of FY2027.[^1]\n\n"
        "[^1]: A financial year runs from 1 April to 31 March.\n"
    )
    (only,) = _read(text, "plan.md").commitments
    assert _row(only) == (
        "Our commitments",
        "The Highways Team will replace 1,200 lamps by the end of FY2027",
        "Highways Team",
        "2027-03-31",
        "action",
    )


RECTIFICATION = """栖洛县巡察反馈问题整改方案

一、整改任务

（一）项目管理不规范

整改举措：1.县发改局6月底前修订政府投资项目管理办法；2.每季度开展一次项目抽查。

整改责任：牵头单位：县发改局；配合单位：县财政局、县审计局

完成时限：2026年9月30日

（二）和美乡村建设滞后

整改目标：12处破损步道全部修复。

整改责任：县农业农村局

整改责任人：澹台漪

完成时限：2026年11月底

二、组织保障

（一）加强领导。各责任单位要提高政治站位，主要负责同志亲自抓、分管负责同志具体抓，不折不扣完成整改任务。

栖洛县人民政府
2026年4月15日
"""


def test_labels_of_a_rectification_plan_give_goals_items_and_owners() -> None:
    document = _read(RECTIFICATION)
    first = ("县发改局", ("县财政局", "县审计局"), None)
    assert [(_row(c)[:2], (c.owner, c.partners, c.leader)) for c in document.commitments] == [
        (("一/（一）/1", "县发改局6月底前修订政府投资项目管理办法"), first),
        (("一/（一）/2", "每季度开展一次项目抽查"), first),
        (("一/（二）", "12处破损步道全部修复"), ("县农业农村局", (), "澹台漪")),
    ]
    assert [t.value for t in document.commitments[2].targets] == [12]


LEDGER = """<html><head><title>临滩县2026年文化任务台账</title></head><body><h1>临滩县2026年文化任务台账</h1>
<table><tr><th>序号</th><th>工作任务</th><th>完成标准</th><th>牵头单位</th><th>时限</th></tr>
<tr><td>1</td><td>行政村文化广场</td><td>全覆盖</td><td>县文旅局</td><td>2026年10月</td></tr>
<tr><td>2</td><td>新建城市书房</td><td>不少于5个</td><td>县文旅局</td><td>2026年11月底</td></tr>
<tr><td>3</td><td>报送台账</td><td>每月5日前</td><td>各牵头单位</td><td>全年</td></tr></table>
<p>注：1.“—”表示无此项；2.状态分未启动、推进中、已完成三类；3.县文旅局每季度通报一次进度。</p></body></html>"""


def test_goals_beside_their_measures_and_notes_below_a_ledger() -> None:
    assert [_row(c)[:1] + _row(c)[1:3] + _row(c)[4:] for c in _read(LEDGER, "ledger.html").commitments] == [
        ("1", "行政村文化广场 全覆盖", "县文旅局", "target"),
        ("2", "新建城市书房 不少于5个", "县文旅局", "action"),
        ("3", "报送台账 每月5日前", "各牵头单位", "action"),
        ("3", "县文旅局每季度通报一次进度", "县文旅局", "action"),
    ]


@pytest.mark.parametrize(
    ("measure", "goal", "expected"),
    [
        ("无物业小区物业服务覆盖率", "≥95%", True),
        ("早晚高峰平均车速", "提高12%", True),
        ("人均公园绿地面积", "达到14.2平方米", True),
        ("河道水质达标率", "由82%提高到90%以上", True),
        ("燃气用户入户安检", "全覆盖", True),
        ("群众满意度", "95分以上", True),
        ("审批时限", "压缩至3个工作日", True),
        ("场馆开放时间", "每周不少于56小时", True),
        ("改造老旧小区", "23个", False),
        ("既有住宅加装电梯", "不少于40部", False),
        ("新建口袋公园", "达到6处", False),
        ("开展送戏下乡", "达到120场", False),
        ("完成投资额", "50亿元", False),
    ],
)
def test_a_goal_that_only_says_how_far_an_indicator_goes(measure: str, goal: str, expected: bool) -> None:
    assert says_how_far(measure, goal) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（三）项目资金执行缓慢", True),
        ("（一）和谐社区建设", True),
        ("（二）条件保障不足", True),
        ("（一）目标任务", True),
        ("（三）项规定的情形", False),
        ("（一）至（三）项", False),
        ("（一）和第（二）项", False),
    ],
)
def test_a_title_may_begin_like_a_reference_to_a_label(text: str, expected: bool) -> None:
    assert has_label(text) is expected


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("浔棠市人民政府市长　令狐泓", "浔棠市人民政府"),
        ("云栾县人民政府代县长 鄢若川", "云栾县人民政府"),
        ("市长　令狐泓", None),
        ("浔棠市文化馆馆长　令狐泓", None),
    ],
)
def test_who_reports_for_a_government(line: str, body: str | None) -> None:
    assert office_holders_body(line) == body
