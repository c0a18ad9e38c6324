"""Read a file and keep what was found."""

from __future__ import annotations

from dataclasses import asdict

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from luoshi.common.actor import Actor
from luoshi.documents import bridge, files
from luoshi.documents.enums import SourceState
from luoshi.documents.fulltext import DOCUMENT_TERMS, FINDING_TERMS, document_entry, finding_entries
from luoshi.documents.isolation import read_isolated
from luoshi.documents.layout import batched, leaves_of
from luoshi.documents.models import Call, Finding, Leaf, Passage, Source
from luoshi.documents.permission import require_for_source
from luoshi.documents.subjects import subject_of
from luoshi.documents.tasks import enqueue_reading
from luoshi.journal.actions import record
from luoshi_core import reading as core
from luoshi_core.lifecycle import READING
from luoshi_core.reading.errors import ReadingError

BATCH = 500


def read_source(*, actor: Actor, source_id: int) -> None:
    """Read a file that waits; one that is gone, being read or done already is left alone.

    Effects: documents, outline, findings and calls are written with their terms for the search and
    a journal entry in one transaction, or the reason why it cannot be read. Only the system calls it.
    """
    require_for_source(actor, "documents.read_source")
    start = READING.after(SourceState.QUEUED, "start")
    if not Source.objects.filter(pk=source_id, state=SourceState.QUEUED).update(state=start):
        return
    source = Source.objects.get(pk=source_id)
    limits = {"seconds": settings.LUOSHI["READ_SECONDS"], "memory_mb": settings.LUOSHI["READ_MEMORY_MB"]}
    try:
        reading = read_isolated(files.path_of(source.sha256), source.name, **limits)
    except ReadingError as error:
        _keep_failure(actor, source, error)
    else:
        _keep_reading(actor, source, reading)


@transaction.atomic
def retry_source(*, actor: Actor, source: Source) -> Source:
    """Have a file read once more that could not be read or whose reading was cut off.

    Effects: it waits again, a journal entry, a reading job after the commit.
    """
    require_for_source(actor, "documents.retry_source", source)
    source = Source.objects.select_for_update().get(pk=source.pk)
    source.state = READING.after(source.state, "retry")
    source.save(update_fields=["state"])
    record(actor=actor, verb="documents.retry_source", subject=subject_of(source))
    enqueue_reading(source)
    return source


@transaction.atomic
def _keep_failure(actor: Actor, source: Source, error: ReadingError) -> None:
    source = Source.objects.select_for_update().get(pk=source.pk)
    source.state = READING.after(source.state, "fail")
    source.error_zh, source.error_en = error.message("zh")[:500], error.message("en")[:500]
    source.read_at = timezone.now()
    source.save(update_fields=["state", "error_zh", "error_en", "read_at"])
    after = {"state": source.state, "error": source.error_zh}
    record(actor=actor, verb="documents.read_source", subject=subject_of(source), after=after)


@transaction.atomic
def _keep_reading(actor: Actor, source: Source, reading: core.Reading) -> None:
    source = Source.objects.select_for_update().get(pk=source.pk)
    source.state = READING.after(source.state, "finish")
    count = _fill(source, reading)
    for part in reading.parts:
        count += _fill(_member(source, part), part)
    after = {"state": source.state, "documents": len(reading.documents), "findings": count}
    record(actor=actor, verb="documents.read_source", subject=subject_of(source), after=after)


def _member(archive: Source, part: core.Reading) -> Source:
    """The row of a file in an archive; it lives and ends with the archive."""
    same = {
        name: getattr(archive, name) for name in ("body", "session", "brought_by", "is_demo", "expires_at", "sha256")
    }
    return Source(parent=archive, name=(part.name or archive.name)[:255], size=0, state=archive.state, **same)


def _fill(source: Source, reading: core.Reading) -> int:
    """Write what was read into the row and its documents; returns the number of findings."""
    text = reading.source
    if text is not None:
        source.format, source.length, source.pages = text.format.value, len(text.text), text.pages
    source.remarks = bridge.remarks_of(reading.remarks)
    source.read_at = timezone.now()
    source.save()
    if text is not None:
        for batch in batched(leaves_of(text), 50):
            Leaf.objects.bulk_create([Leaf(source=source, **asdict(leaf)) for leaf in batch])
    return 0 if reading.parts else sum(_keep_document(source, i, d) for i, d in enumerate(reading.documents))


def _keep_document(source: Source, position: int, document: core.Document) -> int:
    row = bridge.document_row(source, position, document)
    row.save()
    DOCUMENT_TERMS.write([document_entry(row)])
    Passage.objects.bulk_create(bridge.passage_rows(row, document), batch_size=BATCH)
    Call.objects.bulk_create(bridge.call_rows(row, document), batch_size=BATCH)
    findings = Finding.objects.bulk_create(bridge.finding_rows(row, document), batch_size=BATCH)
    FINDING_TERMS.write(finding_entries(findings))
    twins = []
    for finding, commitment in zip(findings, document.commitments, strict=True):
        if commitment.duplicate_of is not None:
            finding.duplicate_of = findings[commitment.duplicate_of]
            twins.append(finding)
    Finding.objects.bulk_update(twins, ["duplicate_of"], batch_size=BATCH)
    return len(findings)
