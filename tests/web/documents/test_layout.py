"""A text is cut into leaves without losing a character."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from luoshi.documents.layout import MOST_ROWS, leaves_of
from luoshi_core.reading import Source, Span
from luoshi_core.reading.source import Cell, Format, Line, Table

TEXTS = st.lists(st.integers(0, 9000), max_size=12)


def source_of(lengths: list[int]) -> Source:
    text, blocks = "", []
    for length in lengths:
        blocks.append(Line(Span(len(text), len(text) + length)))
        text += "字" * length + "\n"
    return Source(Format.TEXT, text, blocks)


@given(TEXTS)
def test_leaves_follow_one_another_and_hold_the_whole_text(lengths):
    source = source_of(lengths)
    leaves = list(leaves_of(source))
    assert "".join(leaf.text for leaf in leaves) == source.text
    assert [leaf.number for leaf in leaves] == list(range(len(leaves)))
    assert all(one.end == other.start for one, other in itertools.pairwise(leaves))
    assert sum(len(leaf.blocks) for leaf in leaves) == len(lengths)


@given(st.integers(1, 5 * MOST_ROWS), st.integers(1, 3 * MOST_ROWS))
def test_a_long_table_goes_on_and_a_merged_cell_is_shown_again_where_it_does(rows, span):
    text = "\n".join(f"{row}" for row in range(rows))
    cells, at = [], 0
    for row in range(rows):
        cells.append(Cell(Span(at, at + len(str(row))), row, 1))
        at += len(str(row)) + 1
    cells.append(Cell(Span(0, 1), 0, 0, row_span=min(span, rows)))
    source = Source(Format.XLSX, text, [Table(Span(0, len(text)), tuple(cells), rows, 2)])
    blocks = [block for leaf in leaves_of(source) for block in leaf.blocks]
    shown = [cell for block in blocks for cell in block[4]]
    assert sum(cell[3] == 1 for cell in shown) == rows
    assert sum(cell[4] for cell in shown if cell[3] == 0) == min(span, rows)
    assert all(cell[2] + cell[4] <= MOST_ROWS for cell in shown)


def test_each_page_is_a_leaf_of_its_own():
    lines = [Line(Span(0, 1), page=0), Line(Span(2, 3), page=0), Line(Span(4, 5), page=1)]
    assert [len(leaf.blocks) for leaf in leaves_of(Source(Format.PDF, "a b c", lines, pages=2))] == [2, 1]
