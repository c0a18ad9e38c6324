"""A leaf of a text made ready for its template: blocks, their segments, what is marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from luoshi.documents.models import Leaf
from luoshi.documents.queries import Mark


class Segment(NamedTuple):
    """A stretch of text that is marked as a whole or not at all."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell of a table."""

    start: int
    segments: list[Segment]
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A line, a paragraph or a table; ``start`` is its place in the whole text."""

    kind: str
    start: int
    classes: str = ""
    segments: Sequence[Segment] = ()
    caption: str = ""
    rows: Sequence[Sequence[ShownCell]] = ()
    style: str = ""
    before: str = ""


def show_leaf(leaf: Leaf, marks: Sequence[Mark], *, as_page: bool) -> list[ShownBlock]:
    """The blocks of a leaf; ``as_page`` places lines over the picture of their page."""
    cutter = _Cutter(leaf, marks)
    shown, at = [], leaf.start
    for block in leaf.blocks:
        kind, start, end = block[:3]
        gap = leaf.text[at - leaf.start : start - leaf.start]
        at = max(at, end)
        if kind == "t":
            shown.append(ShownBlock("table", start, caption=block[3] or "", rows=_rows(block[4], cutter)))
        elif kind == "p":
            shown.append(ShownBlock("paragraph", start, _classes(block), cutter.cut(start, end)))
        elif as_page and block[3]:
            shown.append(ShownBlock("placed", start, segments=cutter.cut(start, end), style=_style(block[3])))
        else:
            shown.append(ShownBlock("line", start, segments=cutter.cut(start, end), before="\n" * gap.count("\n")))
    return shown


class _Cutter:
    """Cuts stretches of a leaf at the edges of marks; where marks overlap the later one shows."""

    def __init__(self, leaf: Leaf, marks: Sequence[Mark]) -> None:
        self.leaf = leaf
        self.marks = sorted(marks)
        self.starts = [mark.start for mark in self.marks]
        self.longest = max((mark.end - mark.start for mark in marks), default=0)

    def cut(self, start: int, end: int) -> list[Segment]:
        first = max(bisect_right(self.starts, start - self.longest) - 1, 0)
        last = bisect_right(self.starts, end - 1)
        here = [mark for mark in self.marks[first:last] if mark.end > start]
        segments, at = [], start
        for mark in here:
            low, high = max(mark.start, at), min(mark.end, end)
            if low >= high:
                continue
            if low > at:
                segments.append(Segment(self._text(at, low)))
            segments.append(Segment(self._text(low, high), mark))
            at = high
        if at < end:
            segments.append(Segment(self._text(at, end)))
        return segments

    def _text(self, start: int, end: int) -> str:
        return self.leaf.text[start - self.leaf.start : end - self.leaf.start]


def _rows(cells: Sequence[Sequence[int]], cutter: _Cutter) -> list[list[ShownCell]]:
    rows: dict[int, list[ShownCell]] = {}
    for start, end, row, _column, row_span, column_span in sorted(cells, key=lambda c: (c[2], c[3])):
        rows.setdefault(row, []).append(ShownCell(start, cutter.cut(start, end), row_span, column_span))
    return [rows.get(row, []) for row in range(max(rows, default=-1) + 1)]


def _classes(block: Sequence[Any]) -> str:
    _kind, _start, _end, role, level, align = block
    names = [
        align if align in {"center", "right"} else "",
        "h" if level or role == "heading" else "",
        role if role == "footnote" else "",
    ]
    return " ".join(filter(None, names))


def _style(box: Sequence[float]) -> str:
    left, top, right, bottom = box
    return (
        f"left:{left * 100:.2f}%;top:{top * 100:.2f}%;width:{(right - left) * 100:.2f}%;"
        f"height:{(bottom - top) * 100:.2f}%;font-size:{(bottom - top) * 100:.2f}cqh"
    )
