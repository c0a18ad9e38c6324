"""A PDF comes out in the order in which people read it, every line with its place."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from core.reading.formats.pdf_files import SETTINGS, at, drawn, typeset
from luoshi_core.reading.errors import Broken, Encrypted, NoText, NoTextLayer, TooMuchInside
from luoshi_core.reading.formats.pdf import reader as pdf
from luoshi_core.reading.formats.pdf.reader import read_pdf, render_page
from luoshi_core.reading.source import Format, Line, Source, Table

SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"
PICTURE = f'#image(bytes("{SVG}"), format: "svg")\n'


def lines(source: Source) -> list[str]:
    return [source.text[b.span.start : b.span.end] for b in source.blocks if isinstance(b, Line)]


def tables(source: Source) -> list[list[str]]:
    return [
        [source.text[c.span.start : c.span.end] for c in block.cells]
        for block in source.blocks
        if isinstance(block, Table)
    ]


def test_lines_come_with_page_place_and_size():
    source = read_pdf(typeset("#text(22pt)[工作要点]\n\n年内建成书屋8个。\n#pagebreak()\n第二页的文字"), "要点.pdf")
    assert source.format is Format.PDF
    assert source.pages == 2
    assert lines(source) == ["工作要点", "年内建成书屋8个。", "第二页的文字"]
    title, body, other = source.blocks
    assert (title.page, body.page, other.page) == (0, 0, 1)
    assert (title.size, body.size) == (22, 12)
    assert 0.1 < title.box.left < 0.13
    assert 0.2 < title.box.right < 0.35
    assert 0.07 < title.box.top < title.box.bottom < body.box.top < 0.2


def test_spaces_that_only_set_digits_apart_are_not_in_the_text():
    assert lines(read_pdf(typeset("6月底前建成GDP核算点8个"))) == ["6月底前建成GDP核算点8个"]


def test_typed_spaces_stay():
    assert lines(read_pdf(typeset("Plan for 2026 in 3 parts"))) == ["Plan for 2026 in 3 parts"]


def test_what_is_set_in_is_set_in_by_full_width_spaces_and_gaps_are_blank_lines():
    body = (
        "#set par(first-line-indent: (amount: 2em, all: true))\n"
        + "建成书屋，培训人员，" * 12
        + "\n\n"
        + "完善制度。" * 20
    )
    source = read_pdf(typeset(body + "\n#v(4em)\n#align(right)[2026年3月1日]"))
    text = source.text.splitlines()
    assert text[0].startswith("　　建成书屋")
    assert not text[1].startswith("　")
    assert text[-2] == ""
    assert text[-1].strip("　") == "2026年3月1日"
    assert text[-1].startswith("　" * 20)


def test_indents_count_from_the_margin_of_the_column():
    page = "".join(at(50, 700 - 15 * n, "words that fill the left column") for n in range(8))
    page += "".join(at(300 + 24 * (n == 1), 700 - 15 * n, "words on the right") for n in range(3))
    text = read_pdf(drawn(page)).text.splitlines()
    assert [line.count("　") for line in text] == [0] * 9 + [2, 0]
    alone = read_pdf(drawn(*[at(50, 700, "words"), at(50, 700, "words"), at(74, 500, "set in")])).text.splitlines()
    assert [line.count("　") for line in alone] == [0, 0, 2]


def test_running_heads_and_page_numbers_are_left_out():
    head, foot = "align(center)[云岭市文件汇编 2026年]", "context align(center)[— #counter(page).display() —]"
    settings = SETTINGS + f"#set page(header: {head}, footer: {foot})\n"
    source = read_pdf(typeset("#pagebreak()\n".join(f"第{n}页正文内容。\n" for n in "一二三四"), settings))
    assert lines(source) == ["第一页正文内容。", "第二页正文内容。", "第三页正文内容。", "第四页正文内容。"]


def test_a_page_number_is_known_on_a_single_page_but_a_lone_number_is_kept():
    assert lines(read_pdf(drawn(at(100, 700, "Goals") + at(290, 30, "- 3 -")))) == ["Goals"]
    assert lines(read_pdf(drawn(at(100, 700, "Goals") + at(290, 30, "37")))) == ["Goals", "37"]


def test_the_same_words_in_the_middle_of_pages_are_text():
    page = at(100, 400, "Same words")
    assert lines(read_pdf(drawn(page, page, page))) == ["Same words"] * 3


def test_columns_are_read_one_after_the_other():
    body = "#columns(2)[" + "左栏文字，" * 150 + "\n#colbreak()\n" + "右栏文字，" * 150 + "]"
    text = "".join(lines(read_pdf(typeset(body))))
    assert text == "左栏文字，" * 150 + "右栏文字，" * 150


def interleaved(columns: int, rows: int, top: float = 700) -> str:
    return "".join(
        at(50 + 128 * column, top - 20 * row, f"column {column} line {row} words")
        for row in range(rows)
        for column in range(columns)
    )


def test_columns_drawn_row_by_row_are_still_read_column_by_column():
    source = read_pdf(drawn(interleaved(3, 6)))
    assert lines(source) == [f"column {c} line {r} words" for c in range(3) for r in range(6)]


def test_a_headline_over_columns_comes_first_and_a_footer_last():
    head = at(50, 740, "A headline that runs over all of the columns of the page", 18)
    foot = at(50, 560, "Closing words that run over all the columns of this page, set in one line", 12)
    source = read_pdf(drawn(foot + interleaved(2, 6) + head))
    found = lines(source)
    assert found[0].startswith("A headline")
    assert found[1:13] == [f"column {c} line {r} words" for c in range(2) for r in range(6)]
    assert found[13].startswith("Closing")


def test_a_word_broken_at_the_end_of_a_line_parts_two_lines():
    latin = SETTINGS.replace('"zh"', '"en"') + "#set par(justify: true)\n"
    words = "Two bathing places and the neighbourhoods around them will be refurbished."
    found = lines(read_pdf(typeset(f"#box(width: 4cm)[{words}]", latin)))
    assert any(line.endswith("-") for line in found)
    assert all("-" not in line[:-1] for line in found)
    assert "".join(line.removesuffix("-") if line.endswith("-") else line + " " for line in found).strip() == words


def test_two_articles_of_a_newspaper_page_are_not_mixed():
    body = (
        """
