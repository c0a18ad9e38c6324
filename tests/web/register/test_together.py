"""Several at once: nothing is lost, nothing is doubled. SQLite lets one writer in at a time, so PostgreSQL is asked."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from reviewing import entries, rows_of

from luoshi.journal.models import Head
from luoshi.register.actions import (
    Edit,
    add_commitment,
    decide,
    decide_all,
    edit_commitment,
    edit_commitments,
    open_review,
    publish_register,
    split_commitment,
)
from luoshi.register.models import Change, Commitment, Version
from luoshi_core.chain import GENESIS

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.postgres,
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one writer in at a time"),
]


@pytest.fixture(autouse=True)
def journal(db):
    """What threads wrote is taken out after the test, though the journal and the versions refuse it."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = origin")
    Head.objects.get_or_create(id=1, defaults={"seq": 0, "hash": GENESIS})
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")


def _at_once(*acts):
    """What each act gave or raised, all begun at the same moment."""
    gate = threading.Barrier(len(acts))

    def run(act):
        gate.wait(10)
        try:
            return act()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def _while_held(holds, waits):
    """``waits`` begins while the transaction of ``holds`` is not over yet."""

    def slowly():
        with transaction.atomic():
            result = holds()
            time.sleep(0.5)
        return result

    def later():
        time.sleep(0.2)
        return waits()

    return _at_once(slowly, later)


def _edit(actor, row, **changes):
    return lambda: edit_commitment(actor=actor, commitment=row, revision=1, changes=changes)


def test_different_fields_of_the_same_commitment_are_both_kept(world, document, actor):
    row = rows_of(document)[0]
    other = world.actor("leader")
    names = ("leader", "baseline", "change", "beneficiary")
    _at_once(*[_edit((actor, other)[i % 2], row, **{name: name}) for i, name in enumerate(names)])
    row.refresh_from_db()
    assert [getattr(row, name) for name in names] == list(names)
    assert row.revision == 5
    assert sorted(Change.objects.values_list("revision", flat=True)) == [2, 3, 4, 5]
    assert len(entries("register.edit")) == 4


def test_of_two_values_for_one_field_one_is_stale(world, document, actor):
    row = rows_of(document)[0]
    outcomes = _at_once(_edit(actor, row, leader="张三"), _edit(world.actor("leader"), row, leader="李四"))
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Commitment", "Stale"]
    row.refresh_from_db()
    winner = next(outcome for outcome in outcomes if isinstance(outcome, Commitment))
    assert (row.leader, row.revision) == (winner.leader, 2)


def test_who_waited_sees_the_new_owner_and_its_place(world, document, actor):
    row = rows_of(document)[0]
    _while_held(_edit(actor, row, owner=world.north_culture), _edit(world.actor("leader"), row, baseline="零"))
    row.refresh_from_db()
    assert (row.owner, row.place, row.baseline) == (world.north_culture, world.north, "零")


def test_two_that_publish_make_one_version(document, actor):
    decide(actor=actor, commitment=rows_of(document)[0], decision="accept")
    outcomes = _at_once(*[lambda: publish_register(actor=actor, document=document, reason="同时")] * 3)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Refused", "Refused", "Version"]
    assert list(Version.objects.values_list("number", flat=True)) == [1]
    assert len(entries("register.publish")) == 1


