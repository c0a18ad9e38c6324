"""The pages on which names and the order of bodies are kept."""

from __future__ import annotations

import pytest
from django.urls import reverse

from luoshi.bodies.actions import add_body, propose_bodies
from luoshi.bodies.enums import ProposalState, Scheme
from luoshi.bodies.models import Body, Place, Proposal, Reorganisation
from luoshi.bodies.queries import find_body
from luoshi.common.actor import Actor

SYSTEM = Actor.system("测试")


@pytest.fixture
def proposed(world) -> list[Proposal]:
    names = ["岫云县教育局", "县文广新局", "县某办"]
    return propose_bodies(actor=SYSTEM, names=names, place=world.north, where="县政府工作报告")


def test_the_page_of_bodies_says_how_many_names_wait(world, sign_in, proposed):
    assert '<span class="count">3</span>' in sign_in("delivery").get(reverse("desk:bodies")).content.decode()
    assert reverse("desk:proposals") not in sign_in("officer").get(reverse("desk:bodies")).content.decode()


def test_one_click_adds_joins_or_dismisses(world, sign_in, proposed):
    client, url = sign_in("delivery"), reverse("desk:proposals")
    education, culture, office = proposed
    page = client.get(url).content.decode()
    assert f'value="join:{culture.pk}:{world.north_culture.pk}"' in page
    for verb in (f"add:{education.pk}", f"join:{culture.pk}:{world.north_culture.pk}", f"dismiss:{office.pk}"):
        assert client.post(url, {"verb": verb}).status_code == 302
    assert find_body("岫云县教育局", world.north).name == "岫云县教育局"
    assert find_body("县文广新局", world.north) == world.north_culture
    assert "县某办" not in client.get(url).content.decode()
    assert "县某办" in client.get(url, {"state": "dismissed"}).content.decode()


def test_many_are_decided_at_once_and_one_refusal_stops_no_other(world, sign_in, proposed):
    ended = {"is_active": False, "ended_on": "2020-01-01"}
    Body.objects.create(name="岫云县教育局", kind="department", place=world.north, **ended)
    client, url = sign_in("delivery"), reverse("desk:proposals")
    answer = client.post(url, {"verb": "add", "chosen": [row.pk for row in proposed]}, follow=True)
    assert "已于 2020-01-01 撤销" in answer.content.decode()
    states = dict(Proposal.objects.values_list("name", "state"))
    assert states == {"岫云县教育局": "open", "县文广新局": "added", "县某办": "added"}


def test_what_is_not_mine_to_decide_is_not_decided(world, sign_in, proposed):
    client, url = sign_in("editor"), reverse("desk:proposals")
    client.post(url, {"verb": "add", "chosen": [row.pk for row in proposed]})
    assert set(Proposal.objects.values_list("state", flat=True)) == {ProposalState.OPEN}
    assert client.get(reverse("desk:proposal", args=[proposed[0].pk])).status_code == 404


def test_one_name_is_added_with_other_values_or_joined_by_name(world, sign_in, proposed):
    client = sign_in("system")
    values = {"name": "岫云县教育体育局", "kind": "department", "place": "990125", "parent": "岫云县文化和旅游局"}
    client.post(reverse("desk:proposal", args=[proposed[0].pk]), values)
    body = find_body("岫云县教育局", world.north)
    assert (body.name, body.parent) == ("岫云县教育体育局", world.north_culture)
    url = reverse("desk:proposal", args=[proposed[1].pk])
    assert "没有叫这些名字的单位" in client.post(url, {"body": "不存在局"}).content.decode()
    client.post(url, {"body": "岫云县文化和旅游局"})
    assert find_body("县文广新局", world.north) == world.north_culture


def test_two_bodies_are_merged_and_the_page_tells_the_history(world, sign_in):
    double = add_body(actor=SYSTEM, name="岫云县文旅局", kind="department", place=world.north)
    client = sign_in("delivery")
    client.post(reverse("desk:merge-bodies", args=[world.north_culture.pk]), {"body": "岫云县文旅局", "reason": "重复"})
    assert "岫云县文旅局" in client.get(reverse("desk:body", args=[world.north_culture.pk])).content.decode()
    page = client.get(reverse("desk:body", args=[double.pk])).content.decode()
    assert "现由它承接" in page
    assert reverse("desk:merge-bodies", args=[double.pk]) not in page


def test_a_body_is_renamed_on_the_page(world, sign_in):
    client, url = sign_in("delivery"), reverse("desk:reorganise-bodies")
    page = client.get(url, {"body": world.north_culture.pk, "kind": "rename"}).content.decode()
    assert "岫云县文化和旅游局" in page
    assert '<option value="rename" selected>' in page
    values = {"kind": "rename", "place": "990125", "bodies": "岫云县文化和旅游局", "into": "岫云县文旅体局"}
    answer = client.post(url, {**values, "on": "2019-03-01", "number": "办发〔2019〕1号"}, follow=True)
    page = answer.content.decode()
    for words in ("岫云县文旅体局", "曾用名", "用至", "办发〔2019〕1号"):
        assert words in page


def test_a_body_is_put_below_another_on_the_page(world, sign_in):
    values = {"kind": "transfer", "place": "990125", "bodies": "岫云县文化和旅游局", "into": "珩川市文化和旅游局"}
    sign_in("system").post(reverse("desk:reorganise-bodies"), {**values, "on": "2019-03-01"})
    world.north_culture.refresh_from_db()
    assert world.north_culture.parent == world.culture


def test_bodies_of_others_are_not_reorganised_on_the_page(world, sign_in):
    values = {"kind": "rename", "place": "990125", "bodies": "岫云县文化和旅游局", "into": "某局", "on": "2019-03-01"}
    page = sign_in("editor").post(reverse("desk:reorganise-bodies"), values).content.decode()
    assert "没有叫这些名字的单位" in page
    assert not Reorganisation.objects.exists()


def test_a_real_change_is_shown_with_what_it_would_do_and_applied_by_one_click(world, sign_in):
    city = Place.objects.create(scheme=Scheme.MCA, code="1407", name="晋中市", level=4, vintage="2018")
    county = Place.objects.create(scheme=Scheme.MCA, code="140726", name="太谷县", level=6, vintage="2018", parent=city)
    body = add_body(actor=SYSTEM, name="太谷县文旅局", kind="department", place=county)
    client, url = sign_in("system"), reverse("desk:changes")
    page = client.get(url, {"since": "2019"}).content.decode()
    assert "国函〔2019〕104号" in page
    assert "太谷县文旅局 → 太谷区文旅局" in page
    client.post(url, {"key": "2019-140726-140703-撤县设区", "on": "2019-11-18"})
    body.refresh_from_db()
    assert (body.name, str(Reorganisation.objects.get().effective_on)) == ("太谷区文旅局", "2019-11-18")
    assert client.post(url, {"key": "nonsense"}).status_code == 404


def test_a_change_of_a_place_by_hand(world, sign_in):
    values = {"old": "990125", "code": "990103", "name": "岫云区", "kind": "rename", "on": "2019-11-18"}
    assert sign_in("system").post(reverse("desk:changes"), values).status_code == 302
    world.north.refresh_from_db()
    assert world.north.successor.name == "岫云区"


def test_the_list_takes_the_same_questions_for_one_row_and_for_many(world, sign_in, django_assert_num_queries):
    client, url = sign_in("system"), reverse("desk:proposals")
    client.get(url)  # the first request of a session keeps when it began
    for count in (1, 40):
        propose_bodies(actor=SYSTEM, names=[f"县第{n}局" for n in range(count)], place=world.north)
        with django_assert_num_queries(8):
            client.get(url)
