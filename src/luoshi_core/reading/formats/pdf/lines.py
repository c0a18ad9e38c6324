"""Lines of a PDF page and what is seen of them from the boxes of their characters."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OVERPRINT = 0.5
"""The same character this near behind itself, in its own widths, is the shadow of a bold one."""
GAP = 0.8
"""A hole in a line as wide as this many characters may part two columns."""
ROWS = 1.9
"""A line this many characters high is several rows."""
_FALL = 0.4
_HALF = 0.6
_BLANK_BEHIND = frozenset("，。、；：！？）》〉】〕」』”’．")
_BLANK_BEFORE = frozenset("（《〈【〔「『“‘")
"""Signs that are blank on one half of their square."""
Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class TextLine:
    """Words that PDFium found on one line; ``start`` is the place of the first in the page's characters.

    ``size`` is in points. ``holed`` says that there is a wide hole inside. ``kept`` names the
    characters, counted from ``start``, that are left of a line where some were printed twice.
    """

    __slots__ = ("bottom", "holed", "kept", "left", "right", "size", "start", "text", "top")

    def __init__(self, text: str, start: int, box: Rectangle, size: float, holed: bool = False) -> None:
        self.text = text
        self.start = start
        self.left, self.top, self.right, self.bottom = box
        self.size = size
        self.holed = holed
        self.kept: list[int] | None = None

    def __repr__(self) -> str:
        return f"TextLine({self.text!r}, {self.left:.0f}, {self.top:.0f}, {self.right:.0f}, {self.bottom:.0f})"


def room_of(words: str) -> float:
    """The widths of a Chinese character that some words take."""
    return len(words) * 0.65 if words.isascii() else len(words.encode("gb18030", "replace")) / 2


def is_crowded(line: TextLine) -> bool:
    """Whether there are more characters than a line of this length has room for without printing some twice."""
    narrowest = 0.33 if line.text.isascii() else 1.0
    return (len(line.text) - 1) * line.size * narrowest > line.right - line.left


def covers(first: Rectangle, second: Rectangle) -> bool:
    """Whether the second character is drawn over the first."""
    width = max(first[2] - first[0], 0.1)
    return abs(second[0] - first[0]) < _OVERPRINT * width and abs(second[3] - first[3]) < _OVERPRINT * width


def hole_at(line: TextLine, blank: re.Match[str]) -> float:
    """The white space from which two characters of a line stand apart."""
    half_blank = (line.text[blank.start() - 1] in _BLANK_BEHIND) + (line.text[blank.end()] in _BLANK_BEFORE)
    return (GAP + _HALF * half_blank) * line.size


def is_parted(before: Rectangle, after: Rectangle, hole: float, size: float) -> bool:
    """Whether two neighbours stand in different columns or rows."""
    fall = abs((after[1] + after[3]) - (before[1] + before[3])) / 2
    # PDFium may take the rows of a table for one line
    new_row = fall > (_FALL if after[0] < before[0] else 2 * _FALL) * size
    return new_row or after[0] - before[2] > hole


def are_crossed(borders: list[float], middles: list[float]) -> bool:
    """Whether a border runs between the middles of two neighbours."""
    return any(middles[0] < x <= middles[1] for x in borders)


def part_of_line(line: TextLine, low: int, high: int, boxes: Sequence[Rectangle]) -> TextLine:
    """Characters ``low <= i < high`` of a line, whose outermost characters have these boxes."""
    text = line.text[low:high]
    lead = len(text) - len(text.lstrip())
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    if line.bottom - line.top <= ROWS * line.size:
        top, bottom = line.top, line.bottom
    box = (min(box[0] for box in boxes), top, max(box[2] for box in boxes), bottom)
    part = TextLine(text.strip(), line.start + low + lead, box, line.size)
    if line.kept is not None:
        part.start = line.start
        part.kept = line.kept[low + lead : low + lead + len(part.text)]
    return part


def without_copies(lines: list[TextLine]) -> list[TextLine]:
    """Lines drawn a second time over themselves are left out."""
    seen: dict[str, TextLine] = {}
    kept = []
    for line in lines:
        known = seen.setdefault(line.text, line)
        if known is not line:
            near = 0.3 * line.size
            if abs(known.left - line.left) < near and abs(known.top - line.top) < near:
                continue
        kept.append(line)
    return kept
