"""Rows of cells in plain text become a table."""

from __future__ import annotations

from collections.abc import Callable

from luoshi_core.reading.passages import Grid, Piece

Pieces = Callable[[str], list[Piece | Grid]]


def cells(grid: Piece | Grid) -> list[tuple[int, int, str]]:
    assert isinstance(grid, Grid)
    return [(cell.row, cell.column, cell.text.text) for cell in grid.cells]


def test_cells_parted_by_tabs(pieces: Pieces) -> None:
    title, grid, note = pieces(
        "任务分解表\n序号\t任务\t单位\n1\t新建书房8座\t县文旅局\n2\t改造公路45公里\t县交通局\n注：按季度更新。"
    )
    assert isinstance(title, Piece)
    assert title.text.text == "任务分解表"
    assert cells(grid)[3:6] == [(1, 0, "1"), (1, 1, "新建书房8座"), (1, 2, "县文旅局")]
    assert isinstance(grid, Grid)
    assert (grid.rows, grid.columns) == (3, 3)
    assert isinstance(note, Piece)


def test_cells_between_strokes_with_a_drawn_line(pieces: Pieces) -> None:
    (grid,) = pieces("| 序号 | 任务 |\n|------|------|\n| 1 | 建成公园5个 |")
    assert cells(grid) == [(0, 0, "序号"), (0, 1, "任务"), (1, 0, "1"), (1, 1, "建成公园5个")]


def test_an_empty_cell_keeps_its_column(pieces: Pieces) -> None:
    (grid,) = pieces("序号\t任务\t单位\t时限\n1\t新建书房8座\t\t年底前")
    assert cells(grid)[4:] == [(1, 0, "1"), (1, 1, "新建书房8座"), (1, 2, ""), (1, 3, "年底前")]


def test_two_tables_parted_by_a_gap_are_two(pieces: Pieces) -> None:
    assert len(pieces("a\tb\tc\n1\t2\t3\n\nd\te\tf\n4\t5\t6")) == 2


def test_a_single_line_with_a_tab_is_no_table(pieces: Pieces) -> None:
    (piece,) = pieces("第一条\t本办法自发布之日起施行。")
    assert isinstance(piece, Piece)


def test_each_cell_knows_its_place(pieces: Pieces) -> None:
    text = "序号\t任务\n1\t新建书房8座\n2\t改造公路\n"
    (grid,) = pieces(text)
    assert isinstance(grid, Grid)
    for cell in grid.cells:
        (span,) = cell.text.spans()
        assert text[span.start : span.end] == cell.text.text