def test_versions_published_at_once_have_a_number_each(document, actor):
    decide(actor=actor, commitment=rows_of(document)[0], decision="accept")
    publish_register(actor=actor, document=document)

    def accept_and_publish(row):
        def act():
            decide(actor=actor, commitment=row, decision="accept")
            return publish_register(actor=actor, document=document, reason="补充")

        return act

    _at_once(*[accept_and_publish(row) for row in rows_of(document)[1:]])
    numbers = list(Version.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert Version.objects.order_by("-number").first().count == 3
    assert len(entries("register.publish")) == len(numbers)


@pytest.mark.parametrize("name", ["edit", "accept", "add"])
def test_what_happens_during_publication_is_not_taken_for_published(world, document, actor, monkeypatch, name):
    from luoshi.register.actions import publish

    first, second, _ = rows_of(document)
    decide(actor=actor, commitment=first, decision="accept")
    freeze = publish.contents_digest

    def slow(contents, algorithm):
        time.sleep(0.6)
        return freeze(contents, algorithm)

    monkeypatch.setattr(publish, "contents_digest", slow)
    other = world.actor("leader")

    def meanwhile():
        time.sleep(0.2)
        if name == "edit":
            return edit_commitment(actor=other, commitment=first, revision=2, changes={"leader": "张三"})
        if name == "add":
            return add_commitment(actor=other, document=document, start=first.start, end=first.start + 5)
        return decide(actor=other, commitment=second, decision="accept")

    version, changed = _at_once(lambda: publish_register(actor=actor, document=document), meanwhile)
    assert isinstance(version, Version), version
    assert isinstance(changed, Commitment), changed
    first, second = (Commitment.objects.get(pk=row.pk) for row in (first, second))
    if name == "add":
        changed.refresh_from_db()
        assert (changed.state, changed.published_revision) == ("accepted", None)
    assert version.items.get().content["leader"] == ""
    assert first.is_changed is (name == "edit")
    assert second.state == ("accepted" if name == "accept" else "proposed")


def test_a_review_that_two_open_holds_each_finding_once(world, document, actor):
    Commitment.objects.all().delete()
    outcomes = _at_once(*[lambda: open_review(actor=actor, document=document)] * 3)
    assert sorted(outcomes) == [0, 0, 3]
    assert Commitment.objects.count() == 3


def test_parts_and_additions_have_a_number_each(document, actor):
    first, _, _ = rows_of(document)
    second = rows_of(document)[1]
    text = document.source.leaves.get().text
    at = text.index("各单位要")
    outcomes = _at_once(
        lambda: split_commitment(actor=actor, commitment=first, revision=1, cuts=[10]),
        lambda: split_commitment(actor=actor, commitment=second, revision=1, cuts=[10]),
        lambda: add_commitment(actor=actor, document=document, start=at, end=at + 8),
        lambda: add_commitment(actor=actor, document=document, start=at, end=at + 8),
    )
    assert not [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert sorted(row.serial for row in rows_of(document)) == [1, 2, 3, 4, 5, 6]
    assert entries()


def test_split_twice_at_once_is_split_once(document, actor):
    row = rows_of(document)[0]
    outcomes = _at_once(*[lambda: split_commitment(actor=actor, commitment=row, revision=1, cuts=[10])] * 2)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Stale", "list"]
    assert Commitment.objects.count() == 4


def test_many_that_write_in_opposite_order_do_not_wait_for_each_other(world, document, actor):
    rows = rows_of(document)

    def edits(order, **changes):
        return lambda: edit_commitments(actor=actor, edits=[Edit(row.pk, 1, changes) for row in order])

    def decides(decision):
        return lambda: decide_all(actor=actor, commitments=[(row.pk, None) for row in rows], decision=decision)

    for number in range(5):
        Commitment.objects.update(revision=1)
        Change.objects.all().delete()
        outcomes = _at_once(
            edits(rows, leader=f"甲{number}"),
            edits(rows[::-1], baseline=f"乙{number}"),
            decides("reopen" if number % 2 else "accept"),
        )
        assert not [outcome for outcome in outcomes if isinstance(outcome, Exception)], outcomes
    assert entries()


def test_two_that_choose_the_body_of_one_name_do_not_wait_for_each_other(world, document, actor):
    for number in range(5):
        Commitment.objects.update(revision=1, owner=None, owner_name=f"某局{number}")
        Change.objects.all().delete()
        rows = rows_of(document)
        outcomes = _at_once(*[_edit(actor, row, owner=world.culture) for row in (rows[0], rows[2], rows[1])])
        assert not [outcome for outcome in outcomes if not isinstance(outcome, Commitment)], outcomes
        assert {row.owner for row in rows_of(document)} == {world.culture}


def test_decided_twice_at_once_is_decided_once(document, actor):
    row = rows_of(document)[0]
    _at_once(*[lambda: decide(actor=actor, commitment=row, decision="accept", revision=1)] * 3)
    assert len(entries("register.accept")) == 1
    row.refresh_from_db()
    assert row.revision == 2
