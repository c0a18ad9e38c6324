"""Jobs: each takes ids, fetches, calls one action."""

from __future__ import annotations

from django_tasks import task

from luoshi.common.actor import Actor
from luoshi.register.models import LedgerImport

AT_ONCE = 20


@task()
def preview_ledger_task(ledger_id: int) -> None:
    """Say what a ledger would change."""
    from luoshi.register.actions.ledgers import preview_ledger

    preview_ledger(actor=Actor.system("核对台账"), ledger_id=ledger_id)


def enqueue_preview(ledger: LedgerImport) -> None:
    """Have a ledger read after the commit; somebody waits for it, so before files."""
    preview_ledger_task.using(priority=AT_ONCE).enqueue(ledger.pk)
