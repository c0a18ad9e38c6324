"""A Word document comes out as it is printed."""

from __future__ import annotations

import io
import zipfile

import docx as python_docx
import pytest

from core.reading.formats.docx_files import W, abstract, cell, docx, level, num, numbered, p, r, style, table
from luoshi_core.reading.errors import Broken, NoText, ReadingError
from luoshi_core.reading.formats.docx.reader import read_docx
from luoshi_core.reading.source import Format, Paragraph, Role, Source, Table


def paragraphs(data: bytes) -> list[str]:
    source = read_docx(data, "x.docx")
    return [words(source, block) for block in source.blocks if isinstance(block, Paragraph)]


def words(source: Source, block: Paragraph) -> str:
    return source.text[block.span.start : block.span.end]


def only_table(data: bytes) -> tuple[list[tuple[str, int, int, int, int]], Table]:
    source = read_docx(data, "x.docx")
    (found,) = [block for block in source.blocks if isinstance(block, Table)]
    cells = [(source.text[c.span.start : c.span.end], c.row, c.column, c.row_span, c.column_span) for c in found.cells]
    return cells, found


def test_a_file_of_a_word_processor_gives_its_paragraphs_and_tables_in_order():
    document = python_docx.Document()
    document.add_paragraph("云岭市工作要点").alignment = 1
    document.add_heading("一、目标", 1)
    document.add_paragraph("年内建成书屋8个。")
    grid = document.add_table(2, 2)
    for at, text in enumerate(("任务", "单位", "建成书屋", "市文化局")):
        grid.cell(at // 2, at % 2).text = text
    document.add_paragraph("2026年3月1日").alignment = 2
    stream = io.BytesIO()
    document.save(stream)
    source = read_docx(stream.getvalue(), "要点.docx")
    assert source.format is Format.DOCX
    assert source.name == "要点.docx"
    assert source.text == "云岭市工作要点\n一、目标\n年内建成书屋8个。\n任务\t单位\n建成书屋\t市文化局\n2026年3月1日\n"
    title, heading, body, rows, date = source.blocks
    assert (title.align, heading.align, body.align, date.align) == ("center", "left", "left", "right")
    assert (heading.role, heading.level, body.role) == (Role.HEADING, 1, Role.BODY)
    assert (rows.rows, rows.columns) == (2, 2)


def test_inserted_words_stay_and_deleted_words_go():
    inserted = f"<w:ins>{r('新建')}</w:ins><w:del><w:r><w:delText>改建</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{r('旧处')}</w:moveFrom><w:moveTo>{r('新处')}</w:moveTo>"
    data = docx(p("年内", inner=inserted + r("球场") + moved))
    assert paragraphs(data) == ["年内新建球场新处"]
    assert [remark.code for remark in read_docx(data).remarks] == ["tracked-changes"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    data = docx(p("年内建成", "<w:rPr><w:del/></w:rPr>") + p("球场8片。"))
    assert paragraphs(data) == ["年内建成球场8片。"]


def test_wrapped_runs_are_read_where_they_stand():
    inner = (
        f'<w:hyperlink r:id="x">{r("链接")}</w:hyperlink><w:smartTag>{r("标签")}</w:smartTag>'
        f"<w:sdt><w:sdtPr/><w:sdtContent>{r('控件')}</w:sdtContent></w:sdt><w:fldSimple>{r('域')}</w:fldSimple>"
    )
    assert paragraphs(docx(p("前", inner=inner + r("后")))) == ["前链接标签控件域后"]


def test_content_controls_around_paragraphs_rows_and_cells_are_opened():
    block = f"<w:sdt><w:sdtContent>{p('段落')}</w:sdtContent></w:sdt>"
    inner_cell = f"<w:sdt><w:sdtContent>{cell('乙')}</w:sdtContent></w:sdt>"
    inner_row = f"<w:sdt><w:sdtContent><w:tr>{cell('丙')}{cell('丁')}</w:tr></w:sdtContent></w:sdt>"
    source = read_docx(docx(block + f"<w:tbl><w:tr>{cell('甲')}{inner_cell}</w:tr>{inner_row}</w:tbl>"))
    assert source.text == "段落\n甲\t乙\n丙\t丁\n"


def test_a_placeholder_that_nobody_filled_in_is_not_text():
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处输入')}</w:sdtContent></w:sdt>"
    assert paragraphs(docx(p("负责人：", inner=control))) == ["负责人："]


def test_tabs_breaks_hyphens_and_symbols_are_characters():
    run = (
        "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>co\u00adop</w:t><w:softHyphen/><w:noBreakHyphen/>"
        '<w:sym w:font="Symbol" w:char="F0B3"/><w:t>95%</w:t><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    )
    assert paragraphs(docx(f"<w:p>{run}</w:p>")) == ["甲\t乙", "coop-≥95%☑"]


def test_a_line_that_the_writer_ended_is_a_paragraph_but_a_heading_stays_whole():
    broken = r("关于印发") + "<w:r><w:br/></w:r>" + r("要点的通知")
    assert paragraphs(docx(p(inner=broken))) == ["关于印发", "要点的通知"]
    assert paragraphs(docx(p("", '<w:outlineLvl w:val="0"/>', broken))) == ["关于印发要点的通知"]
    assert only_table(docx(table(cell("", inner=p(inner=broken)) + cell("右"))))[0][0][0] == "关于印发\n要点的通知"


def test_a_symbol_typed_into_a_symbol_font_is_the_sign_that_is_printed():
    inner = r("\uf0a3", '<w:rFonts w:ascii="Symbol"/>') + r("30分钟")
    assert paragraphs(docx(p("办理时限", inner=inner))) == ["办理时限≤30分钟"]


def test_a_raised_two_behind_a_unit_makes_it_square():
    assert paragraphs(docx(p("建成1200m", inner=r("2", '<w:vertAlign w:val="superscript"/>')))) == ["建成1200m²"]


def test_hidden_words_are_left_out_and_said():
    data = docx(p("公开", inner=r("内部", "<w:vanish/>") + r("文字", '<w:vanish w:val="0"/>')))
    assert paragraphs(data) == ["公开文字"]
    assert [remark.code for remark in read_docx(data).remarks] == ["hidden-text"]


def test_a_field_shows_its_result_and_not_its_code():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a \\h</w:instrText></w:r>'
        '<w:r><w:t>不印</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>第三条</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert paragraphs(docx(p("依照", inner=field + r("执行")))) == ["依照第三条执行"]


def test_a_generated_table_of_contents_and_its_title_are_left_out():
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = p("总标题") + p("目  录") + p(inner=begin + r("一、目标…1")) + p("二、措施…2", inner=end) + p("一、目标")
    assert paragraphs(docx(body)) == ["总标题", "一、目标"]


def test_contents_lines_are_also_known_by_their_style_or_their_control():
    styles = style("11", "toc 1")
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{p('目录')}{p('一、目标…1')}</w:sdtContent></w:sdt>"
    )
    body = p("目录") + p("一、目标…1", '<w:pStyle w:val="11"/>') + control + p("目录编制说明")
    assert paragraphs(docx(body, styles=styles)) == ["目录编制说明"]


def test_a_text_box_stands_where_it_hangs_and_is_read_once():
    box = f"<w:txbxContent>{p('云岭市人民政府文件')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert paragraphs(docx(p(inner=both + r("正文")))) == ["云岭市人民政府文件", "正文"]
    assert paragraphs(docx(p("正文", inner=both))) == ["正文", "云岭市人民政府文件"]


def test_word_art_has_words():
    art = '<w:r><w:pict><v:shape><v:textpath string="工作简报"/></v:shape></w:pict></w:r>'
    assert paragraphs(docx(p(inner=art))) == ["工作简报"]


def test_footnotes_stand_behind_the_body_in_the_order_of_their_marks():
    def note(key: int, text: str) -> str:
        return f'<w:footnote w:id="{key}">{p(text)}</w:footnote>'

    marks = "".join(f'<w:r><w:footnoteReference w:id="{key}"/></w:r>' for key in (3, 2))
    end = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    data = docx(
        p("覆盖率", inner=end + marks + r("达到95%。")) + p("附则"),
        footnotes=note(2, "乙注") + note(3, "甲注") + note(4, "无人引用"),
        endnotes=f'<w:endnote w:id="1">{p("尾注")}</w:endnote>',
    )
    assert paragraphs(data) == ["覆盖率达到95%。", "附则", "甲注", "乙注", "尾注"]
    roles = [block.role for block in read_docx(data).blocks]
    assert roles == [Role.BODY, Role.BODY, Role.FOOTNOTE, Role.FOOTNOTE, Role.FOOTNOTE]


def test_page_headers_are_not_in_the_text():
    assert paragraphs(docx(p("正文"), header1=p("页眉"))) == ["正文"]


STYLES = (
    style("a", "Normal", '<w:jc w:val="right"/>', default=True)
    + style("1", "heading 1", '<w:jc w:val="left"/><w:outlineLvl w:val="0"/>')
    + style("2", "标题 2")
    + style("my", "我的标题", based_on="2")
    + style("t", "Title", '<w:jc w:val="center"/>')
    + style("loop", "环", based_on="loop")
)


@pytest.mark.parametrize(
    ("properties", "role", "heading", "align"),
    [
        ("", Role.BODY, None, "right"),
        ('<w:pStyle w:val="1"/>', Role.HEADING, 1, "left"),
        ('<w:pStyle w:val="2"/>', Role.HEADING, 2, "left"),
        ('<w:pStyle w:val="my"/><w:jc w:val="center"/>', Role.HEADING, 2, "center"),
        ('<w:pStyle w:val="t"/>', Role.HEADING, None, "center"),
        ('<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', Role.BODY, None, "left"),
        ('<w:outlineLvl w:val="2"/><w:jc w:val="both"/>', Role.HEADING, 3, "left"),
        ('<w:pStyle w:val="loop"/>', Role.BODY, None, "left"),
    ],
)
def test_styles_say_what_is_a_heading_and_where_it_stands(properties, role, heading, align):
    (block,) = read_docx(docx(p("总则", properties), styles=STYLES)).blocks
    assert (block.role, block.level, block.align) == (role, heading, align)


def test_merged_cells_are_one_cell_that_covers_several_places():
    data = docx(
        table(
            cell("序号", '<w:vMerge w:val="restart"/>') + cell("目标", '<w:gridSpan w:val="2"/>'),
            cell("", "<w:vMerge/>") + cell("数值") + cell("单位"),
            cell("1") + cell("8") + cell("市文化局|市教育局"),
        )
    )
    cells, found = only_table(data)
    assert cells == [
        ("序号", 0, 0, 2, 1),
        ("目标", 0, 1, 1, 2),
        ("数值", 1, 1, 1, 1),
        ("单位", 1, 2, 1, 1),
        ("1", 2, 0, 1, 1),
        ("8", 2, 1, 1, 1),
        ("市文化局\n市教育局", 2, 2, 1, 1),
    ]
    assert (found.rows, found.columns) == (3, 3)


def test_a_row_may_begin_behind_the_first_column():
    indented = f'<w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("乙")}{cell("丙")}'
    cells, found = only_table(docx(table(cell("甲") + cell("一") + cell("二"), indented)))
    assert cells[3:] == [("乙", 1, 1, 1, 1), ("丙", 1, 2, 1, 1)]
    assert found.columns == 3


def test_deleted_rows_are_not_in_the_table():
    gone = f"<w:trPr><w:del/></w:trPr>{cell('旧')}{cell('旧')}"
    cells, found = only_table(docx(table(cell("甲") + cell("乙"), gone, cell("丙") + cell("丁"))))
    assert [text for text, *_ in cells] == ["甲", "乙", "丙", "丁"]
    assert found.rows == 2


def test_a_table_in_a_cell_is_written_out_in_the_cell():
    inner = table(cell("子一") + cell("子二"), cell("子三") + cell("子四")) + p("末")
    cells, _ = only_table(docx(table(cell("外", inner=inner) + cell("右"))))
    assert [text for text, *_ in cells] == ["外\n子一\t子二\n子三\t子四\n末", "右"]


def test_a_table_that_only_frames_its_content_is_opened():
    data = docx(table(cell("云岭市文件|标题", inner=table(cell("甲") + cell("乙")))))
    assert [type(block) for block in read_docx(data).blocks] == [Paragraph, Paragraph, Table]


def test_a_serial_number_that_word_generates_stands_in_its_cell():
    numbering = abstract(0, level(0, "decimal", "%1")) + num(1, 0)
    rows = [f"<w:tc>{numbered('', 1)}</w:tc>{cell('任务')}" for _ in range(2)]
    cells, _ = only_table(docx(table(*rows), numbering=numbering))
    assert [text for text, *_ in cells] == ["1", "任务", "2", "任务"]


def test_strict_files_are_read_as_well():
    strict = _rewritten(docx(p("正文")), W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert paragraphs(strict) == ["正文"]


def _rewritten(data: bytes, old: str, new: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(old.encode(), new.encode()))
    return stream.getvalue()


def test_the_main_part_is_found_by_its_relation_and_not_by_its_name():
    assert paragraphs(docx(p("正文"), main="content/main2.xml", styles="")) == ["正文"]


def test_a_document_embedded_whole_is_said_to_be_left_out():
    assert [m.code for m in read_docx(docx(p("正文") + '<w:altChunk r:id="a"/>')).remarks] == ["embedded-part"]


def test_a_document_of_pictures_only_has_no_text():
    with pytest.raises(NoText):
        read_docx(docx(p(inner="<w:r><w:drawing/></w:r>")))


def test_a_package_without_a_document_is_broken():
    data = docx(p("正文"))
    with pytest.raises(Broken):
        read_docx(_rewritten(data, "officeDocument", "slideshow"))


def test_a_cell_that_claims_a_million_columns_is_refused():
    with pytest.raises(ReadingError):
        read_docx(docx(table(cell("甲") + cell("乙", '<w:gridSpan w:val="1000000"/>'))))
