"""What the rows of somebody else's ledger are read into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from luoshi_core.ledger.faults import CellFault, SkippedRow
from luoshi_core.ledger.fields import Field


@dataclass(frozen=True, slots=True)
class CellNote:
    """Words of a cell that no field takes, under the head words of its column."""

    head: str
    text: str
    cell: str


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A task of a sheet; ``row`` is its number there.

    ``values`` holds what could be read, in the types that ``write_ledger`` takes;
    ``cells`` says where each came from (the first cell of merged ones). What no
    field takes stands in ``notes``.
    """

    row: int
    values: Mapping[Field, Any]
    cells: Mapping[Field, str]
    notes: tuple[CellNote, ...] = ()
    faults: tuple[CellFault, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetRows:
    """Every row of a sheet: a task, or skipped for a reason."""

    rows: tuple[LedgerEntry, ...]
    skipped: tuple[SkippedRow, ...]

    @property
    def faults(self) -> tuple[CellFault, ...]:
        """The faults of all rows."""
        return tuple(fault for row in self.rows for fault in row.faults)
