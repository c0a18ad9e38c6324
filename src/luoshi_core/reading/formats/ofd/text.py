"""The text objects of an OFD page -> runs of glyphs with their places in millimetres."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from luoshi_core.reading.formats.ofd.lines import Glyphs

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?")
_DELTA = re.compile(r"g|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?")
_MAX_REPEAT = 10_000
_LIMIT = 1e6
_DEFAULT_SIZE = 4.0


class PageSize(NamedTuple):
    """Width and height of a page in millimetres."""

    width: float
    height: float


class _Matrix(NamedTuple):
    """x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def apply(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


def local(element: etree._Element) -> str:
    """The name of an element without its name space, in lower case."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute by its name in any case."""
    found = element.get(name)
    if found is not None:
        return found
    wanted = name.lower()
    return next((str(v) for key, v in element.attrib.items() if str(key).rpartition("}")[2].lower() == wanted), None)


def numbers(text: str | None) -> list[float]:
    """The numbers of a list such as "0 0 210 297"."""
    return [_bounded(float(found)) for found in _NUMBER.findall(text or "")]


def _bounded(value: float) -> float:
    return value if math.isfinite(value) and abs(value) < _LIMIT else 0.0


def deltas(text: str | None) -> list[float]:
    """The steps from glyph to glyph; "g 3 5" stands for three steps of 5."""
    tokens = _DELTA.findall(text or "")
    steps: list[float] = []
    at = 0
    while at < len(tokens):
        if tokens[at] == "g" and at + 2 < len(tokens) and "g" not in tokens[at + 1 : at + 3]:
            count = min(max(int(_bounded(float(tokens[at + 1]))), 0), _MAX_REPEAT)
            steps.extend([_bounded(float(tokens[at + 2]))] * count)
            at += 3
        else:
            if tokens[at] != "g":
                steps.append(_bounded(float(tokens[at])))
            at += 1
    return steps


def glyph_runs(root: etree._Element) -> Iterator[Glyphs]:
    """Every visible piece of text on a page, in the order of the file."""
    for element in root.iter("{*}*"):
        if local(element) == "textobject" and _is_visible(element):
            yield from _runs_of(element)


def _is_visible(element: etree._Element) -> bool:
    return (attribute(element, "Visible") or "").lower() != "false" and attribute(element, "Alpha") != "0"


def _runs_of(element: etree._Element) -> Iterator[Glyphs]:
    boundary = numbers(attribute(element, "Boundary"))
    left, top = (boundary[0], boundary[1]) if len(boundary) >= 2 else (0.0, 0.0)
    size = (numbers(attribute(element, "Size")) or [_DEFAULT_SIZE])[0] or _DEFAULT_SIZE
    ctm = numbers(attribute(element, "CTM"))
    matrix = _Matrix(*ctm) if len(ctm) == 6 else _Matrix()
    x = y = 0.0
    for code in element:
        if local(code) != "textcode" or not (code.text or "").strip():
            continue
        # a missing X or Y is that of the code before
        x = (numbers(attribute(code, "X")) or [x])[0]
        y = (numbers(attribute(code, "Y")) or [y])[0]
        yield _place(code, (left, top), (x, y), abs(size), matrix)


def _place(
    code: etree._Element, corner: tuple[float, float], at: tuple[float, float], size: float, matrix: _Matrix
) -> Glyphs:
    text = (code.text or "").replace("\n", "").replace("\r", "")
    across, down = deltas(attribute(code, "DeltaX")), deltas(attribute(code, "DeltaY"))
    start_x, start_y = matrix.apply(*at)
    end_x, end_y = matrix.apply(at[0] + _length(text, across, down, size), at[1] + sum(down[: len(text) - 1]))
    scale = math.hypot(matrix.b, matrix.d) or 1.0
    turned = abs(end_y - start_y) > abs(end_x - start_x)
    return Glyphs(
        text,
        corner[0] + min(start_x, end_x),
        corner[0] + max(start_x, end_x),
        corner[1] + start_y,
        size * scale,
        turned,
    )


def _length(text: str, across: list[float], down: list[float], size: float) -> float:
    """From the first glyph's left to the last one's right; a step that is not given is the glyph's width."""
    if down and not across:
        return 0.0
    steps = across[: len(text) - 1]
    rest = text[len(steps) :]
    return sum(steps) + size * sum(0.5 if character < "\u2e80" else 1.0 for character in rest)
