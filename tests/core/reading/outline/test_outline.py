"""The outline: which labelled paragraphs are headings."""

import pytest

from core.reading.pages import headings, outlined, paths

OUTLINES = {
    "four levels by the form of the label": (
        """
一、重点任务
（一）交通治堵
1.道路改造
（1）完成三条断头路；
（2）改造路口12处。
2.公交优先
（1）新增公交线路5条。
（二）环境治脏
1.新建垃圾中转站4座。
""",
        [
            (1, "一", "重点任务"),
            (2, "（一）", "交通治堵"),
            (3, "1", "道路改造"),
            (3, "2", "公交优先"),
            (2, "（二）", "环境治脏"),
        ],
    ),
    "run-in headings are short titles with more text behind them": (
        """
（一）强化组织领导。各县区要成立专班，3月底前报市专班办。
（二）落实资金保障。市财政局安排500万元。
（三）6月底前完成验收。市住建局负责组织。
（四）严禁弄虚作假。发现一起查处一起。
（五）由市水务局牵头负责。各县区配合。
""",
        [(2, "（一）", "强化组织领导"), (2, "（二）", "落实资金保障")],
    ),
    "a bracket of responsibilities is not more text": (
        """
1.完善无障碍设施。（责任单位：市住建局）
2.推进数字化转型。（牵头单位：市大数据局；配合单位：各县（区）人民政府）
""",
        [],
    ),
    "a bracket of responsibilities is no part of a title, a period is": (
        """
一、夯实基础（牵头单位：市教育局，配合单位：市财政局、各县（区）人民政府）
（一）摸底阶段（3月1日至3月31日）（市教育局负责）
1.新建幼儿园6所。
（二）攻坚阶段（4月至9月）。各县区对照清单逐项销号。
二、提升质量（完成时限：12月底前）：
1.培训教师900名。
""",
        [
            (1, "一", "夯实基础"),
            (2, "（一）", "摸底阶段（3月1日至3月31日）"),
            (2, "（二）", "攻坚阶段（4月至9月）"),
            (1, "二", "提升质量"),
        ],
    ),
    "run-in headings that only name an act are headings beside others": (
        """
二、主要任务
1.打响溪山品牌。年内举办推介会6场。
2.完成设施改造。各县6月底前改造20处。
3.实现基层设施全覆盖。各县11月底前补齐短板。
4.县级馆达标升级。县文化馆年底前完成改造。
5.完成20处改造。每处投入不少于5万元。
6.完成老馆改造。由县住建局负责。
""",
        [
            (1, "二", "主要任务"),
            (3, "1", "打响溪山品牌"),
            (3, "2", "完成设施改造"),
            (3, "3", "实现基层设施全覆盖"),
            (3, "4", "县级馆达标升级"),
        ],
    ),
    "a first item that names an act is a task": (
        """
二、主要任务
1.完成设施改造。各县抓好落实。
""",
        [(1, "二", "主要任务")],
    ),
    "tasks without a closing mark are no headings": (
        """
一、年度任务
1.新建公园3个
2.改造老旧小区22个
3.完成管网普查
二、工作要求
各单位要认真落实。
""",
        [(1, "一", "年度任务"), (1, "二", "工作要求")],
    ),
    "an introduction is no heading": (
        """
（一）市农业农村局要做好以下工作：
1.建设高标准农田8万亩。
（二）会议决定：
1.同意该方案。
""",
        [],
    ),
    "a title with a colon": (
        "一、工作目标：\n到2026年，建成机制。\n二、检查内容：值班值守、物资储备等情况，5月底前完成。",
        [(1, "一", "工作目标"), (1, "二", "检查内容")],
    ),
    "a year or stage with its name is one title": (
        "（一）2025年：打基础。全年新建书房20座。\n（二）第二阶段：集中攻坚。各县区逐项销号。\n（三）工作目标：到2027年建成体系。一年见效。",
        [(2, "（一）", "2025年：打基础"), (2, "（二）", "第二阶段：集中攻坚"), (2, "（三）", "工作目标")],
    ),
    "who checks is a title, what somebody checks by when is not": (
        "（一）各单位自查。对照标准逐项自查，5月底前报送。\n（二）市级督查。市督查室组织抽查。\n（三）市应急局要抓好督查。每月通报。",
        [(2, "（一）", "各单位自查"), (2, "（二）", "市级督查")],
    ),
    "a body before a colon is who acts": ("1.市应急局：6月底前完成演练2场。\n2.市水务局：汛前完成清淤。", []),
    "a chapter and its articles": (
        """
第一章　总则
第一条　为了规范管理，制定本办法。
第二条　市文化和旅游主管部门应当履行下列职责：
（一）每年公布目录；
（二）每季度检查一次。
第二章　法律责任
第三条　违反本办法的，责令改正。拒不改正的，处以罚款。
""",
        [(1, "第一章", "总则"), (1, "第二章", "法律责任")],
    ),
    "chapters with sections": (
        "第一章 发展环境\n第一节 发展基础\n一、设施建设\n全市建成图书馆9座。\n第二节 面临形势\n机遇和挑战并存。",
        [(1, "第一章", "发展环境"), (2, "第一节", "发展基础"), (1, "一", "设施建设"), (2, "第二节", "面临形势")],
    ),
    "damaged labels": (
        """
一 、 总体要求
( 一 ）指导思想
坚持以人民为中心，推动高质量发展。
1．主要目标
（1)新建球场８片；
㈡基本原则
坚持问题导向，统筹推进各项工作。
二.重点任务
1.6月底前印发方案。
""",
        [
            (1, "一", "总体要求"),
            (2, "（一）", "指导思想"),
            (3, "1", "主要目标"),
            (2, "（二）", "基本原则"),
            (1, "二", "重点任务"),
        ],
    ),
    "appended parts with their own numbering": (
        """
附件1
重点任务分工表
（2025年）
|序号|任务
|1|新建书房
附件2：考核评分细则
一、评分办法
1.按季度打分。
""",
        [(1, "附件1", "重点任务分工表（2025年）"), (1, "附件2", "考核评分细则"), (1, "一", "评分办法")],
    ),
    "heading rows across a table": (
        """
|序号|任务|牵头单位
|一、设施建设（牵头领导：乐正禾）|<|<
|1|新建文化站3个|市文旅局
|二、活动供给|<|<
|2|送戏下乡80场|市文化馆
|合计|<|<
|注：本表由市文旅局负责解释。|<|<
""",
        [(1, "一", "设施建设"), (1, "二", "活动供给")],
    ),
    "sub-headings without a number": (
        """
近日，记者走访了全市的社区食堂，看到老人们围坐一桌。

小食堂里有大民生

在城南社区，一份午餐只要八元。社区算了一笔账，越算越有底气。

众人拾柴火焰高

企业和志愿者一起加入进来，食堂越办越红火。
""",
        [(1, "", "小食堂里有大民生"), (1, "", "众人拾柴火焰高")],
    ),
    "headings that the format marks": (
        "## 总体思路\n统筹推进。\n### 目标（责任单位：市文旅局）\n- 新建书房6座\n## 保障措施\n加强领导。",
        [(1, "", "总体思路"), (1, "", "目标"), (1, "", "保障措施")],
    ),
    "goals, steps and letters of an English plan": (
        """
GETTING AROUND

Goal 1: Safer crossings (Lead: Public Works Department)
1.1 Crosswalks. Repaint 60 crosswalks by June 30, 2026.
(a) Use thermoplastic paint on arterial streets.
1.2 School zones. The Police Department will post 14 officers at school gates.

Goal 2 - Faster buses
2.1 Add 8 miles of bus lanes by 2028.

Appendix A: Glossary
Words used in this plan are explained on the website of the department in full.
""",
        [
            (1, "", "GETTING AROUND"),
            (1, "Goal 1", "Safer crossings"),
            (3, "1.1", "Crosswalks"),
            (3, "1.2", "School zones"),
            (1, "Goal 2", "Faster buses"),
            (1, "Appendix A", "Glossary"),
        ],
    ),
    "Roman numbers and letters of an English paper": (
        """
I. Background
The board met four times and heard from residents of every ward in the town.
II. Actions
A. Streets
1. The Town Engineer shall resurface 9 miles of road by October 1, 2026.
B. Parks
1. The Parks Division shall plant 200 trees each year.
""",
        [(1, "I", "Background"), (1, "II", "Actions"), (2, "A", "Streets"), (2, "B", "Parks")],
    ),
}


