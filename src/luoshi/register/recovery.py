"""After a crash: ledgers whose reading was cut off are read again."""

from __future__ import annotations

from luoshi.register.enums import ImportState
from luoshi.register.models import LedgerImport
from luoshi.register.tasks import enqueue_preview


def requeue_ledgers() -> int:
    """Have every ledger read again that still waits; called before the worker starts.

    Reading one changes no state before it is done, so one that is read twice is no harm.
    """
    waiting = list(LedgerImport.objects.filter(state=ImportState.READING))
    for ledger in waiting:
        enqueue_preview(ledger)
    return len(waiting)
