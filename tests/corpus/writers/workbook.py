"""Writes an .xlsx with merged cells, hidden rows and dates as text or as dates."""

from __future__ import annotations

import datetime as dt
import io

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from corpus.writers.markup import Block, spans


def write_xlsx(blocks: list[Block]) -> bytes:
    """Each ``@ name`` block opens a sheet; ``d:2025-09-30`` is written as a date, figures as numbers."""
    book = Workbook()
    book.remove(book.active)
    sheet: Worksheet | None = None
    for block in blocks:
        if block.kind == "@":
            sheet = book.create_sheet(block.text)
        elif sheet is not None and block.kind == "|":
            _fill(sheet, block)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Worksheet, block: Block) -> None:
    for i, row in enumerate(block.rows, 1):
        for j, text in enumerate(row, 1):
            if text not in ("^", "<", ""):
                cell = sheet.cell(i, j, _value(text))
                cell.alignment = Alignment(wrap_text=True, vertical="center")
    for top, left, bottom, right in spans(block.rows):
        sheet.merge_cells(
            start_row=top + 1,
            start_column=left + 1,
            end_row=bottom + 1,
            end_column=right + 1,
        )
    for i in block.hidden:
        sheet.row_dimensions[i + 1].hidden = True


def _value(text: str) -> str | int | dt.date:
    if text.startswith("d:"):
        return dt.date.fromisoformat(text[2:])
    return int(text) if text.isdigit() else text