#align(center)[#text(24pt)[全市推进文化服务]]
#columns(3)["""
        + "上文说明情况。" * 90
        + """]
#line(length: 100%)
#grid(columns: (2fr, 1fr), gutter: 2em, [#text(16pt)[左文标题]

#columns(2)["""
        + "左文左文。" * 60
        + "]], [#text(16pt)[右文标题]\n\n"
        + "右文右文。" * 40
        + "])"
    )
    text = "".join(lines(read_pdf(typeset(body, SETTINGS.replace("a4", "a3")))))
    assert (
        text
        == "全市推进文化服务" + "上文说明情况。" * 90 + "左文标题" + "左文左文。" * 60 + "右文标题" + "右文右文。" * 40
    )


def test_words_set_apart_in_one_line_stay_in_one_line():
    source = read_pdf(
        drawn(at(50, 700, "No. 11") + at(400, 700, "Signed by: Li") + at(50, 680, "The text follows here"))
    )
    assert [" ".join(line.replace("　", " ").split()) for line in lines(source)] == [
        "No. 11 Signed by: Li",
        "The text follows here",
    ]


def test_short_entries_side_by_side_are_read_row_by_row():
    rows = (("Time: May 4", "Place: Hall 2"), ("Chair: Li", "Minutes: Wang"), ("Present: all", "Absent: none"))
    page = "".join(at(50, 700 - 20 * n, left) + at(300, 700 - 20 * n, right) for n, (left, right) in enumerate(rows))
    found = [line.split("　") for line in lines(read_pdf(drawn(page + at(50, 600, "The meeting decided"))))]
    assert [(line[0], line[-1]) for line in found] == [*rows, ("The meeting decided", "The meeting decided")]


TABLE = """
#table(columns: (2em, 1fr, 6em), table.header([序号], [任务内容], [责任单位]),
  table.cell(rowspan: 2)[1],
  [建成农家书屋8个，培训管理员60名，开展送戏下乡活动不少于二十场，覆盖全部行政村], [市文化局],
  [完善制度], [市教育局],
  table.cell(colspan: 2)[合计], [2项])
"""


