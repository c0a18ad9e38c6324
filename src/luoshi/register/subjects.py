"""How the nouns of this app are named in the journal."""

from __future__ import annotations

from luoshi.documents.models import Document
from luoshi.journal.actions import Subject
from luoshi.register.models import Commitment, LedgerImport, View


def subject_of(thing: Commitment | Document | LedgerImport | View) -> Subject:
    """The journal's name for a commitment, the register of a document, a ledger, a view."""
    name = f"{thing.code} {thing.quote}" if isinstance(thing, Commitment) else str(thing)
    return Subject(thing._meta.label_lower, str(thing.pk), name[:200])
