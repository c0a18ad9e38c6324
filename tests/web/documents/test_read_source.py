"""To read a file that waits."""

from __future__ import annotations

import datetime as dt
import io
import os
import zipfile

import pytest
from bringing import SYSTEM, TEXT, bring, bring_and_read

from luoshi.common.errors import NotAllowed
from luoshi.documents import isolation
from luoshi.documents.actions import read_source, retry_source
from luoshi.documents.enums import SourceState
from luoshi.documents.models import Finding, Leaf, Source
from luoshi.documents.queries.export import documents_of
from luoshi.documents.recovery import requeue_interrupted
from luoshi.journal.models import Entry
from luoshi_core.lifecycle import IllegalStep


def test_what_was_found_stands_in_rows_with_its_places_in_the_text(world):
    source = bring_and_read(world.office)
    assert source.state == SourceState.READ
    works, bans = Finding.objects.order_by("position")
    assert (works.owner, works.partners, works.due) == ("县水利局", ["县财政局"], dt.date(2026, 9, 30))
    assert works.path == ["一"]
    assert "".join(TEXT[s:e] for s, e in works.spans) == works.quote
    assert (works.start, works.end) == (works.spans[0][0], works.spans[-1][1])
    assert bans.kind == "prohibition"
    assert "".join(Leaf.objects.values_list("text", flat=True)) == TEXT


def test_one_journal_entry_tells_what_came_out(world):
    source = bring_and_read(world.office)
    entry = Entry.objects.first()
    assert (entry.verb, entry.subject_id) == ("documents.read_source", str(source.pk))
    assert '"findings":2' in entry.record


def test_read_again_nothing_changes(world):
    source = bring_and_read(world.office)
    read_source(actor=SYSTEM, source_id=source.pk)
    assert (Finding.objects.count(), Entry.objects.count()) == (2, 2)


def test_a_file_that_cannot_be_read_keeps_the_reason_in_both_languages(world):
    source = bring_and_read(world.office, b"\x00\xff" * 900, "杂音.txt")
    assert source.state == SourceState.FAILED
    assert source.error_zh
    assert source.error_en.removeprefix("杂音.txt").isascii()
    assert "Traceback" not in source.error_zh


def test_an_archive_has_a_row_for_each_of_its_files(world):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("甲.txt", TEXT)
        archive.writestr("乙.txt", TEXT.replace("3座", "4座"))
        archive.writestr("坏.bin", b"\x00\xff" * 900)
    source = bring_and_read(world.office, stream.getvalue(), "一批.zip")
    assert [member.name for member in source.members.order_by("pk")] == ["甲.txt", "乙.txt"]
    assert source.remarks[0]["where"].endswith("坏.bin")
    assert [len(document.commitments) for document in documents_of(source)] == [2, 2]


def test_a_reading_that_takes_too_long_is_stopped(world, settings):
    settings.LUOSHI = {**settings.LUOSHI, "READ_SECONDS": 0}
    assert "已停止" in bring_and_read(world.office).error_zh


def test_a_reading_process_that_dies_is_no_end_of_the_world(world, monkeypatch):
    monkeypatch.setattr(isolation, "work", os._exit)
    source = bring_and_read(world.office)
    assert source.state == SourceState.FAILED


def test_a_file_whose_reading_was_cut_off_waits_again_and_is_read(world):
    source = bring(world.office)
    Source.objects.update(state=SourceState.READING)
    assert requeue_interrupted() == 1
    read_source(actor=SYSTEM, source_id=source.pk)
    assert Source.objects.get().state == SourceState.READ


def test_only_a_file_that_failed_is_read_once_more(world):
    failed, done = bring_and_read(world.office, b""), bring_and_read(world.office)
    assert retry_source(actor=world.actor("delivery"), source=failed).state == SourceState.QUEUED
    with pytest.raises(IllegalStep):
        retry_source(actor=world.actor("delivery"), source=done)


def test_a_neighbour_has_nothing_read_again(world):
    failed = bring_and_read(world.north_culture, b"")
    with pytest.raises(NotAllowed):
        retry_source(actor=world.actor("south"), source=failed)


def test_the_export_gives_back_what_the_core_found(world):
    from luoshi_core.reading import read
    from luoshi_core.reading.export import document_to_dict

    source = bring_and_read(world.office)
    assert [document_to_dict(d) for d in documents_of(source)] == [
        document_to_dict(d) for d in read(TEXT.encode(), "通知.txt").documents
    ]
