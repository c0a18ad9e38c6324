"""Fields of one commitment are changed."""

from __future__ import annotations

import datetime as dt

import pytest
from reviewing import entries, everything, reviewed, rows_of

from luoshi.bodies.models import Alias, Body
from luoshi.common.errors import NotAllowed, Refused
from luoshi.register.actions import Edit, decide, edit_commitment, edit_commitments, publish_register
from luoshi.register.errors import Stale
from luoshi.register.models import Change, Commitment
from luoshi_core.assessable import Part
from luoshi_core.reading.model import Operator


def _edit(actor, row, **changes):
    return edit_commitment(actor=actor, commitment=row, revision=row.revision, changes=changes)


def test_a_change_is_kept_with_before_after_and_reason(document, actor):
    row = rows_of(document)[0]
    edited = edit_commitment(actor=actor, commitment=row, revision=1, changes={"due": "2026-12-31"}, reason=" 推迟 ")
    change = Change.objects.get()
    assert (edited.due, edited.revision) == (dt.date(2026, 12, 31), 2)
    assert (change.revision, change.fields, change.reason, change.actor, change.actor_name) == (
        2,
        {"due": ["2026-09-30", "2026-12-31"]},
        "推迟",
        actor.id,
        actor.name,
    )
    (entry,) = entries("register.edit")
    assert (entry["before"], entry["after"], entry["reason"]) == (
        {"due": "2026-09-30"},
        {"due": "2026-12-31"},
        "推迟",
    )
    assert (entry["subject_type"], entry["subject_id"]) == ("register.commitment", str(row.pk))


def test_where_a_field_comes_from_is_known(document, actor):
    row = rows_of(document)[0]
    read = row.found["owner_name" if "owner_name" in row.found else "owner"]
    edited = _edit(actor, row, leader="张三")
    assert (edited.found["leader"]["how"], edited.found["leader"]["by"]) == ("person", actor.name)
    assert dt.datetime.fromisoformat(edited.found["leader"]["at"]).tzinfo is not None
    assert "cell" not in edited.found["leader"]
    assert edited.found["owner"] == read


def test_the_gate_is_computed_again(document, actor):
    row = rows_of(document)[0]
    assert Part.CHECKER in row.missing_parts
    edited = _edit(actor, row, checker="市统计局", evidence=["record"], beneficiary="居民")
    edited.refresh_from_db()
    assert edited.missing_parts == ()
    assert _edit(actor, edited, evidence=[]).missing_parts == (Part.EVIDENCE,)


def test_a_relative_target_asks_for_its_baseline(document, actor):
    row = rows_of(document)[0]
    target = {"measure": "借阅量", "op": Operator.RISE.value, "value": "10", "unit": "%"}
    edited = _edit(actor, row, targets=[target])
    assert edited.targets == [{"measure": "借阅量", "op": Operator.RISE.value, "value": 10, "unit": "%"}]
    assert Part.BASELINE in edited.missing_parts
    assert Part.BASELINE not in _edit(actor, edited, baseline="2025年 3万册").missing_parts


def test_nothing_differs_and_nothing_happens(world, document, actor):
    row = rows_of(document)[0]
    row = _edit(actor, row, owner=world.culture, leader="张三", partners=["甲", "乙"])
    row.refresh_from_db()
    before = everything()
    same = {
        "owner": world.culture, "leader": " 张三 ", "partners": ["甲", "乙", "甲", ""], "due": dt.date(2026, 9, 30),
        "targets": row.targets, "quote": row.quote, "cadence": row.cadence, "kind": row.kind, "checker": "",
        "evidence": [], "beneficiary": row.beneficiary, "change": "", "baseline": None,
    }  # fmt: skip
    for changes in ({}, same, {"owner": world.culture.name}, {"owner": "市文旅局"}):
        edit_commitment(actor=actor, commitment=row, revision=row.revision, changes=changes)
        edit_commitment(actor=actor, commitment=row, revision=1, changes=changes)
    assert everything() == before


def test_a_target_that_stays_keeps_its_place_in_the_text(document, actor):
    row = rows_of(document)[0]
    first, second = row.targets
    bare = {key: first[key] for key in ("measure", "op", "value", "unit")}
    edited = _edit(actor, row, targets=[bare, {**second, "value": 31}])
    assert edited.targets[0] == first
    assert edited.targets[1]["value"] == 31


