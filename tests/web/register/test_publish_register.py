"""A version is published and stays what it is."""

from __future__ import annotations

import json

import pytest
from bringing import SYSTEM
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from reviewing import entries, everything, reviewed, rows_of

from luoshi.bodies.enums import PostKind
from luoshi.common.errors import NotAllowed, Refused
from luoshi.documents.actions import expire_sources, remove_source
from luoshi.documents.models import Document, Source
from luoshi.register.actions import add_commitment, decide, edit_commitment, publish_register, save_view
from luoshi.register.fields import FIELDS
from luoshi.register.models import Commitment, Version, VersionItem
from luoshi_core.chain import canonical, digest


def _accept(actor, *rows):
    for row in rows:
        decide(actor=actor, commitment=row, decision="accept")


@pytest.fixture
def published(document, actor):
    """The first version, with the first and the third commitment."""
    first, _, third = rows_of(document)
    _accept(actor, first, third)
    return publish_register(actor=actor, document=document)


def test_it_holds_what_was_accepted_and_nothing_undecided(world, document, actor, published):
    first, second, third = rows_of(document)
    assert [row.state for row in (first, second, third)] == ["registered", "proposed", "registered"]
    assert [(item.position, item.commitment) for item in published.items.all()] == [(0, first), (1, third)]
    assert (published.number, published.count, published.assessable) == (1, 2, 0)
    assert (published.published_by, published.name) == (
        world.persons["delivery"],
        "关于印发文化惠民行动方案的通知任务台账（第1版）",
    )
    assert [row.published_revision for row in (first, second, third)] == [2, None, 2]
    assert not any(row.is_changed for row in (first, second, third))


def test_an_item_is_every_field_as_it_was(document, published):
    row = rows_of(document)[0]
    content = published.items.first().content
    assert set(content) == {"code", "path", "missing", *FIELDS}
    assert (content["code"], content["quote"], content["owner"], content["due"]) == (
        row.code,
        row.quote,
        "市文旅局",
        "2026-09-30",
    )
    assert content["missing"] == ["beneficiary", "evidence", "checker"]
    assert content["targets"][0] == {"measure": "城市书房", "op": "=", "value": 12, "unit": "座"}


def test_the_journal_names_version_and_digest(document, actor, published):
    (entry,) = entries("register.publish")
    assert entry["after"] == {"version": 1, "name": published.name, "count": 2, "digest": published.digest}
    assert (entry["subject_id"], entry["actor"], entry["reason"]) == (str(document.pk), actor.id, "")


def test_an_outsider_computes_the_digest_again(document, actor):
    row = rows_of(document)[0]
    targets = [{"measure": "达标率", "op": ">=", "value": value, "unit": "%"} for value in (99.5, 1e-7, 0.1, 3)]
    edit_commitment(actor=actor, commitment=row, revision=1, changes={"targets": targets, "change": "😀\n"})
    _accept(actor, row)
    version = publish_register(actor=actor, document=document)
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM register_versionitem WHERE version_id = %s ORDER BY position", [version.pk])
        stored = [cell if isinstance(cell, str) else json.dumps(cell) for (cell,) in cursor.fetchall()]
    contents = [json.loads(json.dumps(json.loads(cell)), parse_float=str) for cell in stored]
    assert digest(canonical(contents), version.algorithm) == version.digest


def test_the_database_refuses_to_change_or_remove_a_version(document, published):
    versions, items = Version.objects.filter(pk=published.pk), VersionItem.objects.filter(version=published)
    for change in (
        lambda: versions.update(name="x"), lambda: versions.update(digest="0" * 64),
        lambda: versions._raw_delete("default"), lambda: items.update(content={}), lambda: items.update(position=9),
        lambda: items._raw_delete("default"),
    ):  # fmt: skip
        with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
            change()
    assert Version.objects.get().name == published.name


@pytest.mark.postgres
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no TRUNCATE")
def test_a_version_is_not_truncated_either(published):
    for tables in ("register_versionitem", "register_version, register_versionitem"):
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
                cursor.execute(f"TRUNCATE {tables}")


def test_a_document_with_a_version_cannot_be_taken_away(document, actor, published):
    before = everything()
    with pytest.raises(Refused, match="已经发布，不能删除"):
        remove_source(actor=actor, source=document.source)
    Source.objects.update(expires_at=timezone.now() - timezone.timedelta(days=1))
    assert expire_sources(actor=SYSTEM) == 0
    assert everything() == before
    assert Document.objects.filter(pk=document.pk).exists()


def test_expiry_takes_the_files_of_visitors_though_one_of_a_body_is_over_too(world, document, actor, published):
    from bringing import bring
    from reviewing import VISITOR

    bring(None, actor=VISITOR)
    Source.objects.update(expires_at=timezone.now() - timezone.timedelta(days=1))
    assert expire_sources(actor=SYSTEM) == 1
    assert Source.objects.get() == document.source


def test_without_anything_accepted_there_is_no_version(document, actor):
    before = everything()
    with pytest.raises(Refused, match="还没有采纳任何任务"):
        publish_register(actor=actor, document=document)
    assert everything() == before


