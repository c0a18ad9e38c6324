"""To add a body."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from luoshi.bodies.actions import add_alias, add_body
from luoshi.bodies.enums import BodyKind, Scheme
from luoshi.bodies.models import Body, Place
from luoshi.common.errors import NotAllowed, Refused
from luoshi.journal.models import Entry


def test_the_system_administrator_adds_a_body_and_the_journal_says_so(world):
    body = add_body(actor=world.actor("system"), name=" 珩川市图书馆 ", kind=BodyKind.INSTITUTION, place=world.city)
    assert body.name == "珩川市图书馆"
    entry = Entry.objects.first()
    assert (entry.verb, entry.subject_name, entry.actor_name) == ("bodies.add_body", "珩川市图书馆", "某system")


def test_added_again_it_is_the_same_body_and_nothing_is_recorded(world):
    add = {"actor": world.actor("system"), "name": "珩川市图书馆", "kind": BodyKind.INSTITUTION, "place": world.city}
    assert add_body(**add) == add_body(**add)
    assert Entry.objects.count() == 1


def test_the_same_name_in_another_place_is_another_body(world):
    add = {"actor": world.actor("system"), "name": "图书馆", "kind": BodyKind.INSTITUTION}
    assert add_body(**add, place=world.north) != add_body(**add, place=world.south)


def test_a_name_that_is_an_alias_of_another_body_is_refused(world):
    add_alias(actor=world.actor("system"), body=world.culture, name="市文旅局")
    with pytest.raises(Refused, match="已是“珩川市文化和旅游局”的别名"):
        add_body(actor=world.actor("system"), name="市文旅局", kind=BodyKind.DEPARTMENT, place=world.city)


def test_the_delivery_office_adds_bodies_in_its_place_only(world):
    body = add_body(actor=world.actor("delivery"), name="某馆", kind=BodyKind.INSTITUTION, place=world.north)
    assert body.place == world.north
    elsewhere = Place.objects.create(scheme=Scheme.DEMO, code="9902", name="邻市", level=4, vintage="2026")
    with pytest.raises(NotAllowed):
        add_body(actor=world.actor("delivery"), name="某馆", kind=BodyKind.INSTITUTION, place=elsewhere)


def test_an_editor_adds_bodies_below_the_own_one_only(world):
    add = {"actor": world.actor("editor"), "name": "珩川市文化馆", "kind": BodyKind.INSTITUTION}
    assert add_body(**add, place=world.city, parent=world.culture).parent == world.culture
    with pytest.raises(NotAllowed):
        add_body(**{**add, "name": "某馆"}, place=world.city)
    Body.objects.filter(pk=world.culture.pk).update(place=world.north)
    world.culture.refresh_from_db()
    with pytest.raises(NotAllowed):
        add_body(**{**add, "name": "某馆"}, place=world.south, parent=world.culture)


@pytest.mark.parametrize("role", ["leader", "officer", "editor", "security", "auditor", "nobody"])
def test_nobody_else_adds_bodies(world, role):
    with pytest.raises(NotAllowed, match="新增单位"):
        add_body(actor=world.actor(role), name="某馆", kind=BodyKind.INSTITUTION, place=world.city)
    assert not Body.objects.filter(name="某馆").exists()


def test_the_database_refuses_a_body_without_a_name(world):
    with pytest.raises(IntegrityError), transaction.atomic():
        Body.objects.create(name="", kind=BodyKind.SUPPLIER, place=world.city)
