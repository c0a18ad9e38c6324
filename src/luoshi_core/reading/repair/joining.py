"""Lines broken by type-setting become paragraphs again.

A line goes on when it is unfinished and as wide as its column; nothing is known
of the column but its lines, so each line is compared with the three that follow
and with the line that went on before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from luoshi_core.reading.repair.furniture import Mark
from luoshi_core.reading.repair.lines import PhysicalLine
from luoshi_core.reading.repair.starts import DATE_ALONE, FIRSTS, starts_item
from luoshi_core.reading.traced import Traced

BATCH = 512
"""So many lines are looked at together."""

_AHEAD = 4
_SLACK = 6
_FIRST_LINE_SLACK = 10
_NARROWEST = 20
_WIDEST = 150
_DEEP_INDENT = 8

_FINAL = frozenset("。！？!?；;：:…")
_CLOSERS = frozenset("”’）」』)》〉】]\"'")
_CLOSED_SENTENCE = re.compile(r"[。！？!?；;…][”’）」』)\"']+$")
_CARRIES_ON = frozenset("，、,（(《“‘「—－")
_BRACKETS = ("（）", "()", "《》", "“”", "〔〕")
_LATIN = re.compile(r"[A-Za-z]")


def join_lines(lines: Iterable[PhysicalLine]) -> Iterator[list[PhysicalLine]]:
    """The lines of one paragraph after the other."""
    joiner = _Joiner()
    waiting: list[PhysicalLine] = []
    for line in lines:
        waiting.append(line)
        if len(waiting) >= BATCH:
            yield from joiner.feed(waiting, len(waiting) - _AHEAD)
            del waiting[:-_AHEAD]
    yield from joiner.feed(waiting, len(waiting))
    if joiner.paragraph:
        yield joiner.paragraph


class _Joiner:
    """Holds the paragraph that is being put together and the width of its column."""

    def __init__(self) -> None:
        self.paragraph: list[PhysicalLine] = []
        self.column = 0
        self.wrapped = False
        self.torn = False

    def feed(self, lines: list[PhysicalLine], count: int) -> Iterator[list[PhysicalLine]]:
        """Take the first ``count`` lines; the rest only shows how wide the column is."""
        widths = [0 if line.mark else line.width + line.indent for line in lines]
        self.wrapped = is_wrapped(lines, widths)
        for i in range(count):
            line = lines[i]
            if line.mark:
                self.torn = True
                if line.mark is not Mark.NUMBER:
                    yield [line]
                continue
            if self.torn:
                self._bridge(line)
            paragraph = self.paragraph
            if paragraph:
                if self._goes_on(paragraph[-1], line, widths, i):
                    paragraph.append(line)
                    continue
                yield paragraph
            self.paragraph = [line]

    def _bridge(self, line: PhysicalLine) -> None:
        """What stood between two lines belonged to the page: the gap says nothing."""
        self.torn = False
        if self.paragraph:
            line.gap = 1 if ends_sentence(self.paragraph[-1].text) else 0

    def _goes_on(self, before: PhysicalLine, line: PhysicalLine, widths: list[int], i: int) -> bool:
        if before.size and line.size and abs(before.size - line.size) > 0.1 * line.size:
            return False
        text = line.text
        last = before.text[-1]
        starts = text[0] in FIRSTS and (starts_item(text) or DATE_ALONE.match(text) is not None)
        if last in _CARRIES_ON:
            return not starts or (last in "，、," and not line.indent)
        if starts or not self.wrapped:
            return not starts and self._open_bracket(before, line)
        if line.indent and self._sets_in(line):
            return False
        width = before.width + before.indent
        full = self._is_full(width, line, widths, i)
        if line.gap:
            full = full and not ends_sentence(before.text) and not self._stands_alone()
        if full:
            self.column = width
            return True
        return self._open_bracket(before, line)

    def _is_full(self, width: int, line: PhysicalLine, widths: list[int], i: int) -> bool:
        """Whether the paragraph's last line reaches so far that the first word of the next had no room."""
        if width < _NARROWEST or width > _WIDEST:
            return False
        limit = max(widths[i : i + 3])
        if 0 < self.column < limit:
            limit = self.column
        need = _SLACK
        if line.text[0].isascii():
            need = max(need, len(line.text.split(None, 1)[0]) + 1)
        if len(self.paragraph) == 1:
            first = self.paragraph[0]
            if first.gap and not first.indent:
                need = max(need, min(limit * 3 // 10, _FIRST_LINE_SLACK))
            if widths[i] * 5 < width * 3 and not line.indent and not ends_sentence(line.text):
                return False
        return width + need >= limit

    def _sets_in(self, line: PhysicalLine) -> bool:
        """Whether the indent of a line opens a paragraph; a hanging indent goes on with one."""
        first = self.paragraph[0]
        if line.indent >= _DEEP_INDENT:
            return True
        if len(self.paragraph) > 1:
            return line.indent > self.paragraph[-1].indent
        return line.indent <= first.indent or not starts_item(first.text)

    def _stands_alone(self) -> bool:
        """Whether the paragraph so far is one line between two gaps: more likely a headline than a torn sentence."""
        return len(self.paragraph) == 1 and self.paragraph[0].gap > 0

    def _open_bracket(self, before: PhysicalLine, line: PhysicalLine) -> bool:
        text = before.text
        if line.gap or text[-1] in _FINAL:
            return False
        return any(opening in text and text.count(opening) > text.count(closing) for opening, closing in _BRACKETS)


def is_wrapped(lines: list[PhysicalLine], widths: list[int]) -> bool:
    """Whether the lines were cut to the width of a column rather than at the end of a paragraph."""
    unfinished = full = 0
    for i, line in enumerate(lines[:-1]):
        if widths[i] and line.text[-1] not in _FINAL and not ends_sentence(line.text):
            unfinished += 1
            slack = _SLACK if not lines[i + 1].text[0].isascii() else 16
            if _NARROWEST <= widths[i] <= _WIDEST and widths[i] + slack > max(widths[i + 1 : i + 4]):
                full += 1
    return full >= 2 and full * 2 > unfinished


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence (or what a colon announces) may end."""
    last = text[-1]
    if last in _FINAL:
        return True
    if last in _CLOSERS:
        return _CLOSED_SENTENCE.search(text) is not None
    return last == "."


def join_text(lines: list[PhysicalLine]) -> Traced:
    """The text of a paragraph; Latin words of two lines are parted by a space, Chinese ones are not."""
    if len(lines) == 1:
        return lines[0].trace()
    parts: list[Traced] = [lines[0].trace()]
    for before, line in pairwise(lines):
        if before.text[-1].isascii() and line.text[0].isascii() and _parts_words(before, line):
            parts.append(Traced.inserted(" "))
        parts.append(line.trace())
    return Traced.concat(parts)


def _parts_words(before: PhysicalLine, line: PhysicalLine) -> bool:
    return _LATIN.search(before.text[-1] + line.text[0]) is not None or before.width == len(before.text)
