"""A ledger that luoshi wrote is known again, whatever people did with it."""

from __future__ import annotations

import datetime as dt
import io
from functools import partial

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.ledger.own import FIRST, VALUES, again, column_of, row, worked_in, written
from core.ledger.sheets import book
from luoshi_core.assessable import EvidenceKind
from luoshi_core.ledger import COLUMNS, Field, LedgerRow, normal_value, own_rows, read_ledger
from luoshi_core.reading import Cadence, Kind, Operator, Target

THREE = [row("k1"), row("k2", 4, quote="改造文化站"), row("k3", owner="市图书馆")]


def keys(found):
    return [item.key for item in found.rows]


def put(name, line, value, sheet):
    sheet[f"{column_of(sheet, name)}{line}"] = value


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_untouched_ledger_comes_back_as_it_was_written(language):
    found = again(written(THREE, language=language))
    assert [(item.key, item.revision, item.row) for item in found.rows] == [("k1", 1, 6), ("k2", 4, 7), ("k3", 1, 8)]
    for item, source in zip(found.rows, THREE, strict=True):
        assert {f: item.values[f] for f in VALUES} == {f: normal_value(f, v) for f, v in source.values.items()}
    assert found.faults == ()
    assert found.fields == frozenset(COLUMNS)


def test_another_program_may_have_saved_it():
    found = again(worked_in(written(THREE), lambda sheet: None))
    assert [dict(item.values) for item in found.rows] == [dict(item.values) for item in again(written(THREE)).rows]


def test_every_cell_has_its_address_and_a_merged_one_that_of_its_first():
    found = again(written(THREE))
    assert found.rows[1].cells[Field.QUOTE] == "D7"
    assert found.rows[1].cells[Field.DOCUMENT] == "B6"
    assert set(found.rows[1].cells) == set(COLUMNS)


def test_rows_may_be_sorted_and_taken_out():
    def change(sheet):
        for area in list(sheet.merged_cells.ranges):
            if area.min_row >= FIRST:
                sheet.unmerge_cells(str(area))
        lines = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=FIRST, max_row=FIRST + 2)]
        for at, values in enumerate([lines[2], lines[0]]):
            for column, value in enumerate(values, 1):
                sheet.cell(FIRST + at, column).value = value
        sheet.delete_rows(FIRST + 2)

    found = again(worked_in(written(THREE), change))
    assert keys(found) == ["k3", "k1"]
    assert found.rows[0].values[Field.OWNER] == "市图书馆"
    assert found.rows[1].values[Field.TARGETS] == VALUES[Field.TARGETS]


def test_a_document_cell_left_blank_by_taking_apart_says_nothing():
    def change(sheet):
        sheet.unmerge_cells("B6:B8")

    found = again(worked_in(written(THREE), change))
    assert found.rows[0].values[Field.DOCUMENT] == VALUES[Field.DOCUMENT]
    assert Field.DOCUMENT not in found.rows[1].values


def test_the_words_of_a_merged_cell_stand_in_every_row_under_it():
    from luoshi_core.reading.formats.sheet.xlsx import read_xlsx

    (sheet,) = read_xlsx(written(THREE))
    assert [sheet.rows[line][1] for line in (5, 6, 7)] == [VALUES[Field.DOCUMENT]] * 3


def test_rows_that_people_added_have_no_key():
    def change(sheet):
        put("quote", 9, "开办夜校", sheet)
        put("owner", 9, "市文化馆", sheet)
        put("due", 9, "2026年9月底前", sheet)

    found = again(worked_in(written(THREE), change))
    new = found.rows[3]
    assert (new.key, new.revision, new.row, new.faults) == (None, None, 9, ())
    assert new.values[Field.QUOTE] == "开办夜校"
    assert new.values[Field.DUE] == dt.date(2026, 9, 30)
    assert Field.CADENCE not in new.values


def test_a_new_row_without_its_task_is_a_fault():
    found = again(
        worked_in(written(THREE), lambda sheet: (put("owner", 9, "市文化馆", sheet), put("leader", 9, "甲", sheet)))
    )
    assert [(f.cell, f.code) for f in found.faults] == [("D9", "no-words")]