def test_a_ruled_table_has_cells_and_wrapped_words_are_whole():
    source = read_pdf(typeset("任务表如下：" + TABLE + "注：按季度更新。"))
    _, table, _ = source.blocks
    assert isinstance(table, Table)
    assert (table.rows, table.columns) == (4, 3)
    assert tables(source) == [
        [
            "序号", "任务内容", "责任单位",
            "1", "建成农家书屋8个，培训管理员60名，开展送戏下乡活动不少于二十场，覆盖全部行政村", "市文化局",
            "完善制度", "市教育局",
            "合计", "2项",
        ]
    ]  # fmt: skip
    spans = [(c.row, c.column, c.row_span, c.column_span) for c in table.cells]
    assert spans[3] == (1, 0, 2, 1)
    assert spans[8] == (3, 0, 1, 2)
    assert lines(source) == ["任务表如下：", "注：按季度更新。"]


def test_a_table_over_several_pages_is_one_table_with_one_header():
    rows = "".join(f"[{n}], [任务内容第{n}号], [市文化局]," for n in range(1, 81))
    body = f"#table(columns: (3em, 1fr, 6em), table.header([序号], [任务], [单位]), {rows})"
    source = read_pdf(typeset(body))
    (table,) = source.blocks
    assert (table.rows, table.page, source.pages > 1) == (81, 0, True)
    assert [text for text in tables(source)[0] if text == "序号"] == ["序号"]


def test_a_frame_around_a_paragraph_is_no_table():
    source = read_pdf(typeset("#rect[框里的一段话。]\n\n外面的话。"))
    assert lines(source) == ["框里的一段话。", "外面的话。"]


def box_lines(xs: list[int], ys: list[int]) -> str:
    across = "".join(f"{xs[0]} {y} m {xs[-1]} {y} l S\n" for y in ys)
    return across + "".join(f"{x} {ys[0]} m {x} {ys[-1]} l S\n" for x in xs)


def test_words_that_touch_the_border_are_cut_at_the_border():
    words = at(55, 705, "alpha") + at(91, 705, "beta") + at(55, 685, "1") + at(95, 685, "2")
    source = read_pdf(drawn(box_lines([50, 90, 130], [680, 700, 720]) + words))
    assert tables(source) == [["alpha", "beta", "1", "2"]]


def test_a_table_with_open_sides_keeps_its_outer_columns():
    grid = (
        "".join(f"50 {y} m 350 {y} l S\n" for y in (680, 700, 720)) + "150 680 m 150 720 l S\n250 680 m 250 720 l S\n"
    )
    words = "".join(at(60 + 100 * c, 705 - 20 * r, f"r{r}c{c}") for r in range(2) for c in range(3))
    assert tables(read_pdf(drawn(grid + words))) == [["r0c0", "r0c1", "r0c2", "r1c0", "r1c1", "r1c2"]]


BORDERLESS = """
#table(columns: (4em, 1fr, 6em), stroke: none, row-gutter: ROWGAP,
  [序号], [任务内容], [单位], [1], [建成书屋8个，培训管理员60名，开展送戏下乡活动不少于二十场，覆盖全部村], [市文化局],
  [2], [完善制度], [市教育局], [3], [新建球场], [市体育局])
"""


@pytest.mark.parametrize("gap", ["0pt", "1em"])
def test_a_table_without_borders_is_seen_by_its_rows_and_columns(gap):
    body = "下列任务由各单位完成，并于每月月底前报送进展情况。" * 3
    source = read_pdf(typeset(body + BORDERLESS.replace("ROWGAP", gap) + body))
    assert tables(source) == [
        [
            "序号", "任务内容", "单位",
            "1", "建成书屋8个，培训管理员60名，开展送戏下乡活动不少于二十场，覆盖全部村", "市文化局",
            "2", "完善制度", "市教育局",
            "3", "新建球场", "市体育局",
        ]
    ]  # fmt: skip
    assert "".join(lines(source)) == body * 2


def test_a_table_drawn_with_thin_filled_boxes_is_seen():
    bars = "".join(f"50 {y} 200 0.5 re f\n" for y in (680, 700, 720))
    bars += "".join(f"{x} 680 0.5 40 re f\n" for x in (50, 150, 250))
    words = "".join(at(60 + 100 * c, 705 - 20 * r, f"r{r}c{c}") for r in range(2) for c in range(2))
    assert tables(read_pdf(drawn(bars + words))) == [["r0c0", "r0c1", "r1c0", "r1c1"]]


