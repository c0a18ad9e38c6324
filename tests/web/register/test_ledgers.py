"""A ledger goes out as Excel, is worked in, and comes back: what differs is shown, then taken over once."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from bringing import bring_and_read
from test_story import PLAN

from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.register.actions import (
    apply_ledger,
    confirm_mapping,
    decide_all,
    edit_commitment,
    open_review,
    preview_again,
    preview_ledger,
    receive_ledger,
)
from luoshi.register.enums import ImportState
from luoshi.register.errors import Stale
from luoshi.register.ledgers import ledger_rows
from luoshi.register.models import Commitment, LedgerImport
from luoshi_core.ledger import write_ledger

SYSTEM = Actor.system("测试")
HEADS = ["序号", "重点任务", "责任单位", "配合单位", "完成时限", "备注"]


@pytest.fixture
def register(world):
    document = bring_and_read(world.office, PLAN).documents.get()
    open_review(actor=SYSTEM, document=document)
    rows = list(Commitment.objects.values_list("pk", "revision"))
    decide_all(actor=SYSTEM, commitments=rows, decision="accept")
    return document


def exported() -> openpyxl.Workbook:
    stream = io.BytesIO()
    rows = Commitment.objects.select_related("document", "owner", "checker").order_by("start")
    write_ledger(ledger_rows(rows), stream, title="台账", keeper="督查室", made_on=dt.date(2026, 11, 23))
    return openpyxl.load_workbook(io.BytesIO(stream.getvalue()))


def bring(world, book: openpyxl.Workbook | bytes, who: str = "delivery") -> LedgerImport:
    if isinstance(book, bytes):
        data = book
    else:
        stream = io.BytesIO()
        book.save(stream)
        data = stream.getvalue()
    ledger = receive_ledger(
        actor=world.actor(who), keeper=world.office, name="台账.xlsx", chunks=[data], size=len(data)
    )
    preview_ledger(actor=SYSTEM, ledger_id=ledger.pk)
    ledger.refresh_from_db()
    return ledger


def column(book: openpyxl.Workbook, head: str) -> int:
    sheet = book.active
    return next(c.column for row in sheet.iter_rows(min_row=1, max_row=6) for c in row if c.value == head)


def test_a_cell_that_was_changed_is_changed_and_nothing_else(world, register):
    book = exported()
    sheet = book.active
    rows = [row for row in range(1, sheet.max_row + 1) if "书房" in str(sheet.cell(row, 4).value)]
    cell = sheet.cell(rows[0], column(book, "责任领导"), "张副市长")
    ledger = bring(world, book)
    assert ledger.state == ImportState.PREVIEWED, ledger.error
    assert ledger.counts == {"same": 2, "changed": 1}
    row = ledger.rows.get()
    assert row.cells == {"leader": {"cell": cell.coordinate, "now": "", "file": "张副市长"}}
    assert Commitment.objects.get(pk=row.commitment_id).leader == ""
    assert apply_ledger(actor=world.actor("delivery"), ledger=ledger) == {"changed": 1, "added": 0}
    changed = Commitment.objects.get(pk=row.commitment_id)
    assert changed.leader == "张副市长"
    assert changed.found["leader"]["cell"].endswith(f"!{cell.coordinate}")
    assert apply_ledger(actor=world.actor("delivery"), ledger=ledger) == {"changed": 0, "added": 0}
    assert bring(world, book).counts == {"same": 3}


def test_what_both_have_changed_is_a_conflict_with_its_cell(world, register):
    book = exported()
    sheet = book.active
    rows = [row for row in range(1, sheet.max_row + 1) if "书房" in str(sheet.cell(row, 4).value)]
    sheet.cell(rows[0], column(book, "责任领导"), "张副市长")
    first = Commitment.objects.order_by("start").first()
    edit_commitment(actor=SYSTEM, commitment=first, revision=first.revision, changes={"leader": "李副市长"})
    ledger = bring(world, book)
    row = ledger.rows.get(kind="conflict")
    assert row.cells["leader"] | {"cell": ""} == {"cell": "", "base": "", "now": "李副市长", "file": "张副市长"}
    apply_ledger(actor=world.actor("delivery"), ledger=ledger)
    first.refresh_from_db()
    assert first.leader == "李副市长"
    again = bring(world, book)
    apply_ledger(actor=world.actor("delivery"), ledger=again, take=[again.rows.get(kind="conflict").pk])
    first.refresh_from_db()
    assert first.leader == "张副市长"


def test_a_change_between_preview_and_import_stops_all_of_it(world, register):
    book = exported()
    book.active.cell(6, column(book, "责任领导"), "张副市长")
    ledger = bring(world, book)
    row = ledger.rows.get(kind="changed")
    other = Commitment.objects.get(pk=row.commitment_id)
    edit_commitment(actor=SYSTEM, commitment=other, revision=other.revision, changes={"leader": "李副市长"})
    with pytest.raises(Stale):
        apply_ledger(actor=world.actor("delivery"), ledger=ledger)
    ledger.refresh_from_db()
    assert ledger.state == ImportState.PREVIEWED
    preview_again(actor=world.actor("delivery"), ledger=ledger)
    preview_ledger(actor=SYSTEM, ledger_id=ledger.pk)
    assert ledger.rows.get().kind == "conflict"


def foreign() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["岫云县2026年文化惠民重点任务台账"])
    sheet.merge_cells("A1:F1")
    sheet.append(HEADS)
    sheet.append([1, "新建城市书房3座", "县文旅局", "县财政局", "2026年9月底前", "已选址"])
    sheet.append([2, "举办戏曲进乡村120场", "县文化馆", None, dt.date(2026, 12, 20), None])
    sheet.append(["合计", "2项"])
    sheet.append(["注：每月25日前报送进展。"])
    return book


def test_somebody_elses_ledger_is_asked_about_once_and_then_known(world):
    ledger = bring(world, foreign())
    assert ledger.state == ImportState.MAPPING, ledger.error
    head = ledger.sheets[0]
    assert [c["field"] for c in head["columns"]][1:5] == ["quote", "owner", "partners", "due"]
    confirm_mapping(
        actor=world.actor("delivery"),
        ledger=ledger,
        fields={head["signature"]: [c["field"] for c in head["columns"]]},
    )
    preview_ledger(actor=SYSTEM, ledger_id=ledger.pk)
    ledger.refresh_from_db()
    assert ledger.state == ImportState.PREVIEWED, ledger.error
    assert ledger.counts["new"] == 2
    assert {row.faults[0]["zh"][:3] for row in ledger.rows.filter(kind="skipped")} == {"合计行", "表下说"}
    assert apply_ledger(actor=world.actor("delivery"), ledger=ledger) == {"changed": 0, "added": 2}
    first = Commitment.objects.order_by("start").first()
    assert (first.quote, first.owner_words, first.due) == ("新建城市书房3座", "县文旅局", dt.date(2026, 9, 30))
    again = bring(world, foreign())
    assert again.state == ImportState.PREVIEWED
    assert again.counts == {"same": 2, "skipped": 2}, list(again.rows.values("kind", "cells"))
    assert apply_ledger(actor=world.actor("delivery"), ledger=again) == {"changed": 0, "added": 0}


def test_a_file_that_is_no_workbook_says_so(world):
    ledger = bring(world, "不是表格".encode())
    assert ledger.state == ImportState.FAILED
    assert "Excel" in ledger.error_zh or "表" in ledger.error_zh


def test_a_mapping_without_the_task_is_refused(world):
    ledger = bring(world, foreign())
    head = ledger.sheets[0]
    with pytest.raises(Refused):
        confirm_mapping(
            actor=world.actor("delivery"), ledger=ledger, fields={head["signature"]: [None] * len(head["columns"])}
        )
