"""A person says what a proposed body is."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from luoshi.bodies.actions import add_proposed, dismiss_proposal, join_proposed, propose_bodies, reopen_proposal
from luoshi.bodies.enums import BodyKind, ProposalState
from luoshi.bodies.models import Alias, Body, Proposal
from luoshi.bodies.queries import find_body
from luoshi.common.errors import NotAllowed, Refused
from luoshi.journal.models import Entry
from luoshi_core.lifecycle import IllegalStep


@pytest.fixture
def proposed(world):
    def propose(name: str, place=None) -> Proposal:
        (row,) = propose_bodies(actor=world.actor("system"), names=[name], place=place or world.north, where="某文件")
        return row

    return propose


def test_it_is_added_as_guessed_and_added_again_it_is_the_same(world, proposed):
    row = proposed("岫云县教育局")
    body = add_proposed(actor=world.actor("delivery"), proposal=row)
    assert (body.name, body.place, body.kind) == ("岫云县教育局", world.north, BodyKind.DEPARTMENT)
    count = Entry.objects.count()
    assert add_proposed(actor=world.actor("delivery"), proposal=row) == body
    assert Entry.objects.count() == count
    assert propose_bodies(actor=world.actor("delivery"), names=["岫云县教育局"], place=world.north) == []


def test_added_under_its_full_name_the_printed_one_still_means_it(world, proposed):
    row = proposed("县教育局")
    body = add_proposed(actor=world.actor("system"), proposal=row, name="岫云县教育局", parent=world.north_culture)
    assert (body.name, body.parent) == ("岫云县教育局", world.north_culture)
    assert find_body("县教育局", world.north) == body


def test_joined_the_printed_name_means_the_known_body(world, proposed):
    row = proposed("县文广新局")
    for _ in range(2):
        assert join_proposed(actor=world.actor("delivery"), proposal=row, body=world.north_culture)
    row.refresh_from_db()
    assert (row.state, row.body) == (ProposalState.JOINED, world.north_culture)
    assert find_body("县文广新局", world.north) == world.north_culture
    assert find_body("县文广新局", world.city) is None
    assert Alias.objects.count() == 1


def test_what_a_county_calls_a_body_of_the_city_binds_the_county_only(world, proposed):
    row = proposed("市文广新局")
    office = Body.objects.create(name="岫云县委督查室", kind="delivery", place=world.north)
    world.persons["north"].posts.create(body=office, kind="delivery")
    join_proposed(actor=world.actor("north"), proposal=row, body=world.culture)
    assert find_body("市文广新局", world.north) == world.culture
    assert find_body("市文广新局", world.south) is None


def test_it_cannot_be_joined_to_a_body_that_is_no_more_nor_to_one_of_a_neighbour(world, proposed):
    row = proposed("县文广新局")
    Body.objects.filter(pk=world.north_culture.pk).update(is_active=False, ended_on="2020-01-01")
    with pytest.raises(Refused, match="已于 2020-01-01 撤销"):
        join_proposed(actor=world.actor("system"), proposal=row, body=Body.objects.get(pk=world.north_culture.pk))
    office = Body.objects.create(name="岫云县委督查室", kind="delivery", place=world.north)
    world.persons["north"].posts.create(body=office, kind="delivery")
    with pytest.raises(NotAllowed):
        join_proposed(actor=world.actor("north"), proposal=row, body=world.south_culture)
    assert Proposal.objects.get().state == ProposalState.OPEN


def test_dismissed_it_is_not_added_until_it_is_reopened(world, proposed):
    row = proposed("县某办")
    for _ in range(2):
        dismiss_proposal(actor=world.actor("delivery"), proposal=row)
    assert Entry.objects.filter(verb="bodies.dismiss_proposal").count() == 1
    with pytest.raises(IllegalStep):
        add_proposed(actor=world.actor("delivery"), proposal=row)
    reopen_proposal(actor=world.actor("delivery"), proposal=row)
    assert add_proposed(actor=world.actor("delivery"), proposal=row).name == "县某办"


@pytest.mark.parametrize("role", ["leader", "officer", "editor", "north", "security", "auditor", "nobody"])
@pytest.mark.parametrize("verb", [add_proposed, dismiss_proposal, reopen_proposal])
def test_nobody_else_decides(world, proposed, role, verb):
    row = proposed("县水利局")
    with pytest.raises(NotAllowed):
        verb(actor=world.actor(role), proposal=row)
    row.refresh_from_db()
    assert row.state == ProposalState.OPEN


def test_the_database_refuses_a_settled_proposal_without_a_body_and_a_second_one(world, proposed):
    row = proposed("县水利局")
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=row.pk).update(state="added")
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.create(name="县水利局", place=world.north, seat=world.north)
