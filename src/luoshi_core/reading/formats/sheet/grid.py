"""A worksheet as it is seen: hidden and empty rows and columns gone, merged cells as one."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from luoshi_core.reading.errors import TooMuchInside
from luoshi_core.reading.formats.composer import DraftCell
from luoshi_core.reading.formats.limits import MAX_CELLS


class Area(NamedTuple):
    """Merged cells: first and last row and column, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """One worksheet of a workbook; rows and columns count from 0.

    ``rows`` holds the filled cells as column -> words. ``moments`` holds the exact
    value of those cells (row, column) that are a day or time, whatever they print.
    ``uncalculated`` names the cells with a formula whose result the file does not hold.
    """

    name: str
    hidden: bool = False
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    moments: dict[tuple[int, int], dt.datetime] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    uncalculated: list[str] = field(default_factory=list)
    since_1904: bool = False


@dataclass(slots=True)
class Row:
    """A visible row: its cells from left to right, empty ones too.

    ``reached`` says that a merged cell reaches into it from above.
    """

    cells: list[DraftCell]
    reached: bool = False

    @property
    def filled(self) -> list[DraftCell]:
        """The cells with words."""
        return [cell for cell in self.cells if cell.text]


class View:
    """The rows of a sheet that hold anything to see, made when they are asked for.

    Raises ``TooMuchInside`` if they span more cells than a workbook may fill.
    """

    def __init__(self, sheet: Sheet) -> None:
        _move_to_sight(sheet)
        seen = {at: row for at, row in sheet.rows.items() if at not in sheet.hidden_rows}
        self._columns = sorted(set().union(*seen.values()) - sheet.hidden_columns)
        self._lines = sorted(at for at, row in seen.items() if not row.keys().isdisjoint(self._columns))
        _check(len(self._lines) * len(self._columns))
        self._rows = sheet.rows
        self._owners = _owners(sheet.merged, self._lines, self._columns)

    def __len__(self) -> int:
        return len(self._lines)

    @property
    def columns(self) -> int:
        """The number of columns that hold anything to see."""
        return len(self._columns)

    def row(self, at: int, base: int = 0) -> Row:
        """The visible row number ``at``; in its cells, rows count from row ``base`` of the view."""
        words = self._rows[self._lines[at]]
        if not self._owners:
            line = at - base
            return Row([DraftCell(words.get(column, ""), line, index) for index, column in enumerate(self._columns)])
        row, owners = Row([]), self._owners
        for index, column in enumerate(self._columns):
            area = owners.get((at, index), Area(at, index, at, index))
            if (area.top, area.left) == (at, index):
                height, width = area.bottom - at + 1, area.right - index + 1
                row.cells.append(DraftCell(words.get(column, ""), at - base, index, height, width))
            row.reached |= area.top < at
        return row


def _check(cells: int) -> None:
    if cells > MAX_CELLS:
        raise TooMuchInside(what_zh="单元格", what_en="cells", limit=MAX_CELLS)


def _move_to_sight(sheet: Sheet) -> None:
    """Words of a merged cell stand in its first visible place."""
    for area in sheet.merged:
        text = sheet.rows.get(area.top, {}).get(area.left)
        if text is None or (area.top not in sheet.hidden_rows and area.left not in sheet.hidden_columns):
            continue
        top = next((r for r in range(area.top, area.bottom + 1) if r not in sheet.hidden_rows), area.top)
        left = next((c for c in range(area.left, area.right + 1) if c not in sheet.hidden_columns), area.left)
        sheet.rows.setdefault(top, {})[left] = text


def _owners(merged: list[Area], lines: list[int], columns: list[int]) -> dict[tuple[int, int], Area]:
    """For each visible place under a merged cell, the area of visible places that this cell covers."""
    owners: dict[tuple[int, int], Area] = {}
    covered = 0
    for area in merged:
        top, bottom = bisect_left(lines, area.top), bisect_right(lines, area.bottom) - 1
        left, right = bisect_left(columns, area.left), bisect_right(columns, area.right) - 1
        covered += max(bottom - top + 1, 0) * max(right - left + 1, 0)
        _check(covered)
        seen = Area(top, left, bottom, right)
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                owners.setdefault((row, column), seen)
    return owners
