"""A body is chosen by typing some of its words."""

from __future__ import annotations

import json

import pytest
from bringing import SYSTEM
from django.urls import reverse

from luoshi.bodies.actions import add_alias, add_body
from luoshi.bodies.enums import BodyKind
from luoshi.bodies.models import Body


@pytest.fixture
def library(world) -> Body:
    body = add_body(actor=SYSTEM, name="岫云县图书馆", kind=BodyKind.INSTITUTION, place=world.north)
    add_alias(actor=SYSTEM, body=body, name="县图")
    add_body(actor=SYSTEM, name="漪南县图书馆", kind=BodyKind.INSTITUTION, place=world.south)
    return body


def options(client, words: str) -> list[dict[str, object]]:
    return json.loads(client.get(reverse("desk:complete-body"), {"q": words}).content)


@pytest.mark.parametrize("words", ["图书", "xyxtsg", "岫云 馆", "县图"])
def test_words_and_initials_name_it(library, sign_in, words):
    assert library.pk in [option["id"] for option in options(sign_in("delivery"), words)]


def test_an_option_says_which_body_is_meant(library, sign_in):
    assert options(sign_in("delivery"), "县图")[0] == {
        "id": library.pk, "name": "岫云县图书馆", "place": "岫云县", "aliases": ["县图"], "note": "岫云县 · 县图",
    }  # fmt: skip
    assert options(sign_in("delivery"), "岫云")[0]["aliases"] == []


def test_the_code_of_a_place_gives_its_bodies(library, sign_in):
    assert {option["place"] for option in options(sign_in("delivery"), "990125")} == {"岫云县"}
    assert {option["place"] for option in options(sign_in("delivery"), "9901")} == {"岫云县", "漪南县"}


def test_the_exact_name_comes_first_and_no_more_than_twenty_come(library, world, sign_in):
    for n in range(25):
        add_body(actor=SYSTEM, name=f"珩川市第{n}图书馆", kind=BodyKind.INSTITUTION, place=world.city)
    found = options(sign_in("delivery"), "漪南县图书馆")
    assert [option["name"] for option in found] == ["漪南县图书馆"]
    add_alias(actor=SYSTEM, body=library, name="图书馆")
    found = options(sign_in("delivery"), "图书馆")
    assert (found[0]["id"], len(found)) == (library.pk, 20)


@pytest.mark.parametrize(("role", "seen"), [("delivery", 2), ("north", 0), ("system", 2), ("nobody", 0)])
def test_only_bodies_of_the_scope_are_named(library, sign_in, role, seen):
    assert len(options(sign_in(role), "图书馆")) == seen


def test_closed_bodies_are_not_named_and_the_queries_stay_few(library, sign_in, django_assert_max_num_queries):
    Body.objects.filter(pk=library.pk).update(is_active=False)
    client = sign_in("delivery")
    with django_assert_max_num_queries(12):
        assert [option["name"] for option in options(client, "图书馆")] == ["漪南县图书馆"]
