"""The nouns of the journal."""

from luoshi.journal.models.entry import Entry, Head

__all__ = ["Entry", "Head"]
