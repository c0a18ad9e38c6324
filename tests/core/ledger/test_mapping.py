"""What a column of somebody else's ledger holds, as far as its head says."""

from __future__ import annotations

import pytest

from core.ledger.sheets import book
from luoshi_core.ledger import Field, propose_mapping, read_ledger, read_rows


def mapping_of(*rows, merge=()):
    mapping = propose_mapping(read_ledger(book(rows, merge=merge)).sheets[0])
    assert mapping is not None
    return mapping


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("主要任务", Field.QUOTE),
        ("工作内容", Field.QUOTE),
        ("重点工作", Field.QUOTE),
        ("整改措施", Field.QUOTE),
        ("问题", Field.QUOTE),
        ("任务事项", Field.QUOTE),
    ],
)
def test_the_task_has_many_names(head, field):
    assert mapping_of(("序号", head, "责任单位")).fields == (Field.NUMBER, field, Field.OWNER)


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("牵头单位", Field.OWNER),
        ("主办单位", Field.OWNER),
        ("承办单位", Field.OWNER),
        ("责 任\n单 位", Field.OWNER),
        ("配合单位", Field.PARTNERS),
        ("协办单位", Field.PARTNERS),
        ("责任人", Field.LEADER),
        ("责任领导", Field.LEADER),
        ("分管领导", Field.LEADER),
        ("完成时限", Field.DUE),
        ("时限要求", Field.DUE),
        ("办结时间", Field.DUE),
        ("频次", Field.CADENCE),
        ("目标值", Field.TARGETS),
        ("考核指标", Field.TARGETS),
        ("任务来源", Field.DOCUMENT),
        ("现状", Field.BASELINE),
        ("受益对象", Field.BENEFICIARY),
        ("佐证材料", Field.EVIDENCE),
        ("验收单位", Field.CHECKER),
        ("工作进展", None),
        ("完成情况", None),
        ("备注", None),
        ("联系电话", None),
        ("状态", None),
    ],
)
def test_other_columns_by_their_heads(head, field):
    assert mapping_of(("序号", "工作任务", head)).fields == (Field.NUMBER, Field.QUOTE, field)


def test_a_head_that_says_nothing_is_kept_as_a_note_without_confidence():
    column = mapping_of(("序号", "工作任务", "责任单位", "乙栏")).columns[3]
    assert (column.letter, column.field, column.confidence) == ("D", None, 0)


def test_what_two_columns_claim_is_doubtful_for_the_second():
    first, second = mapping_of(("工作任务", "责任单位", "责任科室")).columns[1:]
    assert (first.field, second.field) == (Field.OWNER, Field.PARTNERS)
    assert first.confidence > 0.9 > 0.5 > second.confidence
    due = mapping_of(("工作任务", "责任单位", "完成时限", "调整后时限")).columns[2:]
    assert [column.field for column in due] == [Field.DUE, None]


def test_the_body_beside_a_lead_is_a_partner():
    assert mapping_of(("工作任务", "责任单位", "牵头单位")).fields == (Field.QUOTE, Field.PARTNERS, Field.OWNER)


def test_the_signature_is_that_of_the_head_alone():
    plain = mapping_of(("序号", "工作任务", "责任单位"), (1, "新建书房", "市文旅局"))
    moved = mapping_of(("台账",), (), (None, "序号", "工 作 任 务", "责任\n单位"), (None, 7, "别的", "市教育局"))
    other = mapping_of(("序号", "工作任务", "牵头单位"))
    swapped = mapping_of(("工作任务", "序号", "责任单位"))
    assert plain.signature == moved.signature
    assert len({plain.signature, other.signature, swapped.signature}) == 3


def test_a_mapping_confirmed_by_a_person_is_the_one_that_is_read():
    sheet = read_ledger(book([("序号", "工作任务", "责任单位", "乙栏"), (1, "新建书房", "市文旅局", "9月底")])).sheets[
        0
    ]
    proposed = propose_mapping(sheet)
    assert proposed is not None
    confirmed = proposed.with_fields((None, Field.QUOTE, Field.OWNER, Field.DUE))
    assert confirmed.columns[3].confidence == 1
    (row,) = read_rows(sheet, confirmed, year=2026).rows
    assert row.cells == {Field.QUOTE: "B2", Field.OWNER: "C2", Field.DUE: "D2"}
    assert [(note.head, note.text, note.cell) for note in row.notes] == [("序号", "1", "A2")]
    with pytest.raises(ValueError):
        proposed.with_fields((Field.QUOTE,))


def test_a_mapping_without_a_task_is_not_usable():
    mapping = mapping_of(("序号", "责任单位", "备注"))
    assert not mapping.is_usable
    assert mapping_of(("序号", "工作任务", "责任单位")).is_usable


def test_title_year_and_place_of_the_head():
    mapping = mapping_of(("云岭市2026年台账",), ("序号", "工作任务", "责任单位"))
    assert (mapping.titles, mapping.year, mapping.first, mapping.last) == (("云岭市2026年台账",), 2026, 2, 2)
    assert mapping.columns[2].head == "责任单位"
