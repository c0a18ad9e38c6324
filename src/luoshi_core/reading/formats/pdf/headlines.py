"""Headlines that stand over several columns although they are no wider than one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product
from statistics import median_low
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luoshi_core.reading.formats.pdf.layout import Part

Gutter = tuple[float, float]
"""Left and right edge of a white space from top to bottom."""

_LARGER = 1.25
_MOST_LINES = 3
_MOST_BETWEEN = 3
_LEVEL = 0.8
_OVERLAP = 0.2


def is_headline(part: Part, size: float) -> bool:
    """Whether a part is a few lines set larger than the body, whose type has this size."""
    return 0 < len(part.lines) <= _MOST_LINES and part.lines[0].size > _LARGER * size


def spanned_gutters(parts: list[Part], gutters: list[Gutter]) -> dict[Gutter, Part]:
    """The gutters that a headline stands over, each with the headline.

    Beside such a headline the neighbouring column is blank, and its text begins (or
    goes on) at the same height as the text below the headline.
    """
    found: dict[Gutter, Part] = {}
    heads = list(_headlines(parts)) if gutters else []
    if not heads:
        return found
    columns = [_between(parts, left, right) for left, right in _columns(gutters)]
    for head in heads:
        low, high = _stretch(head, columns, [other for other in heads if _stands_beside(head, other)])
        found |= dict.fromkeys(gutters[low:high], head)
    return found


def _stands_beside(head: Part, other: Part) -> bool:
    return other is not head and other.top < head.bottom and head.top < other.bottom


def _stretch(head: Part, columns: list[list[Part]], rivals: list[Part]) -> tuple[int, int]:
    """The first and the last column that a headline stands over.

    On the side of another headline it is the one that makes the headline stand in the middle.
    """
    own, lowest, highest = _reach(head, columns)
    lows = range(lowest, own + 1) if any(rival.left < head.left for rival in rivals) else [lowest]
    highs = range(highest, own - 1, -1) if any(rival.left > head.left for rival in rivals) else [highest]
    middle = (head.left + head.right) / 2
    for low, high in product(lows, highs):
        left = min(part.left for part in columns[low])
        right = max(part.right for part in columns[high])
        if abs((left + right) / 2 - middle) < head.lines[0].size:
            return low, high
    return lows[-1], highs[-1]


def _reach(head: Part, columns: list[list[Part]]) -> tuple[int, int, int]:
    """The column of a headline, and the first and the last one that it may stand over."""
    own = next(at for at, column in enumerate(columns) if any(part is head for part in column))
    levels = _levels_below(head, columns[own])
    low = high = own
    while low > 0 and _opens_beside(head, levels, columns[low - 1]):
        low -= 1
    while high + 1 < len(columns) and _opens_beside(head, levels, columns[high + 1]):
        high += 1
    return own, low, high


def _headlines(parts: list[Part]) -> Iterator[Part]:
    sizes = [line.size for part in parts for line in part.lines]
    usual = median_low(sizes) if sizes else 0.0
    yield from (part for part in parts if is_headline(part, usual))


def _columns(gutters: list[Gutter]) -> Iterator[Gutter]:
    """The room between gutters, from left to right."""
    edges = [float("-inf"), *((left + right) / 2 for left, right in gutters), float("inf")]
    yield from pairwise(edges)


def _between(parts: list[Part], left: float, right: float) -> list[Part]:
    return [part for part in parts if left < part.left <= right]


def _levels_below(head: Part, column: list[Part]) -> list[float]:
    """Where the text below a headline may begin: there, or below a byline."""
    return sorted(line.top for part in column if part.top >= _foot(head) for line in part.lines)[:_MOST_BETWEEN]


def _opens_beside(head: Part, levels: list[float], column: list[Part]) -> bool:
    foot = _foot(head)
    if any(part.top < foot and part.bottom > head.top for part in column):
        return False
    top = min((part.top for part in column if part.top >= foot), default=None)
    return top is not None and any(abs(top - level) < _LEVEL * head.lines[0].size for level in levels)


def _foot(head: Part) -> float:
    return head.bottom - _OVERLAP * (head.bottom - head.top)
