"""The lines of a PDF page with their places, taken from PDFium in as few calls as possible.

Coordinates are points as the page is shown: origin at the top left, y downwards.
A call into PDFium costs about as much as reading ten characters, so nothing here is
asked character by character unless a line is suspicious.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import pairwise
from math import pi
from typing import Any

import pypdfium2.raw as pdfium

from luoshi_core.reading.formats.pdf.lines import (
    GAP,
    ROWS,
    Rectangle,
    TextLine,
    are_crossed,
    covers,
    hole_at,
    is_crowded,
    is_parted,
    part_of_line,
    room_of,
    without_copies,
)

_BREAK = "\r\n"
_ODD = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\xad\ufffe\uffff]")
_HYPHENS = "\x02\ufffe"
_LINE = re.compile("[^\r\n\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_DOUBLED = re.compile(r"([^\s\d.…\-—_=*·～~a-z])\1")
_LOOSE = re.compile(" (?:(?<=[\u2e80-\u9fff\uff00-\uffef] )(?=[!-~])|(?<=[!-~] )(?=[\u2e80-\u9fff\uff00-\uffef]))")
_BLANK = re.compile(r"\s+")
_NEAR = 12
"""So many characters back the first drawing of a character is looked for."""

_MANY = 8
"""Pieces of a line that are all looked at."""
_SMALLEST = 0.5
_SLANT = 0.06
"""Quarters of a turn by which words may be off the upright."""

Place = Callable[[float, float, float, float], Rectangle]


class PageText:
    """The words of one loaded page. Close it before the page."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self._text_page = pdfium.FPDFText_LoadPage(page)
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self.place, self.width, self.height = _placing(page, box)
        self._edges = _FourNumbers()
        self._each = [ctypes.c_double.from_buffer(self._edges, 8 * at) for at in range(4)]
        self._exact = True
        self._loose: list[int] = []

    def close(self) -> None:
        """Give the memory back."""
        pdfium.FPDFText_ClosePage(self._text_page)

    def lines(self) -> list[TextLine]:
        """The lines in the order in which the file draws them, those drawn twice once."""
        text = self._text()
        found = list(self._spans(text))
        boxes = self._boxes_of(found)
        lines = []
        for (start, words), (box, height, widest) in zip(found, boxes, strict=True):
            if box is None or not self._is_on_page(box):
                continue
            size = self._size(start, box, height)
            if size is None:
                continue
            wide, high = box[2] - box[0], box[3] - box[1]
            holed = widest > GAP * size or wide > (room_of(words) + 2) * size or high > ROWS * size
            lines.append(TextLine(words, start, box, size, holed))
        self._loose = [at for at in map(self._index, _starts(_LOOSE, text)) if self._is_generated(at)]
        if any(is_crowded(line) and self._has_shadow(line) for line in lines):
            for line in lines:
                self._print_once(line)
        return without_copies(lines)

    def _is_on_page(self, box: Rectangle) -> bool:
        """Whether any of it is seen: printers leave marks outside of the page."""
        return box[0] < self.width and box[1] < self.height and box[2] > 0 and box[3] > 0

    def _size(self, start: int, box: Rectangle, height: float) -> float | None:
        """The type size of a line whose first piece has this height; None for slanted words, which are a watermark."""
        size: float = pdfium.FPDFText_GetFontSize(self._text_page, start)
        if height * 0.6 <= size <= height * 2.5 and size > _SMALLEST:
            return size
        if self._is_slanted(start):
            return None
        wide, high = box[2] - box[0], box[3] - box[1]
        if high < size * 0.6 and wide * 0.6 <= size:
            # nothing but dashes or commas
            return max(size, _SMALLEST)
        # the size is scaled by a matrix
        return max(min(wide, high) * 1.1, _SMALLEST)

    def _is_slanted(self, at: int) -> bool:
        quarters: float = pdfium.FPDFText_GetCharAngle(self._text_page, at) / (pi / 2)
        return abs(quarters - round(quarters)) > _SLANT

    def _text(self) -> str:
        count = pdfium.FPDFText_CountChars(self._text_page)
        if count <= 0:
            return ""
        buffer = _buffer(2 * count + 2)
        written = pdfium.FPDFText_GetText(self._text_page, 0, count, buffer)
        text = memoryview(buffer)[: max(written - 1, 0)].tobytes().decode("utf-16-le", "replace")
        self._exact = len(text) == count
        return text

    def _spans(self, text: str) -> Iterator[tuple[int, str]]:
        for at, line in _lines_of(text):
            words = line.lstrip()
            start = at + len(line) - len(words)
            if not words.isprintable():
                words = _ODD.sub(_plain, words)
            words = words.rstrip()
            if words:
                yield self._index(start), words

    def _index(self, text_index: int) -> int:
        """The number of a character of the text among the characters of the page."""
        if self._exact:
            return text_index
        index: int = pdfium.FPDFText_GetCharIndexFromTextIndex(self._text_page, text_index)
        return max(index, 0)

    def _is_generated(self, at: int) -> bool:
        """Whether PDFium made up a space where the file only moves on, as it does between Chinese and digits."""
        return bool(pdfium.FPDFText_IsGenerated(self._text_page, at) == 1)

    def tidied(self, line: TextLine) -> TextLine:
        """The line without made-up spaces; characters can no longer be asked for."""
        first, last = line.start, line.start + len(line.text)
        loose = self._loose[bisect_left(self._loose, first) : bisect_left(self._loose, last)]
        for at in reversed(loose) if line.kept is None else ():
            line.text = line.text[: at - first] + line.text[at - first + 1 :]
        return line

    def _boxes_of(self, found: list[tuple[int, str]]) -> Iterator[tuple[Rectangle | None, float, float]]:
        """For each line its box, the height of the first piece it was drawn in, the widest hole between pieces."""
        count = pdfium.FPDFText_CountRects
        if count(self._text_page, 0, -1) == len(found):
            for at in range(len(found)):
                box = self._rectangle(at)
                yield box, box[3] - box[1], 0.0
            return
        for start, words in found:
            yield self._union(count(self._text_page, start, len(words)))

    def _rectangle(self, at: int) -> Rectangle:
        pdfium.FPDFText_GetRect(self._text_page, at, *self._each)
        return self.place(*self._edges[:])

    def _union(self, count: int) -> tuple[Rectangle | None, float, float]:
        if count <= 0:
            return None, 0.0, 0.0
        left, top, right, bottom = self._rectangle(0)
        height, widest = bottom - top, 0.0
        # where each character was drawn by itself some of them show the line, and its length shows the holes
        for at in range(1, count) if count <= _MANY else (1, count // 3, count // 2, 2 * count // 3, count - 1):
            box = self._rectangle(at)
            if count <= _MANY:
                widest = max(widest, box[0] - right)
            left, top = min(left, box[0]), min(top, box[1])
            right, bottom = max(right, box[2]), max(bottom, box[3])
        return (left, top, right, bottom), height, widest

    def characters(self, line: TextLine) -> list[Rectangle]:
        """The box of each character of a line; costly, for suspicious lines only."""
        if line.kept is None:
            return self._character_boxes(line.start, len(line.text))
        boxes = self._character_boxes(line.start, line.kept[-1] + 1)
        return [boxes[at] for at in line.kept]

    def _character_boxes(self, start: int, count: int) -> list[Rectangle]:
        left, top, right, bottom = self._each
        boxes = []
        for at in range(start, start + count):
            pdfium.FPDFText_GetCharBox(self._text_page, at, left, right, bottom, top)
            boxes.append(self.place(*self._edges[:]))
        return boxes

    def parted(self, line: TextLine) -> list[TextLine]:
        """A line cut at its holes; PDFium puts a space into each."""
        parts: list[TextLine] = []
        start, first = 0, self._character_box(line, 0)
        for blank in _BLANK.finditer(line.text):
            before, after = self._character_box(line, blank.start() - 1), self._character_box(line, blank.end())
            if is_parted(before, after, hole_at(line, blank), line.size):
                parts.append(part_of_line(line, start, blank.start(), (first, before)))
                start, first = blank.end(), after
        last = self._character_box(line, len(line.text) - 1)
        parts.append(part_of_line(line, start, len(line.text), (first, last)))
        if line.bottom - line.top > ROWS * line.size:
            parts = [part for part in parts if not self._is_slanted(part.start)]
        return parts

    def cut(self, line: TextLine, borders: list[float]) -> list[TextLine]:
        """A line cut where it crosses the given x."""
        boxes = self.characters(line)
        middles = [(box[0] + box[2]) / 2 for box in boxes]
        places = [0, *(at for at in range(1, len(boxes)) if are_crossed(borders, middles[at - 1 : at + 1]))]
        pairs = [(low, high) for low, high in pairwise([*places, len(boxes)]) if line.text[low:high].strip()]
        return [part_of_line(line, low, high, boxes[low:high]) for low, high in pairs]

    def _character_box(self, line: TextLine, at: int) -> Rectangle:
        return self._character_boxes(line.start + (at if line.kept is None else line.kept[at]), 1)[0]

    def _has_shadow(self, line: TextLine) -> bool:
        pairs = (self._character_boxes(line.start + at, 2) for at in _starts(_DOUBLED, line.text))
        return any(covers(*pair) for pair in pairs)

    def _print_once(self, line: TextLine) -> None:
        """Take out the second drawing of characters that were printed twice to look bold."""
        boxes = self.characters(line)
        kept: list[int] = []
        for at, character in enumerate(line.text):
            if not any(line.text[k] == character and covers(boxes[k], boxes[at]) for k in kept[-_NEAR:]):
                kept.append(at)
        if len(kept) < len(line.text):
            line.text = "".join(line.text[at] for at in kept)
            line.kept = kept


def _lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Each line with its place; behind a word that is broken PDFium leaves out the line break."""
    if any(hyphen in text for hyphen in _HYPHENS):
        yield from ((found.start(), found[0]) for found in _LINE.finditer(text))
        return
    at = 0
    for line in text.split(_BREAK):
        yield at, line
        at += len(line) + len(_BREAK)


def _starts(pattern: re.Pattern[str], text: str) -> list[int]:
    return [match.start() for match in pattern.finditer(text)]


_FourNumbers = ctypes.c_double * 4
_BUFFERS: dict[int, Any] = {}


def _buffer(size: int) -> Any:
    """Room for so many characters; kept, because making the type of an array is slow. The caller holds the lock."""
    rounded = 1 << size.bit_length()
    if rounded not in _BUFFERS:
        _BUFFERS[rounded] = (ctypes.c_ushort * rounded)()
    return _BUFFERS[rounded]


def _plain(match: re.Match[str]) -> str:
    # PDFium marks the hyphen of a word that is broken at the end of a line
    return "-" if match[0] in _HYPHENS else ""


def _placing(page: Any, box: Any) -> tuple[Place, float, float]:
    """How a place in the file's coordinates is seen on the turned page, and the page's width and height."""
    low_x, low_y, high_x, high_y = box.left, box.bottom, box.right, box.top
    width, height = max(high_x - low_x, 1.0), max(high_y - low_y, 1.0)
    turns: tuple[Place, ...] = (
        lambda left, top, right, bottom: (left - low_x, high_y - top, right - low_x, high_y - bottom),
        lambda left, top, right, bottom: (bottom - low_y, left - low_x, top - low_y, right - low_x),
        lambda left, top, right, bottom: (high_x - right, bottom - low_y, high_x - left, top - low_y),
        lambda left, top, right, bottom: (high_y - top, high_x - right, high_y - bottom, high_x - left),
    )
    turn = pdfium.FPDFPage_GetRotation(page) % 4
    return (turns[turn], height, width) if turn % 2 else (turns[turn], width, height)