def test_a_column_may_be_added_or_taken_out():
    def insert(sheet):
        for area in [str(area) for area in sheet.merged_cells.ranges]:
            sheet.unmerge_cells(area)
        sheet.insert_cols(5)
        sheet["E6"] = "我的备注"

    found = again(worked_in(written(THREE), insert))
    assert found.rows[0].values[Field.OWNER] == "市文旅局"
    assert found.rows[0].cells[Field.OWNER] == "F6"

    def delete(sheet):
        for area in [str(area) for area in sheet.merged_cells.ranges]:
            sheet.unmerge_cells(area)
        sheet.delete_cols(7)

    found = again(worked_in(written(THREE), delete))
    assert Field.LEADER not in found.fields
    assert Field.LEADER not in found.rows[0].values
    assert found.rows[0].values[Field.DUE] == VALUES[Field.DUE]


def test_heads_and_sheet_may_be_renamed():
    def change(sheet):
        sheet.title = "第一稿"
        sheet["E4"] = "牵头部门"

    found = again(worked_in(written(THREE), change))
    assert {item.sheet for item in found.rows} == {"第一稿"}
    assert found.rows[0].values[Field.OWNER] == "市文旅局"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_without_the_hidden_row_the_heads_tell_the_columns(language):
    def change(sheet):
        for cell in sheet[1]:
            cell.value = None

    found = again(worked_in(written(THREE, language=language), change))
    assert found.fields == frozenset(COLUMNS)
    assert keys(found) == ["k1", "k2", "k3"]
    assert found.rows[0].values[Field.EVIDENCE] == VALUES[Field.EVIDENCE]


def test_notes_totals_and_copied_heads_are_no_new_rows():
    def change(sheet):
        sheet["A9"] = 99
        sheet["A10"], sheet["D10"] = "合计", "3 项"
        sheet["A12"] = "备注：市文旅局已核对。"
        sheet["D13"] = "说明：以文件为准"
        for cell in sheet[4]:
            sheet.cell(14, cell.column).value = cell.value

    found = again(worked_in(written(THREE), change))
    assert keys(found) == ["k1", "k2", "k3"]
    assert [(s.first, s.last, str(s.reason)) for s in found.skipped["台账"]] == [
        (9, 9, "blank"),
        (10, 10, "total"),
        (11, 11, "blank"),
        (12, 12, "note"),
        (13, 13, "note"),
        (14, 14, "repeated_header"),
    ]


def test_rows_that_were_filtered_out_are_there():
    def change(sheet):
        sheet.row_dimensions[7].hidden = True

    assert keys(again(worked_in(written(THREE), change))) == ["k1", "k2", "k3"]


def test_a_copied_row_makes_both_a_fault():
    def change(sheet):
        for cell in sheet[7]:
            sheet.cell(9, cell.column).value = cell.value

    found = again(worked_in(written(THREE), change))
    assert [(f.cell, f.code) for f in found.faults] == [("D7", "key-twice"), ("D9", "key-twice")]
    assert "第 9 行" in found.faults[0].zh
    assert "row 7" in found.faults[1].en


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("due", "尽快", "no-date"),
        ("due", "9月底", "no-date"),
        ("due", "2026-02-30", "no-date"),
        ("cadence", "隔三差五", "no-choice"),
        ("kind", "口号", "no-choice"),
        ("evidence", "系统记录、感觉", "no-choice"),
        ("targets", "城市书房 ≥ 12座；尽量多", "no-target"),
        ("quote", None, "no-words"),
        ("revision", "三", "no-revision"),
        ("owner", "=1/0", "uncalculated"),
    ],
)
def test_what_cannot_be_read_is_a_fault_at_its_cell(name, value, code):
    places = {}

    def change(sheet):
        put(name, 7, value, sheet)
        places[name] = f"{column_of(sheet, name)}7"

    found = again(worked_in(written(THREE), change))
    assert [(f.cell, f.code) for f in found.faults] == [(places[name], code)]
    assert found.rows[1].faults == found.faults
    assert found.faults[0].message("zh") != found.faults[0].message("en")


