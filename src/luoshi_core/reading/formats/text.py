"""Plain text."""

from __future__ import annotations

import re

from luoshi_core.reading.source import Format, Line, Source
from luoshi_core.reading.traced import Span


def read_text(data: bytes, name: str | None = None) -> Source:
    """Plain text in whatever encoding it came."""
    text = data.decode("utf-8")
    blocks = [Line(Span(*m.span())) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
    return Source(Format.TEXT, text, blocks, name=name)
