"""A leaf is shown with its marks and without losing a character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from luoshi.documents.models import Leaf
from luoshi.documents.queries import Mark
from luoshi.documents.shown import show_leaf

MARKS = st.lists(st.tuples(st.integers(100, 160), st.integers(1, 40)), max_size=8)


@given(MARKS)
def test_the_segments_of_a_block_are_its_text_and_no_mark_reaches_over_its_edges(pairs):
    text = "".join(chr(0x4E00 + n) for n in range(60))
    leaf = Leaf(start=100, end=160, text=text, blocks=[["p", 100, 160, "body", None, "left"]])
    marks = [Mark(start, min(start + length, 160), n, n) for n, (start, length) in enumerate(pairs) if start < 160]
    (block,) = show_leaf(leaf, marks, as_page=False)
    assert "".join(segment.text for segment in block.segments) == text
    at = 100
    for segment in block.segments:
        if segment.mark:
            assert segment.mark.start <= at
            assert at + len(segment.text) <= segment.mark.end
        else:
            assert not any(mark.start < at + len(segment.text) and mark.end > at for mark in marks)
        at += len(segment.text)


def test_marks_of_a_long_passage_are_found_in_every_line_it_runs_through():
    leaf = Leaf(start=0, end=30, text="一" * 30, blocks=[["l", n * 10, n * 10 + 10, None] for n in range(3)])
    blocks = show_leaf(leaf, [Mark(0, 2, 1, 0), Mark(3, 28, 2, 1), Mark(29, 30, 3, 2)], as_page=False)
    assert [[segment.mark.finding for segment in block.segments if segment.mark] for block in blocks] == [
        [1, 2],
        [2],
        [2, 3],
    ]


def test_blank_lines_between_lines_stay():
    leaf = Leaf(start=0, end=5, text="甲\n\n\n乙", blocks=[["l", 0, 1, None], ["l", 4, 5, None]])
    assert [block.before for block in show_leaf(leaf, [], as_page=False)] == ["", "\n\n\n"]


def test_a_table_keeps_its_rows_and_merged_cells():
    cells = [[0, 1, 0, 0, 2, 1], [2, 3, 0, 1, 1, 1], [4, 5, 1, 1, 1, 1]]
    leaf = Leaf(start=0, end=5, text="甲\t乙\t丙", blocks=[["t", 0, 5, "表", cells]])
    (table,) = show_leaf(leaf, [], as_page=False)
    assert [[cell.row_span for cell in row] for row in table.rows] == [[2, 1], [1]]
