"""Bytes -> the text as published, one reader a format, chosen by content and never by name."""

from __future__ import annotations

from luoshi_core.reading.formats.archive import Archive
from luoshi_core.reading.formats.text import read_text
from luoshi_core.reading.source import Source


def open_source(data: bytes, name: str | None = None) -> Source | Archive:
    """What the bytes are, read into a source; an archive of several files gives its members."""
    return read_text(data, name)


__all__ = ["Archive", "open_source"]
