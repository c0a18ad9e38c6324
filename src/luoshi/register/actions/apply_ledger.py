"""Take over what the preview of a ledger showed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from luoshi.common.actor import Actor
from luoshi.journal.actions import record
from luoshi.journal.permission import require
from luoshi.register.actions.edit import Edit, edit_commitments
from luoshi.register.actions.writing import apply, bodies_named
from luoshi.register.bridge import refresh
from luoshi.register.enums import ImportState, RowKind, State
from luoshi.register.fields import clean_value
from luoshi.register.fulltext import COMMITMENT_TERMS, commitment_entries
from luoshi.register.models import Commitment, LedgerImport, LedgerRow
from luoshi.register.subjects import subject_of
from luoshi_core.lifecycle import LEDGER

#: rows without a place in the text stand behind all that have one, in the order of the ledger
BEHIND_THE_TEXT = 1_000_000_000


@transaction.atomic
def apply_ledger(*, actor: Actor, ledger: LedgerImport, take: Collection[int] = (), reason: str = "") -> dict[str, int]:
    """Change and add what the preview showed, all or nothing.

    Rows with a fault stay out. Of a row in conflict the register's values stay, unless its id
    is in ``take``: then the file's values come in. Applied again it changes nothing.
    Effects: commitments changed and added (accepted), the ledger applied, journal
    entries. Returns the number of changed and added commitments. Raises Stale when
    somebody has changed one of the cells since the preview.
    """
    require(actor, "register.apply_ledger", ledger)
    locked_rows = LedgerImport.objects.select_for_update(of=("self",)).select_related("keeper__place", "document")
    ledger = locked_rows.get(pk=ledger.pk)
    if ledger.state == ImportState.APPLIED:
        return {"changed": 0, "added": 0}
    ledger.state = LEDGER.after(ledger.state, "apply")
    rows = ledger.rows.filter(kind__in=[RowKind.NEW, RowKind.CHANGED, RowKind.CONFLICT]).select_related("commitment")
    edits = [edit for row in rows if (edit := _edit(row, ledger, take))]
    origin = f"{ledger.name} #{ledger.pk}"
    changed = edit_commitments(
        actor=actor, edits=edits, reason=reason or ledger.name, origin=origin, subject=subject_of(ledger)
    )
    added = _add(actor, ledger, [row for row in rows if row.kind == RowKind.NEW])
    ledger.applied_at = timezone.now()
    ledger.save(update_fields=["state", "applied_at"])
    done = {"changed": len(changed), "added": len(added)}
    after = {**done, "codes": [row.code for row in added]}
    record(actor=actor, verb="register.apply_ledger", subject=subject_of(ledger), after=after, reason=reason)
    return done


def _edit(row: LedgerRow, ledger: LedgerImport, take: Collection[int]) -> Edit | None:
    commitment = row.commitment
    if commitment is None or row.kind == RowKind.NEW:
        return None
    mine = row.pk in take
    cells = {name: cell for name, cell in row.cells.items() if mine or "base" not in cell}
    if not cells:
        return None
    revision = commitment.revision if mine else row.revision
    where = {name: f"{ledger.name} {row.sheet}!{cell['cell']}" for name, cell in cells.items()}
    return Edit(commitment.pk, revision, {name: cell["file"] for name, cell in cells.items()}, where)


def _add(actor: Actor, ledger: LedgerImport, rows: Iterable[LedgerRow]) -> list[Commitment]:
    added: list[Commitment] = []
    serials: dict[int, int] = {}
    for row in rows:
        if row.document_id is None:
            continue
        if row.document_id not in serials:
            every = Commitment.objects.filter(document=row.document_id)
            serials[row.document_id] = every.aggregate(last=Max("serial"))["last"] or 0
        serials[row.document_id] += 1
        added.append(_commitment(actor, ledger, row, row.document_id, serials[row.document_id]))
    Commitment.objects.bulk_create(added, batch_size=500)
    COMMITMENT_TERMS.write(commitment_entries(Commitment.objects.filter(pk__in=[row.pk for row in added])))
    return added


def _commitment(actor: Actor, ledger: LedgerImport, row: LedgerRow, document_id: int, serial: int) -> Commitment:
    wanted: dict[str, Any] = {name: cell["file"] for name, cell in row.cells.items()}
    where = {name: f"{ledger.name} {row.sheet}!{cell['cell']}" for name, cell in row.cells.items()}
    at = BEHIND_THE_TEXT + row.row
    commitment = Commitment(
        document_id=document_id,
        serial=serial,
        keeper=ledger.keeper,
        state=State.ACCEPTED,
        quote=clean_value("quote", wanted.pop("quote")),
        start=at,
        end=at,
        found={"quote": {"how": "cell", "by": actor.name, "cell": where["quote"]}},
    )
    apply(commitment, wanted, actor=actor, bodies=bodies_named([wanted], ledger.keeper), cells=where)
    refresh(commitment)
    return commitment
