"""Places come from a list."""

from __future__ import annotations

import pytest

from luoshi.bodies.actions import PlaceRow, import_places
from luoshi.bodies.divisions import divisions_under, real_names
from luoshi.bodies.enums import Level, Scheme
from luoshi.bodies.models import Place
from luoshi.common.actor import Actor
from luoshi.common.errors import NotAllowed
from luoshi.demo.places import COUNTIES, place_rows
from luoshi.journal.models import Entry

pytestmark = pytest.mark.django_db


def load(rows, **values) -> int:
    given = {"actor": Actor.system("测试"), "scheme": Scheme.MCA, "vintage": "2026-09", "source": "测试", **values}
    return import_places(rows=rows, **given)


def test_a_real_city_comes_with_all_above_and_below_it_and_nothing_invented():
    rows = list(divisions_under("1407"))
    assert load(rows) == len(rows)
    city = Place.objects.get(code="1407")
    below = Place.objects.within(city)
    assert city.name == "晋中市"
    assert city.parent.name == "山西省"
    assert below.filter(level=Level.COUNTY).count() == 11
    assert below.filter(level=Level.TOWNSHIP).count() == 118
    assert below.get(code="140703").name == "太谷区"
    assert all(place.shape for place in below.filter(level=Level.COUNTY))


def test_the_same_list_again_changes_nothing_and_is_not_recorded():
    load(divisions_under("140702"))
    assert load(divisions_under("140702")) == 0
    assert Entry.objects.filter(verb="bodies.import_places").count() == 1


def test_a_changed_name_is_written():
    load([PlaceRow("1407", "旧名市")])
    assert load([PlaceRow("1407", "新名市")]) == 1
    assert Place.objects.get(code="1407").name == "新名市"


def test_codes_of_two_schemes_are_never_mixed():
    load([PlaceRow("9901", "甲市")])
    load([PlaceRow("9901", "乙市"), PlaceRow("990101", "丙区")], scheme=Scheme.DEMO)
    demo = Place.objects.get(scheme=Scheme.DEMO, code="9901")
    assert {place.name for place in Place.objects.within(demo)} == {"乙市", "丙区"}
    assert Place.objects.get(name="丙区").parent == demo


def test_an_unknown_code_gives_no_place():
    assert list(divisions_under("77")) == []


def test_only_the_system_administrator_imports(world):
    with pytest.raises(NotAllowed):
        load([PlaceRow("1407", "某市")], actor=world.actor("security"))


def test_the_demo_city_has_eleven_counties_and_about_120_townships():
    rows = list(place_rows())
    assert sum(len(row.code) == 6 for row in rows) == len(COUNTIES) == 11
    assert 110 <= sum(len(row.code) == 9 for row in rows) <= 130
    assert len({row.code for row in rows}) == len(rows)
    assert len({row.name for row in rows}) == len(rows)


def test_no_real_place_bears_a_name_of_the_demo_city():
    assert {row.name for row in place_rows()} & real_names() == set()
