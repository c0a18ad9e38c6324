"""The straight lines that are drawn on a PDF page, from which tables are seen."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from luoshi_core.reading.formats.pdf.text import Place

_THIN = 3.0
_SHORTEST = 4.0
_MOST_OBJECTS = 20_000
_MOST_SEGMENTS = 5_000
_DEEPEST = 4
_TOUCH = 3.0
"""Points within which two lines are the same line or meet."""


class Rule(NamedTuple):
    """A horizontal line at y = ``at`` from x = ``low`` to ``high``, or a vertical one with x and y exchanged."""

    at: float
    low: float
    high: float


class Matrix(NamedTuple):
    """x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to stand."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, inner: Matrix) -> Matrix:
        """First ``inner``, then this one."""
        a, b = self.point(inner.a, inner.b)
        c, d = self.point(inner.c, inner.d)
        e, f = self.point(inner.e, inner.f)
        return Matrix(a - self.e, b - self.f, c - self.e, d - self.f, e, f)


_Segment = tuple[float, float, float, float]


def rules_of(page: Any, place: Place) -> tuple[list[Rule], list[Rule]]:
    """The horizontal and the vertical lines of a page as it is shown, pieces of one line joined."""
    across, down = [], []
    for x0, y0, x1, y1 in _segments(page):
        left, top, right, bottom = place(min(x0, x1), max(y0, y1), max(x0, x1), min(y0, y1))
        if right - left >= _SHORTEST and bottom - top <= _THIN:
            across.append(Rule((top + bottom) / 2, left, right))
        elif bottom - top >= _SHORTEST and right - left <= _THIN:
            down.append(Rule((left + right) / 2, top, bottom))
    return joined(across), joined(down)


def joined(rules: list[Rule]) -> list[Rule]:
    """Lines at the same height that touch are one line."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules):
        if levels and rule.at - levels[-1][0].at <= _TOUCH:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    return [rule for level in levels for rule in _touching(level)]


def _touching(level: list[Rule]) -> Iterator[Rule]:
    at = sum(rule.at for rule in level) / len(level)
    low = high = None
    for rule in sorted(level, key=lambda r: r.low):
        if low is None or high is None or rule.low > high + _TOUCH:
            if low is not None and high is not None:
                yield Rule(at, low, high)
            low, high = rule.low, rule.high
        else:
            high = max(high, rule.high)
    if low is not None and high is not None:
        yield Rule(at, low, high)


def _segments(page: Any) -> Iterator[_Segment]:
    count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    for at in range(count):
        yield from _object_segments(pdfium.FPDFPage_GetObject(page, at), Matrix(), 0)


def _object_segments(drawn: Any, outer: Matrix, depth: int) -> Iterator[_Segment]:
    kind = pdfium.FPDFPageObj_GetType(drawn)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        thin = _thin(drawn, outer)
        if thin is not None:
            yield thin
        else:
            yield from _path_segments(drawn, outer.after(_matrix(drawn)))
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        inner = outer.after(_matrix(drawn))
        for at in range(min(pdfium.FPDFFormObj_CountObjects(drawn), _MOST_OBJECTS)):
            yield from _object_segments(pdfium.FPDFFormObj_GetObject(drawn, at), inner, depth + 1)


def _thin(path: Any, outer: Matrix) -> _Segment | None:
    """A path that is one straight line, as most are: its box is asked for much faster than its points."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(path, left, bottom, right, top):
        return None
    if min(right.value - left.value, top.value - bottom.value) > _THIN:
        return None
    return (*outer.point(left.value, bottom.value), *outer.point(right.value, top.value))


def _matrix(drawn: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(drawn, found):
        return Matrix()
    return Matrix(found.a, found.b, found.c, found.d, found.e, found.f)


def _path_segments(path: Any, matrix: Matrix) -> Iterator[_Segment]:
    """The strokes of a path, and its thin fillings, which are lines as well."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    for points in _figures(path, matrix):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if stroke.value:
            for (x0, y0), (x1, y1) in pairwise(points):
                yield x0, y0, x1, y1
        elif fill.value and min(max(xs) - min(xs), max(ys) - min(ys)) <= _THIN:
            yield min(xs), min(ys), max(xs), max(ys)


def _figures(path: Any, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for at in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append(matrix.point(x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points
