"""A ledger that luoshi wrote, after people have worked in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from luoshi_core.ledger.faults import CellFault, Reason, SkippedRow, key_twice, no_revision, no_words, shown
from luoshi_core.ledger.fields import COLUMNS, COMPUTED, Field
from luoshi_core.ledger.signs import IS_NUMBER, NOTE, TOTAL
from luoshi_core.ledger.skipping import joined, skipped
from luoshi_core.ledger.values import Unreadable, value_of
from luoshi_core.ledger.workbook import Ledger, LedgerSheet
from luoshi_core.ledger.writing import KEY, MARK, REVISION

_SILENT_IF_BLANK = frozenset({Field.NUMBER, Field.DOCUMENT, Field.CADENCE, Field.KIND})
"""A blank cell of these says nothing: a number or document that was not repeated, a choice not made."""
_HEAD_WITHIN = 60
_HEADS = frozenset(name for column in COLUMNS.values() for name in (column.zh, column.en))
_HEADS_OF_HEAD = 3
"""From so many of our own heads on, a row is a head that somebody copied or took apart."""


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row of the ledger; ``key`` and ``revision`` are None for one that somebody added.

    ``row`` is its number in the sheet. ``values`` holds what could be read and
    compares equal to ``normal_value`` of what was written; ``cells`` gives the
    address of every field that has a column, faulty ones too.
    """

    sheet: str
    row: int
    key: str | None
    revision: int | None
    values: Mapping[Field, Any]
    cells: Mapping[Field, str]
    faults: tuple[CellFault, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnRows:
    """All rows below the heads of a ledger's sheets, and for each sheet those that are no task."""

    rows: tuple[OwnRow, ...]
    fields: frozenset[Field]
    skipped: Mapping[str, tuple[SkippedRow, ...]]

    @property
    def faults(self) -> tuple[CellFault, ...]:
        """The faults of all rows."""
        return tuple(fault for row in self.rows for fault in row.faults)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where a sheet has what: the column of the key, those of the fields, the row after the head."""

    key: int
    revision: int | None
    columns: Mapping[Field, int]
    first: int


def own_rows(ledger: Ledger) -> OwnRows | None:
    """The rows of a ledger that ``write_ledger`` made; None if it is somebody else's.

    The sheet may have been sorted, filtered, renamed or saved by another program;
    rows and columns may have been added or taken out, merged cells taken apart. A
    row that was copied with its hidden key makes both a fault: which is which,
    only people know. Fields without a column are in no row's ``values``.
    """
    found = {sheet.name: layout for sheet in ledger.sheets if (layout := _layout(sheet))}
    if not found:
        return None
    rows: list[OwnRow] = []
    passed: dict[str, tuple[SkippedRow, ...]] = {}
    for sheet in ledger.sheets:
        layout = found.get(sheet.name)
        if layout is not None:
            of_sheet = list(_walk(sheet, layout))
            rows += (item for item in of_sheet if isinstance(item, OwnRow))
            skips = (item for item in of_sheet if isinstance(item, SkippedRow))
            passed[sheet.name] = joined(skips, sheet, layout.first)
    fields = frozenset(field for layout in found.values() for field in layout.columns)
    return OwnRows(tuple(_with_doubles(rows)), fields, passed)


def _layout(sheet: LedgerSheet) -> _Layout | None:
    for row in sheet.rows[:_HEAD_WITHIN]:
        names = {cell.text: cell.area.left for cell in sheet.filled(row)}
        if KEY in names:
            columns = {field: names[MARK + field] for field in COLUMNS if MARK + field in names}
            return _Layout(
                names[KEY],
                names.get(REVISION),
                columns or _by_heads(sheet, row, names[KEY]),
                _after_head(sheet, row, names[KEY]),
            )
    return None


def _by_heads(sheet: LedgerSheet, row: int, key: int) -> dict[Field, int]:
    """The columns by the words that people see over them, for when the hidden row is lost."""
    head = range(row, sheet.cell(row, key).area.bottom + 1)
    words = {sheet.cell(at, column).text: column for at in head for column in sheet.columns}
    names = {field: (column.zh, column.en) for field, column in COLUMNS.items()}
    return {field: words[name] for field, pair in names.items() for name in pair if name in words}


def _after_head(sheet: LedgerSheet, row: int, key: int) -> int:
    after = sheet.cell(row, key).area.bottom + 1
    for at in sheet.rows:
        if row < at < row + _HEAD_WITHIN and sheet.cell(at, key).text == KEY:
            return sheet.cell(at, key).area.bottom + 1
    return after


def _walk(sheet: LedgerSheet, layout: _Layout) -> Iterator[OwnRow | SkippedRow]:
    for at in sheet.rows:
        if at >= layout.first:
            yield _read(sheet, layout, at)


def _read(sheet: LedgerSheet, layout: _Layout, at: int) -> OwnRow | SkippedRow:
    key = sheet.cell(at, layout.key).text
    if key == KEY:
        return skipped(sheet, at, Reason.REPEATED_HEADER)
    if not key and (reason := _no_task(sheet, layout, at)):
        return skipped(sheet, at, reason)
    values: dict[Field, Any] = {}
    cells: dict[Field, str] = {}
    faults: list[CellFault] = []
    for field, column in layout.columns.items():
        cell = sheet.cell(at, column)
        cells[field] = cell.address
        try:
            value = value_of(field, sheet, cell)
        except Unreadable as unread:
            if field not in COMPUTED:
                faults.append(unread.fault)
            continue
        if cell.text or field not in _SILENT_IF_BLANK:
            values[field] = value
        if field is Field.QUOTE and not cell.text:
            faults.append(no_words(cell))
    revision, wrong = _revision(sheet, layout, at) if key else (None, ())
    return OwnRow(sheet.name, at + 1, key or None, revision, values, cells, (*faults, *wrong))


def _no_task(sheet: LedgerSheet, layout: _Layout, at: int) -> Reason | None:
    """Why a row without a key is nothing that somebody added."""
    cells = sheet.filled(at)
    numbered = layout.columns.get(Field.NUMBER)
    own = [cell for cell in cells if cell.area.top == cell.area.bottom or cell.area.top == at]
    told = [cell for cell in own if cell.area.left != numbered or not IS_NUMBER.match(cell.text)]
    if not told:
        return Reason.BLANK
    if sum(cell.text in _HEADS for cell in own) >= _HEADS_OF_HEAD:
        return Reason.REPEATED_HEADER
    if any(TOTAL.match(cell.text) for cell in own[:3]):
        return Reason.TOTAL
    quote = layout.columns.get(Field.QUOTE)
    alone = len(own) == 1 and (own[0].wide or own[0].area.left != quote)
    return Reason.NOTE if alone or NOTE.match(own[0].text) else None


def _revision(sheet: LedgerSheet, layout: _Layout, at: int) -> tuple[int | None, tuple[CellFault, ...]]:
    column = layout.revision
    cell = sheet.cell(at, layout.key if column is None else column)
    if column is not None and cell.text.isascii() and cell.text.isdecimal() and len(cell.text) < 10:
        return int(cell.text), ()
    return None, (no_revision(cell.address, shown(cell.text) if column is not None else ""),)


def _with_doubles(rows: list[OwnRow]) -> Iterator[OwnRow]:
    """The rows, with a fault on every one whose key stands twice."""
    by_key: dict[str, list[OwnRow]] = defaultdict(list)
    for row in rows:
        if row.key:
            by_key[row.key].append(row)
    for row in rows:
        twins = by_key[row.key] if row.key else [row]
        yield row if len(twins) < 2 else replace(row, faults=(*row.faults, _double(row, twins)))


def _double(row: OwnRow, twins: list[OwnRow]) -> CellFault:
    others = [
        f"{twin.sheet}!{twin.row}" if twin.sheet != row.sheet else str(twin.row) for twin in twins if twin is not row
    ]
    cell = row.cells.get(Field.QUOTE) or next(iter(row.cells.values()), f"A{row.row}")
    return key_twice(cell, others)