def test_the_words_of_a_document_cannot_be_changed(document, actor):
    row = rows_of(document)[0]
    with pytest.raises(Refused, match="原文照文件抄录"):
        _edit(actor, row, quote="别的话")
    Commitment.objects.filter(pk=row.pk).update(spans=[])
    with pytest.raises(Refused, match="任务事项：不能为空"):
        _edit(actor, row, quote="  ")
    assert _edit(actor, row, quote="别的话").quote == "别的话"


def test_words_that_the_document_prints_unclean_do_not_differ_from_themselves(document, actor):
    row = rows_of(document)[0]
    Commitment.objects.filter(pk=row.pk).update(quote="Cafe\u0301 open ", partners=["甲", "甲"])
    row.refresh_from_db()
    before = everything()
    _edit(actor, row, quote=row.quote, partners=row.partners)
    assert everything() == before


BAD = [
    ("owner", "局" * 301, "责任单位：不能超过 300 个字"),
    ("leader", "张" * 101, "责任领导：不能超过 100"),
    ("beneficiary", "x" * 100_000, "受益对象：不能超过 300"),
    ("change", "😀" * 501, "可观察的变化：不能超过 500"),
    ("leader", "张\0三", "责任领导：含有不能保存的控制字符"),
    ("owner", "局\0", "责任单位：含有不能保存的控制字符"),
    ("leader", "\ud800", "责任领导：含有不能保存的控制字符"),
    ("partners", ["甲\0"], "配合单位：含有不能保存的控制字符"),
    ("partners", "甲、乙", "配合单位：应当是一个清单"),
    ("partners", 7, "配合单位：应当是一个清单"),
    ("due", "2026-02-30", "完成时限：“2026-02-30”不是日期"),
    ("due", "0000-01-01", "完成时限：“0000-01-01”不是日期"),
    ("due", "明年", "完成时限：“明年”不是日期"),
    ("due", 5, "完成时限：“5”不是日期"),
    ("cadence", "hourly", "频次：没有“hourly”这个选项"),
    ("cadence", None, "频次：没有"),
    ("kind", "", "类型：没有“”这个选项"),
    ("evidence", ["rumour"], "佐证类型：没有“rumour”这个选项"),
    ("evidence", "record", "佐证类型：应当是一个清单"),
    ("targets", ["12座"], "不是目标值"),
    ("targets", [{}], "没有“None”这个选项"),
    ("state", "registered", "没有“state”这个字段"),
    *[
        ("targets", [{"measure": "", "op": "=", "value": value, "unit": ""}], words)
        for value, words in [
            ("inf", "有限的数"), (float("nan"), "有限的数"), (float("-inf"), "有限的数"), (10**400, "不是数"),
            ("很多", "“很多”不是数"), (None, "不是数"), (10**15, "过大"), ("1e400", "有限的数"), ([], "不是数"),
        ]
    ],
    ("targets", [{"measure": "x" * 201, "op": "=", "value": 1, "unit": ""}], "200"),
    *[
        ("targets", [{"measure": "", "op": "=", "value": 1, "unit": "", "spans": spans}], "目标值")
        for spans in ("abc", [[3]], [[5, 2]], [[-1, 2]], [["a", "b"]], [5], [[True, 2]])
    ],
]  # fmt: skip


def test_a_bad_value_is_refused_with_words_and_changes_nothing(document, actor):
    row = rows_of(document)[0]
    before = everything()
    for name, value, words in BAD:
        with pytest.raises(Refused, match=words) as refusal:
            _edit(actor, row, leader="先写的", **{name: value}) if name != "leader" else _edit(actor, row, leader=value)
        assert refusal.value.message("en").isascii() or "“" in refusal.value.message("en")
        with pytest.raises(Refused) as refusal:
            edit_commitments(actor=actor, edits=[Edit(row.pk, 1, {name: value})])
        assert refusal.value.message("zh").startswith(f"{row.code}：")
        assert words in refusal.value.message("zh")
    with pytest.raises(Refused, match="理由：不能超过 500"):
        edit_commitment(actor=actor, commitment=row, revision=1, changes={"leader": "张三"}, reason="x" * 501)
    with pytest.raises(Refused, match="理由：含有"):
        edit_commitment(actor=actor, commitment=row, revision=1, changes={"leader": "张三"}, reason="x\0")
    assert everything() == before


