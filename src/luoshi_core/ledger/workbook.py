"""An .xlsx or .xls as sheets whose cells know their addresses, hidden rows and columns included."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from luoshi_core.ledger.errors import EmptyLedger, NotAWorkbook
from luoshi_core.reading.errors import ReadingError, TooMuchInside
from luoshi_core.reading.formats.limits import MAX_CELLS, check_size, one_line
from luoshi_core.reading.formats.sheet.grid import Area, Sheet
from luoshi_core.reading.formats.sniff import sniff
from luoshi_core.reading.source import Format

_OTHERS = {
    Format.TEXT: ("纯文本或 CSV 文件", "plain text or CSV"),
    Format.MARKDOWN: ("Markdown 文本", "Markdown"),
    Format.HTML: ("网页（有的系统把网页导出成 .xls）", "a web page (some systems export these as .xls)"),
    Format.DOCX: ("Word 文档", "a Word document"),
    Format.PDF: ("PDF 文件", "a PDF"),
    Format.OFD: ("OFD 文件", "an OFD"),
    Format.ZIP: ("压缩包", "an archive"),
}


@dataclass(frozen=True, slots=True)
class LedgerCell:
    """A cell as it prints, with its address (F7); ``day`` is the exact date of a date cell.

    ``area`` are the cells that it covers, from 0 and with the last ones included:
    more than one where cells are merged. A merged cell has the address of its first.
    """

    address: str
    text: str
    day: dt.date | None
    area: Area

    @property
    def wide(self) -> bool:
        """Whether it covers several columns."""
        return self.area.right > self.area.left


class LedgerSheet:
    """A visible sheet; rows and columns count from 0.

    A merged cell stands in every row and column that it covers.
    """

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._lines = sorted(sheet.rows)
        self._columns = sorted({column for row in sheet.rows.values() for column in row})
        self._areas = self._covered()
        self._uncalculated = frozenset(sheet.uncalculated)

    @property
    def name(self) -> str:
        """The words on its tab."""
        return self._sheet.name

    @property
    def rows(self) -> list[int]:
        """The rows that hold any words, hidden ones too."""
        return self._lines

    @property
    def columns(self) -> list[int]:
        """The columns that hold any words, hidden ones too."""
        return self._columns

    @property
    def since_1904(self) -> bool:
        """Whether its days are counted from 1904."""
        return self._sheet.since_1904

    def is_hidden(self, row: int) -> bool:
        """Whether a row is hidden or filtered out."""
        return row in self._sheet.hidden_rows

    def is_hidden_column(self, column: int) -> bool:
        """Whether a column is hidden."""
        return column in self._sheet.hidden_columns

    def is_uncalculated(self, cell: LedgerCell) -> bool:
        """Whether a cell holds a formula whose result was not saved."""
        return cell.address in self._uncalculated

    def cell(self, row: int, column: int) -> LedgerCell:
        """The cell at a place, or the merged cell that covers it."""
        area = self._areas.get((row, column)) or Area(row, column, row, column)
        place = area.top, area.left
        when = self._sheet.moments.get(place)
        text = self._sheet.rows.get(area.top, {}).get(area.left, "")
        return LedgerCell(address(*place), text, when.date() if when else None, area)

    def filled(self, row: int, columns: list[int] | None = None) -> list[LedgerCell]:
        """The cells with words in a row from left to right, each once."""
        found: dict[str, LedgerCell] = {}
        for column in self._columns if columns is None else columns:
            cell = self.cell(row, column)
            if cell.text:
                found[cell.address] = cell
        return list(found.values())

    def _covered(self) -> dict[tuple[int, int], Area]:
        covered: dict[tuple[int, int], Area] = {}
        for area in self._sheet.merged:
            rows = self._lines[bisect_left(self._lines, area.top) : bisect_right(self._lines, area.bottom)]
            columns = self._columns[bisect_left(self._columns, area.left) : bisect_right(self._columns, area.right)]
            if len(covered) + len(rows) * len(columns) > MAX_CELLS:
                raise TooMuchInside(what_zh="单元格", what_en="cells", limit=MAX_CELLS)
            for row in rows:
                for column in columns:
                    covered.setdefault((row, column), area)
        return covered


@dataclass(frozen=True)
class Ledger:
    """A workbook: its visible sheets that hold words, in the order of their tabs.

    ``hidden`` names the sheets that were left out because nobody sees them.
    """

    name: str | None
    sheets: tuple[LedgerSheet, ...]
    hidden: tuple[str, ...] = ()

    @cached_property
    def by_name(self) -> dict[str, LedgerSheet]:
        """The sheets by the words on their tabs."""
        return {sheet.name: sheet for sheet in self.sheets}


def read_ledger(data: bytes, name: str | None = None) -> Ledger:
    """The sheets of a workbook, .xlsx or .xls.

    ``name`` only serves in messages: what a file is, is found from its bytes.

    Raises ``ReadingError``: ``NotAWorkbook``, ``EmptyLedger``, or what is wrong with
    the file (damaged, encrypted, too large).
    """
    try:
        check_size(data)
        sheets = list(_sheets(data))
        ledger = Ledger(name, tuple(_visible(sheets)), tuple(sheet.name for sheet in sheets if sheet.hidden))
        if not ledger.sheets:
            raise EmptyLedger()
    except ReadingError as error:
        if name:
            error.locate(one_line(name))
        raise
    return ledger


def _visible(sheets: list[Sheet]) -> Iterator[LedgerSheet]:
    return (LedgerSheet(sheet) for sheet in sheets if sheet.rows and not sheet.hidden)


def _sheets(data: bytes) -> Iterator[Sheet]:
    form = sniff(data)
    if form is Format.XLSX:
        from luoshi_core.reading.formats.sheet.xlsx import read_xlsx

        return read_xlsx(data)
    if form is Format.XLS:
        from luoshi_core.reading.formats.sheet.xls import read_xls

        return read_xls(data)
    zh, en = _OTHERS[form]
    raise NotAWorkbook(kind_zh=zh, kind_en=en)


def address(row: int, column: int) -> str:
    """The name of a place: row 6, column 5 is F7."""
    letters, left = "", column + 1
    while left:
        left, digit = divmod(left - 1, 26)
        letters = chr(65 + digit) + letters
    return f"{letters}{row + 1}"