@pytest.mark.parametrize("name", OUTLINES)
def test_the_outline_holds_headings_and_not_tasks(name: str) -> None:
    text, expected = OUTLINES[name]
    assert headings(text) == expected


def test_a_path_leads_through_headings_to_the_item() -> None:
    assert paths(OUTLINES["four levels by the form of the label"][0]) == {
        "完成三条断头路；": ("一", "（一）", "1", "（1）"),
        "改造路口12处。": ("一", "（一）", "1", "（2）"),
        "新增公交线路5条。": ("一", "（一）", "2", "（1）"),
        "新建垃圾中转站4座。": ("一", "（二）", "1"),
    }


def test_the_items_of_an_article_stand_under_it() -> None:
    found = paths(OUTLINES["a chapter and its articles"][0])
    assert found["每年公布目录；"] == ("第一章", "第二条", "（一）")
    assert found["违反本办法的，责令改正。"[:12]] == ("第二章", "第三条")


def test_a_closing_paragraph_stays_under_the_last_label() -> None:
    found = paths("各单位：现将任务分解如下，请抓好落实。\n一、任务\n1.新建书房6座。\n以上事项须于12月底前完成。")
    assert found == {
        "各单位：现将任务分解如下"[:12]: (),
        "新建书房6座。": ("一", "1"),
        "以上事项须于12月底前完"[:12]: ("一", "1"),
    }


