"""What a person may see."""

from __future__ import annotations

import pytest

from luoshi.bodies.enums import BodyKind
from luoshi.bodies.models import Body
from luoshi.bodies.queries import Scope, scope_of
from luoshi.bodies.rules import sees_body

ROLES = ["delivery", "leader", "officer", "north", "south", "editor", "system", "security", "auditor", "nobody"]


@pytest.mark.parametrize("role", ROLES)
def test_the_predicate_and_the_query_agree_about_every_body(world, role):
    user = world.actor(role).user
    visible = set(Body.objects.visible_to(scope_of(user)))
    assert visible == {body for body in Body.objects.select_related("place") if sees_body(user, body)}


def test_an_officer_sees_the_own_body_and_those_below_it(world):
    station = Body.objects.create(name="棠寨文化站", kind=BodyKind.INSTITUTION, place=world.south, parent=world.culture)
    assert set(Body.objects.visible_to(scope_of(world.actor("officer").user))) == {world.culture, station}


def test_the_delivery_office_sees_its_whole_place_and_a_county_does_not_see_its_neighbour(world):
    assert Body.objects.visible_to(scope_of(world.actor("delivery").user)).count() == Body.objects.count()
    assert set(Body.objects.visible_to(scope_of(world.actor("north").user))) == {world.north_culture}


def test_a_visitor_and_somebody_without_a_post_see_no_body(world):
    assert not Body.objects.visible_to(Scope()).exists()
    assert not Body.objects.visible_to(scope_of(world.actor("nobody").user)).exists()


def test_a_scope_is_asked_once_for_each_user(world, django_assert_num_queries):
    user = world.actor("officer").user
    scope_of(user)
    with django_assert_num_queries(0):
        scope_of(user)
