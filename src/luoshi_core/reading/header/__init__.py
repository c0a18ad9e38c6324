"""The header of a document: title, number, issuer, date, and what is not body."""

from luoshi_core.reading.header.fields import Header
from luoshi_core.reading.header.reader import read_header

__all__ = ["Header", "read_header"]
