"""Task tables and ledgers -> commitments."""

from __future__ import annotations

from luoshi_core.periods import PlanContext
from luoshi_core.reading.header import Header
from luoshi_core.reading.model import Commitment
from luoshi_core.reading.passages import Passage


def commitments_of_table(passage: Passage, header: Header, context: PlanContext) -> list[Commitment]:
    """Every commitment of a table, or of the rows of it that a passage names."""
    return []
