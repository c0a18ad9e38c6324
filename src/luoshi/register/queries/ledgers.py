"""Ledgers on their way in, and what may go out."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from luoshi.bodies.models import Body
from luoshi.bodies.queries import Scope
from luoshi.documents.models import Document
from luoshi.register.enums import ImportState, RowKind
from luoshi.register.ledgers import RELATED
from luoshi.register.models import Commitment, LedgerImport, LedgerRow

#: rows of a preview on one page
PAGE = 100
#: rows in conflict that are decided about at once
MOST_CONFLICTS = 500


def recent_ledgers(scope: Scope) -> QuerySet[LedgerImport]:
    """The ledgers of the asker's bodies, newest first."""
    rows = LedgerImport.objects.filter(keeper__in=scope.body_ids).select_related("keeper", "person")
    return rows.order_by("-pk")


def find_ledger(pk: int, scope: Scope) -> LedgerImport | None:
    """One of them."""
    return recent_ledgers(scope).select_related("keeper__place", "document").filter(pk=pk).first()


def own_bodies(scope: Scope) -> QuerySet[Body]:
    """The bodies that the asker works in: whose register a ledger may go into."""
    return Body.objects.filter(pk__in=scope.own_body_ids).order_by("name")


def preview_rows(ledger: LedgerImport, kind: str = "", after: int = -1) -> list[LedgerRow]:
    """One page of the preview behind a position; conflicts stand apart."""
    rows = ledger.rows.select_related("commitment").filter(position__gt=after).order_by("position")
    rows = rows.filter(kind=kind) if kind in RowKind.values else rows.exclude(kind=RowKind.CONFLICT)
    return list(rows[: PAGE + 1])


def conflicts_of(ledger: LedgerImport) -> list[LedgerRow]:
    """The rows that somebody has to decide about."""
    rows = ledger.rows.filter(kind=RowKind.CONFLICT).select_related("commitment").order_by("position")
    return list(rows[:MOST_CONFLICTS])


def earlier_documents(ledger: LedgerImport) -> list[Document]:
    """The documents that ledgers of this body went into, for one that continues an earlier one under a new title."""
    before = LedgerImport.objects.filter(keeper=ledger.keeper, state=ImportState.APPLIED, is_own=False)
    wanted = before.exclude(document=None).values("document")
    return list(Document.objects.filter(pk__in=wanted).order_by("-pk")[:20])


def exported(rows: QuerySet[Commitment], chunk: int = 1000) -> Iterator[Commitment]:
    """Commitments in the order of a ledger, without holding them all."""
    ordered = rows.select_related(*RELATED).order_by("document", "start", "serial")
    return ordered.iterator(chunk_size=chunk)
