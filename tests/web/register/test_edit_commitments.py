"""Fields of many commitments are changed, all or none."""

from __future__ import annotations

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from reviewing import entries, everything, reviewed, rows_of

from luoshi.bodies.actions import add_alias
from luoshi.common.errors import Refused
from luoshi.documents.models import Finding
from luoshi.journal.actions import Subject
from luoshi.register.actions import Edit, edit_commitment, edit_commitments, open_review
from luoshi.register.errors import Stale
from luoshi.register.models import Change, Commitment


def test_all_are_changed_in_one_entry_of_the_journal(world, document, actor):
    first, second, third = rows_of(document)
    done = edit_commitments(
        actor=actor,
        edits=[
            Edit(first.pk, 1, {"due": "2026-12-31", "owner": world.culture.name}, cells={"due": "任务!F4"}),
            Edit(second.pk, 1, {"leader": "张三"}),
            Edit(third.pk, 1, {"leader": ""}),
        ],
        reason="季度调整",
        origin="台账.xlsx",
        subject=Subject("register.ledgerimport", "7", "台账.xlsx"),
    )
    assert done == [first.pk, second.pk]
    (entry,) = entries("register.edit")
    assert (entry["verb"], entry["subject_id"], entry["reason"]) == ("register.edit_commitments", "7", "季度调整")
    assert entry["before"] == {
        first.code: {"due": "2026-09-30", "owner": "市文旅局"},
        second.code: {"leader": ""},
    }
    assert entry["after"] == {
        first.code: {"due": "2026-12-31", "owner": world.culture.name},
        second.code: {"leader": "张三"},
    }
    row = rows_of(document)[0]
    assert (row.owner, row.revision, row.due.isoformat()) == (world.culture, 2, "2026-12-31")
    assert (row.found["due"]["how"], row.found["due"]["cell"], row.found["due"]["by"]) == (
        "cell",
        "任务!F4",
        actor.name,
    )
    assert row.found["owner"]["how"] == "person"
    assert [(c.commitment_id, c.revision, c.origin, c.reason) for c in Change.objects.order_by("pk")] == [
        (first.pk, 2, "台账.xlsx", "季度调整"),
        (second.pk, 2, "台账.xlsx", "季度调整"),
    ]


def test_saved_in_bulk_a_commitment_keeps_every_other_field(document, actor):
    before = list(Commitment.objects.order_by("pk").values())
    edit_commitments(actor=actor, edits=[Edit(row.pk, 1, {"leader": "张三"}) for row in rows_of(document)])
    for old, new in zip(before, Commitment.objects.order_by("pk").values(), strict=True):
        differing = {name for name in old if old[name] != new[name]}
        assert differing == {"leader", "found", "revision", "updated_at"}
        assert new["updated_at"] > old["updated_at"]


def test_the_same_again_changes_nothing(document, actor):
    edits = [Edit(row.pk, 1, {"leader": "张三", "owner": "无名局"}) for row in rows_of(document)]
    edit_commitments(actor=actor, edits=edits)
    before = everything()
    assert edit_commitments(actor=actor, edits=edits) == []
    assert edit_commitments(actor=actor, edits=[]) == []
    assert everything() == before


def test_one_that_cannot_be_keeps_all_out_and_is_named(world, document, actor):
    first, second, third = rows_of(document)
    edit_commitment(actor=world.actor("leader"), commitment=third, revision=1, changes={"leader": "李四"})
    before = everything()
    good = Edit(first.pk, 1, {"leader": "张三"})
    with pytest.raises(Refused) as refusal:
        edit_commitments(actor=actor, edits=[good, Edit(second.pk, 1, {"due": "2026-02-30"})])
    assert refusal.value.message("zh").startswith(f"{second.code}：完成时限：")
    with pytest.raises(Stale) as stale:
        edit_commitments(actor=actor, edits=[good, Edit(third.pk, 1, {"leader": "张三"})])
    assert stale.value.where == third.code
    assert stale.value.clash == {"leader": ("李四", "张三")}
    with pytest.raises(Refused) as refusal:
        edit_commitments(actor=actor, edits=[good, Edit(first.pk, 1, {"leader": "李四"})])
    assert refusal.value.message("zh") == f"{first.code}：同一条任务改了两次。"
    with pytest.raises(Refused, match="任务已不存在"):
        edit_commitments(actor=actor, edits=[good, Edit(10**9, 1, {"leader": "张三"})])
    assert everything() == before


def test_a_name_means_what_it_means_to_each_keeper(world, document):
    from bringing import SYSTEM

    other = reviewed(world.north_culture)
    add_alias(actor=SYSTEM, body=world.north_culture, name="县文体旅局")
    edits = [Edit(rows_of(d)[0].pk, 1, {"owner": "县文体旅局"}) for d in (document, other)]
    edit_commitments(actor=SYSTEM, edits=edits)
    assert rows_of(document)[0].owner is None
    assert rows_of(other)[0].owner == world.north_culture


@pytest.mark.slow
def test_two_thousand_take_few_queries(document, actor):
    Finding.objects.bulk_create(
        Finding(document=document, position=100 + i, quote=f"第{i}件事", start=0, end=5, spans=[[0, 5]])
        for i in range(2000)
    )
    open_review(actor=actor, document=document)
    ids = list(Commitment.objects.order_by("-pk").values_list("pk", flat=True)[:2000])
    for number, changes in enumerate(({"owner": "无人知晓的局", "due": "2027-01-01"}, {"leader": "张三"})):
        started = time.perf_counter()
        with CaptureQueriesContext(connection) as queries:
            assert len(edit_commitments(actor=actor, edits=[Edit(pk, 1, changes) for pk in ids])) == 2000
        assert len(queries) < 150, number  # SQLite takes 30 rows a query, PostgreSQL 500
        assert time.perf_counter() - started < 60
    assert Change.objects.count() == 4000
    assert len(entries("register.edit")) == 2
