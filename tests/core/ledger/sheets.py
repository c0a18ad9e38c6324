"""Ledgers as offices make them, built in the test that reads them."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from luoshi_core.ledger import Field, LedgerEntry, SheetRows, propose_mapping, read_ledger, read_rows

Rows = Sequence[Sequence[Any]]


def book(rows: Rows, *, merge: Iterable[str] = (), change: Callable[[Worksheet], None] | None = None) -> bytes:
    """An .xlsx with one sheet."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in rows:
        sheet.append(list(row))
    for area in merge:
        sheet.merge_cells(area)
    if change is not None:
        change(sheet)
    return saved(workbook)


def saved(workbook: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def taken(data: bytes, *, sheet: int = 0, reference: dt.date | None = None, year: int | None = None) -> SheetRows:
    """The rows of a sheet under the proposed mapping; each row of it is told exactly once."""
    found = read_ledger(data).sheets[sheet]
    mapping = propose_mapping(found)
    assert mapping is not None
    rows = read_rows(found, mapping, reference=reference, year=year)
    told = [row.row for row in rows.rows] + [n for s in rows.skipped for n in range(s.first, s.last + 1)]
    assert sorted(told) == list(range(1, found.rows[-1] + 2))
    return rows


def reasons(rows: SheetRows) -> dict[int, str]:
    """Every row that is no task with the reason why."""
    return {n: str(s.reason) for s in rows.skipped for n in range(s.first, s.last + 1)}


def column(rows: SheetRows, field: Field) -> list[Any]:
    """The values of a field, None where a row has none."""
    return [row.values.get(field) for row in rows.rows]


def quotes(rows: SheetRows) -> dict[int, str]:
    """The task of each row by its number in the sheet."""
    return {row.row: row.values[Field.QUOTE] for row in rows.rows}


def notes(entry: LedgerEntry) -> dict[str, str]:
    """What no field took, by its head."""
    return {note.head: note.text for note in entry.notes}
