"""A workbook comes out as it is seen: printed values, merged cells, nothing that is hidden."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
import xlsxwriter
import xlwt

from luoshi_core.reading.errors import Broken, NoText, ReadingError, TooMuchInside, UnsafeXml
from luoshi_core.reading.formats.sheet import grid
from luoshi_core.reading.formats.sheet.reader import read_sheet
from luoshi_core.reading.source import Format, Paragraph, Source, Table

HEAD = ("序号", "任务", "责任单位")


def xlsx(fill: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], None], name: str = "台账") -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        fill(book, book.add_worksheet(name))
    return stream.getvalue()


def rows_of(*rows: tuple[object, ...]) -> bytes:
    def fill(book, sheet):
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)

    return xlsx(fill)


def tables(source: Source) -> list[list[list[str]]]:
    found = []
    for table in (block for block in source.blocks if isinstance(block, Table)):
        grid: list[list[str]] = [[] for _ in range(table.rows)]
        for cell in table.cells:
            grid[cell.row].append(source.text[cell.span.start : cell.span.end])
        found.append(grid)
    return found


def paragraphs(source: Source) -> list[tuple[str, str]]:
    return [
        (source.text[block.span.start : block.span.end], block.align)
        for block in source.blocks
        if isinstance(block, Paragraph)
    ]


def test_a_ledger_has_a_title_above_a_table_and_notes_below_it():
    def fill(book, sheet):
        sheet.merge_range("A1:C1", "云岭市重点任务台账")
        sheet.write("A2", "填报单位：市文化局")
        sheet.write("C2", "填报时间：2026年3月")
        sheet.write_row("A3", HEAD)
        sheet.write_row("A4", (1, "建成书屋8个", "市文化局"))
        sheet.write_row("A5", ("合计", "8个"))
        sheet.merge_range("A6:C6", "注：按季度更新。")
        sheet.write("A7", "填表人：李某")
        sheet.write("B7", "审核人：王某")

    source = read_sheet(xlsx(fill), "台账.xlsx")
    assert source.format is Format.XLSX
    assert paragraphs(source) == [
        ("云岭市重点任务台账", "center"),
        ("填报单位：市文化局\t填报时间：2026年3月", "left"),
        ("注：按季度更新。", "left"),
        ("填表人：李某\t审核人：王某", "left"),
    ]
    assert tables(source) == [[list(HEAD), ["1", "建成书屋8个", "市文化局"], ["合计", "8个", ""]]]
    (table,) = [block for block in source.blocks if isinstance(block, Table)]
    assert (table.name, table.rows, table.columns) == ("台账", 3, 3)
    assert source.text[table.span.start : table.span.end] == (
        "序号\t任务\t责任单位\n1\t建成书屋8个\t市文化局\n合计\t8个\t"
    )


def test_a_label_and_its_value_may_stand_in_two_cells_above_the_table():
    source = read_sheet(rows_of(("填报单位：", "市文化局", "日期：2026年3月"), HEAD, (1, "建成书屋8个", "市文化局")))
    assert paragraphs(source) == [("填报单位：\t市文化局\t日期：2026年3月", "left")]
    assert tables(source)[0][0] == list(HEAD)


def test_a_heading_row_inside_the_table_stays_in_the_table():
    def fill(book, sheet):
        sheet.write_row("A1", HEAD)
        sheet.merge_range("A2:C2", "一、惠民工程")
        sheet.write_row("A3", (1, "建成书屋8个", "市文化局"))

    source = read_sheet(xlsx(fill))
    assert paragraphs(source) == []
    assert tables(source)[0][1] == ["一、惠民工程"]


def test_a_header_over_two_rows_is_no_title():
    def fill(book, sheet):
        sheet.merge_range("A1:A2", "任务")
        sheet.merge_range("B1:C1", "目标")
        sheet.write_row("B2", ("数值", "单位"))
        sheet.write_row("A3", ("建成书屋", 8, "个"))

    source = read_sheet(xlsx(fill))
    (table,) = source.blocks
    assert [(c.row, c.column, c.row_span, c.column_span) for c in table.cells[:4]] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
    ]


def test_the_last_row_under_a_merged_cell_is_no_note():
    def fill(book, sheet):
        sheet.write_row("A1", HEAD)
        sheet.merge_range("A2:A3", "1")
        sheet.write("B2", "建成书屋8个")
        sheet.merge_range("B3:C3", "培训管理员60名")

    source = read_sheet(xlsx(fill))
    assert paragraphs(source) == []
    assert tables(source)[0][-1] == ["培训管理员60名"]


def test_values_are_printed_as_in_their_cells():
    def fill(book, sheet):
        def form(code: str):
            return book.add_format({"num_format": code})

        sheet.write_row("A1", ("项目", "值"))
        values = (
            (140702, ""),
            (0.1 + 0.2, ""),
            (0.955, "0.0%"),
            (46082, 'yyyy"年"m"月"d"日"'),
            (dt.date(2026, 3, 1), "yyyy-mm-dd"),
            (46082, "[$-804]m/d;@"),
            (1234.5, "#,##0.00"),
            (7, "000"),
            (12, '0"万元"'),
            ("2026-03-01", "@"),
            (True, ""),
        )
        for at, (value, code) in enumerate(values, 1):
            sheet.write(at, 0, "项")
            sheet.write(at, 1, value, form(code) if code else None)

    printed = [row[1] for row in tables(read_sheet(xlsx(fill)))[0][1:]]
    assert printed == [
        "140702", "0.3", "95.5%", "2026年3月1日", "2026-03-01", "3/1", "1,234.50", "007", "12万元", "2026-03-01",
        "TRUE",
    ]  # fmt: skip


def test_what_is_hidden_is_left_out_and_said():
    def fill(book, sheet):
        sheet.write_row("A1", ("序号", "内部意见", "任务", "责任单位"))
        sheet.write_row("A2", (1, "不公开", "建成书屋8个", "市文化局"))
        sheet.write_row("A3", (2, "不公开", "旧任务", "市文化局"))
        sheet.write_row("A4", (3, "不公开", "培训60名", "市文化局"))
        sheet.set_column("B:B", None, None, {"hidden": True})
        sheet.set_row(2, None, None, {"hidden": True})
        other = book.add_worksheet("底稿")
        other.write("A1", "草稿")
        other.hide()

    source = read_sheet(xlsx(fill))
    assert tables(source) == [
        [["序号", "任务", "责任单位"], ["1", "建成书屋8个", "市文化局"], ["3", "培训60名", "市文化局"]]
    ]
    assert [(r.code, r.where) for r in source.remarks] == [
        ("hidden-rows", "台账"),
        ("hidden-columns", "台账"),
        ("hidden-sheet", "底稿"),
    ]
    assert source.remarks[0].zh == "有 1 行被隐藏，没有读取。"


def test_a_merged_cell_is_as_large_as_what_is_seen_of_it():
    def fill(book, sheet):
        sheet.write_row("A1", HEAD)
        sheet.merge_range("A2:A4", "1")
        for at in (1, 2, 3):
            sheet.write_row(at, 1, (f"任务{at}", "市文化局"))
        sheet.set_row(1, None, None, {"hidden": True})

    source = read_sheet(xlsx(fill))
    (table,) = source.blocks
    assert tables(source) == [[list(HEAD), ["1", "任务2", "市文化局"], ["任务3", "市文化局"]]]
    assert (table.cells[3].row_span, table.cells[3].column_span) == (2, 1)


def test_empty_rows_and_columns_are_trimmed():
    def fill(book, sheet):
        sheet.write_row("C4", HEAD)
        sheet.write_row("C6", (1, "建成书屋8个", "市文化局"))
        sheet.write("Z99", "  ")

    assert tables(read_sheet(xlsx(fill))) == [[list(HEAD), ["1", "建成书屋8个", "市文化局"]]]


def test_a_formula_is_shown_by_the_result_that_the_file_holds():
    def fill(book, sheet):
        sheet.write_row("A1", ("项目", "值"))
        sheet.write("A2", "合计")
        sheet.write_formula("B2", "=SUM(B3:B9)", None, 42)
        sheet.write("A3", "说明文字")
        sheet.write_formula("B3", '=HYPERLINK("http://example.invalid/","报表")', None, "报表")

    source = read_sheet(xlsx(fill))
    assert tables(source)[0][1:] == [["合计", "42"], ["说明文字", "报表"]]
    assert source.remarks == ()


def test_a_formula_without_a_result_is_empty_and_said():
    book = openpyxl.Workbook()
    book.active.title = "台账"
    for row in (("项目", "值"), ("合计", "=SUM(B3:B9)"), ("小计", "=1+1")):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    source = read_sheet(stream.getvalue())
    assert tables(source)[0][1:] == [["合计", ""], ["小计", ""]]
    assert [(r.code, r.where) for r in source.remarks] == [("uncalculated-formula", "台账!B2")]
    assert "2 个公式" in source.remarks[0].zh


def test_a_sheet_of_one_column_is_prose_line_by_line():
    source = read_sheet(rows_of(("工作安排",), ("一、目标",), ("年内建成书屋8个。\n年底验收。",)))
    assert [text for text, _ in paragraphs(source)] == ["工作安排", "一、目标", "年内建成书屋8个。", "年底验收。"]


def test_every_visible_sheet_gives_a_table():
    def fill(book, sheet):
        for at, page in enumerate((sheet, book.add_worksheet("二季度"))):
            page.write_row("A1", HEAD)
            page.write_row("A2", (at + 1, "任务", "单位"))

    source = read_sheet(xlsx(fill, "一季度"))
    assert [block.name for block in source.blocks] == ["一季度", "二季度"]


def test_rich_text_is_joined_and_breaks_in_cells_stay():
    def fill(book, sheet):
        sheet.write_row("A1", ("甲\r\n乙", "丙"))
        sheet.write_rich_string("A2", book.add_format({"bold": True}), "建成", "书屋8个")
        sheet.write("B2", "_x000D_末")

    assert tables(read_sheet(xlsx(fill))) == [[["甲\n乙", "丙"], ["建成书屋8个", "_x000D_末"]]]


def edited(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name)
            after.writestr(name, change(text.decode()) if name == part else text)
    return stream.getvalue()


def in_sheet(change: Callable[[str], str]) -> bytes:
    return edited(rows_of(HEAD, (1, "任务", "单位")), "xl/worksheets/sheet1.xml", change)


def test_cells_and_rows_without_a_reference_follow_one_another():
    bare = in_sheet(lambda xml: re.sub(r'(<(?:c|row)) r="[A-Z]*\d+"', r"\1", xml))
    assert tables(read_sheet(bare)) == [[list(HEAD), ["1", "任务", "单位"]]]


def test_readings_above_the_characters_are_not_words():
    def add_reading(xml: str) -> str:
        return xml.replace("<t>任务</t>", '<t>任务</t><rPh sb="0" eb="2"><t>ninmu</t></rPh>')

    data = edited(rows_of(HEAD, (1, "任务", "单位")), "xl/sharedStrings.xml", add_reading)
    assert tables(read_sheet(data))[0][0][1] == "任务"


def test_dates_may_count_from_1904():
    def fill(book, sheet):
        sheet.write_row("A1", ("项目", "日期"))
        sheet.write("A2", "任务")
        sheet.write("B2", dt.date(2026, 3, 1), book.add_format({"num_format": "yyyy-mm-dd"}))

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"date_1904": True}) as book:
        fill(book, book.add_worksheet())
    assert tables(read_sheet(stream.getvalue()))[0][1][1] == "2026-03-01"


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda xml: xml[: len(xml) // 2], Broken),
        (lambda xml: xml.replace("<v>1</v>", "<v>x</v>"), Broken),
        (lambda xml: xml.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>', 1), UnsafeXml),
        (lambda xml: xml.replace("<sheetData>", "<sheetData>" + "<a>" * 3000), Broken),
        (lambda xml: xml.replace('t="s"><v>0<', 't="s"><v>999<'), Broken),
    ],
)
def test_a_damaged_sheet_gives_an_error_that_teaches(change, error):
    with pytest.raises(error):
        read_sheet(in_sheet(change))


def test_cells_far_apart_do_not_make_a_table_of_millions(monkeypatch):
    monkeypatch.setattr(grid, "MAX_CELLS", 1000)

    def fill(book, sheet):
        for at in range(40):
            sheet.write(at, at, "x")

    with pytest.raises(TooMuchInside):
        read_sheet(xlsx(fill))


def test_a_merge_over_the_whole_sheet_covers_only_what_is_seen():
    whole = '<mergeCell ref="B2:XFD1048576"/>'
    data = in_sheet(lambda xml: xml.replace("</sheetData>", f"</sheetData><mergeCells>{whole}</mergeCells>"))
    assert tables(read_sheet(data)) == [[list(HEAD), ["1", "任务"]]]


def test_a_workbook_without_a_word_has_no_text():
    with pytest.raises(NoText):
        read_sheet(xlsx(lambda book, sheet: None))


def xls(fill: Callable[[xlwt.Workbook, xlwt.Worksheet], None]) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    fill(book, book.add_sheet("台账"))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_an_old_workbook_is_read_like_a_new_one():
    def fill(book, sheet):
        sheet.write_merge(0, 0, 0, 3, "云岭市重点任务台账")
        for column, text in enumerate(("序号", "任务", "完成率", "时限")):
            sheet.write(1, column, text)
        for row in (2, 3, 4):
            sheet.write(row, 0, row)
            sheet.write(row, 1, f"任务{row}")
            sheet.write(row, 2, 0.95, xlwt.easyxf(num_format_str="0%"))
            sheet.write(row, 3, dt.date(2026, 3, 1), xlwt.easyxf(num_format_str='yyyy"年"m"月"d"日"'))
        sheet.row(3).hidden = True
        hidden = book.add_sheet("底稿")
        hidden.write(0, 0, "草稿")
        hidden.visibility = 1

    source = read_sheet(xls(fill), "台账.xls")
    assert source.format is Format.XLS
    assert paragraphs(source) == [("云岭市重点任务台账", "center")]
    assert tables(source) == [
        [
            ["序号", "任务", "完成率", "时限"],
            ["2", "任务2", "95%", "2026年3月1日"],
            ["4", "任务4", "95%", "2026年3月1日"],
        ]
    ]
    assert [remark.code for remark in source.remarks] == ["hidden-rows", "hidden-sheet"]


@pytest.mark.parametrize("keep", [600, 1500, 3000])
def test_a_truncated_old_workbook_is_broken(keep):
    data = xls(lambda book, sheet: [sheet.write(row, 0, "任务" * 50 + str(row)) for row in range(50)])
    with pytest.raises(ReadingError):
        read_sheet(data[:keep])
