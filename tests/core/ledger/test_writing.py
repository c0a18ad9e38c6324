"""What people see when they open a ledger, and that nothing in it is more than text."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from core.ledger.own import FIRST, VALUES, again, column_of, row, written
from luoshi_core.ledger import Field, LedgerRow, TextTooLong, words_of
from luoshi_core.reading import Cadence


def sheet_of(data):
    return openpyxl.load_workbook(io.BytesIO(data)).active


@pytest.fixture
def sheet():
    return sheet_of(written([row("k1"), row("k2"), row("k3", document="另一份文件"), row("k4", document="")]))


def test_title_maker_and_groups_stand_over_the_table(sheet):
    assert sheet["A2"].value == "云岭市重点任务台账"
    assert sheet["A3"].value == "制表单位：市政府督查室    日期：2026-03-01"
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {"A2:R2", "A3:R3", "B4:C4", "E4:G4", "H4:I4", "L4:P4", "A4:A5", "D4:D5"} <= merged
    assert [sheet[c].value for c in ("B4", "E4", "H4", "L4")] == ["依据", "责任", "时限", "可核验"]
    assert [sheet[c].value for c in ("B5", "C5", "E5", "F5", "G5", "H5", "I5")] == [
        "文件",
        "条目",
        "责任单位",
        "配合单位",
        "责任领导",
        "完成时限",
        "频次",
    ]


def test_the_document_of_neighbours_stands_once(sheet):
    assert "B6:B7" in {str(area) for area in sheet.merged_cells.ranges}
    assert sheet["B8"].value == "另一份文件"


def test_what_makes_a_row_known_again_is_hidden(sheet):
    assert sheet.row_dimensions[1].hidden
    hidden = [span for span in sheet.column_dimensions.values() if span.hidden]
    assert [(span.min, span.max) for span in hidden] == [(19, 20)]
    assert [column_of(sheet, name) for name in ("key", "revision")] == ["S", "T"]
    assert (sheet["S6"].value, sheet["T6"].value) == ("k1", 1)


def test_it_can_be_worked_in_and_printed(sheet):
    assert sheet.freeze_panes == "E6"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$4:$5"
    assert "&P" in sheet.oddFooter.center.text
    choices = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert choices == {
        "I6": '"一次,每日,每周,每月,每季度,每年,长期"',
        "K6": '"行动,指标,禁止,长期事项"',
    }
    assert sheet["D6"].alignment.wrap_text


def test_dates_are_dates_and_numbers_count_the_rows(sheet):
    assert sheet["H6"].is_date
    assert sheet["H6"].number_format == "yyyy-mm-dd"
    assert [sheet.cell(line, 1).value for line in range(FIRST, FIRST + 4)] == [1, 2, 3, 4]


def test_nothing_that_a_text_says_becomes_a_formula_or_link():
    data = written([row("k1", quote="=1+1", owner="http://a.example", leader="+SUM(A1)", document="@x")])
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        part = packed.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in part
    assert "hyperlink" not in part
    assert sheet_of(data)["D6"].data_type == "s"


def test_an_english_ledger_is_english():
    sheet = sheet_of(written([row("k1", cadence=Cadence.MONTHLY)], language="en"))
    assert (sheet.title, sheet["A3"].value) == ("Ledger", "Made by: 市政府督查室    Date: 2026-03-01")
    assert (sheet["E5"].value, sheet["I6"].value, sheet["O6"].value) == (
        "Owner",
        "monthly",
        "system record, residents' rating",
    )
    assert sheet["J6"].value == "城市书房 ≥ 12座; 满意度 ≥ 95.5%"


def test_a_text_that_no_cell_takes_is_refused_before_it_is_lost():
    with pytest.raises(TextTooLong, match=r"任务事项.*40000.*32767"):
        written([row("k1", quote="长" * 40_000)])


def test_words_of_a_value_are_those_of_its_cell():
    assert words_of(Field.PARTNERS, VALUES[Field.PARTNERS]) == "市财政局、各县（市、区）"
    assert words_of(Field.CADENCE, None) == ""


def test_thousands_of_rows_come_back():
    rows = (LedgerRow(f"k{n}", 1, VALUES | {Field.DOCUMENT: f"文件{n // 40}"}) for n in range(3_000))
    found = again(written(rows))
    assert len(found.rows) == 3_000
    assert found.rows[-1].values[Field.DOCUMENT] == "文件74"
