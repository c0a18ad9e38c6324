"""An office's ledger 台账: written as offices lay it out, known again when it comes back, and taken over from others.

>>> import datetime as dt, io
>>> stream = io.BytesIO()
>>> row = LedgerRow("a1", 1, {Field.QUOTE: "新建城市书房12座", Field.OWNER: "市文旅局"})
>>> write_ledger([row], stream, title="重点任务台账", keeper="市政府督查室", made_on=dt.date(2026, 3, 1))
>>> own_rows(read_ledger(stream.getvalue())).rows[0].values[Field.OWNER]
'市文旅局'
"""

from __future__ import annotations

import datetime as dt

from luoshi_core.ledger.columns import ColumnMapping, MappedColumn
from luoshi_core.ledger.entries import CellNote, LedgerEntry, SheetRows
from luoshi_core.ledger.errors import EmptyLedger, NotAWorkbook, TextTooLong
from luoshi_core.ledger.faults import REASONS, CellFault, Reason, SkippedRow
from luoshi_core.ledger.fields import COLUMNS, COMPUTED, HIDDEN, Field, LedgerRow, normal_value
from luoshi_core.ledger.own import OwnRow, OwnRows, own_rows
from luoshi_core.ledger.targets import NoTarget, parse_targets, targets_text
from luoshi_core.ledger.workbook import Ledger, LedgerCell, LedgerSheet, read_ledger
from luoshi_core.ledger.writing import words_of, write_ledger

__all__ = [
    "COLUMNS",
    "COMPUTED",
    "HIDDEN",
    "REASONS",
    "CellFault",
    "CellNote",
    "ColumnMapping",
    "EmptyLedger",
    "Field",
    "Ledger",
    "LedgerCell",
    "LedgerEntry",
    "LedgerRow",
    "LedgerSheet",
    "MappedColumn",
    "NoTarget",
    "NotAWorkbook",
    "OwnRow",
    "OwnRows",
    "Reason",
    "SheetRows",
    "SkippedRow",
    "TextTooLong",
    "normal_value",
    "own_rows",
    "parse_targets",
    "propose_mapping",
    "read_ledger",
    "read_rows",
    "targets_text",
    "words_of",
    "write_ledger",
]


def propose_mapping(sheet: LedgerSheet) -> ColumnMapping | None:
    """What the columns of a sheet hold, by the words over them; None where no row looks like a head.

    It is a proposal: a person confirms it, or changes it by ``ColumnMapping.with_fields``.
    """
    from luoshi_core.ledger import mapping  # the patterns of reading take a second to compile; the types must not wait

    return mapping.propose_mapping(sheet)


def read_rows(
    sheet: LedgerSheet, mapping: ColumnMapping, *, reference: dt.date | None = None, year: int | None = None
) -> SheetRows:
    """The tasks of a sheet under a confirmed mapping, and every other row with the reason why it is none.

    A month without a year belongs to ``year``, else to the year in the title, else
    to that of ``reference``, the date of the ledger. Only merged cells hold for
    several rows; 同上 repeats the cell of the task above.
    """
    from luoshi_core.ledger import rows

    return rows.read_rows(sheet, mapping, reference=reference, year=year)
