"""The rows of somebody else's ledger, under a mapping that a person confirmed."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right

from luoshi_core.ledger.cell_reader import CellReader
from luoshi_core.ledger.columns import ColumnMapping
from luoshi_core.ledger.entries import LedgerEntry, SheetRows
from luoshi_core.ledger.faults import Reason, SkippedRow
from luoshi_core.ledger.fields import Field
from luoshi_core.ledger.signs import CHINESE_NUMBER, NOTE, SECTION, SENTENCE_FROM, TOTAL
from luoshi_core.ledger.skipping import joined, skipped
from luoshi_core.ledger.workbook import LedgerCell, LedgerSheet
from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.tables.roles import head_words

_LOOKED_AHEAD = 5


def read_rows(
    sheet: LedgerSheet, mapping: ColumnMapping, *, reference: dt.date | None = None, year: int | None = None
) -> SheetRows:
    """The tasks of a sheet.

    A month without a year belongs to ``year``, else to the year in the title, else
    to that of ``reference``, the date of the ledger. Only merged cells hold for
    several rows; 同上 repeats the cell of the task above.
    """
    context = PlanContext(date=reference, plan_year=year or mapping.year, english=_is_english(mapping))
    walk = _Walk(sheet, mapping, CellReader(sheet, mapping, context))
    found = [walk.read(at) for at in sheet.rows]
    rows = tuple(item for item in found if isinstance(item, LedgerEntry))
    return SheetRows(rows, joined((item for item in found if isinstance(item, SkippedRow)), sheet, 0))


def _is_english(mapping: ColumnMapping) -> bool:
    return all(column.head.isascii() for column in mapping.columns)


class _Walk:
    """Goes down a sheet and remembers the heading it is under."""

    def __init__(self, sheet: LedgerSheet, mapping: ColumnMapping, reader: CellReader) -> None:
        self.sheet = sheet
        self.mapping = mapping
        self.reader = reader
        self.columns = [column.column for column in mapping.columns]
        self.task = next((column.column for column in mapping.columns if column.field is Field.QUOTE), None)
        self.heads = [{head_words(words) for words in column.words} for column in mapping.columns]
        self.section: LedgerCell | None = None
        self.in_notes = False

    def read(self, at: int) -> LedgerEntry | SkippedRow:
        reason = self._reason(at)
        if reason is not None:
            return skipped(self.sheet, at, reason)
        return self.reader.entry(at, self.section)

    def _reason(self, at: int) -> Reason | None:
        if self.sheet.is_hidden(at):
            return Reason.HIDDEN
        if at + 1 <= self.mapping.last:
            return Reason.TITLE if at + 1 < self.mapping.first else Reason.HEADER
        cells = [cell for cell in self.sheet.filled(at) if not self.sheet.is_hidden_column(cell.area.right)]
        own = [cell for cell in cells if cell.area.top == at]
        if not own:
            return Reason.BLANK
        if self._is_head(at) or (len(own) == 1 and own[0].text in self.mapping.titles):
            return Reason.REPEATED_HEADER
        if any(TOTAL.match(cell.text) for cell in cells[:3]):
            return Reason.TOTAL
        return self._told_apart(at, cells, own)

    def _told_apart(self, at: int, cells: list[LedgerCell], own: list[LedgerCell]) -> Reason | None:
        if NOTE.match(own[0].text) and len(own) <= 2:
            self.in_notes = True
            return Reason.NOTE
        heading = self._heading(at, cells)
        if heading is not None:
            if self.in_notes or (self._is_last(at) and len(heading.text) >= SENTENCE_FROM):
                return Reason.NOTE
            self.section = heading
            return Reason.SECTION
        quote = self.sheet.cell(at, self.task) if self.task is not None else None
        if quote is None or not quote.text:
            return Reason.NOTE if self.in_notes else Reason.NO_TASK
        self.in_notes = False
        return None

    def _heading(self, at: int, cells: list[LedgerCell]) -> LedgerCell | None:
        """The only cell of a row, or the one beside a Chinese number, where it is no task."""
        if len(cells) == 2 and CHINESE_NUMBER.match(cells[0].text) and cells[0].area.top == at == cells[1].area.top:
            return cells[1]
        if len(cells) != 1 or cells[0].area.top != cells[0].area.bottom:
            return None
        only = cells[0]
        if only.area.left == self.task and not only.wide:
            return only if SECTION.match(only.text) and len(only.text) < SENTENCE_FROM else None
        return only

    def _is_last(self, at: int) -> bool:
        """Whether nothing but lonely cells follows."""
        rows = self.sheet.rows
        after = bisect_right(rows, at)
        return all(len(self.sheet.filled(row)) < 2 for row in rows[after : after + _LOOKED_AHEAD])

    def _is_head(self, at: int) -> bool:
        told = [
            (self.sheet.cell(at, column).text, heads) for column, heads in zip(self.columns, self.heads, strict=True)
        ]
        filled = [(text, heads) for text, heads in told if text]
        return len(filled) > 1 and all(head_words(text) in heads for text, heads in filled)
