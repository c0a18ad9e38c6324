"""The worksheets of an .xlsx, read row by row so that a large one needs little memory.

Formulas are never computed: what stands in a cell is the result that the file holds.
"""

from __future__ import annotations

import datetime as dt
import io
import posixpath
import re
from collections.abc import Callable, Iterator

from lxml import etree

from luoshi_core.reading.errors import Broken, TooMuchInside, UnsafeXml
from luoshi_core.reading.formats.limits import MAX_CELLS, PackedFile, open_zip, parse_xml
from luoshi_core.reading.formats.sheet.formats import BUILT_IN, Value, is_dated, moment, printer
from luoshi_core.reading.formats.sheet.grid import Area, Sheet

FORMAT = "Excel"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_MAX_COLUMNS = 16_384
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUE = ("1", "true")


def read_xlsx(data: bytes) -> Iterator[Sheet]:
    """The worksheets in the order of their tabs.

    Raises ``ReadingError``.
    """
    package = open_zip(data, FORMAT)
    main = next(iter(_targets(package, "", "officeDocument").values()), None)
    if main is None or main not in package:
        raise Broken(format=FORMAT)
    book = parse_xml(package.read(main), FORMAT)
    since_1904 = any(_is_on(properties, "date1904") for properties in book.iter("{*}workbookPr"))
    parts = _targets(package, main, "worksheet")
    reader = _SheetReader(list(_shared(package, main)), _codes(package, main), since_1904)
    for entry in book.iter("{*}sheet"):
        part = next((parts[v] for k, v in entry.attrib.items() if str(k).endswith("}id") and v in parts), None)
        if part is not None and part in package:
            sheet = Sheet(entry.get("name", ""), entry.get("state", "visible") != "visible", since_1904=since_1904)
            yield sheet if sheet.hidden else reader.read(package.read(part), sheet)


def _targets(package: PackedFile, source: str, kind: str) -> dict[str, str]:
    """The parts that ``source`` relates to as ``kind``, by the id of the relation."""
    folder, name = posixpath.split(source)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in package:
        return {}
    return {
        entry.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, entry.get("Target", ""))).lstrip("/")
        for entry in parse_xml(package.read(relations), FORMAT).iter(_RELATION)
        if entry.get("Type", "").endswith("/" + kind) and entry.get("TargetMode") != "External"
    }


def _elements(data: bytes, *tags: str) -> Iterator[etree._Element]:
    """Elements one by one as they end; each is emptied before the next is read."""
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise UnsafeXml(format=FORMAT)
    events = etree.iterparse(
        io.BytesIO(data), tag=tags, resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True
    )
    try:
        for _, element in events:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise Broken(format=FORMAT) from error


def _shared(package: PackedFile, main: str) -> Iterator[str]:
    for part in _targets(package, main, "sharedStrings").values():
        if part in package:
            for count, item in enumerate(_elements(package.read(part), "{*}si")):
                if count >= MAX_CELLS:
                    raise TooMuchInside(what_zh="单元格", what_en="cells", limit=MAX_CELLS)
                yield _words(item)


def _words(item: etree._Element) -> str:
    """The text of a rich or plain string, without the readings above it."""
    if len(item) == 1 and not len(item[0]):
        return _clean(item[0].text or "")
    for reading in item.findall("{*}rPh"):
        item.remove(reading)
    return _clean("".join(t.text or "" for t in item.iter("{*}t")))


def _clean(text: str) -> str:
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _codes(package: PackedFile, main: str) -> list[str]:
    """The number format of each style."""
    for part in _targets(package, main, "styles").values():
        if part in package:
            root = parse_xml(package.read(part), FORMAT)
            codes = {e.get("numFmtId"): e.get("formatCode", "") for e in root.iter("{*}numFmt")}
            return [
                codes.get(key, BUILT_IN.get(int(key), ""))
                for styles in root.iter("{*}cellXfs")
                for key in (style.get("numFmtId", "0") for style in styles.iterchildren())
                if key.isdecimal()
            ]
    return []


def _is_on(element: etree._Element, name: str) -> bool:
    return element.get(name) in _TRUE


