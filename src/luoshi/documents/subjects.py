"""How the nouns of this app are named in the journal."""

from luoshi.documents.models import Source
from luoshi.journal.actions import Subject


def subject_of(source: Source) -> Subject:
    """The journal's name for a file."""
    return Subject("documents.source", str(source.pk), source.name)
