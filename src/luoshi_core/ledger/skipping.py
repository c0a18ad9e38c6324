"""Rows that are no task, told without leaving one out."""

from __future__ import annotations

from collections.abc import Iterable

from luoshi_core.ledger.faults import Reason, SkippedRow, shown
from luoshi_core.ledger.workbook import LedgerSheet


def skipped(sheet: LedgerSheet, at: int, reason: Reason) -> SkippedRow:
    """The row ``at`` (from 0) with what it says."""
    return SkippedRow(at + 1, at + 1, reason, shown(" ".join(cell.text for cell in sheet.filled(at))))


def joined(rows: Iterable[SkippedRow], sheet: LedgerSheet, first: int) -> tuple[SkippedRow, ...]:
    """All skipped rows from ``first`` on (from 0) in order, with the blank ones between them; neighbours are one."""
    told = {row.first: row for row in rows}
    found: list[SkippedRow] = []
    expected = first + 1
    for at in sheet.rows:
        if at < first:
            continue
        if at + 1 > expected:
            _add(found, SkippedRow(expected, at, Reason.BLANK))
        if at + 1 in told:
            _add(found, told[at + 1])
        expected = at + 2
    return tuple(found)


def _add(found: list[SkippedRow], row: SkippedRow) -> None:
    last = found[-1] if found else None
    if last is not None and last.reason is row.reason is Reason.BLANK and last.last + 1 == row.first:
        found[-1] = SkippedRow(last.first, row.last, Reason.BLANK)
    else:
        found.append(row)
