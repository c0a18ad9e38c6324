"""Bring a ledger in: read, confirm its columns, look at what it would change, take it over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from luoshi.bodies.models import Body
from luoshi.bodies.queries import scope_of
from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.documents import files
from luoshi.documents.actions import read_source, receive_source
from luoshi.documents.isolation import take_in_isolated
from luoshi.documents.models import Document, Source
from luoshi.journal.actions import record
from luoshi.journal.permission import require
from luoshi.register.enums import ImportState
from luoshi.register.fields import FIELDS
from luoshi.register.models import HeaderMapping, LedgerImport, LedgerRow
from luoshi.register.queries.preview import Preview, preview_foreign, preview_own
from luoshi.register.subjects import subject_of
from luoshi.register.tasks import enqueue_preview
from luoshi_core.ledger.intake import ForeignSheet, Intake
from luoshi_core.lifecycle import LEDGER
from luoshi_core.reading.errors import ReadingError


def receive_ledger(*, actor: Actor, keeper: Body, name: str, chunks: Iterable[bytes], size: int) -> LedgerImport:
    """Take in a workbook for the register of a body and have it read.

    Effects: the bytes are in the file store, a row, a journal entry, a job after the
    commit; the register is not touched. Raises Refused for a file over the limit.
    """
    ledger = LedgerImport(keeper=keeper, person=actor.user, name=name[:255], state=ImportState.READING)
    require(actor, "register.receive_ledger", ledger)
    limit = settings.LUOSHI["UPLOAD_MB"]
    if size > limit << 20:
        raise Refused(zh=f"“{name}”超过 {limit} MB。", en=f"“{name}” is larger than {limit} MB.")
    ledger.sha256 = files.store(chunks).sha256
    with transaction.atomic():
        ledger.save()
        after = {"name": ledger.name, "sha256": ledger.sha256, "keeper": keeper.name}
        record(actor=actor, verb="register.receive_ledger", subject=subject_of(ledger), after=after)
        enqueue_preview(ledger)
    return ledger


def preview_ledger(*, actor: Actor, ledger_id: int) -> None:
    """Read a ledger that waits and say what it would change; only the system calls it.

    Effects: the preview's rows, or the heads whose columns somebody must confirm, or why
    the file cannot be read. A ledger that does not wait is left alone.
    """
    require(actor, "register.preview_ledger")
    ledger = (
        LedgerImport.objects.select_related("keeper__place", "person")
        .filter(pk=ledger_id, state=ImportState.READING)
        .first()
    )
    if ledger is None:
        return
    try:
        intake = take_in_isolated(
            files.path_of(ledger.sha256),
            ledger.name,
            confirmed=_confirmed(ledger.keeper),
            reference=timezone.localdate(),
            seconds=settings.LUOSHI["READ_SECONDS"],
            memory_mb=settings.LUOSHI["READ_MEMORY_MB"],
        )
        _keep_intake(actor, ledger, intake)
    except (ReadingError, Refused) as error:
        _keep_failure(ledger.pk, error)


@transaction.atomic
def confirm_mapping(*, actor: Actor, ledger: LedgerImport, fields: Mapping[str, Sequence[str | None]]) -> LedgerImport:
    """Say what the columns of somebody else's ledger mean; it is remembered for this head.

    ``fields`` holds for the signature of each head the field of every column, None for
    a column that is kept as a note. Effects: the mapping is remembered, the ledger is
    read again, a journal entry. Raises Refused when no column is the task.
    """
    require(actor, "register.confirm_mapping", ledger)
    ledger = LedgerImport.objects.select_for_update().get(pk=ledger.pk)
    ledger.state = LEDGER.after(ledger.state, "confirm")
    heads = {sheet["signature"]: sheet for sheet in ledger.sheets}
    for signature, names in fields.items():
        if signature not in heads or len(names) != len(heads[signature]["columns"]):
            raise Refused(zh="列数对不上，请重新打开这一页。", en="The columns do not match; open the page again.")
        _refuse_unusable(names)
        HeaderMapping.objects.update_or_create(
            keeper_id=ledger.keeper_id, signature=signature, defaults={"fields": list(names)}
        )
    ledger.save(update_fields=["state"])
    after = {"columns": {heads[s]["sheet"]: list(names) for s, names in fields.items()}}
    record(actor=actor, verb="register.confirm_mapping", subject=subject_of(ledger), after=after)
    enqueue_preview(ledger)
    return ledger


@transaction.atomic
def preview_again(*, actor: Actor, ledger: LedgerImport, document: Document | None = None) -> LedgerImport:
    """Compare a ledger anew with what the register says now, or with another ``document`` of the keeper.

    Effects: it waits to be read. Raises Refused for a document of others.
    """
    require(actor, "register.receive_ledger", ledger)
    ledger = LedgerImport.objects.select_for_update().get(pk=ledger.pk)
    ledger.state = LEDGER.after(ledger.state, "again")
    if document is not None:
        if document.source.body_id != ledger.keeper_id:
            raise Refused(zh="那份文件不归这个单位。", en="That document belongs to another body.")
        ledger.document = document
    ledger.save(update_fields=["state", "document"])
    enqueue_preview(ledger)
    return ledger


@transaction.atomic
def dismiss_ledger(*, actor: Actor, ledger: LedgerImport) -> LedgerImport:
    """Give a ledger up. Effects: its state, a journal entry; the register is not touched."""
    require(actor, "register.dismiss_ledger", ledger)
    ledger = LedgerImport.objects.select_for_update().get(pk=ledger.pk)
    if ledger.state == ImportState.DISMISSED:
        return ledger
    ledger.state = LEDGER.after(ledger.state, "dismiss")
    ledger.save(update_fields=["state"])
    ledger.rows.all().delete()
    record(actor=actor, verb="register.dismiss_ledger", subject=subject_of(ledger))
    return ledger


def _confirmed(keeper: Body) -> dict[str, list[str | None]]:
    return dict(HeaderMapping.objects.filter(keeper=keeper).values_list("signature", "fields"))


def _refuse_unusable(names: Sequence[str | None]) -> None:
    if "quote" not in names:
        raise Refused(zh="请指出哪一列是任务事项。", en="Say which column holds the commitment.")
    twice = {name for name in names if name and names.count(name) > 1 and name not in {"owner", "partners", "targets"}}
    if twice:
        field = FIELDS[sorted(twice)[0]]
        raise Refused(
            zh=f"有两列都对应“{field.zh}”，请只留一列。", en=f"Two columns are both said to be “{field.en}”; keep one."
        )


def _keep_intake(actor: Actor, ledger: LedgerImport, intake: Intake) -> None:
    if intake.own is not None:
        bodies = scope_of(ledger.person).body_ids
        _keep_preview(ledger, preview_own(intake.own, ledger.keeper, bodies), is_own=True)
    elif not intake.sheets:
        raise Refused(
            zh="没有找到表头：需要一行写着“任务”“责任单位”“完成时限”之类的列名。",
            en="No head was found: a row that names columns such as 任务, 责任单位, 完成时限 is needed.",
        )
    elif not intake.is_confirmed:
        _ask(ledger, intake)
    else:
        heads = [_head(sheet) for sheet in intake.sheets]
        document = ledger.document or _same_ledger(ledger, heads) or _document_of(actor, ledger)
        sheets = [(sheet.mapping.sheet, sheet.rows) for sheet in intake.sheets if sheet.rows is not None]
        _keep_preview(ledger, preview_foreign(sheets, document), document=document, sheets=heads)


def _same_ledger(ledger: LedgerImport, heads: list[dict[str, Any]]) -> Document | None:
    """The document that a ledger with the same titles and heads went into before: it is that ledger, saved anew."""
    names = _names_of(heads)
    before = LedgerImport.objects.filter(keeper=ledger.keeper, state=ImportState.APPLIED, is_own=False)
    for other in before.exclude(document=None).select_related("document")[:50]:
        if _names_of(other.sheets) == names:
            return other.document
    return None


def _names_of(heads: list[dict[str, Any]]) -> list[tuple[str, tuple[str, ...]]]:
    return sorted((head["signature"], tuple(head["titles"])) for head in heads)


def _document_of(actor: Actor, ledger: LedgerImport) -> Document:
    """The document that somebody else's ledger is: the file itself, kept and read like any other."""
    stored = files.path_of(ledger.sha256)
    with stored.open("rb") as stream:
        source, _ = receive_source(
            actor=actor, name=ledger.name, chunks=[stream.read()], size=stored.stat().st_size, body=ledger.keeper
        )
    read_source(actor=actor, source_id=source.pk)
    source = Source.objects.get(pk=source.pk)
    if not source.is_done:
        raise Refused(
            zh="这份文件正在别处读取，请过一会儿重新核对。",
            en="The file is being read just now. Compare it anew in a while.",
        )
    document = source.documents.order_by("position").first()
    if document is None:
        document = Document.objects.create(source=source, position=0, title=ledger.name.rsplit(".", 1)[0][:300])
    return document


