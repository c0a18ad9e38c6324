"""Sources made of a plain text."""

from __future__ import annotations

import re

from luoshi_core.reading.source import Format, Line, Source
from luoshi_core.reading.traced import Span


def plain_text(text: str) -> Source:
    """A text as the reader of plain text hands it on."""
    feeds = [match.start() for match in re.finditer("\f", text)]
    lines = [
        Line(Span(*match.span()), page=sum(at < match.start() for at in feeds))
        for match in re.finditer(r"[^\n\f]+", text)
        if not match.group().isspace()
    ]
    return Source(Format.TEXT, text, lines, pages=len(feeds) + 1)