def test_notes_below_a_table_have_only_their_own_numbers() -> None:
    text = """
附件
任务表
|序号|任务
|1|新建书房
注：1.本表每月更新。
2.各单位每月5日前报送。
一、说明事项
其余照旧执行，请各单位知悉。
"""
    assert paths(text) == {
        "本表每月更新。": ("1",),
        "各单位每月5日前报送。": ("2",),
        "其余照旧执行，请各单位知": ("附件", "一"),
    }


def test_a_table_knows_the_labels_above_it_and_its_sections() -> None:
    _, passages = outlined(OUTLINES["heading rows across a table"][0])
    assert [(p.path, p.rows) for p in passages] == [(("一",), (2, 3)), (("二",), (4, 7))]
    assert [w.text for w in passages[0].heading_words] == ["设施建设（牵头领导：乐正禾）"]


def test_a_table_without_heading_rows_is_one_passage() -> None:
    _, passages = outlined("一、任务\n|序号|任务\n|1|新建书房")
    assert (passages[-1].path, passages[-1].rows, passages[-1].grid is not None) == (("一",), None, True)


def test_rows_above_the_first_heading_row_are_a_section_of_their_own() -> None:
    _, passages = outlined("|序号|任务|单位\n|1|新建书房|甲局\n|二、其他|<|<\n|2|送戏|乙局")
    assert [(p.path, p.rows) for p in passages] == [((), (0, 2)), (("二",), (3, 4))]