class _SheetReader:
    """Reads the sheets of one workbook, which share strings, styles and the limit of cells."""

    def __init__(self, shared: list[str], codes: list[str], since_1904: bool) -> None:
        self._shared = shared
        self._formats: list[Callable[[Value], str]] = [printer(code, since_1904) for code in codes]
        self._dated = {str(at) for at, code in enumerate(codes) if is_dated(code)}
        self._since_1904 = since_1904
        self._columns: dict[str, int] = {}
        self._printed_numbers: dict[tuple[str, str | None], str] = {}
        self._cells = 0

    def read(self, data: bytes, sheet: Sheet) -> Sheet:
        """Fill ``sheet`` from its part."""
        at = -1
        for element in _elements(data, "{*}row", "{*}col", "{*}mergeCell"):
            kind = element.tag.rpartition("}")[2]
            if kind == "row":
                at = self._row(element, at + 1, sheet)
            elif kind == "mergeCell":
                sheet.merged.extend(_areas(element.get("ref", "")))
            elif _is_on(element, "hidden") or element.get("width") == "0":
                sheet.hidden_columns.update(_hidden_columns(element))
        return sheet

    def _row(self, row: etree._Element, expected: int, sheet: Sheet) -> int:
        given = row.get("r", "")
        at = int(given) - 1 if given.isdecimal() else expected
        if _is_on(row, "hidden") or (row.get("ht") == "0" and _is_on(row, "customHeight")):
            sheet.hidden_rows.add(at)
        words: dict[int, str] = {}
        column = -1
        for cell in row:
            column = self._column(cell.get("r"), column + 1)
            if len(cell):
                text = self._text(cell, sheet)
                if text:
                    words[column] = text
                    if cell.get("s") in self._dated or cell.get("t") == "d":
                        self._note_moment(cell, (at, column), sheet)
        self._cells += len(words)
        if self._cells > MAX_CELLS:
            raise TooMuchInside(what_zh="单元格", what_en="cells", limit=MAX_CELLS)
        if words:
            sheet.rows[at] = words
        return at

    def _note_moment(self, cell: etree._Element, place: tuple[int, int], sheet: Sheet) -> None:
        """Keep the exact day of a cell: what it prints may lack the year."""
        value, kind = cell.findtext("{*}v") or "", cell.get("t")
        if kind in (None, "n"):
            when = moment(float(value), self._since_1904)
        elif kind == "d":
            when = dt.datetime.fromisoformat(value.removesuffix("Z"))
        else:
            return
        if when is not None:
            sheet.moments[place] = when

    def _column(self, reference: str | None, expected: int) -> int:
        if reference is None:
            return expected
        letters = reference.rstrip("0123456789")
        known = self._columns.get(letters)
        if known is None:
            known = self._columns[letters] = _column_number(letters)
        return known

    def _text(self, cell: etree._Element, sheet: Sheet) -> str:
        kind, last = cell.get("t"), cell[-1]
        if kind == "inlineStr":
            return _words(last)
        value = last if last.tag.endswith("}v") else cell.find("{*}v")
        words = None if value is None else value.text
        if words:
            return self._printed(words, kind, cell.get("s"))
        # an empty result of kind str is a formula that gives no words
        if (value is None or kind != "str") and cell.find("{*}f") is not None:
            sheet.uncalculated.append(cell.get("r", ""))
        return ""

    def _printed(self, value: str, kind: str | None, style: str | None) -> str:
        try:
            if kind is None or kind == "n":
                return self._number(value, style)
            if kind == "s":
                return self._shared[int(value)]
            if kind == "d":
                return self._printer(style)(dt.datetime.fromisoformat(value.removesuffix("Z")))
        except (ValueError, IndexError, OverflowError) as error:
            raise Broken(format=FORMAT) from error
        return {"0": "FALSE", "1": "TRUE"}.get(value, value) if kind == "b" else _clean(value)

    def _number(self, value: str, style: str | None) -> str:
        known = self._printed_numbers.get((value, style))
        if known is None:
            known = self._printed_numbers[value, style] = self._printer(style)(float(value))
        return known

    def _printer(self, style: str | None) -> Callable[[Value], str]:
        at = int(style) if style else 0
        return self._formats[at] if at < len(self._formats) else printer("")


def _hidden_columns(element: etree._Element) -> range:
    first, last = element.get("min", ""), element.get("max", "")
    return range(int(first) - 1, min(int(last), _MAX_COLUMNS)) if first.isdecimal() and last.isdecimal() else range(0)


def _areas(reference: str) -> Iterator[Area]:
    match = _AREA.fullmatch(reference)
    if match:
        yield Area(int(match[2]) - 1, _column_number(match[1]), int(match[4]) - 1, _column_number(match[3]))


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1
