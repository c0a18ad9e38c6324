"""What reading found becomes proposals."""

from __future__ import annotations

import pytest
from bringing import bring_and_read
from django.db import connection
from django.test.utils import CaptureQueriesContext
from reviewing import PLAN, entries, everything, rows_of

from luoshi.bodies.actions import add_alias
from luoshi.bodies.models import Body
from luoshi.documents.models import Finding
from luoshi.register.actions import add_commitment, open_review, split_commitment
from luoshi.register.models import Change, Commitment
from luoshi_core.assessable import Part


@pytest.fixture
def fresh(world):
    """A document that was read and not yet opened."""
    return bring_and_read(world.office, PLAN).documents.get()


def test_every_finding_is_proposed_as_it_was_read(world, actor, fresh):
    assert open_review(actor=actor, document=fresh) == 3
    rows, findings = rows_of(fresh), list(fresh.findings.order_by("position"))
    for row, finding in zip(rows, findings, strict=True):
        assert (row.finding, row.serial, row.code) == (finding, finding.position + 1, f"{fresh.pk}.{row.serial}")
        for name in ("quote", "path", "spans", "start", "end", "partners", "leader", "due", "cadence", "targets"):
            assert getattr(row, name) == getattr(finding, name)
        assert (row.owner_name, row.state, row.revision, row.published_revision) == (
            finding.owner,
            "proposed",
            1,
            None,
        )
        assert row.keeper == world.office
        assert row.place == world.city
    assert not Change.objects.exists()


def test_the_journal_says_who_began_and_how_much_there_is(actor, fresh):
    open_review(actor=actor, document=fresh)
    (entry,) = entries("register.")
    assert entry["verb"] == "register.open_review"
    assert entry["actor"] == actor.id
    assert entry["after"] == {"proposals": 3}
    assert (entry["subject_type"], entry["subject_id"]) == ("documents.document", str(fresh.pk))


def test_begun_again_it_adds_nothing(actor, fresh):
    open_review(actor=actor, document=fresh)
    before = everything()
    assert open_review(actor=actor, document=fresh) == 0
    assert everything() == before


def test_a_document_without_findings_leaves_no_trace_however_often_it_is_opened(world, actor):
    document = bring_and_read(world.office, "没有任务的一段话。\n").documents.get()
    before = everything()
    assert [open_review(actor=actor, document=document) for _ in range(2)] == [0, 0]
    assert everything() == before


def test_what_was_added_before_does_not_keep_the_findings_out(actor, fresh):
    text = fresh.source.leaves.get().text
    at = text.index("各单位要")
    added = add_commitment(actor=actor, document=fresh, start=at, end=at + 9)
    assert open_review(actor=actor, document=fresh) == 3
    assert sorted(row.serial for row in rows_of(fresh)) == [1, 2, 3, added.serial]


def test_what_was_split_is_not_proposed_again(actor, fresh):
    open_review(actor=actor, document=fresh)
    row = rows_of(fresh)[0]
    split_commitment(actor=actor, commitment=row, revision=1, cuts=[row.quote.index("、更新")])
    assert open_review(actor=actor, document=fresh) == 0
    assert len(rows_of(fresh)) == 4


def test_printed_names_mean_bodies_and_the_place_follows(world, actor, fresh):
    add_alias(actor=actor, body=world.culture, name="市文旅局")
    district = Body.objects.create(name="市图书馆", place=world.city, kind="institution")
    open_review(actor=actor, document=fresh)
    first, second, third = rows_of(fresh)
    assert (first.owner, first.owner_name, first.owner_words) == (world.culture, "市文旅局", world.culture.name)
    assert second.owner == district
    assert (third.owner, third.owner_words) == (None, "县教育局")


def test_the_gate_names_what_is_missing(actor, fresh):
    open_review(actor=actor, document=fresh)
    second = rows_of(fresh)[1]
    assert second.beneficiary == "老年读者"
    assert second.missing_parts == (Part.EVIDENCE, Part.CHECKER)
    (span,) = second.found["beneficiary"]["spans"]
    assert fresh.source.leaves.get().text[slice(*span)] == "老年读者"


def test_a_near_copy_points_to_the_first(actor, fresh):
    first, second, _ = fresh.findings.order_by("position")
    second.duplicate_of = first
    second.save()
    open_review(actor=actor, document=fresh)
    assert Commitment.objects.get(finding=second).duplicate_of.finding == first


def test_a_plan_that_names_every_group_fits_the_field(world, actor, fresh):
    from luoshi_core.assessable import beneficiaries

    groups = "、".join(beneficiaries._GROUPS.split("|"))
    Finding.objects.create(document=fresh, position=50, quote=f"服务{groups}", start=0, end=3, spans=[[0, 3]])
    open_review(actor=actor, document=fresh)
    kept = Commitment.objects.get(serial=51).beneficiary
    assert 250 < len(kept) <= 300
    assert not kept.endswith("、")


@pytest.mark.slow
def test_five_thousand_findings_take_few_queries(actor, fresh):
    Finding.objects.bulk_create(
        Finding(
            document=fresh, position=100 + i, quote=f"第{i}件事", start=0, end=5, spans=[[0, 5]], owner=f"某{i % 700}局"
        )
        for i in range(5000)
    )
    for i in range(200):
        Body.objects.create(name=f"某{i}局", place=fresh.source.body.place, kind="department")
    with CaptureQueriesContext(connection) as queries:
        assert open_review(actor=actor, document=fresh) == 5003
    assert len(queries) < 250  # SQLite takes 30 rows a query, PostgreSQL 500
