"""Bytes -> the text as published, one reader a format, chosen by content and never by name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from luoshi_core.reading.errors import ReadingError
from luoshi_core.reading.formats.archive import Archive, open_archive
from luoshi_core.reading.formats.limits import check_size, one_line
from luoshi_core.reading.formats.sniff import sniff
from luoshi_core.reading.source import Format, Source

_READERS = {
    Format.TEXT: ("text", "read_text"),
    Format.MARKDOWN: ("markdown", "read_markdown"),
    Format.HTML: ("html.reader", "read_html"),
    Format.DOCX: ("docx.reader", "read_docx"),
    Format.PDF: ("pdf.reader", "read_pdf"),
    Format.OFD: ("ofd.reader", "read_ofd"),
    Format.XLSX: ("sheet.reader", "read_sheet"),
    Format.XLS: ("sheet.reader", "read_sheet"),
}


def open_source(data: bytes, name: str | None = None) -> Source | Archive:
    """What the bytes are, read into a source; an archive of several files gives its members.

    Raises ``ReadingError``, which names the file if a name was given.
    """
    try:
        check_size(data)
        format = sniff(data)
        if format is Format.ZIP:
            return open_archive(data, name)
        return _reader(format)(data, name)
    except ReadingError as error:
        if name:
            error.locate(one_line(name))
        raise


def _reader(format: Format) -> Callable[[bytes, str | None], Source]:
    """The reader of a format, imported when it is first needed: a text must not wait for a PDF library."""
    module, function = _READERS[format]
    reader: Callable[[bytes, str | None], Source] = getattr(import_module(f"{__name__}.{module}"), function)
    return reader


__all__ = ["Archive", "open_source"]
