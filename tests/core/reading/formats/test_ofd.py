"""An OFD file gives its lines with their places, however its producer wrote it."""

from __future__ import annotations

import pytest

from core.reading.formats.ofd_files import document, ofd, page, root, text
from core.reading.formats.zip_files import zipped
from luoshi_core.reading.errors import Broken, Encrypted, NoTextLayer
from luoshi_core.reading.formats import open_source
from luoshi_core.reading.formats.ofd.reader import read_ofd
from luoshi_core.reading.source import Format, Line, Source


def lines(data: bytes) -> list[str]:
    source = read_ofd(data)
    return [source.text[b.span.start : b.span.end] for b in source.blocks if isinstance(b, Line)]


def first(source: Source) -> Line:
    block = next(iter(source.blocks))
    assert isinstance(block, Line)
    return block


def test_lines_come_out_from_top_to_bottom_whatever_their_order_in_the_file() -> None:
    assert lines(ofd(page(text("第二行", 20, 40), text("第一行", 20, 30)))) == ["第一行", "第二行"]


def test_text_objects_on_one_baseline_are_one_line_in_the_order_of_x() -> None:
    assert lines(ofd(page(text("新建书房", 40, 30.4), text("市文旅局", 20, 30)))) == ["市文旅局新建书房"]


def test_lines_that_only_nearly_touch_stay_apart() -> None:
    assert lines(ofd(page(text("甲", 20, 30), text("乙", 60, 33)))) == ["甲", "乙"]


def test_a_gap_between_words_and_a_wide_gap_are_kept_as_spaces() -> None:
    assert lines(ofd(page(text("Goal", 20, 30, delta="3 3 3"), text("12", 34.5, 30, delta="3")))) == ["Goal 12"]
    assert lines(ofd(page(text("甲局", 20, 30), text("乙局", 60, 30)))) == ["甲局  乙局"]


def test_a_line_knows_its_page_its_box_in_fractions_and_its_size_in_points() -> None:
    source = read_ofd(ofd(page(text("甲", 20, 30)), page(text("乙丙", 21, 29.7, size=4))))
    assert source.pages == 2
    line = list(source.blocks)[1]
    assert isinstance(line, Line)
    assert line.page == 1
    assert line.size == pytest.approx(11.3, abs=0.05)
    assert line.box is not None
    assert line.box.left == pytest.approx(0.1)
    assert line.box.right == pytest.approx((21 + 8) / 210, abs=1e-4)
    assert line.box.bottom == pytest.approx((33.7 + 0.48) / 297, abs=1e-4)


def test_a_page_may_have_a_size_of_its_own() -> None:
    area = "<ofd:Area><ofd:PhysicalBox>0 0 420 297</ofd:PhysicalBox></ofd:Area>"
    box = first(read_ofd(ofd(page(text("甲", 42, 30), area=area)))).box
    assert box is not None
    assert box.left == pytest.approx(0.1)


def test_what_stands_in_a_template_is_page_furniture() -> None:
    assert lines(ofd(page(text("正文", 20, 30)), template=page(text("内部资料", 20, 10)))) == ["正文"]


def test_a_copy_on_top_of_its_original_is_read_once() -> None:
    assert lines(ofd(page(text("通知", 20, 30), text("通知", 20.3, 30)))) == ["通知"]


def test_hidden_text_is_not_read() -> None:
    assert lines(ofd(page(text("甲", 20, 30), text("乙", 40, 30, more=' Visible="false"')))) == ["甲"]


def test_a_matrix_moves_and_scales_the_text() -> None:
    moved = text("乙", 20, 30, more=' CTM="2 0 0 2 0 20"')
    source = read_ofd(ofd(page(text("甲", 20, 40), moved)))
    sizes = [line.size for line in source.blocks if isinstance(line, Line)]
    assert source.text.split() == ["甲", "乙"]
    assert sizes == [14.2, 28.3]


def test_steps_may_be_missing_or_repeated() -> None:
    source = read_ofd(ofd(page(text("甲乙a", 0, 30, delta=None))))
    box = first(source).box
    assert box is not None
    assert box.right == pytest.approx(12.5 / 210, abs=1e-4)


def test_vertical_words_are_not_mixed_into_the_lines_beside_them() -> None:
    down = text("竖排", 60, 30, delta=None, code=' DeltaY="5"')
    assert sorted(lines(ofd(page(text("横排", 20, 30), down)))) == ["横排", "竖排"]


def test_names_are_found_in_any_case_with_backslashes_and_absolute() -> None:
    content = page(text("甲", 20, 30)).replace("Boundary", "boundary").replace("Size=", "size=")
    data = zipped(
        ("ofd.XML", root("/Doc_0\\document.xml")),
        ("Doc_0/Document.xml", document(1, "\\doc_0\\pages\\P{}.xml")),
        ("Doc_0\\Pages\\P0.xml", content),
    )
    assert lines(data) == ["甲"]


def test_wrong_and_missing_name_spaces_are_read_past() -> None:
    content = page(text("甲", 20, 30)).replace(' xmlns:ofd="http://www.ofdspec.org/2016"', "")
    assert lines(ofd(content)) == ["甲"]


def test_several_documents_in_one_file_follow_each_other() -> None:
    data = zipped(
        ("OFD.xml", root("Doc_0/Document.xml", "Doc_1/Document.xml")),
        ("Doc_0/Document.xml", document(1, "P{}.xml")),
        ("Doc_1/Document.xml", document(1, "P{}.xml")),
        ("Doc_0/P0.xml", page(text("甲", 20, 30))),
        ("Doc_1/P0.xml", page(text("乙", 20, 30))),
    )
    assert lines(data) == ["甲", "乙"]
    assert [line.page for line in read_ofd(data).blocks if isinstance(line, Line)] == [0, 1]


def test_a_broken_page_is_told_and_the_others_are_read() -> None:
    source = read_ofd(ofd(page(text("甲", 20, 30)), ""))
    assert source.text.strip() == "甲"
    assert [remark.code for remark in source.remarks] == ["broken-page"]
    assert source.remarks[0].where == "第 2 页"


def test_a_file_of_pictures_is_said_to_be_a_scan() -> None:
    with pytest.raises(NoTextLayer):
        read_ofd(ofd(page()))


def test_an_encrypted_file_and_one_without_pages_are_refused() -> None:
    with pytest.raises(Encrypted):
        read_ofd(zipped(("OFD.xml", root("Doc_0/Document.xml")), ("Encryptions.xml", "<a/>")))
    with pytest.raises(Broken):
        read_ofd(zipped(("OFD.xml", root("Doc_0/Document.xml"))))


def test_it_is_recognised_by_its_content() -> None:
    source = open_source(ofd(page(text("甲", 20, 30))), "计划.docx")
    assert isinstance(source, Source)
    assert source.format is Format.OFD
