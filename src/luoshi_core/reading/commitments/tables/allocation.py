"""Tables that deal out a task: a row for each body, a column for each measure, figures in between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi_core.reading.commitments.tables.goals import is_figure
from luoshi_core.reading.commitments.tables.roles import Role, head_words, role_of
from luoshi_core.reading.header import Header
from luoshi_core.reading.passages import Grid, GridCell, Passage
from luoshi_core.reading.traced import Traced

_DEALS_OUT = re.compile(
    r"(?:任务|目标|指标|计划)(?:数|量)?(?:分解|分配|下达|安排)|分解表|分配表|任务表|\b(?:allocation|targets? by)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r"统计|完成情况|进展|进度|排名|通报|汇总")
_BODIES = re.compile(
    r"(?:各?(?:县|区|市|乡镇|镇|街道|乡|地区|单位|部门|学校|园区|行政区划|责任单位|承担单位|实施单位|单位名称)(?:[（(][^（）()]*[)）])?|县市区|县区|市县|镇街|乡镇街道)$"
    r"|(?:area|district|ward|department|team|county|school)s?$",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"合\s*计|小\s*计|总\s*计|total", re.IGNORECASE)
_SEARCHED = 6
_HEADS = ("任务", "目标值", "责任单位", "完成时限")


def deals_out(passage: Passage, header: Header) -> bool:
    """Whether the words above a table say that it deals out tasks, not that it tells results."""
    words = " ".join(
        (header.title, (passage.grid.name or "") if passage.grid else "", *(h.title for h in passage.headings))
    )
    return _DEALS_OUT.search(words) is not None and _TELLS.search(words) is None


def dealt_out(grid: Grid) -> Grid | None:
    """The same tasks with a row for each figure: measure, figure, body, time; None where the table is no such."""
    for row in range(min(grid.rows, _SEARCHED)):
        column = next(
            (c for c, cell in sorted(grid.row(row).items()) if _BODIES.match(head_words(cell.text.text))), None
        )
        if column is not None:
            return _rows(grid, row, column)
    return None


def _rows(grid: Grid, head: int, column: int) -> Grid | None:
    after = head + max(cell.row_span for cell in grid.row(head).values())
    cells = [GridCell(Traced.inserted(words), 0, k) for k, words in enumerate(_HEADS)]
    count = 0
    for row in range(after, grid.rows):
        for line in _figures(grid, row, head, after, column):
            count += 1
            cells += [GridCell(text, count, k) for k, text in enumerate(line)]
    return Grid(tuple(cells), count + 1, len(_HEADS)) if count > 1 else None


def _figures(
    grid: Grid, row: int, head: int, after: int, column: int
) -> Iterator[tuple[Traced, Traced, Traced, Traced]]:
    body = grid.at(row, column)
    if body is None or not body.text or _TOTAL.search(body.text.text):
        return
    due = next((c.text for k, c in grid.row(row).items() if _role(grid, head, k) is Role.DUE), Traced.inserted(""))
    for k, cell in sorted(grid.row(row).items()):
        measure = grid.at(after - 1, k)
        if k <= column or measure is None or _TOTAL.search(measure.text.text) or _role(grid, head, k) is Role.NUMBER:
            continue
        if cell.text and is_figure(cell.text.text):
            yield measure.text, cell.text, body.text, due


def _role(grid: Grid, head: int, column: int) -> Role | None:
    cell = grid.at(head, column)
    return role_of(cell.text.text) if cell is not None else None
