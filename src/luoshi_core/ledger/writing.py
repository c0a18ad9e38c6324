"""Commitments -> the workbook that offices know as a ledger 台账.

Above the title stands a hidden row with the name of each column, behind the last
column the hidden key and revision of each row: by these a ledger is known again
after people have worked in it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import groupby
from typing import IO, Any

from luoshi_core.assessable import EVIDENCE
from luoshi_core.ledger.errors import TextTooLong
from luoshi_core.ledger.fields import COLUMNS, GROUPS, Column, Field, LedgerRow, normal_value
from luoshi_core.ledger.targets import targets_text
from luoshi_core.ledger.words import joined_names
from luoshi_core.reading.workbook import CADENCE, KIND

MARK = "luoshi:"
"""What the names of columns begin with in the hidden row."""
KEY, REVISION = MARK + Field.KEY, MARK + Field.REVISION

_LONGEST = 32_767
_FIRST_EXACT_DAY = dt.date(1900, 3, 1)
_LINES_TO_ADD = 300
"""Empty rows under the table that offer the same drop-down lists."""
_MACHINE, _TITLE, _MAKER, _GROUP, _HEAD, _FIRST = range(6)
_A3 = 8
_CHOICES: dict[Field, dict[Any, tuple[str, str]]] = {
    Field.CADENCE: dict(CADENCE.items()),
    Field.KIND: dict(KIND.items()),
}
_GREY = "#b8c0c2"
_LINE, _TALLEST = 15.5, 400
"""Height of a line and of the tallest row, in points."""


def write_ledger(
    rows: Iterable[LedgerRow], stream: IO[bytes], *, title: str, keeper: str, made_on: dt.date, language: str = "zh"
) -> None:
    """Write the ledger into ``stream`` as .xlsx.

    ``keeper`` is the body that makes it, ``made_on`` its date. Rows without a value
    for ``Field.NUMBER`` are numbered in their order. Text is written as text:
    nothing that it says becomes a formula or a link.

    Raises ``TextTooLong`` if a text does not fit into a cell.
    """
    import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, options) as book:
        writer = _Writer(book, language)
        writer.head(normal_value(Field.QUOTE, title), normal_value(Field.QUOTE, keeper), made_on)
        writer.body(rows)
        writer.finish()


def words_of(field: Field, value: Any, language: str = "zh") -> str:
    """What the cell of a field says, but for a due date."""
    en = int(language.startswith("en"))
    value = normal_value(field, value)
    if field in _CHOICES:
        return "" if value is None else _CHOICES[field][value][en]
    if field is Field.PARTNERS:
        return joined_names(value, (("、", ", ")[en]))
    if field is Field.TARGETS:
        return targets_text(value, ("；", "; ")[en])
    if field is Field.EVIDENCE:
        return ("、", ", ")[en].join(EVIDENCE[kind][en] for kind in value)
    return value.isoformat() if isinstance(value, dt.date) else str(value or "")


class _Writer:
    def __init__(self, book: Any, language: str) -> None:
        self._language = language
        self._en = int(language.startswith("en"))
        self._sheet = book.add_worksheet(("台账", "Ledger")[self._en])
        cell = {"text_wrap": True, "valign": "vcenter", "border": 1, "border_color": _GREY}
        self._text = book.add_format(cell)
        self._middle = book.add_format({**cell, "align": "center"})
        self._day = book.add_format({**cell, "align": "center", "num_format": "yyyy-mm-dd"})
        self._headed = book.add_format({**cell, "align": "center", "bold": True, "bg_color": "#eef3f2"})
        self._title = book.add_format({"bold": True, "font_size": 18, "align": "center", "valign": "vcenter"})
        self._maker = book.add_format({"valign": "vcenter"})
        self._last = len(COLUMNS) - 1
        self._row = _FIRST
        self._lines = 1

    def head(self, title: str, keeper: str, made_on: dt.date) -> None:
        """The hidden names, the title, who made it when, and the two rows of the head."""
        self._names()
        sheet, last = self._sheet, self._last
        sheet.merge_range(_TITLE, 0, _TITLE, last, "", self._title)
        sheet.write_string(_TITLE, 0, _fitting("title", title), self._title)
        sheet.set_row(_TITLE, 36)
        made = f"Made by: {keeper}    Date: {made_on}" if self._en else f"制表单位：{keeper}    日期：{made_on}"
        sheet.merge_range(_MAKER, 0, _MAKER, last, "", self._maker)
        sheet.write_string(_MAKER, 0, _fitting("keeper", made), self._maker)
        for group, columns in groupby(enumerate(COLUMNS.values()), key=lambda item: item[1].group):
            self._head_group(group, list(columns))

    def _names(self) -> None:
        names = [MARK + field for field in COLUMNS] + [KEY, REVISION]
        for column, name in enumerate(names):
            self._sheet.write_string(_MACHINE, column, name)
        self._sheet.set_row(_MACHINE, None, None, {"hidden": True})
        for column, name in ((self._last + 1, KEY), (self._last + 2, REVISION)):
            self._sheet.merge_range(_GROUP, column, _HEAD, column, name, self._headed)
            self._sheet.set_column(column, column, 12, None, {"hidden": True})

    def _head_group(self, group: str, columns: list[tuple[int, Column]]) -> None:
        sheet = self._sheet
        if group:
            name = GROUPS[group][self._en]
            sheet.merge_range(_GROUP, columns[0][0], _GROUP, columns[-1][0], name, self._headed)
        for at, column in columns:
            words = column.head(self._language)
            sheet.set_column(at, at, column.width)
            if group:
                sheet.write_string(_HEAD, at, words, self._headed)
            else:
                sheet.merge_range(_GROUP, at, _HEAD, at, words, self._headed)

    def body(self, rows: Iterable[LedgerRow]) -> None:
        """One row a commitment; the document of neighbours stands once."""
        at = list(COLUMNS).index(Field.DOCUMENT)
        for document, group in groupby(rows, key=lambda row: words_of(Field.DOCUMENT, row.values.get(Field.DOCUMENT))):
            first = self._row
            for row in group:
                self._write(row)
            if document and self._row - first > 1:
                self._merge(first, self._row - 1, at, document)

    def _merge(self, first: int, last: int, column: int, words: str) -> None:
        self._sheet.merge_range(first, column, last, column, "", self._text)
        # the words stay in every row under the merged cell: they are there again when somebody takes it apart
        for row in range(first, last + 1):
            self._sheet.write_string(row, column, words, self._text)

    def _write(self, row: LedgerRow) -> None:
        at, self._lines = self._row, 1
        for column, field in enumerate(COLUMNS):
            self._cell(at, column, field, row.values.get(field))
        self._sheet.write_string(at, self._last + 1, row.key)
        self._sheet.write_number(at, self._last + 2, row.revision)
        self._sheet.set_row(at, min(_LINE * self._lines + 4, _TALLEST))
        self._row += 1

    def _cell(self, row: int, column: int, field: Field, value: Any) -> None:
        if field is Field.NUMBER:
            self._number(row, column, value)
        elif field is Field.DUE and value is not None and (day := normal_value(field, value)) >= _FIRST_EXACT_DAY:
            self._sheet.write_datetime(row, column, dt.datetime.combine(day, dt.time()), self._day)
        else:
            words = _fitting(COLUMNS[field].head(self._language), words_of(field, value, self._language))
            form = self._middle if field in _CHOICES else self._text
            if words:
                self._sheet.write_string(row, column, words, form)
                if field is not Field.DOCUMENT:  # it has the height of all rows that it is merged over
                    self._lines = max(self._lines, _lines_of(words, COLUMNS[field].width))
            else:
                self._sheet.write_blank(row, column, None, form)

    def _number(self, row: int, column: int, value: Any) -> None:
        words = words_of(Field.NUMBER, value) if value is not None else str(row - _FIRST + 1)
        if words.isascii() and words.isdecimal() and str(int(words)) == words and len(words) < 10:
            self._sheet.write_number(row, column, int(words), self._middle)
        else:
            self._sheet.write_string(
                row, column, _fitting(COLUMNS[Field.NUMBER].head(self._language), words), self._middle
            )

    def finish(self) -> None:
        """What makes it easy to work in and to print."""
        sheet = self._sheet
        columns = list(COLUMNS)
        for field, words in _CHOICES.items():
            self._offer(columns.index(field), [names[self._en] for names in words.values()])
        sheet.freeze_panes(_FIRST, columns.index(Field.QUOTE) + 1)
        sheet.set_landscape()
        sheet.set_paper(_A3)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
        sheet.repeat_rows(_GROUP, _HEAD)
        sheet.print_area(0, 0, max(self._row - 1, _HEAD), self._last)
        sheet.set_footer(("&C第 &P 页，共 &N 页", "&CPage &P of &N")[self._en])

    def _offer(self, column: int, words: list[str]) -> None:
        sorry = ("请从下拉列表中选择。", "Choose one of the list.")[self._en]
        options = {
            "validate": "list",
            "source": words,
            "error_title": ("请选择", "Choose")[self._en],
            "error_message": sorry,
        }
        self._sheet.data_validation(_FIRST, column, self._row + _LINES_TO_ADD, column, options)


def _lines_of(words: str, width: int) -> int:
    """Lines that words take in a column so many characters wide; a Chinese character is two wide.

    Said in the file, because not every program finds the height of a row by itself.
    """
    if len(words) * 2 <= width:
        return 1
    parts = words.split("\n")
    return sum(max(1, -(-sum(1 if c.isascii() else 2 for c in part) // max(width - 1, 1))) for part in parts)


def _fitting(field: str, words: str) -> str:
    size = len(words) if words.isascii() else len(words.encode("utf-16-le")) // 2
    if size > _LONGEST:
        raise TextTooLong(field=field, size=size, limit=_LONGEST)
    return words
