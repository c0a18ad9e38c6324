"""What the boxes of lines tell: how far a line is set in, how wide it is, where a gap or a column break is."""

from __future__ import annotations

from itertools import pairwise
from statistics import median, median_low

from luoshi_core.reading.repair.lines import PhysicalLine

_NEAR = 6
_GAP = 1.45
_EDGE = 2.0
_FAR_IN = 8.0
_LARGER = 1.1


def place_by_boxes(lines: list[PhysicalLine]) -> None:
    """Set indent, width, gap and alignment from the boxes, in half-width columns of the page's body type."""
    unit = _unit(lines)
    if unit is None:
        return
    for i, line in enumerate(lines):
        if line.box is None:
            continue
        around = [other for other in lines[max(i - _NEAR, 0) : i + _NEAR + 1] if _measures(line, other)]
        left = min(other.box.left for other in around if other.box)
        right = max(other.box.right for other in around if other.box)
        set_in, set_back = (line.box.left - left) / unit, (right - line.box.right) / unit
        line.indent = round(set_in) if set_in > 1 else 0
        line.width = max(round((line.box.right - line.box.left) / unit), 1)
        line.align = _alignment(set_in, set_back)
        if i:
            _part(lines[i - 1], line, around)


def _unit(lines: list[PhysicalLine]) -> float | None:
    """Half the width of a Chinese character, as a fraction of the page's width."""
    widths = [(line.box.right - line.box.left) / line.width for line in lines if line.box and line.width >= 10]
    found = median(widths) if widths else 0.0
    return found if found > 0 else None


def _measures(line: PhysicalLine, other: PhysicalLine) -> bool:
    """Whether another line shows where the column of a line begins and ends; a larger headline may span several."""
    larger = bool(line.size and other.size and other.size > line.size * _LARGER)
    return not larger and _shares_column(line, other)


def _shares_column(line: PhysicalLine, other: PhysicalLine) -> bool:
    if line.page != other.page or line.box is None or other.box is None:
        return False
    overlap = min(line.box.right, other.box.right) - max(line.box.left, other.box.left)
    return overlap * 2 > min(line.box.right - line.box.left, other.box.right - other.box.left)


def _alignment(set_in: float, set_back: float) -> str:
    if set_in > _EDGE and abs(set_in - set_back) <= max(_EDGE, 0.15 * set_in):
        return "center"
    return "right" if set_in > _FAR_IN and set_back < _EDGE * 3 else "left"


def _part(before: PhysicalLine, line: PhysicalLine, around: list[PhysicalLine]) -> None:
    """Whether a line follows the one before, stands apart from it, or opens a column or page."""
    if before.box is None or line.box is None:
        return
    step = line.box.top - before.box.top
    if before.page != line.page or step <= 0 or not _shares_column(before, line):
        line.torn = True
        line.gap = 0
        return
    pitch = _pitch(around) * _enlarged(before, line, around)
    line.gap = 1 if step > _GAP * max(pitch, line.box.bottom - line.box.top) else 0


def _enlarged(before: PhysicalLine, line: PhysicalLine, around: list[PhysicalLine]) -> float:
    """How many times larger than those around two lines are set: those of a large headline stand further apart."""
    if not before.size or not line.size:
        return 1.0
    usual = median_low([other.size for other in around if other.size])
    return max(min(before.size, line.size) / usual, 1.0)


def _pitch(around: list[PhysicalLine]) -> float:
    """The usual step from one line to the next."""
    tops = [other.box.top for other in around if other.box]
    steps = [low - high for high, low in pairwise(tops) if low > high]
    return _lower_quartile(steps) if steps else 0.0


def _lower_quartile(values: list[float]) -> float:
    return sorted(values)[len(values) // 4]