def test_odd_but_possible_values_are_kept(document, actor):
    row = rows_of(document)[0]
    target = {"measure": "读者😀", "op": Operator.AT_MOST.value, "value": "0.25", "unit": "万人"}
    changes = {
        "leader": "𠮷田😀",
        "due": dt.datetime(2027, 1, 2, 23, 59, tzinfo=dt.UTC),
        "targets": [target],
        "change": "换\n行",
    }
    _edit(actor, row, **changes)
    row.refresh_from_db()
    assert (row.leader, row.due, row.change) == ("𠮷田😀", dt.date(2027, 1, 2), "换\n行")
    assert row.targets == [{**target, "value": 0.25}]
    assert entries("register.edit")[0]["after"]["targets"][0]["value"] == "0.25"
    _edit(actor, row, due=" 2027-03-04 ")
    row.refresh_from_db()
    assert row.due == dt.date(2027, 3, 4)
    assert _edit(actor, row, due="").due is None


def test_nobody_checks_itself(world, document, actor):
    row = _edit(actor, rows_of(document)[0], owner=world.culture)
    before = everything()
    for changes in (
        {"checker": world.culture},
        {"checker": world.culture.name},
        {"checker": "市文旅局"},
        {"owner": "甲局", "checker": "甲局"},
    ):
        with pytest.raises(Refused, match="不能自己核查自己"):
            _edit(actor, row, **changes)
        assert everything() == before
    swapped = _edit(actor, row, owner=world.office, checker=world.culture)
    assert (swapped.owner, swapped.checker) == (world.office, world.culture)


def test_the_place_follows_the_owner(world, document, actor):
    row = _edit(actor, rows_of(document)[0], owner=world.north_culture)
    row.refresh_from_db()
    assert row.place == world.north
    assert _edit(actor, row, owner="某个没有登记的单位").place == world.city


def test_a_chosen_body_teaches_its_printed_name(world, document, actor):
    first, second, _ = rows_of(document)
    Commitment.objects.filter(pk=second.pk).update(owner_name="市文旅局")
    other = rows_of(reviewed(world.north_culture))[0]
    _edit(actor, first, owner=world.culture)
    second.refresh_from_db()
    other.refresh_from_db()
    assert Alias.objects.get(name="市文旅局").body == world.culture
    assert (second.owner, second.revision) == (world.culture, 2)
    assert second.changes.get().origin == "alias 市文旅局"
    assert other.owner is None
    edit, alias, others = entries()[-3:]
    assert [edit["verb"], alias["verb"], others["verb"]] == [
        "register.edit_commitment",
        "bodies.add_alias",
        "register.edit_commitments",
    ]
    assert others["before"] == {second.code: {"owner": "市文旅局"}}
    assert others["after"] == {second.code: {"owner": world.culture.name}}


def test_a_name_that_is_known_by_now_binds_the_others_too(world, document, actor):
    first, second, _ = rows_of(document)
    Commitment.objects.filter(pk=second.pk).update(owner_name="市文旅局")
    Alias.objects.create(body=world.culture, place=world.city, name="市文旅局")
    _edit(actor, first, owner=world.culture)
    second.refresh_from_db()
    assert second.owner == world.culture


def test_a_name_that_means_another_body_is_not_taught(world, document, actor):
    first, second, _ = rows_of(document)
    Commitment.objects.filter(pk=second.pk).update(owner_name="市文旅局")
    Alias.objects.create(body=world.office, place=world.city, name="市文旅局")
    _edit(actor, first, owner=world.culture)
    second.refresh_from_db()
    assert second.owner is None
    assert Alias.objects.get(name="市文旅局").body == world.office


def test_the_one_who_checks_it_is_not_bound_as_its_owner(world, document, actor):
    first, second, third = rows_of(document)
    Commitment.objects.filter(pk=second.pk).update(owner_name="市文旅局", checker=world.culture)
    Commitment.objects.filter(pk=third.pk).update(owner_name="市文旅局", checker_name=world.culture.name)
    _edit(actor, first, owner=world.culture)
    assert [row.owner for row in rows_of(document)] == [world.culture, None, None]


