"""A newspaper page as it falls out of its PDF: narrow lines, torn paragraphs, headlines after their articles."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from corpus.writers.markup import Block

WIDTH = 18  # characters of a column's line
COLUMN = 23  # lines of a column; where one ends a blank line falls into the text
HANGING = "，。；：、）”》？！"  # never opens a line
OPENING = "（“《"  # never ends one


def write_page(blocks: list[Block]) -> bytes:
    """The page as text; ``@`` blocks are page furniture as it is printed, ``---`` parts the articles."""
    articles: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind == "---":
            articles.append([])
        else:
            articles[-1].append(block)
    return "\n".join(line for article in articles for line in _article(article)).encode()


def _article(blocks: list[Block]) -> Iterator[str]:
    """Text and furniture, then the headline with its letters spaced and the byline."""
    yield from _columns([block for block in blocks if block.kind not in ("=", "c")])
    for block in blocks:
        if block.kind == "=":
            yield " ".join(block.text)
        elif block.kind == "c":
            yield block.text
    yield ""


def _columns(blocks: list[Block]) -> Iterator[str]:
    printed = 0
    for block in blocks:
        if block.kind == "@":
            yield block.text
            continue
        for line in _lines("　　" + block.text if block.kind == "p" else block.text):
            yield line.strip()
            printed += 1
            if printed % COLUMN == 0:
                yield ""
        yield ""


def _lines(text: str) -> Iterator[str]:
    line = ""
    for char in text:
        if _width(line) + _width(char) > WIDTH and char not in HANGING:
            kept = line.rstrip(OPENING)
            yield kept
            line = line[len(kept) :]
        line += char
    yield line


def _width(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)
