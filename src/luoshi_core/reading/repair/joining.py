"""Lines broken by type-setting become paragraphs again.

A line goes on when it is unfinished and as wide as its column; nothing is known
of the column but its lines, so each line is compared with the three that follow
and with the line that went on before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from luoshi_core.reading.repair.bylines import is_byline
from luoshi_core.reading.repair.furniture import DROPPED, Mark
from luoshi_core.reading.repair.lines import PhysicalLine
from luoshi_core.reading.repair.sentences import FINAL, ends_sentence
from luoshi_core.reading.repair.starts import DATE_ALONE, FIRSTS, starts_item

BATCH = 512
"""So many lines are looked at together."""

_AHEAD = 4
_SAMPLES = 64
_PROSE_WIDTH = 44
_SLACK = 6
_LATIN_SLACK = 16
_FIRST_LINE_SLACK = 10
_NARROWEST = 20
_WIDEST = 150
_DEEP_INDENT = 8
_PART = 4

_PROSE = re.compile(r"[，。、；,.;]")
_ADDRESSEES = re.compile(
    r"(?:单位|政府|部门|办事处|委员会|管委会|工委|委|局|办|厅|院|会|队|所|校|公司|企业|机构|中心|乡镇|街道|社区|村|党组|支部|同志|代表|朋友)"
    r"(?:们)?[）)]?[：:]$"
)
_NEVER_FIRST = frozenset("，。、；：！？）》”’」』")
_CARRIES_ON = frozenset("，、,（(《“‘「—－")
_ASKS_FOR_MORE = re.compile(r"\s(?:and|or|of|the|to|in|for|with|by|from|a|an|that|shall|will)$")
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ACT = re.compile(r"(?:Adopted|Approved|Issued|Published|Passed|Endorsed|Enacted|Prepared|Released|Dated)\b")
_ACT_FIRSTS = frozenset("AIPERD")
_DATED = re.compile(rf"(?:{_MONTH}\s+\d{{1,2}},|\d{{1,2}}\s+{_MONTH},?)\s+\d{{4}}\.?$")
_DATE_TO_COME = re.compile(rf"(?:on\s|at\s|{_MONTH}\s+\d|\d{{1,2}}\s+{_MONTH}|\d{{4}}\.?$)")
_LONGEST_ACT = 3
_ASKS_FOR_FIGURE = re.compile(
    r"(?:\s(?:and|or|of|the|to|in|for|with|by|from|than|before|until|least|most|over|only|nearly|about)"
    rf"|\b{_MONTH})$"
)
_FIGURE = re.compile(r"(\d{1,3})\.\s")
_BRACKETS = (("（", "）"), ("(", ")"), ("《", "》"), ("“", "”"), ("〔", "〕"))


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
    yield from joiner.close()


class _Joiner:
    """Holds the paragraph that is being put together and the width of its column."""

    def __init__(self) -> None:
        self.paragraph: list[PhysicalLine] = []
        self.aside: list[PhysicalLine] = []
        self.column = 0
        self.wrapped = False
        self.torn = False
        self.ruled = False

    def feed(self, lines: list[PhysicalLine], count: int) -> Iterator[list[PhysicalLine]]:
        """Take the first ``count`` lines; the rest only shows how wide the column is."""
        widths = [0 if line.mark else line.width + line.indent for line in lines]
        self.wrapped = is_wrapped(lines, widths)
        for i in range(count):
            line = lines[i]
            paragraph = self.paragraph
            if line.mark:
                if line.mark is Mark.ROW:
                    yield from self.close()
                self._set_aside(line)
                continue
            if self.torn or line.torn:
                self._bridge(line)
            if paragraph:
                if self._plainly_goes_on(paragraph, line) or self._goes_on(paragraph[-1], line, widths, i):
                    paragraph.append(line)
                    continue
                if not self.aside:
                    yield paragraph
            if self.aside:
                yield from self.close()
            self.paragraph = [line]

    def close(self) -> Iterator[list[PhysicalLine]]:
        """The paragraph as it is, and behind it what stood in its midst and belongs to the page."""
        if self.paragraph:
            yield self.paragraph
        for line in self.aside:
            yield [line]
        self.paragraph, self.aside = [], []

    def _set_aside(self, line: PhysicalLine) -> None:
        """A line that is no text: it may stand in the middle of a sentence, unless it is a row of a table."""
        self.torn = line.mark is not Mark.ROW
        self.ruled = self.torn and (self.ruled or line.mark is Mark.RULE)
        if line.mark not in DROPPED:
            self.aside.append(line)

    def _bridge(self, line: PhysicalLine) -> None:
        """What stood between two lines belonged to the page: the gap says nothing."""
        if self.ruled:
            line.gap += _PART
        elif self.paragraph:
            finished = ends_sentence(self.paragraph[-1].text)
            line.gap = 1 if finished else 0
            line.in_sentence = not finished and (
                len(self.paragraph) > 1 or _PROSE.search(self.paragraph[-1].text) is not None
            )
        self.torn = self.ruled = False

    def _plainly_goes_on(self, paragraph: list[PhysicalLine], line: PhysicalLine) -> bool:
        """The answer for nearly every line of running text, without a closer look."""
        if len(paragraph) < 2 or line.gap or line.indent or line.size or line.text[0] in FIRSTS or not self.wrapped:
            return False
        before = paragraph[-1]
        return before.text[-1] not in FINAL and before.width + before.indent + _SLACK >= self.column > 0

    def _goes_on(self, before: PhysicalLine, line: PhysicalLine, widths: list[int], i: int) -> bool:
        if before.size and line.size and abs(before.size - line.size) > 0.1 * line.size:
            return False
        text = line.text
        last = before.text[-1]
        if self.paragraph[0].text[0] in _ACT_FIRSTS and (act := self._act_goes_on(line)) is not None:
            return act
        if text[0] in _NEVER_FIRST:
            return True
        if last in "）)" and before.text[0] in "（(" and len(self.paragraph) == 1:
            return False
        if text[0].isdecimal() and self._carries_figure(before, line):
            return True
        starts = _opens(text)
        if last in _CARRIES_ON:
            return not starts or (last in "，、," and not line.indent)
        if starts or not self.wrapped:
            return not starts and self._is_open(before, line)
        if line.indent and self._sets_in(line):
            return False
        if last in "：:" and text[0] not in "“‘「" and _ADDRESSEES.search(before.text):
            return False
        if line.in_sentence:
            return True
        full = self._is_full(before, line, widths, i)
        if line.gap:
            bridged = line.gap < _PART and not ends_sentence(before.text) and not self._stands_alone()
            full = bridged and (full or self._is_torn(line, widths[i]))
        if full:
            self.column = before.width + before.indent
            return True
        return self._is_open(before, line)

    def _act_goes_on(self, line: PhysicalLine) -> bool | None:
        """Whether a line goes on with "Adopted by … on …", which ends with its date; None for other lines."""
        if _ACT.match(self.paragraph[0].text) is None or len(self.paragraph) > _LONGEST_ACT:
            return None
        if _DATED.search(" ".join(part.text for part in self.paragraph[-2:])):
            return None if line.text[0].islower() else False
        return True if not line.gap and _DATE_TO_COME.match(line.text) else None

    def _carries_figure(self, before: PhysicalLine, line: PhysicalLine) -> bool:
        """Whether the number that opens an English line ends the sentence of the line above (by June / 30. The …)."""
        figure = _FIGURE.match(line.text)
        if figure is None or line.gap or _ASKS_FOR_FIGURE.search(before.text) is None:
            return False
        label = _FIGURE.match(self.paragraph[0].text)
        return int(figure[1]) != (int(label[1]) + 1 if label else 1)

    def _is_full(self, before: PhysicalLine, line: PhysicalLine, widths: list[int], i: int) -> bool:
        """Whether the paragraph's last line reaches so far that the first word of the next had no room."""
        first = self.paragraph[0]
        width = before.width + before.indent
        finished = ends_sentence(before.text)
        if width < _NARROWEST or width > _WIDEST:
            return False
        limit = max(widths[i : i + 3])
        if self.column:
            limit = max(limit, self.column) if finished else min(limit, self.column)
        need = _SLACK
        if line.text[0].isascii():
            need = max(need, len(line.text.split(None, 1)[0]) + 1)
            if line.text[0].islower() and not (finished or line.gap):
                need += _LATIN_SLACK
        if line.indent < first.indent < _DEEP_INDENT and not finished and not line.gap:
            return "。" in before.text or width + max(need, limit // 3) >= limit
        if widths[i] * 10 < max(limit, width) * 7 and not line.indent and not _is_running(line.text):
            return not finished and (len(self.paragraph) > 1 or (width > _PROSE_WIDTH and "，" in before.text))
        if len(self.paragraph) == 1:
            if is_byline(first.text) or is_byline(line.text):
                return False
            if (first.gap or not self.column) and not first.indent and not line.text[0].isascii():
                need = max(need, min(limit * 3 // 10, _FIRST_LINE_SLACK))
        return width + need >= limit

    def _sets_in(self, line: PhysicalLine) -> bool:
        """Whether the indent of a line opens a paragraph; a hanging indent goes on with one."""
        first, before = self.paragraph[0], self.paragraph[-1]
        if not line.gap and line.text[0].isascii() and before.text[-1].isascii():
            hangs = line.indent > before.indent and not ends_sentence(before.text)
            if hangs or line.indent == before.indent:
                return False
        if line.indent >= _DEEP_INDENT:
            return True
        if len(self.paragraph) > 1:
            return line.indent > self.paragraph[-1].indent
        return line.indent <= first.indent or not starts_item(first.text)

    def _stands_alone(self) -> bool:
        """Whether the paragraph so far is one line between two gaps: more likely a headline than a torn sentence."""
        first = self.paragraph[0]
        if len(self.paragraph) > 1 or "。" in first.text or "；" in first.text:
            return False
        return not (0 < first.indent < _DEEP_INDENT and "，" in first.text)

    def _is_torn(self, line: PhysicalLine, width: int) -> bool:
        """Whether a gap can only be an accident: running text that is unfinished, and more running text below."""
        if not any(
            "。" in part.text or ("，" in part.text and len(self.paragraph) > 1) for part in self.paragraph[-4:]
        ):
            return False
        return _is_running(line.text) or width + _SLACK >= self.column > 0

    def _is_open(self, before: PhysicalLine, line: PhysicalLine) -> bool:
        """Whether a line cannot end a paragraph: a bracket is open, or an English word asks for the next."""
        text = before.text
        if line.gap or text[-1] in FINAL:
            return False
        if text[-1].isascii() and line.text[0].isascii() and _ASKS_FOR_MORE.search(text):
            return True
        return any(opening in text and text.count(opening) > text.count(closing) for opening, closing in _BRACKETS)


def is_wrapped(lines: list[PhysicalLine], widths: list[int]) -> bool:
    """Whether the lines were cut to the width of a column rather than at the end of a paragraph.

    Asked are unfinished lines with a plain line below: were they full?
    """
    unfinished = full = 0
    for i in range(0, len(lines) - 1, len(lines) // _SAMPLES + 1):
        line, below = lines[i], lines[i + 1]
        if below.gap or not widths[i] or not widths[i + 1] or ends_sentence(line.text) or _opens(below.text):
            continue
        latin = below.text[0].isascii()
        if below.indent and not latin and _opens_by_indent(line, below):
            continue
        unfinished += 1
        slack = _LATIN_SLACK if latin else _SLACK
        if _NARROWEST <= widths[i] <= _WIDEST and widths[i] + slack > max(widths[i + 1 : i + 4]):
            full += widths[i] > _PROSE_WIDTH or _PROSE.search(line.text + below.text) is not None
    return full * 2 > unfinished or (full > 1 and full * 3 > unfinished)


def _opens_by_indent(line: PhysicalLine, below: PhysicalLine) -> bool:
    if below.indent > line.indent:
        return True
    return below.indent == line.indent and below.indent < _DEEP_INDENT and not starts_item(line.text)


def _is_running(text: str) -> bool:
    """Whether a line is one of running text rather than a headline, a name or a date."""
    return "。" in text or "，" in text or text[-1] in _CARRIES_ON or ends_sentence(text)


def _opens(text: str) -> bool:
    return text[0] in FIRSTS and (starts_item(text) or DATE_ALONE.match(text) is not None)