def test_a_printed_name_too_long_for_an_alias_is_no_hindrance(world, document, actor):
    row = rows_of(document)[0]
    Commitment.objects.filter(pk=row.pk).update(owner_name="县" * 121)
    row.refresh_from_db()
    assert _edit(actor, row, owner=world.culture).owner == world.culture
    assert not Alias.objects.exists()


def test_who_may_not_teach_names_still_chooses_the_owner(world):
    document = reviewed(world.north_culture)
    body = Body.objects.create(name="岫云县图书馆", place=world.north, kind="institution")
    row = _edit(world.actor("north"), rows_of(document)[0], owner=body)
    assert row.owner == body
    assert not Alias.objects.exists()
    with pytest.raises(NotAllowed):
        _edit(world.actor("south"), row, owner=world.south_culture)


def test_what_was_published_shows_as_changed(document, actor):
    row = rows_of(document)[0]
    decide(actor=actor, commitment=row, decision="accept")
    publish_register(actor=actor, document=document)
    row.refresh_from_db()
    assert not row.is_changed
    assert _edit(actor, row, leader="张三").is_changed
    publish_register(actor=actor, document=document, reason="补责任人")
    row.refresh_from_db()
    assert not row.is_changed


def test_different_fields_of_two_writers_are_both_kept(world, document, actor):
    row = rows_of(document)[0]
    other = world.actor("leader")
    edit_commitment(actor=actor, commitment=row, revision=1, changes={"leader": "张三"})
    edit_commitment(actor=other, commitment=row, revision=1, changes={"baseline": "零"})
    row.refresh_from_db()
    assert (row.leader, row.baseline, row.revision) == ("张三", "零", 3)


def test_the_same_value_of_two_writers_is_no_clash(world, document, actor):
    row = rows_of(document)[0]
    other = world.actor("leader")
    targets = [{**row.targets[0], "value": 13}]
    changes = {"leader": "张三", "owner": world.culture, "targets": targets, "partners": ["甲"]}
    edit_commitment(actor=actor, commitment=row, revision=1, changes=changes)
    before = everything()
    edit_commitment(actor=other, commitment=row, revision=1, changes=changes)
    edit_commitment(actor=other, commitment=row, revision=1, changes={"owner": "市文旅局", "leader": "张三 "})
    assert everything() == before


def test_another_value_for_the_same_field_is_stale_and_says_who_was_there(world, document, actor):
    row = rows_of(document)[0]
    other = world.actor("leader")
    edit_commitment(actor=other, commitment=row, revision=1, changes={"leader": "李四", "baseline": "零"})
    before = everything()
    with pytest.raises(Stale) as stale:
        edit_commitment(
            actor=actor, commitment=row, revision=1, changes={"leader": "张三", "baseline": "零", "change": "新"}
        )
    assert stale.value.clash == {"leader": ("李四", "张三")}
    assert stale.value.by == other.name
    assert stale.value.at == Change.objects.get().at
    assert stale.value.message("zh") == f"{other.name}刚改过“责任领导”。请先查看现在的内容。"
    assert everything() == before
    assert edit_commitment(actor=actor, commitment=row, revision=2, changes={"leader": "张三"}).leader == "张三"


def test_the_latest_writer_of_the_field_is_named(world, document, actor):
    row = rows_of(document)[0]
    edit_commitment(actor=actor, commitment=row, revision=1, changes={"leader": "一"})
    edit_commitment(actor=world.actor("leader"), commitment=row, revision=2, changes={"leader": "二"})
    edit_commitment(actor=actor, commitment=row, revision=3, changes={"baseline": "零"})
    with pytest.raises(Stale) as stale:
        edit_commitment(actor=actor, commitment=row, revision=1, changes={"leader": "三"})
    assert stale.value.by == world.persons["leader"].name


def test_what_is_gone_is_refused_with_words(document, actor):
    row = rows_of(document)[0]
    Commitment.objects.filter(pk=row.pk).delete()
    with pytest.raises(Refused, match="任务已不存在"):
        _edit(actor, row, leader="张三")
    with pytest.raises(Refused, match="任务已不存在"):
        edit_commitments(actor=actor, edits=[Edit(row.pk, 1, {"leader": "张三"})])
