"""Ledgers as they come: every row is read right, or named with the reason why it is none."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
import xlwt

from core.ledger.sheets import book, column, notes, quotes, reasons, saved, taken
from luoshi_core.ledger import EmptyLedger, Field, NotAWorkbook, propose_mapping, read_ledger
from luoshi_core.reading import Cadence, Operator, Target

HEAD = ("序号", "工作任务", "责任单位", "完成时限")
SEPTEMBER, YEAR_END = dt.date(2026, 9, 30), dt.date(2026, 12, 31)


def test_a_two_row_head_with_groups_and_merged_cells():
    rows = taken(
        book(
            [
                ("云岭市2026年重点工作台账",),
                ("序号", "重点工作", "责任", None, None, "完成时限"),
                (None, None, "牵头单位", "配合单位", "分管领导", None),
                (1, "新建城市书房12座", "市文旅局", "市财政局、市住建局", "张建国", "9月底"),
                (2, "开放学校操场", "市教育局", None, "李敏", "年底前"),
            ],
            merge=("A1:F1", "A2:A3", "B2:B3", "C2:E2", "F2:F3"),
        )
    )
    assert reasons(rows) == {1: "title", 2: "header", 3: "header"}
    assert column(rows, Field.OWNER) == ["市文旅局", "市教育局"]
    assert column(rows, Field.PARTNERS) == [("市财政局", "市住建局"), None]
    assert column(rows, Field.LEADER) == ["张建国", "李敏"]
    assert column(rows, Field.DUE) == [SEPTEMBER, YEAR_END]
    assert rows.faults == ()


def test_a_two_row_head_whose_groups_are_not_merged():
    rows = taken(
        book(
            [
                ("序号", "任务内容", "责任分工", None, "时限要求"),
                (None, None, "主办单位", "协办单位", None),
                (1, "整治占道经营", "区城管局", "区公安分局", "2026.6.30"),
            ]
        )
    )
    assert reasons(rows) == {1: "header", 2: "header"}
    assert rows.rows[0].values == {
        Field.NUMBER: "1",
        Field.QUOTE: "整治占道经营",
        Field.OWNER: "区城管局",
        Field.PARTNERS: ("区公安分局",),
        Field.DUE: dt.date(2026, 6, 30),
    }


def test_totals_between_the_rows_and_at_the_end():
    rows = taken(
        book(
            [
                HEAD,
                (1, "修复农村公路", "县交通局", "年底"),
                ("小计", "1项", None, None),
                (2, "改造老旧小区", "县住建局", "年底"),
                (None, "合 计", "2项", None),
            ]
        ),
        year=2026,
    )
    assert reasons(rows) == {1: "header", 3: "total", 5: "total"}
    assert quotes(rows) == {2: "修复农村公路", 4: "改造老旧小区"}


def test_gaps_in_the_numbers_and_rows_without_one_stay_what_they_are():
    rows = taken(
        book(
            [
                HEAD,
                (1, "办好送戏下乡", "县文旅局", "9月底"),
                (4, "建好图书分馆", "县文旅局", "9月底"),
                (None, "修好文化站", None, None),
                ("7.0", "培训文艺骨干", "县文化馆", "9月底"),
            ]
        ),
        year=2026,
    )
    assert column(rows, Field.NUMBER) == ["1", "4", None, "7"]
    assert column(rows, Field.OWNER) == ["县文旅局", "县文旅局", None, "县文化馆"]
    assert column(rows, Field.DUE) == [SEPTEMBER, SEPTEMBER, None, SEPTEMBER]


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("2026年9月底前", SEPTEMBER),
        ("9月底", SEPTEMBER),
        ("2026.9.30", SEPTEMBER),
        ("２０２６．９．３０", SEPTEMBER),
        ("20260930", SEPTEMBER),
        (20260930, SEPTEMBER),
        ("年底前", YEAR_END),
        ("第三季度", SEPTEMBER),
        ("2026-09-30", SEPTEMBER),
        ("2026/9/30", SEPTEMBER),
        ("2026年9月30日前完成", SEPTEMBER),
        (46295, SEPTEMBER),
        (dt.date(2026, 9, 30), SEPTEMBER),
        (dt.datetime.fromisoformat("2026-09-30T17:30"), SEPTEMBER),
    ],
)
def test_a_deadline_in_every_form(written, due):
    rows = taken(book([HEAD, (1, "新建城市书房", "市文旅局", written)]), year=2026)
    assert rows.rows[0].values[Field.DUE] == due
    assert rows.rows[0].cells[Field.DUE] == "D2"
    assert Field.CADENCE not in rows.rows[0].values


@pytest.mark.parametrize(("written", "cadence"), [("长期坚持", Cadence.STANDING), ("每季度", Cadence.QUARTERLY)])
def test_what_recurs_has_a_cadence_and_no_day(written, cadence):
    row = taken(book([HEAD, (1, "巡查文保单位", "市文旅局", written)]), year=2026).rows[0]
    assert row.values[Field.CADENCE] is cadence
    assert Field.DUE not in row.values
    assert row.faults == ()


def test_a_deadline_that_is_none_is_a_fault_with_its_cell():
    rows = taken(book([HEAD, (1, "新建城市书房", "市文旅局", "尽快"), (2, "办好文化节", "市文旅局", "9月底")]))
    assert [(f.cell, f.code) for f in rows.faults] == [("D2", "no-date"), ("D3", "no-date")]
    assert "尽快" in rows.faults[0].zh
    assert all(Field.DUE not in row.values for row in rows.rows)


@pytest.mark.parametrize("form", ["m月d日", "yyyy-mm-dd", "dd/mm/yy", 'm"月"d"日"', "[$-804]yyyy年m月d日", "mmm-dd"])
def test_a_real_date_is_exact_whatever_it_prints(form):
    def change(sheet):
        sheet["D2"].number_format = form

    rows = taken(book([HEAD, (1, "新建城市书房", "市文旅局", dt.date(2027, 9, 30))], change=change), year=2026)
    assert column(rows, Field.DUE) == [dt.date(2027, 9, 30)]


def test_a_date_cell_that_shows_only_its_month_means_the_month():
    def change(sheet):
        sheet["D2"].number_format = 'yyyy"年"m"月"'

    rows = taken(book([HEAD, (1, "新建城市书房", "市文旅局", dt.date(2026, 9, 1))], change=change))
    assert column(rows, Field.DUE) == [SEPTEMBER]


def test_notes_and_signatures_under_the_table():
    rows = taken(
        book(
            [
                ("2026年任务清单",),
                HEAD,
                (1, "新建城市书房", "市文旅局", "年底"),
                (),
                ("备注：1.本表每月25日前报送。",),
                ("2.完成时限以文件为准。",),
                ("填表人：王某", None, "联系电话：0000", None),
            ]
        )
    )
    assert reasons(rows) == {1: "title", 2: "header", 4: "blank", 5: "note", 6: "note", 7: "note"}
    assert quotes(rows) == {3: "新建城市书房"}


def test_several_sheets_each_with_its_own_head():
    workbook = openpyxl.Workbook()
    first = workbook.active
    first.title = "文化"
    for row in (HEAD, (1, "新建城市书房", "市文旅局", "9月底")):
        first.append(row)
    second = workbook.create_sheet("教育")
    for row in (("序号", "事项", "承办单位"), (1, "新建幼儿园", "市教育局"), (2, "开放操场", "市教育局")):
        second.append(row)
    workbook.create_sheet("空表")
    hidden = workbook.create_sheet("旧表")
    hidden.append(HEAD)
    hidden.sheet_state = "hidden"
    ledger = read_ledger(saved(workbook))
    assert [sheet.name for sheet in ledger.sheets] == ["文化", "教育"]
    assert ledger.hidden == ("旧表",)
    assert quotes(taken(saved(workbook), year=2026)) == {2: "新建城市书房"}
    assert quotes(taken(saved(workbook), sheet=1)) == {2: "新建幼儿园", 3: "开放操场"}


def test_empty_columns_between_and_before_the_filled_ones():
    rows = taken(
        book(
            [
                (None, "序号", None, "主要任务", None, None, "责任单位", "办结时间"),
                (None, 1, None, "清理河道", None, None, "县水利局", "6月底"),
            ]
        ),
        year=2026,
    )
    assert rows.rows[0].cells == {Field.NUMBER: "B2", Field.QUOTE: "D2", Field.OWNER: "G2", Field.DUE: "H2"}
    assert rows.rows[0].values[Field.DUE] == dt.date(2026, 6, 30)


def test_a_title_in_two_rows_and_a_head_in_row_five():
    rows = taken(
        book(
            [
                ("中共云岭市委  云岭市人民政府",),
                ("2026年度重点任务分解台账",),
                ("填报单位：市督查室", None, None, "填报时间：2026年3月1日"),
                (),
                HEAD,
                (1, "新建城市书房", "市文旅局", "第三季度"),
            ],
            merge=("A1:D1", "A2:D2"),
        )
    )
    assert reasons(rows) == {1: "title", 2: "title", 3: "title", 4: "blank", 5: "header"}
    assert column(rows, Field.DUE) == [SEPTEMBER]


def test_the_head_and_the_title_once_more_on_the_next_page():
    rows = taken(
        book(
            [
                ("重点任务台账",),
                HEAD,
                (1, "新建城市书房", "市文旅局", "年底"),
                ("重点任务台账",),
                HEAD,
                (2, "改造文化站", "市文旅局", "年底"),
            ],
            merge=("A1:D1", "A4:D4"),
        ),
        year=2026,
    )
    assert reasons(rows) == {1: "title", 2: "header", 4: "repeated_header", 5: "repeated_header"}
    assert quotes(rows) == {3: "新建城市书房", 6: "改造文化站"}


def test_hidden_rows_are_named_and_hidden_columns_are_not_mapped():
    def change(sheet):
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["E"].hidden = True

    data = book(
        [
            (*HEAD, "责任领导"),
            (1, "新建城市书房", "市文旅局", "年底", "甲"),
            (2, "撤销的任务", "市文旅局", "年底", "乙"),
            (3, "改造文化站", "市文旅局", "年底", "丙"),
        ],
        change=change,
    )
    rows = taken(data, year=2026)
    assert reasons(rows) == {1: "header", 3: "hidden"}
    assert quotes(rows) == {2: "新建城市书房", 4: "改造文化站"}
    assert column(rows, Field.LEADER) == [None, None]


def test_goals_as_percent_and_number_cells_with_measure_and_unit_beside_them():
    def change(sheet):
        sheet["C2"].number_format = "0%"

    rows = taken(
        book(
            [
                ("序号", "主要指标", "目标值", "单位", "责任单位"),
                (1, "公共文化服务满意度", 0.95, None, "市文旅局"),
                (2, "新建城市书房", 12, "座", "市文旅局"),
                (3, "年接待读者", "不少于120万人次", None, "市图书馆"),
            ],
            change=change,
        )
    )
    first, second, third = (row.values[Field.TARGETS][0] for row in rows.rows)
    assert (first.value, first.unit) == (95, "%")
    assert (second.value, second.unit) == (12, "座")
    assert (third.op, third.value, third.unit) == (Operator.AT_LEAST, 120, "万人次")
    assert column(rows, Field.OWNER) == ["市文旅局", "市文旅局", "市图书馆"]


def test_a_goal_without_a_number_is_kept_as_a_note():
    rows = taken(book([(*HEAD, "工作目标"), (1, "理顺管理体制", "市文旅局", "年底", "机制健全、运转顺畅")]), year=2026)
    assert Field.TARGETS not in rows.rows[0].values
    assert notes(rows.rows[0]) == {"工作目标": "机制健全、运转顺畅"}


def test_full_width_figures():
    rows = taken(
        book([(*HEAD, "目标"), ("１", "新建城市书房", "市文旅局", "２０２６年９月底前", "不少于１２座")]),
    )
    assert column(rows, Field.DUE) == [SEPTEMBER]
    (target,) = rows.rows[0].values[Field.TARGETS]
    assert (target.op, target.value, target.unit) == (Operator.AT_LEAST, 12, "座")


def test_formulas_without_a_result_and_broken_ones_are_faults():
    rows = taken(
        book(
            [
                HEAD,
                ("=ROW()-1", "新建城市书房", "市文旅局", "年底"),
                (2, "改造文化站", "#REF!", "年底"),
            ]
        ),
        year=2026,
    )
    assert [(f.cell, f.code) for f in rows.faults] == [("A2", "uncalculated"), ("C3", "formula-error")]
    assert quotes(rows) == {2: "新建城市书房", 3: "改造文化站"}


def test_an_old_workbook():
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("台账")
    day = xlwt.easyxf(num_format_str='M"月"D"日"')
    for at, words in enumerate(HEAD):
        sheet.write(0, at, words)
    sheet.write(1, 0, 1)
    sheet.write(1, 1, "新建城市书房")
    sheet.write_merge(1, 2, 2, 2, "市文旅局")
    sheet.write(1, 3, dt.date(2027, 9, 30), day)
    sheet.write(2, 0, 2)
    sheet.write(2, 1, "改造文化站")
    stream = io.BytesIO()
    workbook.save(stream)
    rows = taken(stream.getvalue(), year=2026)
    assert quotes(rows) == {2: "新建城市书房", 3: "改造文化站"}
    assert column(rows, Field.OWNER) == ["市文旅局", "市文旅局"]
    assert column(rows, Field.DUE) == [dt.date(2027, 9, 30), None]


def test_only_merged_cells_hold_for_the_rows_below():
    rows = taken(
        book(
            [
                HEAD,
                (1, "新建城市书房", "市文旅局", "9月底"),
                (None, "改造文化站", None, None),
                (2, "办好文化节", "市文旅局", "9月底"),
                (3, "培训骨干", None, None),
            ],
            merge=("A2:A3", "C2:C3"),
        ),
        year=2026,
    )
    assert column(rows, Field.NUMBER) == ["1", "1", "2", "3"]
    assert column(rows, Field.OWNER) == ["市文旅局", "市文旅局", "市文旅局", None]
    assert column(rows, Field.DUE) == [SEPTEMBER, None, SEPTEMBER, None]
    assert rows.rows[1].cells[Field.OWNER] == "C2"


def test_a_task_merged_over_rows_with_one_measure_each():
    rows = taken(
        book(
            [
                ("序号", "重点工作", "具体措施", "责任单位"),
                (1, "文化惠民", "送戏下乡100场", "县文旅局"),
                (None, None, "放映电影300场", "县电影公司"),
            ],
            merge=("A2:A3", "B2:B3"),
        )
    )
    assert quotes(rows) == {2: "送戏下乡100场", 3: "放映电影300场"}
    assert column(rows, Field.PATH) == ["文化惠民", "文化惠民"]
    assert column(rows, Field.OWNER) == ["县文旅局", "县电影公司"]


def test_headings_of_sections_lead_to_the_rows_below():
    rows = taken(
        book(
            [
                HEAD,
                ("一、公共文化",),
                (1, "新建城市书房", "市文旅局", "9月底"),
                ("二", "义务教育", None, None),
                (2, "新建小学", "市教育局", "9月底"),
            ],
            merge=("A2:D2",),
        ),
        year=2026,
    )
    assert reasons(rows) == {1: "header", 2: "section", 4: "section"}
    assert column(rows, Field.PATH) == ["一、公共文化", "义务教育"]
    assert [row.cells[Field.PATH] for row in rows.rows] == ["A2", "B4"]


def test_lead_and_partners_in_one_cell():
    rows = taken(
        book(
            [
                HEAD,
                (1, "新建城市书房", "县文旅局牵头，县财政局配合", "9月底"),
                (2, "办好文化节", "县文旅局、县公安局", "9月底"),
                (3, "改造文化站", "县文旅局 县住建局\n各乡镇", "9月底"),
                (4, "整治校园周边", "县教育局/县城管局；县公安局", "9月底"),
                (5, "整治河道", "各县（市、区）", "9月底"),
            ]
        ),
        year=2026,
    )
    assert column(rows, Field.OWNER) == ["县文旅局", "县文旅局", "县文旅局", "县教育局", "各县（市、区）"]
    assert column(rows, Field.PARTNERS) == [
        ("县财政局",),
        ("县公安局",),
        ("县住建局", "各乡镇"),
        ("县城管局", "县公安局"),
        None,
    ]


def test_the_same_as_above():
    rows = taken(
        book(
            [
                HEAD,
                (1, "新建城市书房", "市文旅局", None),
                (2, "改造文化站", "同上", "同上"),
                (3, "办文化节", "〃", "年底"),
            ]
        ),
        year=2026,
    )
    assert column(rows, Field.OWNER) == ["市文旅局", "市文旅局", "市文旅局"]
    assert [(f.cell, f.code) for f in rows.faults] == [("D3", "nothing-above")]


def test_a_ledger_of_problems():
    rows = taken(
        book(
            [
                ("序号", "存在问题", "整改措施", "整改时限", "责任单位", "责任人", "整改进展", "备注"),
                (1, "消防通道堵塞", "拆除违规围挡", "立行立改", "市图书馆", "赵某", "已完成", "—"),
                (2, "无障碍设施缺失", "增设坡道2处", "2026年5月", "市博物馆", "钱某", None, "需资金"),
            ]
        )
    )
    assert quotes(rows) == {2: "拆除违规围挡", 3: "增设坡道2处"}
    assert column(rows, Field.LEADER) == ["赵某", "钱某"]
    assert notes(rows.rows[0]) == {"存在问题": "消防通道堵塞", "整改进展": "已完成", "备注": "—"}
    assert notes(rows.rows[1]) == {"存在问题": "无障碍设施缺失", "备注": "需资金"}
    assert column(rows, Field.DUE) == [None, dt.date(2026, 5, 31)]
    assert [f.cell for f in rows.faults] == ["D2"]


def test_rows_that_name_no_task():
    rows = taken(book([HEAD, (1, "新建城市书房", "市文旅局", "年底"), (2, None, "市教育局", "年底")]), year=2026)
    assert reasons(rows) == {1: "header", 3: "no_task"}


def test_an_english_ledger():
    rows = taken(
        book(
            [
                ("Delivery tracker 2026",),
                ("No.", "Action", "Lead agency", "Partners", "Due date", "Status"),
                (1, "Open 12 reading rooms", "Culture Bureau", "Finance Bureau; Library", "30 September 2026", "Open"),
                ("Total", 1, None, None, None, None),
            ]
        )
    )
    assert reasons(rows) == {1: "title", 2: "header", 4: "total"}
    assert rows.rows[0].values == {
        Field.NUMBER: "1",
        Field.QUOTE: "Open 12 reading rooms",
        Field.OWNER: "Culture Bureau",
        Field.PARTNERS: ("Finance Bureau", "Library"),
        Field.DUE: SEPTEMBER,
    }
    assert notes(rows.rows[0]) == {"Status": "Open"}


def test_targets_written_as_ours_come_back_equal():
    rows = taken(
        book([(*HEAD, "目标值"), (1, "建书房", "市文旅局", "年底", "城市书房 ≥ 12座；满意度 ≥ 95%")]), year=2026
    )
    assert column(rows, Field.TARGETS) == [
        (Target("城市书房", Operator.AT_LEAST, 12.0, "座"), Target("满意度", Operator.AT_LEAST, 95.0, "%"))
    ]


@pytest.mark.parametrize("data", ["序号,任务\n1,新建城市书房\n".encode(), "序号,任务\r\n1,甲\r\n".encode("gb18030")])
def test_text_saved_as_a_workbook_is_refused(data):
    with pytest.raises(NotAWorkbook, match=r"任务.xlsx：这不是 Excel 工作簿，而是纯文本或 CSV 文件.*另存为 .xlsx"):
        read_ledger(data, "任务.xlsx")


def test_a_web_page_saved_as_a_workbook_is_refused():
    with pytest.raises(NotAWorkbook) as refused:
        read_ledger("<html><body><table><tr><td>任务</td></tr></table></body></html>".encode())
    assert "a web page" in refused.value.message("en")


def test_an_empty_workbook_is_refused():
    with pytest.raises(EmptyLedger, match="没有任何可见的内容"):
        read_ledger(saved(openpyxl.Workbook()))


def test_a_sheet_without_a_head_gets_no_mapping():
    data = book([("今天开会讨论了几件事",), ("散会",), (3, 4, 5)])
    assert propose_mapping(read_ledger(data).sheets[0]) is None
