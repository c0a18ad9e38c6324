"""Lines with boxes (from a PDF or OFD page): indent, gap, column and type size are seen, not printed."""

from __future__ import annotations

from luoshi_core.reading.passages import Piece
from luoshi_core.reading.repair import repair
from luoshi_core.reading.source import Box, Format, Line, Source
from luoshi_core.reading.traced import Span

CHAR = 0.02
STEP = 0.03


class Page:
    """Lines set one below the other; positions count characters and line steps."""

    def __init__(self) -> None:
        self.text = ""
        self.lines: list[Line] = []

    def set(self, text: str, left: float, row: float, page: int = 1, size: float = 16) -> None:
        start = len(self.text)
        self.text += text + "\n"
        width = len(text) * CHAR * size / 16
        box = Box(0.1 + left * CHAR, 0.1 + row * STEP, 0.1 + left * CHAR + width, 0.1 + row * STEP + 0.02 * size / 16)
        self.lines.append(Line(Span(start, start + len(text)), page, box, size))

    def pieces(self) -> list[Piece]:
        return [p for p in repair(Source(Format.PDF, self.text, self.lines, pages=2)) if isinstance(p, Piece)]


def paragraph(page: Page, row: float, left: float = 0, page_number: int = 1) -> float:
    page.set("市图书馆年内新建自助书房八座并向", left + 2, row, page_number)
    page.set("社会公布开放时间，市文化馆每月组织惠", left, row + 1, page_number)
    page.set("民演出不少于两场。", left, row + 2, page_number)
    return row + 3


WHOLE = "市图书馆年内新建自助书房八座并向社会公布开放时间，市文化馆每月组织惠民演出不少于两场。"


def test_an_indent_that_only_the_box_shows_opens_a_paragraph() -> None:
    page = Page()
    row = 0.0
    for _ in range(3):
        row = paragraph(page, row)
    assert [p.text.text for p in page.pieces()] == [WHOLE] * 3
    assert page.pieces()[0].indent == 2


def test_a_larger_type_is_a_headline_of_its_own() -> None:
    page = Page()
    page.set("让书香飘进千家万户走进寻常", 0, 0, size=22)
    paragraph(page, 1.5)
    assert [p.text.text for p in page.pieces()] == ["让书香飘进千家万户走进寻常", WHOLE]
    assert page.pieces()[0].size == 22


def test_the_lines_of_a_large_headline_stand_further_apart_than_those_of_the_text() -> None:
    page = Page()
    page.set("让书香飘进千家万", 0, 0, size=32)
    page.set("户走进寻常人家中", 0, 2, size=32)
    paragraph(page, 5)
    paragraph(page, 8)
    assert [p.gap for p in page.pieces()] == [0, 1, 0]


def test_a_sentence_goes_on_in_the_next_column() -> None:
    page = Page()
    paragraph(page, 0)
    page.set("各县区要建立台账，逐项抓好落实，做到", 0, 3)
    page.set("件件有着落、事事有回音，", 22, 0)
    page.set("群众满意。", 22, 1)
    assert page.pieces()[-1].text.text.endswith("做到件件有着落、事事有回音，群众满意。")


def test_a_sentence_goes_on_over_the_page() -> None:
    page = Page()
    paragraph(page, 0)
    page.set("各县区要建立台账，逐项抓好落实，做到", 0, 3)
    page.set("件件有着落、事事有回音的要求要落到实", 0, 0, page=2)
    page.set("处。", 0, 1, page=2)
    assert page.pieces()[-1].text.text.endswith("做到件件有着落、事事有回音的要求要落到实处。")


def test_a_centred_line_and_one_at_the_right_are_told() -> None:
    page = Page()
    page.set("实施方案", 7, 0)
    row = paragraph(page, 2)
    page.set("槐溪县文化馆", 12, row + 2)
    assert [p.align for p in page.pieces()] == ["center", "left", "right"]


def test_a_headline_over_two_columns_does_not_move_their_edges() -> None:
    page = Page()
    page.set("让书香飘进千家万户走进寻常百姓家", 7, 0, size=22)
    paragraph(page, 2)
    paragraph(page, 2, left=22)
    assert [p.text.text for p in page.pieces()][1:] == [WHOLE, WHOLE]
    assert [p.indent for p in page.pieces()][1:] == [2, 2]
