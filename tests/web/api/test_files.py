"""Files through the API: bring in, look at, read again, remove."""

from __future__ import annotations

import pytest
from bringing import SYSTEM, TEXT, bring
from django.core.files.uploadedfile import SimpleUploadedFile

from luoshi.bodies.enums import PostKind
from luoshi.bodies.models import Post
from luoshi.documents.actions import read_source
from luoshi.documents.models import Source
from luoshi.journal.models import Entry


def upload(asking, text=TEXT, name="通知.txt", **fields):
    return asking.post("/files", data={"file": SimpleUploadedFile(name, text.encode()), **fields})


def test_a_file_is_read_and_what_was_found_is_asked_for(world, program):
    asking = program("officer")
    answer = upload(asking)
    assert answer.status_code == 201
    assert answer.json()["state"] == "queued"
    pk = answer.json()["id"]
    assert answer["Location"] == f"/api/v1/files/{pk}"
    read_source(actor=SYSTEM, source_id=pk)
    shown = asking.get(f"/files/{pk}").json()
    assert (shown["state"], shown["error"], len(shown["documents"])) == ("read", "", 1)
    assert shown["body"] == {"id": world.culture.pk, "name": "珩川市文化和旅游局"}
    findings = asking.get(f"/files/{pk}/findings").json()
    assert findings["items"][0]["owner"] == "县水利局"
    assert findings["items"][0]["due"] == "2026-09-30"
    text = Source.objects.get().leaves.get().text
    [[start, end]] = findings["items"][0]["spans"]
    assert text[start:end] == findings["items"][0]["quote"]
    assert asking.get(f"/files/{pk}/original").getvalue() == TEXT.encode()


def test_the_same_bytes_again_are_the_same_file(world, program):
    first, again = upload(program("officer")), upload(program("editor"), name="另名.txt")
    assert (again.status_code, again.json()["id"]) == (200, first.json()["id"])
    assert Entry.objects.filter(verb="documents.receive_source").count() == 1
    assert Source.objects.get().brought_by == world.persons["officer"]


def test_a_file_goes_to_the_own_body_that_is_named_and_to_no_other(world, program):
    Post.objects.create(person=world.persons["officer"], body=world.south_culture, kind=PostKind.OFFICER)
    asking = program("officer")
    assert upload(asking, body=world.south_culture.pk).json()["body"]["id"] == world.south_culture.pk
    refused = upload(asking, "另一份", body=world.north_culture.pk)
    assert (refused.status_code, refused.json()["where"]) == (422, "body")
    assert Source.objects.count() == 1


def test_without_a_file_or_with_too_large_a_one_it_is_said(world, program, settings):
    asking = program("officer")
    missing = asking.post("/files", data={})
    assert (missing.status_code, missing.json()["where"]) == (422, "file")
    settings.LUOSHI = {**settings.LUOSHI, "UPLOAD_MB": 0}
    large = upload(asking)
    assert (large.status_code, large.json()["where"]) == (422, "file")
    assert "0 MB" in large.json()["detail"]


@pytest.mark.parametrize("role", ["nobody", "system", "security", "auditor"])
def test_whoever_has_no_work_with_documents_brings_in_none(world, program, role):
    answer = upload(program(role))
    assert (answer.status_code, answer.json()["code"]) == (403, "not-allowed")
    assert "投入文件" in answer.json()["detail"]


def test_a_file_that_waits_is_not_read_again_and_one_that_failed_is(world, program):
    source = bring(world.culture)
    asking = program("officer")
    wrong = asking.post(f"/files/{source.pk}/retry")
    assert (wrong.status_code, wrong.json()["code"]) == (409, "illegal-step")
    Source.objects.update(state="failed", error_zh="文件有口令。", error_en="It has a password.")
    assert asking.get(f"/files/{source.pk}").json()["error"] == "文件有口令。"
    assert program("officer", language="en").get(f"/files/{source.pk}").json()["error"] == "It has a password."
    assert asking.post(f"/files/{source.pk}/retry").json()["state"] == "queued"


def test_a_removed_file_is_gone_and_one_with_a_published_register_stays(world, version, program):
    asking = program("delivery")
    kept = version.document.source_id
    refused = asking.delete(f"/files/{kept}")
    assert (refused.status_code, refused.json()["code"]) == (409, "refused")
    source = bring(world.office, "别的内容")
    assert asking.delete(f"/files/{source.pk}").status_code == 204
    assert asking.delete(f"/files/{source.pk}").status_code == 404


def test_a_list_comes_in_pages_newest_first_with_as_many_queries_for_many_as_for_one(
    world, program, django_assert_max_num_queries
):
    sources = [bring(world.office, f"第{n}份", f"{n}.txt") for n in range(5)]
    asking = program("delivery")
    seen, after = [], {}
    while after is not None:
        with django_assert_max_num_queries(8):
            page = asking.get("/files", limit=2, **after).json()
        seen += [item["id"] for item in page["items"]]
        after = {"after": page["next"]} if page["next"] is not None else None
    assert seen == [source.pk for source in reversed(sources)]
    assert [item["name"] for item in asking.get("/files", name="3.t").json()["items"]] == ["3.txt"]
    for query in ({"limit": 0}, {"limit": 201}, {"after": -1}, {"after": "x"}, {"after": 10**30}):
        answer = asking.get("/files", **query)
        assert (answer.status_code, answer.json()["where"]) == (422, next(iter(query)))


def test_a_published_file_is_seen_by_other_bodies_and_changed_by_none_of_them(world, document, program):
    Source.objects.update(is_published=True)
    asking = program("south")
    pk = document.source_id
    assert asking.get(f"/files/{pk}").status_code == 200
    for method, path in (("delete", f"/files/{pk}"), ("post", f"/files/{pk}/retry")):
        assert asking.ask(method, path).status_code == 403
    assert asking.post(f"/documents/{document.pk}/review").status_code == 403
    assert asking.get(f"/documents/{document.pk}/versions").json()["items"] == []
