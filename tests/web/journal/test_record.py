"""To record: the one verb of the journal."""

from __future__ import annotations

import json

import pytest
from django.db import DatabaseError, connection, transaction

from luoshi.common.actor import Actor
from luoshi.journal.actions import Subject, record
from luoshi.journal.models import Entry, Head
from luoshi.journal.queries import export_lines, find_faults
from luoshi_core.chain import GENESIS, FaultKind, digest

pytestmark = pytest.mark.django_db
SUBJECT = Subject("bodies.body", "7", "珩川市图书馆")


def write(n: int = 1, **values: object) -> list[Entry]:
    """Some entries."""
    entries = []
    for i in range(n):
        with transaction.atomic():
            entries.append(
                record(
                    actor=Actor.system("测试"), verb="bodies.add_body", subject=SUBJECT, after={"number": i, **values}
                )
            )
    return entries


def tamper(statement: str, *values: object) -> None:
    """What somebody with the database's password could do: the guards are taken down first."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE journal_entry DISABLE TRIGGER USER")
            cursor.execute(statement, values)
            cursor.execute("ALTER TABLE journal_entry ENABLE TRIGGER USER")
            return
        cursor.execute("SELECT sql, name FROM sqlite_master WHERE type='trigger' AND tbl_name='journal_entry'")
        guards = cursor.fetchall()
        for _, name in guards:
            cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute(statement, values)
        for guard, _ in guards:
            cursor.execute(guard)


def test_the_first_entry_hangs_on_the_beginning_and_each_later_one_on_the_one_before():
    first, second = write(2)
    assert json.loads(first.record)["previous"] == GENESIS
    assert json.loads(second.record)["previous"] == first.hash
    assert Head.objects.get().hash == second.hash


def test_an_entry_says_who_did_what_to_what_from_where():
    actor = Actor(id="person:3", name="闻人砚", address="192.0.2.1")
    with transaction.atomic():
        entry = record(
            actor=actor, verb="bodies.add_alias", subject=SUBJECT, before={"a": 1}, after={"a": 2}, reason="更名"
        )
    fields = json.loads(entry.record)
    assert (fields["actor"], fields["actor_name"], fields["address"]) == ("person:3", "闻人砚", "192.0.2.1")
    assert (fields["before"], fields["after"], fields["reason"]) == ({"a": 1}, {"a": 2}, "更名")
    assert fields["subject_name"] == "珩川市图书馆"


def test_an_unknown_verb_is_refused():
    with transaction.atomic(), pytest.raises(ValueError, match="unknown verb"):
        record(actor=Actor.system("测试"), verb="bodies.wave_at_body", subject=SUBJECT)


@pytest.mark.parametrize("statement", ["UPDATE journal_entry SET actor_name = 'x'", "DELETE FROM journal_entry"])
def test_the_database_itself_refuses_to_change_the_journal(statement):
    write()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Entry.objects.count() == 1


def test_the_head_cannot_go_back():
    write(2)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Head.objects.update(seq=1)


def test_a_whole_chain_has_no_fault():
    write(5)
    assert list(find_faults()) == []


def test_a_changed_record_is_named():
    write(5)
    tamper("UPDATE journal_entry SET record = replace(record, '\"number\":2', '\"number\":9') WHERE seq = 3")
    assert [(f.kind, f.seq) for f in find_faults()] == [(FaultKind.CHANGED, 3)]


def test_a_changed_record_with_a_hash_made_to_fit_is_named_all_the_same():
    entries = write(5)
    forged = entries[2].record.replace('"number":2', '"number":9')
    tamper("UPDATE journal_entry SET record = %s, hash = %s WHERE seq = 3", forged, digest(forged, "sha256"))
    assert [(f.kind, f.seq) for f in find_faults()] == [(FaultKind.CHANGED, 3)]


def test_a_changed_column_is_named():
    write(3)
    tamper("UPDATE journal_entry SET actor = 'person:99' WHERE seq = 2")
    assert [(f.kind, f.seq) for f in find_faults()] == [(FaultKind.CHANGED, 2)]


@pytest.mark.parametrize(("gone", "first", "last"), [((2, 3), 2, 3), ((5,), 5, 5), ((1,), 1, 1)])
def test_missing_entries_are_named(gone, first, last):
    write(5)
    for seq in gone:
        tamper("DELETE FROM journal_entry WHERE seq = %s", seq)
    assert [(f.kind, f.seq, f.last) for f in find_faults()] == [(FaultKind.MISSING, first, last)]


def test_an_entry_put_in_behind_the_end_is_named():
    last = write(3)[-1]
    tamper(
        "INSERT INTO journal_entry"
        " (seq, at, actor, actor_name, verb, subject_type, subject_id, subject_name, record, hash)"
        " SELECT 4, at, actor, actor_name, verb, subject_type, subject_id, subject_name, record, %s"
        " FROM journal_entry WHERE seq = %s",
        "f" * 64,
        last.seq,
    )
    assert next((f.kind, f.seq) for f in find_faults()) == (FaultKind.INSERTED, 4)


def test_the_chain_may_use_sm3(settings):
    settings.LUOSHI = {**settings.LUOSHI, "JOURNAL_DIGEST": "sm3"}
    (entry,) = write()
    assert entry.hash == digest(entry.record, "sm3")
    assert list(find_faults()) == []


def test_the_export_holds_every_entry_with_its_hash():
    entries = write(3)
    assert [line.split("\t")[0] for line in export_lines()] == [entry.hash for entry in entries]
