"""Bodies merge, are renamed or become known: what is open follows, what is published says what it said."""

from __future__ import annotations

import datetime as dt

import pytest
from bringing import bring_and_read
from test_story import PLAN

from luoshi.bodies.actions import merge_bodies, reorganise_bodies
from luoshi.bodies.actions.proposals import join_proposed
from luoshi.bodies.models import Body, Proposal
from luoshi.common.actor import Actor
from luoshi.journal.queries import find_faults
from luoshi.register.actions import decide, edit_commitment, open_review, publish_register
from luoshi.register.models import Commitment, VersionItem

SYSTEM = Actor.system("测试")


@pytest.fixture
def document(world):
    document = bring_and_read(world.office, PLAN).documents.get()
    open_review(actor=SYSTEM, document=document)
    return document


def test_unknown_names_are_proposed_and_bound_once_somebody_says_who_they_are(world, document):
    proposal = Proposal.objects.get(name="市文旅局")
    waiting = Commitment.objects.get(owner_name="市文旅局")
    assert waiting.owner is None
    join_proposed(actor=world.actor("delivery"), proposal=proposal, body=world.culture)
    waiting.refresh_from_db()
    assert waiting.owner == world.culture
    assert waiting.owner_name == "市文旅局"
    assert waiting.changes.get().fields["owner"] == ["市文旅局", world.culture.name]
    assert not list(find_faults())


def test_a_merger_moves_what_is_open_and_leaves_the_published_version_alone(world, document):
    row = Commitment.objects.order_by("start").first()
    edit_commitment(actor=SYSTEM, commitment=row, revision=1, changes={"owner": world.culture})
    row = decide(actor=SYSTEM, commitment=row, decision="accept")
    publish_register(actor=SYSTEM, document=document)
    keep = Body.objects.create(name="珩川市文化广电和旅游局", place=world.city, kind="department")
    merge_bodies(actor=SYSTEM, keep=keep, gone=world.culture)
    row.refresh_from_db()
    assert row.owner == keep
    assert row.is_changed
    assert VersionItem.objects.get().content["owner"] == world.culture.name
    publish_register(actor=SYSTEM, document=document, reason="机构改革")
    assert VersionItem.objects.order_by("-version__number").first().content["owner"] == keep.name


def test_a_body_that_would_come_to_check_itself_no_longer_checks(world, document):
    row = Commitment.objects.order_by("start").first()
    changes = {"owner": world.culture, "checker": world.office, "evidence": ["record"], "beneficiary": "读者"}
    row = edit_commitment(actor=SYSTEM, commitment=row, revision=1, changes=changes)
    assert row.missing == 0
    merge_bodies(actor=SYSTEM, keep=world.office, gone=world.culture)
    row.refresh_from_db()
    assert (row.owner, row.checker) == (world.office, None)
    assert [str(part) for part in row.missing_parts] == ["checker"]


def test_the_place_of_a_commitment_is_that_of_its_owner(world, document):
    row = Commitment.objects.order_by("start").first()
    edit_commitment(actor=SYSTEM, commitment=row, revision=1, changes={"owner": world.culture})
    reorganise_bodies(actor=SYSTEM, kind="transfer", bodies=[world.culture], place=world.north, on=dt.date(2026, 1, 1))
    row.refresh_from_db()
    assert row.place == world.north
