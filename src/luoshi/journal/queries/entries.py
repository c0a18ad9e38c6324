"""Entries, newest first."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from luoshi.journal.actions import Subject
from luoshi.journal.models import Entry


def entries_about(subject: Subject) -> QuerySet[Entry]:
    """Everything that happened to one thing."""
    return Entry.objects.filter(subject_type=subject.type, subject_id=subject.id)


def find_entries(*, words: str = "", verb: str = "", before: int | None = None) -> QuerySet[Entry]:
    """Entries with ``words`` in the name of actor or subject, of one verb, older than number ``before``."""
    found = Entry.objects.all()
    if words:
        found = found.filter(Q(actor_name__contains=words) | Q(subject_name__contains=words))
    if verb:
        found = found.filter(verb=verb)
    if before is not None:
        found = found.filter(seq__lt=before)
    return found
