"""The words by which commitments are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from luoshi.common.fulltext import Entry, FullText, register_index

COMMITMENT_TERMS = FullText("register_commitment_terms")
#: what is changed here is found at once by its new words
FOUND_BY = frozenset({"quote", "owner", "leader", "beneficiary", "change"})
#: characters of a quote that its initials find
BEGINNING = 60


def commitment_entry(row: Any) -> Entry:
    """What is kept of a commitment (of this app, or of a migration's model); a trigger forgets it with its row."""
    owner = row.owner.name if row.owner else row.owner_name
    document = row.document
    words = (
        row.quote, owner, row.leader, row.beneficiary, row.change, document.title, document.number,
        f"{row.document_id}.{row.serial}",
    )  # fmt: skip
    return Entry(row.pk, "\n".join(words), "\n".join((owner, document.title, row.quote[:BEGINNING])))


def commitment_entries(rows: Any) -> Iterator[Entry]:
    """What is kept of commitments."""
    return map(commitment_entry, rows.select_related("owner", "document").order_by("pk").iterator(1000))


def keep_terms(rows: Iterable[Any]) -> None:
    """Write what is kept of these commitments; called by the actions that write their words."""
    COMMITMENT_TERMS.write(map(commitment_entry, rows))


def _all() -> Iterator[Entry]:
    from luoshi.register.models import Commitment

    return commitment_entries(Commitment.objects.all())


register_index(COMMITMENT_TERMS, _all)
