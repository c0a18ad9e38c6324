"""The head of somebody else's ledger: where it stands and what its columns are called."""

from __future__ import annotations

import re
from dataclasses import dataclass

from luoshi_core.ledger.workbook import LedgerCell, LedgerSheet
from luoshi_core.reading.commitments.tables.roles import head_words, role_of

_SEARCHED = 25
_DEEPEST = 3
_LABELLED = re.compile(r"[：:]\s*\S")
_SERIAL = re.compile(r"[（(]?\d{1,4}[)）]?[.、．]?$")


@dataclass(frozen=True, slots=True)
class HeadOfColumn:
    """A column and the words over it, from the highest row to the lowest."""

    column: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundHead:
    """The rows ``first`` to ``last`` of a head (from 0), its columns, the lines above it."""

    first: int
    last: int
    columns: tuple[HeadOfColumn, ...]
    titles: tuple[str, ...]


def find_head(sheet: LedgerSheet) -> FoundHead | None:
    """The first rows that name columns; None where no row of the sheet's beginning does."""
    visible = [column for column in sheet.columns if not sheet.is_hidden_column(column)]
    titles: list[str] = []
    for row in [row for row in sheet.rows if not sheet.is_hidden(row)][:_SEARCHED]:
        cells = sheet.filled(row, visible)
        if _names_columns(cells):
            return _head(sheet, row, visible, tuple(titles))
        titles += (cell.text for cell in cells if cell.text not in titles)
    return None


def _names_columns(cells: list[LedgerCell]) -> bool:
    words = [cell.text for cell in cells]
    if len(words) < 2 or _SERIAL.match(words[0].strip()):
        return False
    if any(_LABELLED.search(word) or mark in word for word in words for mark in "。；;"):
        return False
    named = sum(role_of(word) is not None for word in words)
    return named >= 2 and 2 * named >= len(words)


def _head(sheet: LedgerSheet, first: int, visible: list[int], titles: tuple[str, ...]) -> FoundHead:
    last = max(cell.area.bottom for cell in sheet.filled(first, visible) if cell.area.bottom < first + _DEEPEST)
    while last + 1 < first + _DEEPEST and _is_lower_head(sheet, first, last + 1, visible):
        last += 1
    columns = [HeadOfColumn(column, _stack(sheet, first, last, column)) for column in visible]
    return FoundHead(first, last, tuple(column for column in columns if column.words), titles)


def _is_lower_head(sheet: LedgerSheet, first: int, row: int, visible: list[int]) -> bool:
    """Whether a row names parts of the columns above: under a wide cell, or where the row above is blank."""
    here = [cell for cell in sheet.filled(row, visible) if cell.area.top == row]
    if not here or any(role_of(cell.text) is None or _LABELLED.search(cell.text) for cell in here):
        return False
    above = [sheet.cell(row - 1, cell.area.left) for cell in here]
    parts = [cell.wide or not cell.text for cell in above]
    return all(parts) or (any(parts) and len(here) < len(sheet.filled(first, visible)))


def _stack(sheet: LedgerSheet, first: int, last: int, column: int) -> tuple[str, ...]:
    """The head cells over a column; a blank beside a name that spans by looks only belongs to nobody."""
    cells: dict[str, str] = {}
    for row in range(first, last + 1):
        cell = sheet.cell(row, column)
        if cell.text:
            cells[cell.address] = head_words(cell.text)
    return tuple(cells.values())
