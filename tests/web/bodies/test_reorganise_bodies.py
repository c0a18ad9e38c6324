"""Bodies are renamed, merged, split, abolished, put elsewhere."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from luoshi.bodies.actions import add_alias, reorganise_bodies
from luoshi.bodies.models import Body, Reorganisation, ReorganisationPart
from luoshi.bodies.queries import find_body
from luoshi.bodies.queries.history import history_of
from luoshi.common.errors import NotAllowed, Refused
from luoshi.journal.models import Entry

DAY = dt.date(2019, 3, 1)


def order(world, kind, *bodies, role="delivery", **given) -> Reorganisation:
    return reorganise_bodies(
        actor=world.actor(role), kind=kind, bodies=bodies, **{"on": DAY, "number": "办发〔2019〕1号", **given}
    )


def test_renamed_the_old_name_still_finds_it(world):
    body = world.north_culture
    for _ in range(2):
        order(world, "rename", body, names=["岫云县文旅体局"])
    body.refresh_from_db()
    assert body.name == "岫云县文旅体局"
    assert find_body("岫云县文化和旅游局", world.north) == body
    (former,) = history_of(body).former
    assert (former.name, former.until) == ("岫云县文化和旅游局", DAY)
    assert [(p.before, p.after) for p in history_of(body).parts] == [("岫云县文化和旅游局", "岫云县文旅体局")]
    assert Entry.objects.filter(verb="bodies.reorganise_bodies").count() == 1


def test_a_body_may_take_its_own_short_name(world):
    add_alias(actor=world.actor("system"), body=world.north_culture, name="县文旅局")
    order(world, "rename", world.north_culture, names=["县文旅局"])
    assert find_body("县文旅局", world.north).name == "县文旅局"


def test_a_name_that_means_another_body_is_refused_and_nothing_happened(world):
    Body.objects.create(name="岫云县体育局", kind="department", place=world.north)
    with pytest.raises(Refused, match="已指“岫云县体育局”"):
        order(world, "rename", world.north_culture, names=["岫云县体育局"])
    assert not Reorganisation.objects.exists()


def test_two_become_a_new_one(world):
    sport = Body.objects.create(name="岫云县体育局", kind="department", place=world.north)
    order(world, "merge", world.north_culture, sport, names=["岫云县文旅体局"])
    new = find_body("岫云县文旅体局", world.north)
    assert {find_body(name, world.north) for name in ("岫云县体育局", "岫云县文化和旅游局")} == {new}
    assert new.posts.filter(ended_at=None, person__username="north").exists()
    assert history_of(new).parts.count() == 2


def test_one_of_several_may_stay(world):
    sport = Body.objects.create(name="岫云县体育局", kind="department", place=world.north)
    order(world, "merge", sport, into=[world.north_culture])
    sport.refresh_from_db()
    assert (sport.successor, sport.ended_on) == (world.north_culture, DAY)


def test_split_what_is_open_goes_to_the_one_that_is_named(world):
    names = ["岫云县文化局", "岫云县旅游局"]
    order(world, "split", world.north_culture, names=names, receiver="岫云县旅游局")
    world.north_culture.refresh_from_db()
    assert world.north_culture.successor.name == "岫云县旅游局"
    assert find_body("岫云县文化局", world.north).posts.count() == 0
    assert find_body("岫云县旅游局", world.north).posts.count() == 1
    assert ReorganisationPart.objects.count() == 2


def test_a_body_that_stays_when_it_is_split_keeps_what_is_open(world):
    order(world, "split", world.north_culture, into=[world.north_culture], names=["岫云县旅游局"])
    world.north_culture.refresh_from_db()
    assert world.north_culture.is_active
    assert world.north_culture.posts.filter(ended_at=None).count() == 1


def test_a_body_with_open_things_is_abolished_only_with_a_successor(world):
    with pytest.raises(Refused, match="还有 1 项未了"):
        order(world, "abolish", world.north_culture)
    order(world, "abolish", world.north_culture, into=[world.culture])
    assert find_body("岫云县文化和旅游局", world.north) == world.culture
    empty = Body.objects.create(name="某专班", kind="department", place=world.north)
    order(world, "abolish", empty)
    empty.refresh_from_db()
    assert (empty.is_active, empty.ended_on, empty.successor) == (False, DAY, None)


def test_put_below_another_body_and_into_another_place(world):
    add_alias(actor=world.actor("system"), body=world.north_culture, name="县文旅局")
    order(world, "transfer", world.north_culture, parent=world.culture, place=world.city)
    world.north_culture.refresh_from_db()
    assert (world.north_culture.parent, world.north_culture.place) == (world.culture, world.city)
    assert find_body("岫云县文化和旅游局", world.north) == world.north_culture
    assert find_body("县文旅局", world.north) == world.north_culture


def test_a_body_is_not_put_below_one_of_its_own(world):
    low = Body.objects.create(name="某科", kind="department", place=world.north, parent=world.north_culture)
    with pytest.raises(Refused, match="不能作它的上级"):
        order(world, "transfer", world.north_culture, parent=low)


@pytest.mark.parametrize(
    ("kind", "given"),
    [("rename", {}), ("merge", {}), ("split", {"names": ["某局"]}), ("transfer", {}), ("abolish", {"names": ["某局"]})],
)
def test_numbers_that_do_not_fit_are_refused(world, kind, given):
    with pytest.raises(Refused, match="数目不合"):
        order(world, kind, world.north_culture, **given)


def test_what_has_not_come_yet_is_refused(world):
    with pytest.raises(Refused, match="还没有到"):
        order(world, "rename", world.north_culture, names=["某局"], on=dt.date(9999, 1, 1))


@pytest.mark.parametrize("role", ["leader", "officer", "editor", "north", "south", "security", "auditor", "nobody"])
def test_nobody_else_reorganises(world, role):
    with pytest.raises(NotAllowed, match="机构调整"):
        order(world, "rename", world.north_culture, names=["某局"], role=role)


def test_an_editor_renames_the_own_body_but_takes_over_no_other(world):
    order(world, "rename", world.culture, names=["珩川市文旅局"], role="editor")
    with pytest.raises(NotAllowed):
        order(world, "merge", world.north_culture, into=[world.culture], role="editor")


def test_the_database_refuses_a_part_that_is_nothing_or_both(world):
    row = Reorganisation.objects.create(key="x", kind="rename", effective_on=DAY)
    for given in ({}, {"from_body": world.culture, "from_place": world.city}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ReorganisationPart.objects.create(reorganisation=row, before="某", **given)
    with pytest.raises(IntegrityError), transaction.atomic():
        Reorganisation.objects.create(key="x", kind="rename", effective_on=DAY)
