"""The worksheets of an .xls (Excel 97 to 2003), through xlrd."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import xlrd

from luoshi_core.reading.errors import Broken, Encrypted, ReadingError, TooMuchInside
from luoshi_core.reading.formats.limits import MAX_CELLS
from luoshi_core.reading.formats.sheet.formats import Value, is_dated, moment, printer
from luoshi_core.reading.formats.sheet.grid import Area, Sheet

FORMAT = "Excel"


def read_xls(data: bytes) -> Iterator[Sheet]:
    """The worksheets in the order of their tabs.

    Raises ``ReadingError``.
    """
    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, on_demand=True, ragged_rows=True, logfile=io.StringIO()
        )
        codes = [book.format_map[xf.format_key].format_str for xf in book.xf_list]
        printers = [printer(code, book.datemode == 1) for code in codes]
        cells = 0
        for at in range(book.nsheets):
            found = book.sheet_by_index(at)
            sheet = _read_sheet(found, printers)
            _note_moments(found, codes, book.datemode == 1, sheet)
            book.unload_sheet(at)
            cells += sum(map(len, sheet.rows.values()))
            if cells > MAX_CELLS:
                raise TooMuchInside(what_zh="单元格", what_en="cells", limit=MAX_CELLS)
            yield sheet
    except (ReadingError, GeneratorExit):
        raise
    except Exception as error:
        # xlrd meets damaged files with whatever its parsing stumbles over
        raise (Encrypted if "encrypted" in str(error) else Broken)(format=FORMAT) from error


def _read_sheet(found: Any, printers: list[Callable[[Value], str]]) -> Sheet:
    sheet = Sheet(found.name, found.visibility != 0)
    if sheet.hidden:
        return sheet
    sheet.merged = [Area(top, left, bottom - 1, right - 1) for top, bottom, left, right in found.merged_cells]
    sheet.hidden_rows = {at for at, info in found.rowinfo_map.items() if info.hidden}
    sheet.hidden_columns = {at for at, info in found.colinfo_map.items() if info.hidden}
    for at in range(found.nrows):
        words = {column: text for column, cell in enumerate(found.row(at)) if (text := _text(cell, printers))}
        if words:
            sheet.rows[at] = words
    return sheet


def _note_moments(found: Any, codes: list[str], since_1904: bool, sheet: Sheet) -> None:
    sheet.since_1904 = since_1904
    for row, words in sheet.rows.items():
        cells = found.row(row)
        for column in words:
            cell = cells[column]
            if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE) and is_dated(codes[cell.xf_index]):
                when = moment(float(cell.value), since_1904)
                if when is not None:
                    sheet.moments[row, column] = when


def _text(cell: Any, printers: list[Callable[[Value], str]]) -> str:
    if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        style: int = cell.xf_index
        return printers[style](float(cell.value))
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return str(cell.value).replace("\r\n", "\n").replace("\r", "\n").strip()
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#N/A"))
    return ""
