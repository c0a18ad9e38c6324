"""Ledgers through the API: out as Excel, worked in, brought back, looked at, taken over."""

from __future__ import annotations

import io

import openpyxl
import pytest
from bringing import SYSTEM, bring_and_read
from django.core.files.uploadedfile import SimpleUploadedFile

from luoshi.bodies.models import Post
from luoshi.register.actions import decide, edit_commitment, preview_ledger
from luoshi.register.models import Commitment, LedgerImport
from luoshi.register.queries import ledgers as queries

HEADS = ["序号", "重点任务", "责任单位", "配合单位", "完成时限"]


def upload(asking, book, **fields):
    if isinstance(book, openpyxl.Workbook):
        stream = io.BytesIO()
        book.save(stream)
        book = stream.getvalue()
    return asking.post("/ledgers", data={"file": SimpleUploadedFile("台账.xlsx", book), **fields})


def exported(asking, **query) -> openpyxl.Workbook:
    answer = asking.get("/commitments.xlsx", **query)
    assert answer.status_code == 200
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")
    assert "attachment" in answer["Content-Disposition"]
    return openpyxl.load_workbook(io.BytesIO(answer.getvalue()))


def cell(book, head: str, quote: str):
    rows = list(book.active.iter_rows(min_row=1))
    column = next(c.column for row in rows[:6] for c in row if c.value == head)
    return next(book.active.cell(c.row, column) for row in rows for c in row if quote in str(c.value))


def previewed(asking, pk):
    preview_ledger(actor=SYSTEM, ledger_id=pk)
    return asking.get(f"/ledgers/{pk}").json()


def test_the_register_goes_out_is_worked_in_and_comes_back(world, version, proposals, program):
    asking = program("delivery")
    book = exported(asking, state="all")
    cell(book, "责任领导", "城市书房").value = "张副市长"
    cell(book, "受益对象", "美育").value = "乡镇学生"
    answer = upload(asking, book, keeper=world.office.pk)
    assert (answer.status_code, answer.json()["state"]) == (201, "reading")
    pk = answer.json()["id"]
    assert answer["Location"] == f"/api/v1/ledgers/{pk}"
    assert asking.get("/ledgers").json()["items"][0]["id"] == pk
    shown = previewed(asking, pk)
    assert (shown["state"], shown["is_own"], shown["error"], shown["heads"]) == ("previewed", True, "", [])
    assert shown["counts"] == {"same": 1, "changed": 2}
    assert (shown["keeper"]["id"], shown["by"]["name"]) == (world.office.pk, "某delivery")
    rows = asking.get(f"/ledgers/{pk}/rows").json()["items"]
    assert [row["commitment"] for row in rows] == [proposals[0].pk, proposals[2].pk]
    leader = rows[0]["cells"]["leader"]
    assert (leader["now"], leader["file"], leader["conflict"]) == ("", "张副市长", False)
    applied = asking.post(f"/ledgers/{pk}/apply", {"reason": "按会议意见"})
    assert applied.json() == {"changed": 2, "added": 0}
    assert asking.post(f"/ledgers/{pk}/apply", "").json() == {"changed": 0, "added": 0}
    history = asking.get(f"/commitments/{proposals[0].pk}").json()["history"]
    assert (history[0]["reason"], history[0]["origin"]) == ("按会议意见", f"台账.xlsx #{pk}")
    assert asking.get(f"/ledgers/{pk}").json()["applied_at"]


def test_an_export_holds_what_the_list_holds_in_the_language_that_is_asked_for(world, version, proposals, program):
    sheet = exported(program("delivery")).active
    words = {str(c.value) for row in sheet.iter_rows() for c in row}
    assert proposals[0].quote in words
    assert "责任单位" in words
    assert not {proposals[1].quote, proposals[2].quote} & words
    english = exported(program("delivery", language="en"), q="美育", state="proposed").active
    words = {str(c.value) for row in english.iter_rows() for c in row}
    assert proposals[2].quote in words
    assert proposals[0].quote not in words
    assert "Owner" in words
    nothing = exported(program("south"), state="all").active
    assert not {row.quote for row in proposals} & {str(c.value) for row in nothing.iter_rows() for c in row}


def test_too_many_rows_for_one_workbook_are_refused(world, proposals, program, monkeypatch):
    monkeypatch.setattr(queries, "MOST_EXPORTED", 2)
    answer = program("delivery").get("/commitments.xlsx", state="all")
    assert (answer.status_code, answer.json()["code"]) == (409, "refused")
    assert "导出" in answer.json()["detail"]
    assert program("delivery").get("/commitments.xlsx", state="all", q="美育").status_code == 200


def foreign() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.active.append(["岫云县2026年文化惠民重点任务台账"])
    book.active.append(HEADS)
    book.active.append([1, "新建城市书房3座", "县文旅局", "县财政局", "2026年9月底前"])
    book.active.append([2, "举办戏曲进乡村120场", "县文化馆", None, "2026-12-20"])
    return book


