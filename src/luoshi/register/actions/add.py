"""Add what reading has overlooked, by selecting its words in the text."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max

from luoshi.bodies.queries import known_names
from luoshi.common.actor import Actor
from luoshi.documents.bridge import commitment_fields
from luoshi.documents.models import Document
from luoshi.documents.queries.text import path_at
from luoshi.journal.actions import record
from luoshi.journal.permission import require
from luoshi.register.actions.writing import by_hand
from luoshi.register.bridge import exact, groups_in, keeper_of, refresh
from luoshi.register.enums import State
from luoshi.register.fulltext import keep_terms
from luoshi.register.models import Commitment
from luoshi.register.selection import selected_words
from luoshi.register.subjects import subject_of
from luoshi_core.reading import read
from luoshi_core.reading.errors import ReadingError


@transaction.atomic
def add_commitment(*, actor: Actor, document: Document, start: int, end: int) -> Commitment:
    """Make a commitment of the characters ``[start, end)`` of the text; the same again gives the same row.

    What its own words say of owner, time and targets is filled in as reading does.
    Effects: an accepted commitment (somebody chose it), a journal entry. Raises Refused
    when nothing, too much or something outside the document is selected.
    """
    require(actor, "register.add_commitment", document)
    Document.objects.select_for_update().get(pk=document.pk)
    start, end, quote = selected_words(document, start, end)
    known = document.commitments.filter(start=start, end=end, quote=quote).exclude(state=State.REJECTED).first()
    if known is not None:
        return known
    keeper = keeper_of(document)
    fields = _fields_of(quote)
    owner = known_names([fields.get("owner_name", "")], keeper.place).get(fields.get("owner_name", ""))
    last = document.commitments.aggregate(last=Max("serial"))["last"] or document.findings.count()
    row = Commitment(
        document=document,
        serial=last + 1,
        keeper=keeper,
        state=State.ACCEPTED,
        quote=quote,
        path=path_at(document, start),
        spans=[[start, end]],
        start=start,
        end=end,
        owner=owner,
        beneficiary=groups_in(quote),
        found={"quote": by_hand(actor, how="selected")},
        **fields,
    )
    refresh(row)
    row.save()
    keep_terms([row])
    after = {"code": row.code, "quote": quote, "owner": row.owner_words, "due": exact(str(row.due or ""))}
    record(actor=actor, verb="register.add_commitment", subject=subject_of(row), after=after)
    return row


def _fields_of(quote: str) -> dict[str, Any]:
    """What the words say of owner, time and targets, if reading finds one commitment in them."""
    try:
        found = [c for document in read(quote.encode()).documents for c in document.commitments]
    except ReadingError:
        return {}
    return commitment_fields(found[0]) if len(found) == 1 else {}