@transaction.atomic
def _keep_preview(ledger: LedgerImport, preview: Preview, **values: Any) -> None:
    ledger = LedgerImport.objects.select_for_update().get(pk=ledger.pk)
    ledger.state = LEDGER.after(ledger.state, "preview")
    for name, value in values.items():
        setattr(ledger, name, value)
    ledger.counts = dict(preview.counts)
    ledger.save()
    ledger.rows.all().delete()
    for row in preview.rows:
        row.ledger = ledger
    LedgerRow.objects.bulk_create(preview.rows, batch_size=500)


@transaction.atomic
def _ask(ledger: LedgerImport, intake: Intake) -> None:
    ledger = LedgerImport.objects.select_for_update().get(pk=ledger.pk)
    ledger.state = LEDGER.after(ledger.state, "ask")
    ledger.sheets = [_head(sheet) for sheet in intake.sheets]
    ledger.save()


def _head(sheet: ForeignSheet) -> dict[str, Any]:
    columns = [
        {
            "letter": column.letter,
            "head": column.head,
            "field": str(column.field) if column.field else None,
            "sure": column.confidence >= 0.5,
            "samples": list(samples),
        }
        for column, samples in zip(sheet.mapping.columns, sheet.samples, strict=True)
    ]
    return {
        "sheet": sheet.mapping.sheet,
        "signature": sheet.mapping.signature,
        "titles": list(sheet.mapping.titles),
        "columns": columns,
        "confirmed": sheet.rows is not None,
    }


@transaction.atomic
def _keep_failure(ledger_id: int, error: ReadingError | Refused) -> None:
    ledger = LedgerImport.objects.select_for_update().get(pk=ledger_id)
    ledger.state = LEDGER.after(ledger.state, "fail")
    ledger.error_zh, ledger.error_en = error.message("zh")[:500], error.message("en")[:500]
    ledger.save()