def test_somebody_elses_ledger_has_its_heads_confirmed_as_they_are_proposed(world, program):
    asking = program("delivery")
    pk = upload(asking, foreign()).json()["id"]
    shown = previewed(asking, pk)
    assert shown["state"] == "mapping"
    [head] = shown["heads"]
    assert [column["head"] for column in head["columns"]] == HEADS
    fields = [column["field"] for column in head["columns"]]
    assert fields == ["number", "quote", "owner", "partners", "due"]
    wrong = asking.post(f"/ledgers/{pk}/confirm", {"fields": {head["signature"]: fields[:2]}})
    assert (wrong.status_code, wrong.json()["where"]) == (422, "fields")
    twice = asking.post(f"/ledgers/{pk}/confirm", {"fields": {head["signature"]: ["quote"] * len(fields)}})
    assert (twice.status_code, twice.json()["where"]) == (422, "fields")
    again = asking.post(f"/ledgers/{pk}/confirm", {"fields": {head["signature"]: fields}})
    assert (again.status_code, again.json()["state"]) == (200, "reading")
    shown = previewed(asking, pk)
    assert (shown["state"], shown["counts"]) == ("previewed", {"new": 2})
    rows = asking.get(f"/ledgers/{pk}/rows", kind="new").json()["items"]
    assert rows[0]["cells"]["owner"]["file"] == "县文旅局"
    assert rows[0]["document"] == shown["document"]
    assert asking.post(f"/ledgers/{pk}/apply", {}).json() == {"changed": 0, "added": 2}
    listed = asking.get("/commitments", document=shown["document"]).json()["items"]
    assert [(row["state"], row["due"]) for row in listed] == [("accepted", "2026-09-30"), ("accepted", "2026-12-20")]


def test_rows_are_asked_for_by_kind_and_page(ledger, program):
    asking = program("delivery")

    def rows(**query):
        page = asking.get(f"/ledgers/{ledger.pk}/rows", **query).json()
        return [row["kind"] for row in page["items"]], page["next"]

    assert rows() == (["changed", "conflict", "new", "skipped"], None)
    assert rows(kind="conflict") == (["conflict"], None)
    assert rows(limit=2) == (["changed", "conflict"], 1)
    assert rows(limit=2, after=1) == (["new", "skipped"], None)
    [conflict] = asking.get(f"/ledgers/{ledger.pk}/rows", kind="conflict").json()["items"]
    assert conflict["cells"]["leader"] == {
        "cell": "B4",
        "file": "王副市长",
        "now": "李副市长",
        "base": "",
        "conflict": True,
    }
    [skipped] = asking.get(f"/ledgers/{ledger.pk}/rows", kind="skipped").json()["items"]
    assert skipped["faults"] == [{"cell": "A6", "zh": "合计行", "en": "a total"}]
    wrong = asking.get(f"/ledgers/{ledger.pk}/rows", kind="same")
    assert (wrong.status_code, wrong.json()["where"]) == (422, "kind")


def test_of_a_conflict_the_values_of_the_register_stay_unless_its_row_is_taken(ledger, proposals, program):
    asking = program("delivery")
    changed, conflict, *_ = ledger.rows.order_by("position")
    unknown = asking.post(f"/ledgers/{ledger.pk}/apply", {"take": [conflict.pk, changed.pk]})
    assert (unknown.status_code, unknown.json()["where"]) == (422, "take.1")
    assert LedgerImport.objects.get().state == "previewed"
    done = asking.post(f"/ledgers/{ledger.pk}/apply", {"take": [conflict.pk]}).json()
    assert done == {"changed": 2, "added": 1}
    assert Commitment.objects.get(pk=proposals[2].pk).leader == "王副市长"


def test_without_taking_the_conflict_the_others_come_in(ledger, proposals, program):
    assert program("delivery").post(f"/ledgers/{ledger.pk}/apply", {}).json() == {"changed": 1, "added": 1}
    assert Commitment.objects.get(pk=proposals[2].pk).leader == "李副市长"


def test_a_change_since_the_preview_stops_all_of_it_and_is_told(ledger, world, proposals, program):
    edit_commitment(actor=world.actor("leader"), commitment=proposals[1], revision=1, changes={"leader": "李副市长"})
    asking = program("delivery")
    stale = asking.post(f"/ledgers/{ledger.pk}/apply", {})
    assert (stale.status_code, stale.json()["code"]) == (409, "stale")
    assert stale.json()["clash"] == {"leader": {"now": "李副市长", "wanted": "张副市长"}}
    assert stale.json()["where"] == proposals[1].code
    assert Commitment.objects.count() == 3
    assert asking.post(f"/ledgers/{ledger.pk}/again", "").json()["state"] == "reading"


def test_steps_that_the_state_does_not_allow_are_refused(ledger, program):
    asking = program("delivery")

    def codes():
        bodies = {"apply": {}, "again": {}, "confirm": {"fields": {"abc": ["quote", "leader"]}}, "dismiss": None}
        answers = [asking.post(f"/ledgers/{ledger.pk}/{step}", body) for step, body in bodies.items()]
        return [(answer.status_code, answer.json().get("code")) for answer in answers]

    LedgerImport.objects.update(state="applied")
    assert codes() == [(200, None)] + [(409, "illegal-step")] * 3
    LedgerImport.objects.update(state="dismissed")
    assert codes() == [(409, "illegal-step")] * 3 + [(200, None)]


