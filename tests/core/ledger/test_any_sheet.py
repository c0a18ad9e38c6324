"""Whatever stands in a sheet: no stack trace, and every row is told exactly once."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from core.ledger.own import FIRST, row, worked_in, written
from core.ledger.sheets import book, taken
from luoshi_core.ledger import CellFault, Field, own_rows, propose_mapping, read_ledger

HEADS = tuple(re.findall(r"\S+", "序号 类别 工作任务 具体措施 责任单位 配合单位 责任人 完成时限 频次 目标 单位 备注"))
AWKWARD = """
合计 小计： 一 （二）公共文化 备注：略 同上 / — 长期 9月底 2026年2月30日 20261399 99999 县文旅局牵头，县财政局配合
各县（市、区） （ ， 第1项：甲局；第2项：乙局 ≥ 不少于12座 12 95％ =A1 #N/A 序号 工作任务 新建城市书房 填报人：甲
2026-13-45 0 -1 １２ 甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲
"""
WORDS = st.sampled_from(re.findall(r"\S+", AWKWARD))
CELLS = st.none() | WORDS | st.integers(-5, 60_000) | st.floats(0, 3) | st.dates(dt.date(1900, 3, 1)) | st.booleans()
GRID = st.lists(st.lists(CELLS, max_size=len(HEADS)), max_size=8)
AREAS = st.lists(st.tuples(*[st.integers(1, 10)] * 2, *[st.integers(0, 3)] * 2), max_size=4)


def merging(areas):
    def change(sheet):
        taken_up = set()
        for top, left, height, width in areas:
            places = {(r, c) for r in range(top, top + height + 1) for c in range(left, left + width + 1)}
            if len(places) > 1 and not places & taken_up:
                taken_up |= places
                sheet.merge_cells(
                    f"{get_column_letter(left)}{top}:{get_column_letter(left + width)}{top + height}",
                )

    return change


@settings(max_examples=40, deadline=None)
@given(GRID, AREAS, st.lists(st.sampled_from(HEADS), min_size=3, unique=True))
def test_every_row_of_somebody_elses_sheet_is_told_once(grid, areas, heads):
    areas = [(top + 2, left, height, width) for top, left, height, width in areas]
    data = book([("2026年台账",), ("序号", "任务", *heads), *grid], change=merging(areas))
    rows = taken(data, reference=dt.date(2026, 3, 1))
    for entry in rows.rows:
        assert entry.values.get(Field.QUOTE) or entry.faults
        assert set(entry.values) <= set(entry.cells)
    assert all(isinstance(fault, CellFault) and fault.zh and fault.en for fault in rows.faults)


@settings(max_examples=25, deadline=None)
@given(GRID)
def test_a_sheet_that_begins_anyhow_is_mapped_or_not(grid):
    data = book([("台账",), *grid])
    mapping = propose_mapping(read_ledger(data).sheets[0])
    assert mapping is None or mapping.first <= mapping.last


@settings(max_examples=25, deadline=None)
@given(GRID, st.integers(0, 6))
def test_anything_may_be_written_into_a_ledger_of_ours(grid, left):
    def change(sheet):
        for area in [area for area in sheet.merged_cells.ranges if area.min_row >= FIRST]:
            sheet.unmerge_cells(str(area))
        for at, values in enumerate(grid):
            for column, value in enumerate(values):
                sheet.cell(FIRST + at, 1 + left + column).value = value

    found = own_rows(read_ledger(worked_in(written([row("k1"), row("k2"), row("k3")]), change)))
    assert found is not None
    assert {"k1", "k2", "k3"} <= {item.key for item in found.rows}
    told = [item.row for item in found.rows] + [n for s in found.skipped["台账"] for n in range(s.first, s.last + 1)]
    assert len(told) == len(set(told))
    assert min(told) == FIRST
    assert sorted(told) == list(range(FIRST, max(told) + 1))
