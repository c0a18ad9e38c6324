"""One body under two names becomes one."""

from __future__ import annotations

import json

import pytest
from django.db import IntegrityError, transaction

from luoshi.bodies import references
from luoshi.bodies.actions import add_alias, add_body, merge_bodies
from luoshi.bodies.enums import PostKind
from luoshi.bodies.models import Body
from luoshi.bodies.queries import find_body, scope_of
from luoshi.bodies.references import register_mover
from luoshi.common.errors import NotAllowed, Refused
from luoshi.journal.models import Entry


@pytest.fixture
def double(world) -> Body:
    body = Body.objects.create(name="岫云县文旅局", kind="department", place=world.north)
    add_alias(actor=world.actor("system"), body=body, name="县文旅局")
    return body


def merge(world, keep, gone, role="delivery") -> Body:
    return merge_bodies(actor=world.actor(role), keep=keep, gone=gone, reason="同一个单位")


def test_the_names_of_the_one_find_the_other(world, double):
    merge(world, world.north_culture, double)
    double.refresh_from_db()
    assert (double.is_active, double.successor, double.ended_on is None) == (False, world.north_culture, False)
    for name in ("岫云县文旅局", "县文旅局", "岫云县文化和旅游局"):
        assert find_body(name, world.north) == world.north_culture


def test_bodies_below_and_posts_move_and_the_journal_counts_them(world, double):
    room = Body.objects.create(name="公共服务科", kind="department", place=world.north, parent=double)
    world.persons["nobody"].posts.create(body=double, kind=PostKind.OFFICER, title="科长")
    world.persons["north"].posts.create(body=double, kind=PostKind.OFFICER)
    merge(world, world.north_culture, double)
    room.refresh_from_db()
    assert room.parent == world.north_culture
    assert double.posts.filter(ended_at=None).count() == 0
    assert world.north_culture.posts.filter(ended_at=None).count() == 2
    moved = json.loads(Entry.objects.get(verb="bodies.merge_bodies").record)["after"]["moved"]
    assert moved == {"bodies.children": 1, "bodies.posts": 2}


def test_other_apps_move_what_they_registered(world, double, monkeypatch):
    monkeypatch.setattr(references, "_REFERENCES", dict(references._REFERENCES))
    seen = []
    register_mover("test.things", lambda old, new: seen.append((old.name, new.name)) or 7)
    merge(world, world.north_culture, double)
    assert seen == [("岫云县文旅局", "岫云县文化和旅游局")]
    assert json.loads(Entry.objects.get(verb="bodies.merge_bodies").record)["after"]["moved"]["test.things"] == 7


def test_a_mover_is_registered_once(monkeypatch):
    monkeypatch.setattr(references, "_REFERENCES", {})
    register_mover("test.things", lambda old, new: 0)
    with pytest.raises(ValueError, match="twice"):
        register_mover("test.things", lambda old, new: 1)


def test_a_body_may_take_in_the_one_above_it(world, double):
    Body.objects.filter(pk=double.pk).update(parent=world.culture)
    middle = Body.objects.create(name="中间处", kind="department", place=world.north, parent=double)
    low = Body.objects.create(name="下级科", kind="department", place=world.north, parent=middle)
    merge(world, low, double)
    low.refresh_from_db()
    middle.refresh_from_db()
    assert (low.parent, middle.parent) == (world.culture, low)


def test_merged_again_nothing_changes(world, double):
    for _ in range(2):
        merge(world, world.north_culture, double)
    assert Entry.objects.filter(verb="bodies.merge_bodies").count() == 1


def test_what_came_before_points_to_the_one_of_today(world, double):
    third = Body.objects.create(name="岫云县文旅体局", kind="department", place=world.north)
    merge(world, world.north_culture, double)
    merge(world, third, world.north_culture)
    double.refresh_from_db()
    assert double.successor == third
    assert find_body("县文旅局", world.north) == third


def test_whoever_sees_the_one_sees_what_the_other_left(world, double):
    merge(world, world.north_culture, double)
    assert double.pk in scope_of(world.actor("north").user).body_ids


def test_a_body_that_is_no_more_takes_nothing(world, double):
    merge(world, world.north_culture, double)
    double.refresh_from_db()
    with pytest.raises(Refused, match="已并入“岫云县文化和旅游局”"):
        merge(world, double, world.south_culture)
    with pytest.raises(Refused, match="已并入“岫云县文化和旅游局”"):
        add_body(actor=world.actor("system"), name="岫云县文旅局", kind="department", place=world.north)
    with pytest.raises(Refused, match="不能并入自己"):
        merge(world, world.culture, world.culture)


@pytest.mark.parametrize("role", ["leader", "officer", "editor", "north", "south", "security", "auditor", "nobody"])
def test_nobody_else_merges(world, double, role):
    with pytest.raises(NotAllowed, match="合并单位"):
        merge(world, world.north_culture, double, role)


def test_the_database_refuses_a_successor_of_a_living_body_and_a_circle(world):
    body = Body.objects.filter(pk=world.culture.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        body.update(successor=world.office)
    with pytest.raises(IntegrityError), transaction.atomic():
        body.update(successor=world.culture, is_active=False, ended_on="2020-01-01")
    with pytest.raises(IntegrityError), transaction.atomic():
        body.update(ended_on="2020-01-01")