def test_a_ledger_goes_into_the_register_of_an_own_body_and_no_other(world, program):
    for keeper in (world.culture.pk, 999999):
        refused = upload(program("delivery"), foreign(), keeper=keeper)
        assert (refused.status_code, refused.json()["where"]) == (422, "keeper")
    missing = program("delivery").post("/ledgers", data={})
    assert (missing.status_code, missing.json()["where"]) == (422, "file")
    assert LedgerImport.objects.count() == 0


@pytest.mark.parametrize("role", ["nobody", "system", "security", "auditor"])
def test_whoever_keeps_no_register_brings_in_none_and_sees_none(world, ledger, program, role):
    asking = program(role)
    answer = upload(asking, foreign())
    assert (answer.status_code, answer.json()["code"]) == (403, "not-allowed")
    assert "上传台账" in answer.json()["detail"]
    assert asking.get("/ledgers").json()["items"] == []
    assert asking.get(f"/ledgers/{ledger.pk}").status_code == 404


def test_a_colleague_of_the_keeper_sees_it_and_takes_it_over(world, ledger, program):
    asking = program("leader")
    assert [item["id"] for item in asking.get("/ledgers").json()["items"]] == [ledger.pk]
    assert asking.post(f"/ledgers/{ledger.pk}/apply", {}).status_code == 200


def test_a_file_that_is_no_workbook_says_so_in_both_languages(world, program):
    asking = program("delivery")
    pk = upload(asking, "不是表格".encode()).json()["id"]
    shown = previewed(asking, pk)
    assert shown["state"] == "failed"
    assert shown["error"]
    assert program("delivery", language="en").get(f"/ledgers/{pk}").json()["error"].isascii()


def test_a_ledger_continues_a_document_of_its_keeper_only(world, ledger, document, program):
    asking = program("delivery")
    others = bring_and_read(world.culture, "别的单位年底前建成书房3座。").documents.get()
    for pk in (others.pk, 999999):
        refused = asking.post(f"/ledgers/{ledger.pk}/again", {"document": pk})
        assert (refused.status_code, refused.json()["where"]) == (422, "document")
    assert asking.post(f"/ledgers/{ledger.pk}/again", {"document": document.pk}).json()["document"] == document.pk


def test_a_ledger_that_was_given_up_changes_nothing_and_has_no_rows(ledger, program):
    asking = program("delivery")
    assert asking.post(f"/ledgers/{ledger.pk}/dismiss").json()["state"] == "dismissed"
    assert asking.post(f"/ledgers/{ledger.pk}/dismiss").status_code == 200
    assert asking.get(f"/ledgers/{ledger.pk}/rows").json() == {"items": [], "next": None}


@pytest.mark.parametrize(
    ("step", "body", "where"),
    [
        ("apply", {"take": "all"}, "take"),
        ("apply", {"take": [-1]}, "take.0"),
        ("apply", {"reason": "理" * 501}, "reason"),
        ("confirm", {"fields": {}}, "fields"),
        ("confirm", {"fields": {"abc": ["quote", "colour"]}}, "fields.abc.1"),
        ("confirm", {"fields": {"abc": ["quote", "key"]}}, "fields.abc.1"),
        ("confirm", {"fields": {"xyz": ["quote"]}}, "fields"),
        ("again", {"document": "first"}, "document"),
    ],
)
def test_what_cannot_be_understood_names_its_place(ledger, program, step, body, where):
    answer = program("delivery").post(f"/ledgers/{ledger.pk}/{step}", body)
    assert (answer.status_code, answer.json()["where"]) == (422, where)


@pytest.mark.parametrize("count", [1, 4])
def test_the_rows_of_a_ledger_take_as_many_queries_for_many_as_for_one(
    ledger, program, count, django_assert_max_num_queries
):
    asking = program("delivery")
    asking.get("/ledgers")
    with django_assert_max_num_queries(8):
        assert len(asking.get(f"/ledgers/{ledger.pk}/rows", limit=count).json()["items"]) == count
    with django_assert_max_num_queries(8):
        asking.get("/ledgers")


def test_whoever_lost_the_post_no_longer_sees_the_ledger(world, ledger, version, program):
    Post.objects.filter(person=world.persons["delivery"]).update(kind="evaluator")
    asking = program("delivery")
    assert asking.get(f"/ledgers/{ledger.pk}").status_code == 404
    assert asking.get("/commitments").json()["items"]


def test_a_withdrawn_commitment_is_exported_when_it_is_asked_for(world, version, proposals, program):
    decide(actor=world.actor("delivery"), commitment=proposals[0], decision="withdraw", reason="合并到别处")
    words = [str(c.value) for row in exported(program("delivery"), state="withdrawn").active.iter_rows() for c in row]
    assert proposals[0].quote in words
