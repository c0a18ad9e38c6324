"""The questions to the journal."""

from luoshi.journal.queries.chain import export_lines, find_faults
from luoshi.journal.queries.entries import entries_about, find_entries

__all__ = ["entries_about", "export_lines", "find_entries", "find_faults"]
