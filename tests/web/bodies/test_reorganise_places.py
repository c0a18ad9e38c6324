"""Places change their name or code, or become part of another."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from luoshi.bodies.actions import add_alias, add_body, apply_change, propose_bodies, reorganise_places
from luoshi.bodies.change import Change
from luoshi.bodies.division_changes import changes_under
from luoshi.bodies.enums import Level, Scheme
from luoshi.bodies.models import Body, Place, Reorganisation
from luoshi.bodies.queries import find_body, scope_of
from luoshi.bodies.queries.changes import our_changes
from luoshi.bodies.rules import sees_body
from luoshi.common.actor import Actor
from luoshi.common.errors import NotAllowed, Refused
from luoshi.journal.models import Entry

SYSTEM = Actor.system("测试")
DAY = dt.date(2019, 11, 1)


def place(code: str, name: str, parent: Place | None = None, scheme: Scheme = Scheme.DEMO) -> Place:
    return Place.objects.create(scheme=scheme, code=code, name=name, level=Level(len(code)), parent=parent, vintage="x")


def change(world, old=None, code="990103", name="岫云区", **given) -> Reorganisation:
    return reorganise_places(actor=SYSTEM, old=old or world.north, code=code, name=name, **{"on": DAY, **given})


def test_a_county_becomes_a_district_with_its_bodies_and_townships(world):
    town = place("990125100", "棠寨镇", world.north)
    office = add_body(actor=SYSTEM, name="岫云县棠寨镇人民政府", kind="township", place=town)
    add_alias(actor=SYSTEM, body=world.north_culture, name="岫云县文旅局")
    row = change(world)
    world.north.refresh_from_db()
    new = Place.objects.get(code="990103")
    assert (world.north.successor, world.north.ended_on, new.parent) == (new, DAY, world.city)
    world.north_culture.refresh_from_db()
    office.refresh_from_db()
    assert (world.north_culture.name, world.north_culture.place) == ("岫云区文化和旅游局", new)
    assert (office.name, office.place.code, office.place.parent) == ("岫云区棠寨镇人民政府", "990103100", new)
    for where in (world.city, world.north, new):
        for name in ("岫云县文旅局", "岫云县文化和旅游局", "岫云区文旅局", "岫云区文化和旅游局"):
            assert find_body(name, where) == world.north_culture, (where, name)
    assert row.parts.count() == 4
    assert change(world) == row
    assert Entry.objects.filter(verb="bodies.reorganise_places").count() == 1


def test_a_name_that_nobody_wrote_down_is_found_by_the_former_name_of_the_place(world):
    change(world)
    new = Place.objects.get(code="990103")
    later = add_body(actor=SYSTEM, name="岫云区水利局", kind="department", place=new)
    for where in (world.city, new):
        assert find_body("岫云县水利局", where) == later


def test_who_looked_over_the_old_place_looks_over_the_new_one_and_nobody_else(world):
    office = add_body(actor=SYSTEM, name="岫云县委督查室", kind="delivery", place=world.north)
    world.persons["nobody"].posts.create(body=office, kind="delivery")
    left = Body.objects.create(name="旧局", kind="department", place=world.north, is_active=False)
    change(world)
    user = world.actor("nobody").user
    visible = set(Body.objects.visible_to(scope_of(user)))
    world.north_culture.refresh_from_db()
    assert {world.north_culture, left} <= visible
    assert world.south_culture not in visible
    assert sees_body(user, world.north_culture)
    assert sees_body(user, left)


def test_a_renamed_place_keeps_its_row_and_renames_what_carries_its_name(world):
    town = place("990125100", "棠寨镇", world.north)
    office = add_body(actor=SYSTEM, name="岫云县棠寨镇人民政府", kind="township", place=town)
    station = add_body(actor=SYSTEM, name="棠寨文化站", kind="institution", place=town)
    change(world, code="990125", name="云岫县")
    for body in (world.north, world.north_culture, office, station):
        body.refresh_from_db()
    assert (world.north.name, world.north.ended_on) == ("云岫县", None)
    assert (world.north_culture.name, office.name) == ("云岫县文化和旅游局", "云岫县棠寨镇人民政府")
    assert station.name == "棠寨文化站"
    assert find_body("岫云县文化和旅游局", world.city) == world.north_culture


def test_a_county_becomes_part_of_another_and_equal_offices_become_one(world):
    change(world, code="990126", name="漪南县", kind="merge")
    world.north_culture.refresh_from_db()
    assert world.north_culture.successor == world.south_culture
    assert find_body("岫云县文化和旅游局", world.city) == world.south_culture
    assert world.south_culture.posts.filter(ended_at=None, person__username="north").exists()


def test_townships_that_the_new_list_does_not_have_go_with_the_county(world):
    new = place("990103", "岫云区", world.city)
    kept, gone = place("990125100", "棠寨乡", world.north), place("990125200", "旧乡", world.north)
    listed = place("990103007", "棠寨镇", new)
    office = add_body(actor=SYSTEM, name="旧乡人民政府", kind="township", place=gone)
    change(world)
    for row in (kept, gone, office):
        row.refresh_from_db()
    assert (kept.successor, gone.successor) == (listed, new)
    assert (office.name, office.place) == ("旧乡人民政府", new)


def test_counties_below_a_city_keep_their_codes_until_their_own_change(world):
    change(world, old=world.city, code="9905", name="珩州市")
    world.north.refresh_from_db()
    assert (world.north.code, world.north.ended_on, world.north.parent.code) == ("990125", None, "9905")


def test_twice_changed_the_first_points_to_today(world):
    change(world)
    change(world, old=Place.objects.get(code="990103"), code="990181", name="岫云市", on=dt.date(2022, 1, 1))
    world.north.refresh_from_db()
    assert world.north.successor.code == "990181"
    world.north_culture.refresh_from_db()
    assert world.north_culture.name == "岫云市文化和旅游局"
    assert find_body("岫云县文化和旅游局", world.north) == world.north_culture


def test_open_proposals_follow(world):
    (row,) = propose_bodies(actor=SYSTEM, names=["县水利局"], place=world.north)
    change(world)
    row.refresh_from_db()
    assert (row.place.code, row.seat.code) == ("990103", "990103")


@pytest.mark.parametrize(
    ("code", "name", "words"),
    [
        ("99010", "某区", "2、4、6、9 或 12 位"),
        ("990125", "岫云县", "都没有变"),
        ("990125100", "某镇", "一个在另一个之内"),
        ("990103", " ", "新名称"),
    ],
)
def test_an_order_that_makes_no_sense_is_refused(world, code, name, words):
    with pytest.raises(Refused, match=words):
        change(world, code=code, name=name)
    assert not Reorganisation.objects.exists()


def test_what_was_ended_or_has_not_come_is_refused(world):
    with pytest.raises(Refused, match="还没有到"):
        change(world, on=dt.date(9999, 1, 1))
    change(world)
    world.north.refresh_from_db()
    with pytest.raises(Refused, match="现为“岫云区”"):
        change(world, code="990199", name="某区")
    with pytest.raises(Refused, match="已撤销的“岫云县”"):
        change(world, old=world.south, code="990125", name="某县")


@pytest.mark.parametrize("role", ["delivery", "editor", "security", "auditor", "nobody"])
def test_only_the_system_administrator_changes_places(world, role):
    with pytest.raises(NotAllowed, match="区划调整"):
        reorganise_places(actor=world.actor(role), old=world.north, code="990103", name="岫云区", on=DAY)
    with pytest.raises(NotAllowed, match="区划调整"):
        apply_change(actor=world.actor(role), change=changes_under("140726", 2019)[0])


def test_the_database_refuses_a_successor_of_a_living_place(world):
    with pytest.raises(IntegrityError), transaction.atomic():
        Place.objects.filter(pk=world.north.pk).update(successor=world.south)


@pytest.fixture
def taigu(db: None) -> Place:
    province = place("14", "山西省", scheme=Scheme.MCA)
    city = place("1407", "晋中市", province, Scheme.MCA)
    return place("140726", "太谷县", city, Scheme.MCA)


def test_the_real_change_of_a_county_is_found_shown_and_applied(taigu):
    body = add_body(actor=SYSTEM, name="太谷县文旅局", kind="department", place=taigu)
    (found,) = [row for row in our_changes(2015) if row.change.old_code == "140726"]
    assert (found.change.year, found.change.type, found.change.number) == (2019, "撤县设区", "国函〔2019〕104号")
    assert [(move.name, move.into) for move in found.plan.bodies] == [("太谷区文旅局", None)]
    row = apply_change(actor=SYSTEM, change=found.change)
    assert apply_change(actor=SYSTEM, change=found.change) == row
    assert (row.is_year_only, row.number, row.effective_on.year) == (True, "国函〔2019〕104号", 2019)
    body.refresh_from_db()
    assert (body.name, body.place.code) == ("太谷区文旅局", "140703")
    assert find_body("太谷县文旅局", body.place) == body
    assert [row.done for row in our_changes(2015) if row.change.old_code == "140726"] == [True]


def test_a_place_of_the_past_that_was_never_here_lends_its_name(taigu):
    Place.objects.filter(pk=taigu.pk).update(code="140703", name="太谷区")
    today = Place.objects.get(code="140703")
    body = add_body(actor=SYSTEM, name="太谷区水利局", kind="department", place=today)
    (found,) = changes_under("140726", 2019)
    apply_change(actor=SYSTEM, change=found)
    old = Place.objects.get(code="140726")
    assert (old.successor, old.ended_on.year) == (today, 2019)
    assert find_body("太谷县水利局", today) == body


def test_a_renaming_that_is_in_our_list_already_leaves_the_old_name(taigu):
    told = Change(2010, "更名", "140726", "旧谷县", "140726", "太谷县", "", "测试", "")
    row = apply_change(actor=SYSTEM, change=told)
    assert apply_change(actor=SYSTEM, change=told) == row
    body = add_body(actor=SYSTEM, name="太谷县水利局", kind="department", place=taigu)
    assert find_body("旧谷县水利局", taigu) == body


def test_a_code_that_means_another_place_here_is_refused(taigu):
    told = Change(2010, "撤县设区", "140726", "别县", "140799", "别区", "", "测试", "")
    with pytest.raises(Refused, match="现为“太谷县”"):
        apply_change(actor=SYSTEM, change=told)
    with pytest.raises(Refused, match="只作提示"):
        apply_change(actor=SYSTEM, change=Change(2010, "新设", "", "", "140799", "别区", "", "测试", ""))


def test_changes_before_the_year_are_left_out_and_codes_are_short():
    assert all(found.year >= 2015 for found in changes_under("14", 2015))
    assert {len(found.old_code) for found in changes_under("14", 1985)} <= {0, 2, 4, 6}