def test_again_without_a_change_there_is_no_version(document, actor, published):
    before = everything()
    for reason in ("", "再发一次"):
        with pytest.raises(Refused, match="没有变动"):
            publish_register(actor=actor, document=document, reason=reason)
    assert everything() == before


def test_a_later_version_says_why_and_holds_what_was_left_out(document, actor, published):
    _accept(actor, rows_of(document)[1])
    before = everything()
    for reason in ("", "  \n"):
        with pytest.raises(Refused, match="为什么要发布新版"):
            publish_register(actor=actor, document=document, reason=reason)
    assert everything() == before
    second = publish_register(actor=actor, document=document, reason=" 补充活动 ", name=" 年中版 ")
    assert (second.number, second.count, second.reason, second.name) == (2, 3, "补充活动", "年中版")
    assert entries("register.publish")[-1]["reason"] == "补充活动"


def test_names_and_reasons_that_cannot_be(document, actor):
    _accept(actor, rows_of(document)[0])
    before = everything()
    for more, words in [
        ({"name": "名" * 201}, "名称：不能超过 200"), ({"name": "名\0"}, "名称：含有"),
        ({"reason": "x" * 100_000}, "理由：不能超过 500"), ({"reason": "\0"}, "理由：含有"),
    ]:  # fmt: skip
        with pytest.raises(Refused, match=words):
            publish_register(actor=actor, document=document, **more)
    assert everything() == before


def test_the_name_of_a_long_title_keeps_its_number(document, actor):
    Document.objects.filter(pk=document.pk).update(title="题" * 300)
    document.refresh_from_db()
    _accept(actor, rows_of(document)[0])
    name = publish_register(actor=actor, document=document).name
    assert len(name) == 200
    assert name.endswith("题任务台账（第1版）")


def test_what_was_withdrawn_leaves_with_the_next_version_and_returns_with_another(document, actor, published):
    first, _, third = rows_of(document)
    decide(actor=actor, commitment=third, decision="withdraw", reason="取消")
    third.refresh_from_db()
    assert third.is_changed
    assert published.items.count() == 2
    second = publish_register(actor=actor, document=document, reason="取消一项")
    third.refresh_from_db()
    assert [item.commitment for item in second.items.all()] == [first]
    assert (third.state, third.is_changed) == ("withdrawn", False)
    decide(actor=actor, commitment=third, decision="restore", reason="恢复")
    third.refresh_from_db()
    assert third.is_changed
    assert publish_register(actor=actor, document=document, reason="恢复").digest == published.digest


def test_a_version_may_be_empty_when_everything_was_withdrawn(document, actor, published):
    for row in Commitment.objects.filter(state="registered"):
        decide(actor=actor, commitment=row, decision="withdraw", reason="取消")
    assert publish_register(actor=actor, document=document, reason="全部取消").count == 0


def test_those_that_nothing_is_missing_from_are_counted(document, actor):
    row = rows_of(document)[0]
    changes = {"beneficiary": "读者", "evidence": ["felt"], "checker": "市统计局"}
    edit_commitment(actor=actor, commitment=row, revision=1, changes=changes)
    _accept(actor, *rows_of(document))
    version = publish_register(actor=actor, document=document)
    assert (version.count, version.assessable) == (3, 1)


def test_items_stand_in_the_order_of_the_text(document, actor):
    text = document.source.leaves.get().text
    at = text.index("设施")
    added = add_commitment(actor=actor, document=document, start=at, end=at + 2)
    _accept(actor, *rows_of(document))
    version = publish_register(actor=actor, document=document)
    assert version.items.first().commitment == added


def test_other_documents_are_left_alone(world, document, actor):
    other = reviewed(world.office, "一、供水\n县水利局2026年9月底前建成泵站3座。\n")
    _accept(actor, *rows_of(other), *rows_of(document))
    publish_register(actor=actor, document=document)
    assert {row.state for row in rows_of(other)} == {"accepted"}
    assert publish_register(actor=actor, document=other).number == 1


def test_luoshi_itself_publishes_without_a_person(document, actor):
    _accept(actor, rows_of(document)[0])
    assert publish_register(actor=SYSTEM, document=document).published_by is None


def test_a_leader_reviews_and_does_not_publish(world, document):
    leader = world.actor("leader")
    _accept(leader, rows_of(document)[0])
    with pytest.raises(NotAllowed):
        publish_register(actor=leader, document=document)
    world.persons["leader"].posts.update(kind=PostKind.EDITOR)
    assert publish_register(actor=world.actor("leader"), document=document).number == 1
    save_view(actor=leader, name="一", query="")


@pytest.mark.slow
def test_a_thousand_take_few_queries(document, actor):
    row = rows_of(document)[0]
    Commitment.objects.bulk_create(
        Commitment(
            document=document, serial=100 + i, keeper=row.keeper, place=row.place, quote=f"第{i}件", state="accepted"
        )
        for i in range(1000)
    )
    with CaptureQueriesContext(connection) as queries:
        assert publish_register(actor=actor, document=document).count == 1000
    assert len(queries) < 25
    assert not Commitment.objects.filter(state="accepted").exists()
