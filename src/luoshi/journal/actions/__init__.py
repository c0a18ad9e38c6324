"""The one verb of the journal: to record."""

from luoshi.journal.actions.record import Subject, record

__all__ = ["Subject", "record"]
