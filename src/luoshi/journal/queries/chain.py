"""Is the chain whole, and how does a third party see for itself?"""

from __future__ import annotations

import json
from collections.abc import Iterator

from luoshi.journal.models import Entry, Head
from luoshi_core.chain import Fault, FaultKind, Link, verify

_COLUMNS = ("actor", "verb", "subject_type", "subject_id")


def find_faults() -> Iterator[Fault]:
    """Every entry that was changed, taken out or put in, in the order of the chain."""
    head = Head.objects.filter(id=1).first()
    rows = Entry.objects.order_by("seq").values_list("seq", "record", "hash").iterator(chunk_size=2000)
    chain = verify(
        (Link(*row) for row in rows), last_seq=head.seq if head else 0, last_hash=head.hash if head else None
    )
    named: set[int] = set()
    for fault in chain:
        named.add(fault.seq)
        yield fault
    yield from (fault for fault in _columns_that_differ() if fault.seq not in named)


def export_lines() -> Iterator[str]:
    """One line an entry: its hash, a tab, its canonical record."""
    rows = Entry.objects.order_by("seq").values_list("hash", "record").iterator(chunk_size=2000)
    return (f"{hash_}\t{record}\n" for hash_, record in rows)


def _columns_that_differ() -> Iterator[Fault]:
    """Entries whose searchable columns no longer say what their record says."""
    for entry in Entry.objects.order_by("seq").iterator(chunk_size=2000):
        try:
            fields = json.loads(entry.record)
        except ValueError:
            continue
        if any(str(fields.get(name, ""))[:100] != getattr(entry, name) for name in _COLUMNS):
            yield Fault(FaultKind.CHANGED, entry.seq)
