"""Tables in plain text: rows of cells parted by tabs or upright strokes."""

from __future__ import annotations

import re
from itertools import pairwise

from luoshi_core.reading.passages import Grid, GridCell
from luoshi_core.reading.repair.furniture import Mark
from luoshi_core.reading.repair.lines import PhysicalLine
from luoshi_core.reading.repair.spacing import close_up
from luoshi_core.reading.traced import Traced

_STROKES = "|│｜"
_RULE = "|+-─━: ├┼┤┌┬┐└┴┘"
_PAGE = re.compile(r"\d{1,3}$")


def has_strokes(text: str) -> bool:
    """Whether a text can hold the rows of a table (a cheap look)."""
    return "\t" in text or any(stroke in text for stroke in _STROKES)


def mark_rows(lines: list[PhysicalLine]) -> None:
    """Mark the rows of tables: lines below one another with the same stroke and about as many cells."""
    signs = [_sign(line.text) for line in lines]
    if not any(signs):
        return
    rows = [i for i, sign in enumerate(signs) if sign]
    for i, j in pairwise(rows):
        if signs[i] == signs[j] and _are_neighbours(lines, i, j) and _match(lines[i].text, lines[j].text, signs[i]):
            lines[i].mark = lines[j].mark = Mark.ROW


def grid_of(rows: list[PhysicalLine]) -> Grid:
    """The table that some rows make."""
    cells: list[GridCell] = []
    columns = 0
    for row, line in enumerate(rows):
        texts = _cells(line)
        columns = max(columns, len(texts))
        cells.extend(GridCell(text, row, column) for column, text in enumerate(texts))
    return Grid(tuple(cells), len(rows), columns, page=rows[0].page)


def _sign(text: str) -> str:
    """What parts the cells of a line, if anything does."""
    if "\t" in text:
        return "\t"
    if not text.strip(_RULE):
        return ""
    return next((sign for sign in _STROKES if text.count(sign) >= 2), "")


def _are_neighbours(lines: list[PhysicalLine], i: int, j: int) -> bool:
    """Whether two rows stand below one another, with at most a drawn line between them."""
    between = lines[i + 1 : j]
    return not any(line.gap for line in lines[i + 1 : j + 1]) and not any(line.text.strip(_RULE) for line in between)


def _match(text: str, below: str, sign: str) -> bool:
    first, second = text.count(sign), below.count(sign)
    if sign != "\t":
        return first == second
    if min(first, second) == 1 and (_PAGE.search(text) or _PAGE.search(below)):
        return False
    return abs(first - second) <= max(first, second) // 2


def _cells(line: PhysicalLine) -> list[Traced]:
    sign = _sign(line.text)
    traced = line.trace()
    if sign != "\t":
        traced = traced.strip(sign + " ")
    spans: list[tuple[int, int]] = []
    at = 0
    for part in traced.text.split(sign) if sign else [traced.text]:
        spans.append((at, at + len(part)))
        at += len(part) + 1
    return [close_up(traced.cut(start, end).strip()) for start, end in spans]
