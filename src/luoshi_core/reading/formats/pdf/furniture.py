"""Running heads, running feet and page numbers: lines that belong to the pages and not to the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from luoshi_core.reading.formats.pdf.lines import TextLine

_MARGIN = 0.12
"""The share of the page's height at its head and foot where furniture stands."""
_OUTMOST = 3
_SHARE = 0.4
_LONGEST = 60
_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")
_NUMBER = re.compile(
    r"[-—–―·•.\s]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6}|[一二三四五六七八九十百]{1,4})(?:\s*页)?"
    r"(?:\s*(?:[/／]|of)\s*\d{1,4}|[，,\s]*共\s*\d{1,4}\s*页)?[-—–―·•.\s]*",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[-—–―·•]|页|[/／]|of|page", re.IGNORECASE)


def without_furniture(pages: Sequence[tuple[float, list[TextLine]]]) -> list[list[TextLine]]:
    """The lines of each page, given as its height and its lines, without furniture."""
    edges = [_edges(lines, height) for height, lines in pages]
    counts = Counter(key for page in edges for key in {_key(line, height) for line, height in page})
    needed = max(2, round(_SHARE * len(pages)))
    plain_numbers = sum(1 for page in edges if any(_NUMBER.fullmatch(line.text) for line, _ in page))
    cleaned = []
    for (_, lines), page in zip(pages, edges, strict=True):
        dropped = {
            id(line)
            for line, height in page
            if counts[_key(line, height)] >= needed or _is_page_number(line, height, plain_numbers >= needed)
        }
        cleaned.append([line for line in lines if id(line) not in dropped] if dropped else lines)
    return cleaned


def _edges(lines: Iterable[TextLine], height: float) -> list[tuple[TextLine, float]]:
    """The outermost lines at the head and the foot of a page."""
    head = sorted((line for line in lines if line.bottom < _MARGIN * height), key=lambda line: line.top)
    foot = sorted((line for line in lines if line.top > (1 - _MARGIN) * height), key=lambda line: -line.bottom)
    return [(line, height) for line in (*head[:_OUTMOST], *foot[:_OUTMOST]) if len(line.text) <= _LONGEST]


def _key(line: TextLine, height: float) -> tuple[str, int]:
    """The same for the same words at the same height, whatever the page number."""
    return _DIGITS.sub("#", _SPACE.sub("", line.text)), round(line.top / height * 50)


def _is_page_number(line: TextLine, height: float, numbered: bool) -> bool:
    if not _NUMBER.fullmatch(line.text) or not any(c.isalnum() for c in line.text):
        return False
    at_foot = line.top > (1 - _MARGIN) * height
    return numbered or (at_foot and _MARKED.search(line.text) is not None)
