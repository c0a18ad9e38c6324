"""To let another name mean a body."""

from __future__ import annotations

import pytest

from luoshi.bodies.actions import add_alias
from luoshi.bodies.models import Alias
from luoshi.bodies.queries import find_body, known_names
from luoshi.common.errors import NotAllowed, Refused
from luoshi.journal.models import Entry


def test_an_alias_leads_to_the_body_in_its_place_and_in_the_places_below(world):
    add_alias(actor=world.actor("system"), body=world.culture, name="市文旅局")
    assert find_body("市文旅局", world.city) == world.culture
    assert find_body("市文旅局", world.north) == world.culture


def test_the_nearest_place_decides_what_a_name_means(world):
    for body in (world.culture, world.north_culture):
        add_alias(actor=world.actor("system"), body=body, name="文旅局")
    assert find_body("文旅局", world.north) == world.north_culture
    assert find_body("文旅局", world.south) == world.culture


def test_a_body_that_is_closed_is_not_found(world):
    world.culture.is_active = False
    world.culture.save()
    assert find_body(world.culture.name, world.city) is None


def test_many_names_are_found_with_a_fixed_number_of_queries(world, django_assert_num_queries):
    with django_assert_num_queries(3):
        known_names([world.culture.name], world.north)
    with django_assert_num_queries(7):
        known_names(["某局"], world.north)
    with django_assert_num_queries(7):
        known_names([f"某局{n}" for n in range(50)], world.north)


def test_a_name_that_says_which_county_it_means_is_found_from_the_city(world):
    assert find_body("岫云县文化和旅游局", world.city) == world.north_culture
    add_alias(actor=world.actor("system"), body=world.north_culture, name="县文旅局")
    assert find_body("县文旅局", world.city) is None


def test_added_again_nothing_changes(world):
    for _ in range(2):
        add_alias(actor=world.actor("system"), body=world.culture, name="市文旅局")
    assert (Alias.objects.count(), Entry.objects.count()) == (1, 1)


@pytest.mark.parametrize("name", ["岫云县文化和旅游局", "县文旅局"])
def test_a_name_that_means_another_body_there_is_refused(world, name):
    system = world.actor("system")
    add_alias(actor=system, body=world.north_culture, name="县文旅局")
    world.south_culture.place = world.north
    world.south_culture.save()
    with pytest.raises(Refused, match=r"在岫云县已指“岫云县文化和旅游局”"):
        add_alias(actor=system, body=world.south_culture, name=name)


def test_an_officer_adds_none(world):
    with pytest.raises(NotAllowed):
        add_alias(actor=world.actor("officer"), body=world.culture, name="市文旅局")