@pytest.mark.parametrize(
    ("turn", "matrix"),
    [(90, "0 1 -1 0 600 0"), (180, "-1 0 0 -1 600 800"), (270, "0 -1 1 0 0 800")],
)
def test_a_turned_page_is_read_as_it_is_shown(turn, matrix):
    width, height = (800, 600) if turn % 180 else (600, 800)
    page = "".join(at(50, height - 100 - 20 * row, f"line {row} of the page") for row in range(4))
    source = read_pdf(drawn(f"q {matrix} cm\n{page}Q", turn=turn))
    assert lines(source) == [f"line {row} of the page" for row in range(4)]
    box = source.blocks[0].box
    assert box.left == pytest.approx(50 / width, abs=0.01)
    assert box.bottom == pytest.approx(100 / height, abs=0.02)


def test_a_page_whose_corner_is_not_the_origin_has_its_places_right():
    source = read_pdf(drawn(at(110, 850, "words"), box="100 100 700 900"))
    box = source.blocks[0].box
    assert box.left == pytest.approx(10 / 600, abs=0.01)
    assert box.bottom == pytest.approx(50 / 800, abs=0.01)


def test_characters_printed_twice_to_look_bold_are_read_once():
    twice = "BT /F1 12 Tf 1 0 0 1 50 700 Tm [(W)894(W)-50(O)730(O)-50(R)670(R)-50(D)670(D)] TJ ET\n"
    assert lines(read_pdf(drawn(twice + at(50, 680, "WOODS AND ROOMS")))) == ["WORD", "WOODS AND ROOMS"]


def test_a_line_printed_twice_is_read_once():
    page = at(50, 700, "Bold heading of the page") + at(50, 600, "Text") + at(50.4, 700, "Bold heading of the page")
    assert lines(read_pdf(drawn(page))) == ["Bold heading of the page", "Text"]


def test_a_watermark_across_the_page_is_not_text():
    mark = "#set page(background: rotate(-45deg, text(60pt, fill: luma(220))[内部资料]))\n"
    assert lines(read_pdf(typeset("年内建成书屋8个。", SETTINGS + mark))) == ["年内建成书屋8个。"]
    slanted = "q 0.7 0.7 -0.7 0.7 100 400 cm\n" + at(0, 0, "CONFIDENTIAL", 40) + "Q\n"
    assert lines(read_pdf(drawn(at(50, 700, "Words of the text") + slanted))) == ["Words of the text"]


def test_printers_marks_outside_of_the_page_are_not_text():
    assert lines(read_pdf(drawn(at(50, 700, "Words") + at(50, 820, "cut here") + at(620, 300, "colour bar")))) == [
        "Words"
    ]


def test_a_scan_says_that_it_is_a_scan():
    with pytest.raises(NoTextLayer):
        read_pdf(typeset(PICTURE))


def test_a_scanned_page_among_others_is_named():
    source = read_pdf(typeset("有文字的一页。\n#pagebreak()\n" + PICTURE + "#pagebreak()\n末页。"))
    assert lines(source) == ["有文字的一页。", "末页。"]
    assert [remark.code for remark in source.remarks] == ["page-without-text"]
    assert "第 2 页" in source.remarks[0].zh


def test_an_empty_page_has_no_text():
    with pytest.raises(NoText):
        read_pdf(drawn(""))


def test_a_password_is_said():
    with pytest.raises(Encrypted):
        read_pdf(drawn(at(50, 700, "Secret"), password="secret"))


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.7\n" + b"\x00" * 500, drawn(at(50, 700, "x"))[:120]])
def test_a_damaged_file_is_broken(data):
    with pytest.raises(Broken):
        read_pdf(data)


def test_words_of_no_size_are_no_reason_to_stop():
    assert lines(read_pdf(drawn(at(50, 700, "Words") + at(50, 680, "more", size=0)))) in (["Words"], ["Words", "more"])


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    with pytest.raises(TooMuchInside):
        read_pdf(drawn("", "", ""))


def test_a_page_is_drawn_as_a_picture_of_the_wanted_width():
    data = drawn(at(50, 700, "Words"), at(50, 700, "Other words"))
    first, second = render_page(data, 0, 300), render_page(data, 1, 300)
    assert Image.open(io.BytesIO(first)).size == (300, 400)
    assert first != second
    with pytest.raises(IndexError):
        render_page(data, 2, 300)
