"""Bodies met for the first time are proposed."""

from __future__ import annotations

import pytest

from luoshi.bodies.actions import Where, add_body, dismiss_proposal, propose_bodies
from luoshi.bodies.enums import BodyKind, ProposalState
from luoshi.bodies.models import Body, Proposal
from luoshi.bodies.queries import keeping_of
from luoshi.bodies.queries.proposals import open_proposals, with_candidates
from luoshi.common.errors import NotAllowed
from luoshi.journal.models import Entry

FIRST = Where("县政府工作报告", "/files/1/")


def propose(world, *names, place=None, where=FIRST, role="delivery") -> list[Proposal]:
    return propose_bodies(actor=world.actor(role), names=names, place=place or world.north, where=where)


def test_an_unknown_name_is_proposed_with_its_place_kind_and_where_it_was_met(world):
    government = add_body(
        actor=world.actor("system"), name="岫云县人民政府", kind=BodyKind.GOVERNMENT, place=world.north
    )
    (found,) = propose(world, "岫云县教育局", place=world.city)
    assert (found.seat, found.kind, found.parent) == (world.north, BodyKind.DEPARTMENT, government)
    assert (found.uses, found.first_text, found.first_path) == (1, "县政府工作报告", "/files/1/")


def test_the_letter_of_a_level_means_the_place_of_that_level(world):
    found = {row.name: row.seat for row in propose(world, "市水利局", "县水利局", "水利局")}
    assert found == {"市水利局": world.city, "县水利局": world.north, "水利局": world.north}


def test_a_room_is_below_its_body(world):
    (found,) = propose(world, "岫云县文化和旅游局公共服务科")
    assert found.parent == world.north_culture


def test_known_names_groups_and_dismissed_ones_are_passed_over(world):
    assert propose(world, "岫云县文化和旅游局", "珩川市文化和旅游局", "各乡镇人民政府", "有关部门") == []
    (row,) = propose(world, "县某办")
    dismiss_proposal(actor=world.actor("delivery"), proposal=row)
    assert propose(world, "县某办", where=Where("别的文件", "/files/2/")) == []
    assert Proposal.objects.get().state == ProposalState.DISMISSED


def test_the_same_document_again_adds_nothing_and_another_one_counts(world):
    for _ in range(2):
        (row,) = propose(world, "县水利局", "县水利局（牵头）")
    assert row.uses == 2
    (row,) = propose(world, "县水利局", where=Where("别的文件", "/files/2/"))
    assert (row.uses, row.first_path) == (3, "/files/1/")
    assert Entry.objects.filter(verb="bodies.propose_bodies").count() == 1


def test_another_name_of_a_known_body_finds_it_first(world):
    (row,) = with_candidates(propose(world, "县文广新局"))
    assert [(c.body, c.score) for c in row.candidates] == [(world.north_culture, 100)]


def test_a_body_of_another_county_is_no_candidate(world):
    (row,) = with_candidates(propose(world, "漪南县教育局", place=world.city))
    assert world.north_culture not in {c.body for c in row.candidates}


def test_many_names_take_a_fixed_number_of_questions(world, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        propose(world, *(f"县第{n}局" for n in range(50)))
    with django_assert_max_num_queries(5):
        with_candidates(list(open_proposals(keeping_of(world.actor("system").user))))


@pytest.mark.parametrize("role", ["security", "auditor", "nobody", "south"])
def test_who_reads_no_documents_of_the_place_proposes_nothing(world, role):
    with pytest.raises(NotAllowed):
        propose(world, "县水利局", role=role)


def test_each_sees_the_proposals_that_it_may_decide(world):
    below = propose(world, "珩川市文化和旅游局公共服务科", place=world.city)
    other = propose(world, "市水利局", place=world.city)
    seen = {role: set(open_proposals(keeping_of(world.actor(role).user))) for role in ("delivery", "editor", "north")}
    assert seen == {"delivery": {*below, *other}, "editor": set(below), "north": set()}


def test_a_body_that_follows_takes_the_parent_of_open_proposals(world):
    from luoshi.bodies.actions import merge_bodies

    (row,) = propose(world, "岫云县文化和旅游局公共服务科")
    keep = Body.objects.create(name="岫云县文旅体局", kind="department", place=world.north)
    merge_bodies(actor=world.actor("system"), keep=keep, gone=world.north_culture)
    row.refresh_from_db()
    assert row.parent == keep
