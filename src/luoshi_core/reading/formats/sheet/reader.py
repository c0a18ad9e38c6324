"""Workbooks (.xlsx, .xls): a table for each sheet, its title above it and its notes below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi_core.reading.errors import NoText
from luoshi_core.reading.formats.composer import Composer, DraftCell
from luoshi_core.reading.formats.sheet.grid import Row, Sheet, View
from luoshi_core.reading.formats.sheet.xls import read_xls
from luoshi_core.reading.formats.sheet.xlsx import read_xlsx
from luoshi_core.reading.source import Format, Remark, Source

_ZIP = b"PK"
_LABELLED = re.compile(r"[^：:，。；\n]{2,12}[：:]|[(（][^：:]{2,6}[：:][^()（）]*[)）]$")
_NOTE = re.compile(
    r"(?:附?注|备注|说明|填[表报]说明|(?:资料|数据)来源|note|source)s?\s*(?:\d+\s*)?[：:.、\s]", re.IGNORECASE
)
_TOTAL = re.compile(r"(?:总|合|小|共)\s*计|total", re.IGNORECASE)
_WIDE = 0.6
"""From this share of the columns on, a cell reaches across the table."""
_LONG = 30
"""Characters from which a lonely cell is a sentence and not a value."""


def read_sheet(data: bytes, name: str | None = None) -> Source:
    """The visible part of every visible sheet, values as they are printed in their cells.

    Rows above the table that hold only a title or a label (填报单位：…) are paragraphs,
    as are the notes and signatures below it. A formula is shown by the result that
    the file holds. Remarks say what was left out: hidden sheets, rows and
    columns, formulas without a result.

    Raises ``ReadingError``.
    """
    is_xlsx = data.startswith(_ZIP)
    composer = Composer()
    remarks: list[Remark] = []
    for sheet in read_xlsx(data) if is_xlsx else read_xls(data):
        remarks.extend(_remarks(sheet))
        if not sheet.hidden:
            _write(sheet, composer)
    if not composer.blocks:
        raise NoText()
    form = Format.XLSX if is_xlsx else Format.XLS
    return Source(form, composer.text, composer.blocks, name=name, remarks=tuple(remarks))


def _write(sheet: Sheet, composer: Composer) -> None:
    view = View(sheet)
    first, last = _table_limits(view)
    for at in range(first):
        row = view.row(at)
        _write_paragraph(row, composer, "center" if _is_title(row, view.columns) else "left")
    if first < last:
        cells = (cell for at in range(first, last) for cell in view.row(at, first).cells)
        composer.table(cells, last - first, view.columns, sheet.name)
    for at in range(last, len(view)):
        _write_paragraph(view.row(at), composer, "left")
    composer.gap()


def _write_paragraph(row: Row, composer: Composer, align: str) -> None:
    for line in "\t".join(cell.text for cell in row.filled).split("\n"):
        composer.paragraph(line, align=align)


def _is_title(row: Row, columns: int) -> bool:
    filled = row.filled
    return len(filled) == 1 and _reaches_across(filled[0], columns) and not _LABELLED.match(filled[0].text)


def _table_limits(view: View) -> tuple[int, int]:
    """The rows (from, to) of the table between title and notes; equal where there is no table."""
    if view.columns < 2:
        return 0, 0
    first, last = 0, len(view)
    while first < last and _is_caption(view.row(first), view.columns):
        first += 1
    while last > first and _is_note(view.row(last - 1), view.columns):
        last -= 1
    return first, last


def _is_caption(row: Row, columns: int) -> bool:
    filled = row.filled
    if row.reached or any(cell.row_span > 1 for cell in filled):
        return False
    if _is_labelled(filled):
        return True
    return len(filled) == 1 and (filled[0].column == 0 or _reaches_across(filled[0], columns))


def _is_note(row: Row, columns: int) -> bool:
    filled = row.filled
    if row.reached or any(cell.row_span > 1 for cell in filled):
        return False
    if _is_labelled(filled) or _NOTE.match(filled[0].text):
        return True
    lonely = len(filled) == 1 and not _TOTAL.match(filled[0].text)
    return lonely and (_reaches_across(filled[0], columns) or len(filled[0].text) >= _LONG)


def _is_labelled(cells: list[DraftCell]) -> bool:
    """Whether all cells are labels with their values (填报单位：市文化局), which may stand in a cell of their own."""
    before = ""
    for cell in cells:
        if not _LABELLED.match(cell.text) and not before.endswith(("：", ":")):
            return False
        before = cell.text
    return True


def _reaches_across(cell: DraftCell, columns: int) -> bool:
    return cell.column_span >= max(2, columns * _WIDE)


def _remarks(sheet: Sheet) -> Iterator[Remark]:
    if sheet.hidden:
        yield Remark("hidden-sheet", "工作表已隐藏，没有读取。", "The sheet is hidden and was not read.", sheet.name)
        return
    rows = sum(1 for at in sheet.rows if at in sheet.hidden_rows)
    if rows:
        yield Remark("hidden-rows", f"有 {rows} 行被隐藏，没有读取。", f"{rows} hidden rows were not read.", sheet.name)
    columns = len(sheet.hidden_columns.intersection(*[{c for row in sheet.rows.values() for c in row}]))
    if columns:
        zh, en = f"有 {columns} 列被隐藏，没有读取。", f"{columns} hidden columns were not read."
        yield Remark("hidden-columns", zh, en, sheet.name)
    if sheet.uncalculated:
        yield _uncalculated(sheet)


def _uncalculated(sheet: Sheet) -> Remark:
    count, where = len(sheet.uncalculated), f"{sheet.name}!{sheet.uncalculated[0]}"
    return Remark(
        "uncalculated-formula",
        f"有 {count} 个公式单元格没有保存计算结果，按空白读取。请用 Excel 打开并保存后再试。",
        f"{count} formula cells hold no result and were read as empty. Open the file in Excel, save it and try again.",
        where,
    )
