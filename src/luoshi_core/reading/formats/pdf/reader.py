"""PDF files: lines with their places, in the order in which they are read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from threading import Lock
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from luoshi_core.reading.errors import Broken, Encrypted, NoText, NoTextLayer, TooMuchInside
from luoshi_core.reading.formats.composer import Composer
from luoshi_core.reading.formats.limits import MAX_PAGES
from luoshi_core.reading.formats.pdf.aligned import aligned_table
from luoshi_core.reading.formats.pdf.furniture import without_furniture
from luoshi_core.reading.formats.pdf.layout import Column, Part, jumps, plain_columns, reading_order, runs
from luoshi_core.reading.formats.pdf.lines import TextLine
from luoshi_core.reading.formats.pdf.rules import rules_of
from luoshi_core.reading.formats.pdf.tables import PageTable, find_tables
from luoshi_core.reading.formats.pdf.text import PageText
from luoshi_core.reading.formats.pdf.writer import PageWriter
from luoshi_core.reading.source import Format, Remark, Source

FORMAT = "PDF"
_LOCK = Lock()
"""PDFium keeps its state in one place and may be in use by one thread at a time."""
_NAMED = 20


@dataclass(slots=True)
class _Page:
    """What was found on a page, before the pages are compared with one another."""

    width: float
    height: float
    lines: list[TextLine]
    tables: list[PageTable] = field(default_factory=list)
    pictured: bool = False


def read_pdf(data: bytes, name: str | None = None) -> Source:
    """The lines of a PDF in reading order: columns one after the other, ruled tables as tables.

    Running heads, running feet and page numbers are left out. Lines are set in by
    full-width spaces as far as they are set in on the page; a blank line stands where
    the page has one. Remarks name pages that are pictures without text.

    Raises ``Encrypted``, ``NoTextLayer`` (a scan), ``NoText``, ``Broken`` or ``TooMuchInside``.
    """
    pages = list(_pages(data))
    empty = [at for at, page in enumerate(pages) if page.pictured]
    if not any(page.lines or page.tables for page in pages):
        raise NoTextLayer(format=FORMAT) if empty else NoText()
    for page, lines in zip(pages, without_furniture([(page.height, page.lines) for page in pages]), strict=True):
        page.lines = lines
    composer = Composer()
    _write(pages, composer)
    if not composer.blocks:
        raise NoText()
    remarks = (_scanned_pages(empty),) if empty else ()
    return Source(Format.PDF, composer.text, composer.blocks, len(pages), name, remarks)


def render_page(data: bytes, page: int, width: int) -> bytes:
    """A picture (PNG) of page number ``page``, counted from 0, ``width`` pixels wide.

    Raises ``ReadingError``, or ``IndexError`` if there is no such page.
    """
    with _opened(data) as document:
        if not 0 <= page < len(document):
            raise IndexError(page)
        shown = document[page]
        picture = shown.render(scale=width / max(shown.get_width(), 1.0)).to_pil()
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


@contextmanager
def _opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
            raise (Encrypted if locked else Broken)(format=FORMAT) from error
        try:
            yield document
        finally:
            document.close()


def _pages(data: bytes) -> Iterator[_Page]:
    with _opened(data) as document:
        if len(document) > MAX_PAGES:
            raise TooMuchInside(what_zh="页数", what_en="pages", limit=MAX_PAGES)
        for at in range(len(document)):
            loaded = pdfium.FPDF_LoadPage(document, at)
            # a damaged page must not hide the others
            yield _read_page(loaded) if loaded else _Page(1.0, 1.0, [], pictured=True)
            if loaded:
                pdfium.FPDF_ClosePage(loaded)


def _read_page(loaded: Any) -> _Page:
    text = PageText(loaded)
    try:
        lines = text.lines()
        page = _Page(text.width, text.height, lines)
        if not lines:
            page.pictured = pdfium.FPDFPage_CountObjects(loaded) > 0
        elif jumps(lines) > 1 or any(line.holed for line in lines):
            parts = [part for line in lines for part in (text.parted(line) if line.holed else [line])]
            page.tables, page.lines = find_tables(parts, rules_of(loaded, text.place), text)
        for line in page.lines:
            text.tidied(line)
        return page
    finally:
        text.close()


def _write(pages: list[_Page], composer: Composer) -> None:
    margins = [min(line.left for line in page.lines) for page in pages if page.lines]
    writer = PageWriter(composer, median(margins) if margins else 0.0)
    for at, page in enumerate(pages):
        writer.turn(at, page.width, page.height)
        plain = None if page.tables else plain_columns(page.lines)
        if plain is not None:
            for lines in plain:
                writer.write_lines(lines, alone=len(plain) == 1)
            continue
        columns = _columns(page)
        for column in columns:
            writer.write_column(column, alone=len(columns) == 1)
    writer.finish()


def _columns(page: _Page) -> list[Column]:
    parts = runs(page.lines, page.width)
    parts += [Part(t.xs[0], t.ys[0], t.xs[-1], t.ys[-1], [], t) for t in page.tables]
    return reading_order(parts, median(line.size for line in page.lines) if page.lines else 10.0, aligned_table)


def _scanned_pages(empty: list[int]) -> Remark:
    numbers = [str(at + 1) for at in empty[:_NAMED]] + ["…"] * (len(empty) > _NAMED)
    return Remark(
        "page-without-text",
        f"第 {'、'.join(numbers)} 页没有文字层（可能是扫描页），没有读取。请用文字识别（OCR）软件处理后再试。",
        f"Pages without a text layer (scans?) were not read: {', '.join(numbers)}. Run OCR software on the file first.",
    )