@pytest.mark.parametrize(
    ("name", "said", "value"),
    [
        ("due", dt.datetime.fromisoformat("2027-01-31"), dt.date(2027, 1, 31)),
        ("due", "２０２７．１．３１", dt.date(2027, 1, 31)),
        ("due", 46418, dt.date(2027, 1, 31)),
        ("due", None, None),
        ("cadence", "monthly", Cadence.MONTHLY),
        ("cadence", " 长 期 ", Cadence.STANDING),
        ("kind", "长期事项", Kind.STANDING),
        ("evidence", "群众评价，第三方", (EvidenceKind.FELT, EvidenceKind.THIRD_PARTY)),
        ("partners", "市教育局；市水利局\n市财政局", ("市教育局", "市水利局", "市财政局")),
        ("partners", None, ()),
        ("targets", "书房>=１,200座", (Target("书房", Operator.AT_LEAST, 1200.0, "座"),)),
        ("targets", None, ()),
        ("number", 17, "17"),
    ],
)
def test_what_people_write_is_understood(name, said, value):
    found = again(worked_in(written(THREE), partial(put, name, 7, said)))
    assert found.faults == ()
    assert found.rows[1].values[Field(name)] == value


def test_a_target_in_words_is_understood():
    found = again(worked_in(written(THREE), partial(put, "targets", 7, "新建城市书房不少于15座")))
    (target,) = found.rows[1].values[Field.TARGETS]
    assert (target.op, target.value, target.unit) == (Operator.AT_LEAST, 15, "座")


def test_a_sheet_copied_within_the_workbook_gives_each_key_twice():
    workbook = openpyxl.load_workbook(io.BytesIO(written(THREE[:1])))
    workbook.copy_worksheet(workbook.active).title = "副本"
    stream = io.BytesIO()
    workbook.save(stream)
    found = again(stream.getvalue())
    assert [item.sheet for item in found.rows] == ["台账", "副本"]
    assert "副本!6" in found.faults[0].zh


def test_an_empty_ledger_of_ours_is_ours():
    assert again(written([])).rows == ()


def test_somebody_elses_ledger_is_not_ours():
    assert own_rows(read_ledger(book([("序号", "任务", "责任单位"), (1, "新建城市书房", "市文旅局")]))) is None


TEXT = st.text(max_size=40) | st.sampled_from(
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "http://a.example",
        "ＡＢ１２",
        "a\nb",
        " x ",
        "_x000D_",
        "007",
        "1e5",
        "\u3000甲",
        "#REF",
    ]
)
TARGET = st.builds(
    Target,
    TEXT,
    st.sampled_from(Operator),
    st.floats(allow_nan=False, allow_infinity=False),
    TEXT,
)
ROW = st.fixed_dictionaries(
    {
        Field.QUOTE: TEXT.map("任务".__add__),
        Field.PATH: TEXT,
        Field.OWNER: TEXT,
        Field.PARTNERS: st.lists(TEXT, max_size=3).map(tuple),
        Field.DUE: st.none() | st.dates(),
        Field.CADENCE: st.sampled_from(Cadence),
        Field.TARGETS: st.lists(TARGET, max_size=3).map(tuple),
        Field.KIND: st.sampled_from(Kind),
        Field.EVIDENCE: st.lists(st.sampled_from(EvidenceKind), unique=True).map(tuple),
    }
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ROW, max_size=4), st.sampled_from(["zh", "en"]))
def test_whatever_is_written_comes_back(values, language):
    rows = [LedgerRow(f"k{at}", at, value) for at, value in enumerate(values)]
    found = again(written(rows, language=language))
    assert [(item.key, item.revision) for item in found.rows] == [(item.key, item.revision) for item in rows]
    for item, value in zip(found.rows, values, strict=True):
        assert {f: item.values[f] for f in value} == {f: normal_value(f, v) for f, v in value.items()}
        assert item.faults == ()
