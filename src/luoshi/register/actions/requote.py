"""Say more exactly which words of the text a commitment is."""

from __future__ import annotations

from django.db import transaction

from luoshi.common.actor import Actor
from luoshi.documents.queries.text import path_at
from luoshi.journal.actions import record
from luoshi.journal.permission import require
from luoshi.register.actions.writing import by_hand, keep, locked, refuse_unseen, write
from luoshi.register.models import Commitment
from luoshi.register.selection import selected_words
from luoshi.register.subjects import subject_of


@transaction.atomic
def requote_commitment(*, actor: Actor, commitment: Commitment, revision: int, start: int, end: int) -> Commitment:
    """Let a commitment quote the characters ``[start, end)`` of the text; its other fields stay.

    Effects: a revision, a change, a journal entry; the same words again change nothing.
    Raises Stale when somebody has changed the words since ``revision``, Refused for a
    selection that cannot be quoted.
    """
    row = locked([commitment.pk])[commitment.pk]
    require(actor, "register.requote_commitment", row)
    refuse_unseen(row, revision, ["quote"])
    start, end, quote = selected_words(row.document, start, end)
    if row.spans == [[start, end]] and row.quote == quote:
        return row
    before = row.quote
    row.quote, row.spans, row.start, row.end = quote, [[start, end]], start, end
    row.path = path_at(row.document, start)
    row.found = {**row.found, "quote": by_hand(actor, how="selected")}
    fields = {"quote": [before, quote]}
    write([keep(row, actor=actor, verb="register.requote_commitment", fields=fields)])
    record(
        actor=actor,
        verb="register.requote_commitment",
        subject=subject_of(row),
        before={"quote": before},
        after={"quote": quote},
    )
    return row
