"""The one verb of the journal: to record."""

from luoshi.journal.actions.record import Step, Subject, record, record_each

__all__ = ["Step", "Subject", "record", "record_each"]
