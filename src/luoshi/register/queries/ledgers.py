"""Ledgers on their way in, and what may go out."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import IO

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from luoshi.bodies.models import Body
from luoshi.bodies.queries import Scope
from luoshi.common.errors import Refused
from luoshi.documents.models import Document
from luoshi.register.enums import ImportState, RowKind
from luoshi.register.ledgers import RELATED, ledger_rows
from luoshi.register.models import Commitment, LedgerImport, LedgerRow
from luoshi.register.queries.named import resolved
from luoshi.register.queries.register import RegisterFilter, find_commitments
from luoshi.register.rules import REVIEWERS
from luoshi_core.ledger import write_ledger

#: rows of a preview on one page
PAGE = 100
#: rows in conflict that are decided about at once
MOST_CONFLICTS = 500
#: most rows of one export
MOST_EXPORTED = 20_000


def recent_ledgers(scope: Scope) -> QuerySet[LedgerImport]:
    """The ledgers of the asker's bodies, newest first; none for whoever keeps no register."""
    keepers = scope.body_ids if scope.holds(*REVIEWERS) else ()
    rows = LedgerImport.objects.filter(keeper__in=keepers).select_related("keeper", "person")
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


def exported_ledger(wanted: RegisterFilter, scope: Scope) -> tuple[IO[bytes], str]:
    """What a filter chooses of the register as a ledger in Excel, in the language that is spoken: a file and its name.

    The file is a temporary one and open; whoever asks for it closes it. Raises Refused for too many rows.
    """
    rows = find_commitments(resolved(wanted, scope), scope)
    if rows.order_by()[: MOST_EXPORTED + 1].count() > MOST_EXPORTED:
        raise Refused(
            zh=f"一次最多导出 {MOST_EXPORTED:,} 条。请先按文件、单位或时限筛选。",
            en=f"At most {MOST_EXPORTED:,} rows are exported at once. Filter by document, body or date first.",
        )
    english = (get_language() or "").startswith("en")
    keeper = own_bodies(scope).first()
    title = _("任务台账")
    stream = tempfile.TemporaryFile()  # noqa: SIM115 - the one who asks closes it
    write_ledger(
        ledger_rows(exported(rows), english=english),
        stream,
        title=title,
        keeper=keeper.name if keeper else "",
        made_on=wanted.today,
        language="en" if english else "zh",
    )
    stream.seek(0)
    return stream, f"{title} {wanted.today:%Y-%m-%d}.xlsx"


def exported(rows: QuerySet[Commitment], chunk: int = 1000) -> Iterator[Commitment]:
    """Commitments in the order of a ledger, without holding them all."""
    ordered = rows.select_related(*RELATED).order_by("document", "start", "serial")
    return ordered.iterator(chunk_size=chunk)
