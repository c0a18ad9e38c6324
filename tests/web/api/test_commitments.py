"""Commitments through the API: find, change, decide, split, merge; nobody's change is overwritten."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from bringing import SYSTEM
from django.urls import reverse

from luoshi.bodies.actions import add_alias
from luoshi.bodies.fulltext import keep_body_terms
from luoshi.bodies.models import Alias
from luoshi.register.actions import edit_commitment
from luoshi.register.models import Commitment
from luoshi.register.models.commitment import NEVER


def at(commitment) -> str:
    return f"/commitments/{commitment.pk}"


def test_a_document_becomes_a_register_and_its_versions_are_compared(world, document, program):
    asking = program("delivery")
    assert asking.post(f"/documents/{document.pk}/review").json() == {"proposals": 3}
    assert asking.post(f"/documents/{document.pk}/review").json() == {"proposals": 0}
    shown = asking.get(f"/documents/{document.pk}").json()
    assert [heading["label"] for heading in shown["outline"]] == ["一", "二"]
    assert shown["counts"]["commitments"] == {"proposed": 3}

    text = document.source.leaves.get().text
    start = text.index("各单位要")
    selection = {"start": start, "end": start + 9}
    added = asking.post(f"/documents/{document.pk}/commitments", selection).json()
    assert asking.post(f"/documents/{document.pk}/commitments", selection).json()["id"] == added["id"]
    assert (added["state"], added["path"]) == ("accepted", ["二"])

    empty = asking.post(f"/documents/{document.pk}/publish", {"name": "第一版"})
    assert empty.status_code == 201
    first = empty.json()
    again = asking.post(f"/documents/{document.pk}/publish", {"reason": "再发"})
    assert (again.status_code, again.json()["code"]) == (409, "refused")
    items = asking.get(f"/documents/{document.pk}/versions").json()["items"]
    assert [item["name"] for item in items] == ["第一版"]
    assert first["published_by"] == "某delivery"

    proposal = asking.get("/commitments", state="proposed", limit=1).json()["items"][0]
    asking.post(f"/commitments/{proposal['id']}/decide", {"decision": "accept", "revision": proposal["revision"]})
    change = {"revision": added["revision"], "changes": {"leader": "张副市长"}}
    asking.patch(f"/commitments/{added['id']}", change)
    second = asking.post(f"/documents/{document.pk}/publish", {"reason": "补充"}).json()
    found = asking.get(f"/versions/{first['id']}/compare/{second['id']}").json()
    assert [item["code"] for item in found["added"]] == [proposal["code"]]
    assert (found["removed"], found["changed"]) == (
        [],
        [{"code": added["code"], "quote": added["quote"], "fields": {"leader": ["", "张副市长"]}}],
    )
    assert found["same"] == 0
    back = asking.get(f"/versions/{second['id']}/compare/{first['id']}").json()
    assert back["removed"] == [{"code": proposal["code"], "quote": proposal["quote"]}]
    frozen = asking.get(f"/versions/{first['id']}/items").json()["items"]
    assert [item["content"]["leader"] for item in frozen] == [""]
    assert asking.get(f"/versions/{second['id']}/items", limit=1).json()["next"] == 0
    assert len(asking.get(f"/versions/{second['id']}/items", limit=1, after=0).json()["items"]) == 1


def test_a_change_is_told_with_its_history_and_teaches_the_printed_name(world, proposals, program):
    asking = program("delivery")
    first = proposals[0]
    body = {"revision": first.revision, "changes": {"owner": {"id": world.culture.pk}, "due": "2026-12-31"}}
    changed = asking.patch(at(first), {**body, "reason": "核对"}).json()
    assert (changed["owner"], changed["owner_body"]["id"]) == ("珩川市文化和旅游局", world.culture.pk)
    assert (changed["due"], changed["revision"]) == ("2026-12-31", first.revision + 1)
    assert Alias.objects.filter(name="市文旅局", body=world.culture).exists()
    shown = asking.get(at(first)).json()
    assert shown["history"][0]["fields"]["due"] == ["2026-09-30", "2026-12-31"]
    assert (shown["history"][0]["by"], shown["history"][0]["reason"]) == ("某delivery", "核对")
    assert shown["found"]["due"]["how"] == "person"
    assert (
        asking.patch(at(first), {"revision": changed["revision"], "changes": {"due": "2026-12-31"}}).json()
        == (asking.get("/commitments", q="城市书房", state="all").json()["items"][0])
    )
    cleared = asking.patch(at(first), {"revision": changed["revision"], "changes": {"due": None}}).json()
    assert (cleared["due"], cleared["leader"]) == (None, changed["leader"])


def test_somebody_elses_change_is_shown_and_not_overwritten(world, proposals, program):
    first = proposals[0]
    edit_commitment(actor=world.actor("leader"), commitment=first, revision=1, changes={"due": "2026-10-31"})
    asking = program("delivery")
    stale = asking.patch(at(first), {"revision": 1, "changes": {"due": "2026-11-30"}})
    assert stale.status_code == 409
    assert stale.json()["code"] == "stale"
    assert stale.json()["clash"] == {"due": {"now": "2026-10-31", "wanted": "2026-11-30"}}
    assert "某leader" in stale.json()["detail"]
    other = asking.patch(at(first), {"revision": 1, "changes": {"leader": "张副市长"}})
    assert (other.status_code, other.json()["due"]) == (200, "2026-10-31")
    unseen = asking.post(f"{at(first)}/decide", {"decision": "accept", "revision": 1})
    assert unseen.status_code == 409
    assert unseen.json()["clash"]["due"] == {"now": "2026-10-31", "wanted": None}
    edits = [{"id": first.pk, "revision": 1, "changes": {"due": "2027-01-01"}}]
    many = asking.post("/commitments/bulk", {"edits": edits})
    assert (many.status_code, many.json()["where"]) == (409, first.code)


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"due": "明年"}, "changes.due"),
        ({"due": 5}, "changes.due"),
        ({"cadence": "sometimes"}, "changes.cadence"),
        ({"cadence": None}, "changes.cadence"),
        ({"partners": "市财政局"}, "changes.partners"),
        ({"partners": ["a\x00b"]}, "changes.partners.0"),
        ({"targets": [{"measure": "书房", "op": "?", "value": 3, "unit": "座"}]}, "changes.targets.0.op"),
        ({"targets": ["x"]}, "changes.targets.0"),
        ({"evidence": ["gossip"]}, "changes.evidence.0"),
        ({"owner": {"id": 999999}}, "changes.owner"),
        ({"quote": " "}, "changes.quote"),
        ({"quote": None}, "changes.quote"),
        ({"colour": "red"}, "changes.colour"),
    ],
)
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_value_that_cannot_be_names_its_field_and_changes_nothing(proposals, program, changes, where, language):
    asking = program("delivery", language=language)
    answer = asking.patch(at(proposals[0]), {"revision": 1, "changes": changes})
    assert answer.status_code == 422
    assert answer.json()["where"].startswith(where)
    assert Commitment.objects.get(pk=proposals[0].pk).revision == 1


def test_a_revision_that_does_not_exist_yet_overwrites_nothing(proposals, program):
    answer = program("delivery").patch(at(proposals[0]), {"revision": 99, "changes": {"leader": "张"}})
    assert (answer.status_code, answer.json()["where"]) == (422, "revision")


def test_decisions_follow_the_table_and_need_their_reason(version, proposals, program):
    asking = program("delivery")
    first, second, _ = proposals

    def decide(row, decision, **more):
        return asking.post(f"{at(row)}/decide", {"decision": decision, **more})

    assert decide(second, "reject").json()["state"] == "rejected"
    assert decide(second, "reject").json()["revision"] == second.revision + 1
    assert decide(second, "reopen").json()["state"] == "proposed"
    assert decide(second, "withdraw", reason="x").json()["code"] == "illegal-step"
    assert decide(first, "withdraw").json()["code"] == "refused"
    assert decide(first, "withdraw", reason="合并到别处").json()["state"] == "withdrawn"
    assert decide(first, "restore", reason="恢复").json()["state"] == "registered"
    assert decide(first, "burn").status_code == 422


def test_one_becomes_two_and_two_become_one(proposals, program):
    asking, first = program("delivery"), proposals[0]
    cut = first.quote.index("、更新")
    parts = asking.post(f"{at(first)}/split", {"revision": 1, "cuts": [cut]}).json()
    assert [part["targets"][0]["unit"] for part in parts] == ["座", "个"]
    assert asking.post(f"{at(first)}/split", {"revision": 1, "cuts": [3]}).status_code == 409
    outside = asking.post(f"{at(first)}/split", {"revision": 2, "cuts": [9999]})
    assert (outside.status_code, outside.json()["where"]) == (422, "cuts")
    seen = [{"id": part["id"], "revision": part["revision"]} for part in parts]
    merged = asking.post("/commitments/merge", {"commitments": seen, "reason": "本是一条"}).json()
    assert merged["id"] == first.pk
    assert asking.get(f"/commitments/{parts[1]['id']}").json()["merged_into"] == first.pk
    assert asking.post("/commitments/merge", {"commitments": [seen[0], seen[0]]}).status_code == 409


def test_many_are_changed_together_or_not_at_all(proposals, program):
    asking = program("delivery")
    edits = [{"id": row.pk, "revision": 1, "changes": {"beneficiary": "老人"}} for row in proposals]
    assert asking.post("/commitments/bulk", {"edits": edits}).json()["changed"] == [row.pk for row in proposals]
    assert asking.post("/commitments/bulk", {"edits": edits}).json() == {"changed": []}
    gone = [*edits[:1], {"id": 999999, "revision": 1, "changes": {}}]
    assert asking.post("/commitments/bulk", {"edits": gone}).json()["where"] == "edits"
    edits[2]["changes"] = {"due": "nie"}
    edits[0]["changes"] = {"beneficiary": "儿童"}
    refused = asking.post("/commitments/bulk", {"edits": edits})
    assert (refused.status_code, refused.json()["where"]) == (422, "edits.2.changes.due")
    assert set(Commitment.objects.values_list("beneficiary", flat=True)) == {"老人"}


@pytest.fixture
def found(world, document, proposals, version, program):
    """The numbers of those that a filter chooses: the first is registered, the others are proposed."""
    _, second, third = (row.pk for row in proposals)
    Commitment.objects.filter(pk=second).update(owner=world.culture, missing=0)
    Commitment.objects.filter(pk=third).update(updated_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC), due_or_never=NEVER)
    asking = program("delivery")

    def found_(**query):
        return [item["id"] for item in asking.get("/commitments", **query).json()["items"]]

    return found_


def test_they_are_found_by_what_they_say_and_by_the_filters_of_the_page(world, document, proposals, found):
    first, second, third = (row.pk for row in proposals)
    assert found() == found(state="standing") == found(state="registered") == [first]
    assert found(state="all") == [first, second, third]
    assert found(state="changed") == []
    assert found(q="美育", state="all") == found(q="配齐 美育", state="proposed") == [third]
    assert found(q="美育") == found(q="没有这样的词", state="all") == []
    assert found(q=f"{document.pk}.1") == [first]
    assert found(body=world.culture.pk, state="all") == [second]
    assert found(name="珩川市文化和旅游局", state="all") == [second]
    assert found(name="市文旅局") == [first]
    assert found(body=world.office.pk, role="keeper", state="all") == [first, second, third]
    assert found(body=world.office.pk, role="checker", state="all") == []
    assert found(place="9901", state="all") == found(place="99", state="all") == [first, second, third]
    assert found(place="990125", state="all") == []
    assert found(until="2026-09-29") == []
    assert found(until="2026-09-30") == found(since="2026-09-30", until="2026-12-31") == [first]
    assert found(since="2026-10-01") == []
    assert third in found(due="none", state="all")
    assert first not in found(due="none", state="all")
    assert found(gate="ok", state="all") == [second]
    assert found(gate="gap", state="all") == [first, third]
    assert found(gate="beneficiary", state="all") == [
        row.pk for row in proposals if row.pk != second and "beneficiary" in row.missing_parts
    ]
    assert found(changed_since="2020-01-02T00:00:00Z", state="all") == [first, second]
    assert found(changed_since="2020-01-02T00:00:00-23:00", state="all") == [first, second]
    assert found(document=document.pk, state="all", limit=1) == [first]
    assert found(document=document.pk, state="all", after=first) == [second, third]
    assert found(document=document.pk + 1, state="all") == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("changed_since", "2020-01-02T00:00:00"),
        ("state", "lost"),
        ("until", "x"),
        ("q", "x" * 101),
        ("role", "friend"),
        ("due", "someday"),
        ("gate", "open"),
        ("place", "珩川"),
        ("place", "1234567890123"),
        ("body", 0),
        ("sort", "due"),
        ("stat", "all"),
    ],
)
@pytest.mark.parametrize("path", ["/commitments", "/commitments.xlsx"])
def test_a_filter_that_means_nothing_is_refused(program, world, path, name, value):
    answer = program("delivery").get(path, **{name: value})
    assert (answer.status_code, answer.json()["code"], answer.json()["where"]) == (422, "bad-input", name)
    assert re.search(r"[一-鿿]", answer.json()["detail"])


def test_the_list_and_the_page_of_an_address_hold_the_same(world, version, proposals, program, sign_in):
    address = "state=all&q=城市书房&role=keeper&since=2026-01-01&until=2026-12-31"
    page = sign_in("delivery").get(f"{reverse('desk:register')}?{address}")
    listed = program("delivery").get(f"/commitments?{address}").json()["items"]
    assert [item["id"] for item in listed] == sorted(row.pk for row in page.context["page"].rows) != []


def test_the_body_that_owns_a_registered_one_sees_it_and_only_it(world, version, proposals, program):
    Commitment.objects.update(owner=world.south_culture)
    asking = program("south")
    assert [item["id"] for item in asking.get("/commitments").json()["items"]] == [proposals[0].pk]
    assert asking.get(at(proposals[1])).status_code == 404
    refused = asking.patch(at(proposals[0]), {"revision": 2, "changes": {"leader": "张"}})
    assert (refused.status_code, refused.json()["code"]) == (403, "not-allowed")


def test_a_register_is_published_without_a_word_and_its_numbers_and_words_can_be_read(version, proposals, program):
    asking = program("delivery")
    answer = asking.get(f"/commitments/{proposals[0].pk}")
    assert "新建城市书房12座" in answer.content.decode()
    assert repr(answer.json()["targets"][0]["value"]) == "12"
    again = asking.post(f"/documents/{version.document_id}/publish", "")
    assert (again.status_code, again.json()["code"]) == (409, "refused")


def test_versions_of_two_documents_are_not_compared(world, version, program):
    from bringing import bring_and_read

    other = bring_and_read(world.office, "县教育局年底前建成学校3所。").documents.get()
    asking = program("delivery")
    asking.post(f"/documents/{other.pk}/review")
    Commitment.objects.filter(document=other).update(state="accepted")
    second = asking.post(f"/documents/{other.pk}/publish", {}).json()["id"]
    assert asking.get(f"/versions/{version.pk}/compare/{second}").status_code == 422
    assert asking.get(f"/documents?file={other.source_id}").json()["items"][0]["id"] == other.pk


def test_bodies_and_places_are_found_by_their_names(world, program):
    asking = program("delivery")
    for body in (world.culture, world.office, world.north_culture, world.south_culture):
        keep_body_terms([body.pk])
    add_alias(actor=SYSTEM, body=world.culture, name="市文旅局")
    [found] = asking.get("/bodies", q="市文旅局").json()["items"]
    assert (found["id"], found["aliases"], found["place"]["name"]) == (world.culture.pk, ["市文旅局"], "珩川市")
    assert len(asking.get("/bodies").json()["items"]) == 4
    assert len(program("officer").get("/bodies").json()["items"]) == 1
    assert len(program("system").get("/bodies").json()["items"]) == 4
    assert [p["code"] for p in asking.get("/places", parent=world.city.pk).json()["items"]] == ["990125", "990126"]
    assert [p["name"] for p in asking.get("/places", level=4).json()["items"]] == ["珩川市"]
    assert asking.get("/bodies", place=world.north.pk).json()["items"][0]["id"] == world.north_culture.pk


def test_a_search_for_bodies_comes_in_pages_too_the_exact_name_first(world, program):
    bodies = (world.culture, world.office, world.north_culture, world.south_culture)
    keep_body_terms([body.pk for body in bodies])
    asking = program("delivery")
    seen, after = [], {}
    while after is not None:
        page = asking.get("/bodies", q="文化和旅游局", limit=1, **after).json()
        seen += [item["id"] for item in page["items"]]
        after = {"after": page["next"]} if page["next"] is not None else None
    assert sorted(seen) == sorted([world.culture.pk, world.north_culture.pk, world.south_culture.pk])
    assert asking.get("/bodies", q="漪南县文化和旅游局").json()["items"][0]["id"] == world.south_culture.pk
    assert [item["id"] for item in asking.get("/bodies", q="ynxwh").json()["items"]] == [world.south_culture.pk]
    assert asking.get("/bodies", q="文化和旅游局", place=world.north.pk).json() == {
        "items": [asking.get("/bodies", place=world.north.pk).json()["items"][0]],
        "next": None,
    }
    assert asking.get("/bodies", q="文化和旅游局", after=2**53).json() == {"items": [], "next": None}
    assert program("nobody").get("/bodies", q="文化和旅游局").json()["items"] == []


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_asks_as_often_for_many_as_for_one(proposals, program, count, django_assert_max_num_queries):
    asking = program("delivery")
    asking.get("/files")
    with django_assert_max_num_queries(8):
        assert len(asking.get("/commitments", state="all", limit=count).json()["items"]) == count
