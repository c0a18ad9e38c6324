"""A workbook that somebody brings: a ledger of ours that comes back, or somebody else's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from luoshi_core.ledger.columns import ColumnMapping
from luoshi_core.ledger.entries import SheetRows
from luoshi_core.ledger.fields import Field
from luoshi_core.ledger.own import OwnRows, own_rows
from luoshi_core.ledger.workbook import LedgerSheet, read_ledger

#: cells of a column that are shown while its meaning is confirmed
SAMPLES = 3
Confirmed = Mapping[str, Sequence[str | None]]


@dataclass(frozen=True, slots=True)
class ForeignSheet:
    """A sheet of somebody else's ledger: its head, what stands in the first cells of each column, its rows.

    ``rows`` is None as long as nobody has confirmed what its columns mean.
    """

    mapping: ColumnMapping
    samples: tuple[tuple[str, ...], ...]
    rows: SheetRows | None


@dataclass(frozen=True, slots=True)
class Intake:
    """What a workbook holds; ``own`` for one that luoshi made, else the sheets that have the head of a ledger."""

    own: OwnRows | None
    sheets: tuple[ForeignSheet, ...] = ()

    @property
    def is_confirmed(self) -> bool:
        """Whether every sheet with a head can be read."""
        return bool(self.sheets) and all(sheet.rows is not None for sheet in self.sheets)


def take_in(data: bytes, name: str, *, confirmed: Confirmed, reference: dt.date) -> Intake:
    """Read a workbook as a ledger.

    ``confirmed`` holds for the signature of each known head the field of every column
    (None for a note); sheets with another head come without rows. ``reference`` is the
    date that a month without a year is counted from. Raises ReadingError for a file
    that is no workbook or holds no cell.
    """
    ledger = read_ledger(data, name)
    own = own_rows(ledger)
    if own is not None:
        return Intake(own)
    from luoshi_core.ledger.mapping import propose_mapping  # its patterns take a second to compile

    heads = [(sheet, propose_mapping(sheet)) for sheet in ledger.sheets]
    return Intake(None, tuple(_foreign(sheet, head, confirmed, reference) for sheet, head in heads if head))


def _foreign(sheet: LedgerSheet, mapping: ColumnMapping, confirmed: Confirmed, reference: dt.date) -> ForeignSheet:
    from luoshi_core.ledger.rows import read_rows

    rows = None
    fields = confirmed.get(mapping.signature)
    if fields is not None and len(fields) == len(mapping.columns):
        mapping = mapping.with_fields([Field(field) if field else None for field in fields])
        rows = read_rows(sheet, mapping, reference=reference) if mapping.is_usable else None
    return ForeignSheet(mapping, _samples(sheet, mapping), rows)


def _samples(sheet: LedgerSheet, mapping: ColumnMapping) -> tuple[tuple[str, ...], ...]:
    below = [row for row in sheet.rows if row >= mapping.last][: SAMPLES * 3]
    texts = ([sheet.cell(row, column.column).text for row in below] for column in mapping.columns)
    return tuple(tuple(dict.fromkeys(text for text in found if text))[:SAMPLES] for found in texts)