def test_who_is_responsible_stays_with_the_heading() -> None:
    _, passages = outlined(
        "一、夯实基础（牵头单位：市教育局）\n1.新建幼儿园6所。\n二、提升质量\n责任单位：市教科院\n1.培训教师900名。"
    )
    words = {p.text.text: [w.text for w in p.heading_words] for p in passages if p.text and not p.heading}
    assert words == {
        "新建幼儿园6所。": ["夯实基础（牵头单位：市教育局）"],
        "培训教师900名。": ["提升质量责任单位：市教科院"],
    }


def test_a_heading_passage_counts_itself_among_its_headings() -> None:
    _, passages = outlined("一、任务\n（一）交通。新建道路3条。")
    assert [(p.heading, [h.title for h in p.headings]) for p in passages] == [
        (True, ["任务"]),
        (False, ["任务", "交通"]),
    ]


def test_the_text_of_a_passage_is_without_label_and_run_in_heading_and_still_traced() -> None:
    text = "（一）交通治堵（市交通局负责）。新建道路3条。"
    _, passages = outlined(text)
    assert passages[0].text is not None
    assert passages[0].text.text == "新建道路3条。"
    assert text[passages[0].text.spans()[0].start :] == "新建道路3条。"


def test_the_place_of_a_heading_covers_label_and_title() -> None:
    text = "一、夯实基础（牵头单位：市教育局）\n1.新建幼儿园6所。"
    span = outlined(text)[0][0].spans[0]
    assert text[span.start : span.end] == "一、夯实基础"


def test_headings_of_the_format_nest_by_their_level() -> None:
    assert paths("## 重点任务\n### 文化\n1.新建书房6座。\n### 体育\n1.新建球场8片。\n## 保障\n加强领导。") == {
        "新建书房6座。": ("重点任务", "文化", "1"),
        "新建球场8片。": ("重点任务", "体育", "1"),
        "加强领导。": ("保障",),
    }


def test_steps_of_an_english_plan_stand_under_their_goal() -> None:
    found = paths(OUTLINES["goals, steps and letters of an English plan"][0])
    assert found["Repaint 60 c"] == ("Goal 1", "1.1")
    assert found["Use thermopl"] == ("Goal 1", "1.1", "(a)")
    assert found["The Police D"] == ("Goal 1", "1.2")
    assert found["Words used i"] == ("Appendix A",)


def test_an_objective_stands_under_its_goal_and_beside_its_sister() -> None:
    text = """
Goal 1: Homes
Objective 1.1: Build
1. Build 40 homes by 2027.
Objective 1.2: Repair
1. Repair 90 roofs by 2027.
Goal 2: Streets
1. Pave 3 miles by 2027.
"""
    assert paths(text) == {
        "Build 40 hom": ("Goal 1", "Objective 1.1", "1"),
        "Repair 90 ro": ("Goal 1", "Objective 1.2", "1"),
        "Pave 3 miles": ("Goal 2", "1"),
    }


def test_bullets_are_no_labels_and_no_words() -> None:
    _, passages = outlined("一、任务\n• 新建书房6座。\n- 新建球场8片。\n——改造剧场1座。")
    assert [(p.path, p.text.text) for p in passages if p.text and not p.heading] == [
        (("一",), "新建书房6座。"),
        (("一",), "新建球场8片。"),
        (("一",), "——改造剧场1座。"),
    ]


def test_what_a_meeting_did_is_no_heading() -> None:
    assert (
        headings(
            "一、会议听取了县水利局工作汇报。会议议定，9月底前完成整改。\n二、同意《管理办法》。由县司法局按程序印发。"
        )
        == []
    )


def test_a_newspaper_may_set_a_sentence_over_a_section() -> None:
    text = (
        "记者走访了全市的社区食堂。\n下好先手棋，打好主动仗\n社区算了一笔账。\n钱从哪里来？\n企业和志愿者一起加入进来。"
    )
    found = {paper: [h.title for h in outlined(text, newspaper=paper)[0]] for paper in (True, False)}
    assert found == {True: ["下好先手棋，打好主动仗", "钱从哪里来？"], False: []}
