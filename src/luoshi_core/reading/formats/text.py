"""Plain text: physical lines, pages parted by form feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi_core.reading.errors import NoText
from luoshi_core.reading.formats.encoding import decode
from luoshi_core.reading.formats.limits import MAX_TEXT_BYTES, check_size
from luoshi_core.reading.source import Format, Line, Source
from luoshi_core.reading.traced import Span

_LINE_OR_PAGE = re.compile(r"[^\n\f]+|\f")


class Lines:
    """The lines of a text that are not blank, found anew on every walk; nothing is kept of them."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __iter__(self) -> Iterator[Line]:
        page = 0
        for match in _LINE_OR_PAGE.finditer(self._text):
            found = match.group()
            if found == "\f":
                page += 1
            elif not found.isspace():
                yield Line(Span(*match.span()), page)


def read_text(data: bytes, name: str | None = None) -> Source:
    """Plain text in whatever encoding it came.

    Raises ``TooLarge``, ``NotText`` or ``NoText``.
    """
    check_size(data, MAX_TEXT_BYTES)
    decoded = decode(data)
    text = decoded.text
    if not text or text.isspace():
        raise NoText()
    return Source(Format.TEXT, text, Lines(text), text.count("\f") + 1, name, decoded.remarks)
