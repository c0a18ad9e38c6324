"""Numbers that Word generates stand in the text as they are printed."""

from __future__ import annotations

import pytest

from core.reading.formats.docx_files import abstract, docx, level, num, numbered, p, style
from luoshi_core.reading.formats.docx.numbering import joined
from luoshi_core.reading.formats.docx.reader import read_docx
from luoshi_core.reading.formats.printed_numerals import printed
from luoshi_core.reading.source import Role

OUTLINE = abstract(
    0,
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
)

IN_LIST_1 = '<w:numPr><w:numId w:val="1"/></w:numPr>'


def lines(body: str, numbering: str, styles: str = "") -> list[str]:
    return read_docx(docx(body, numbering=numbering, styles=styles)).text.splitlines()


def test_an_outline_after_the_national_standard_is_counted_level_by_level():
    texts = ("目标", "总体", "一项", "两项", "细", "具体", "一项", "措施", "总体")
    body = "".join(numbered(text, 1, at) for text, at in zip(texts, (0, 1, 2, 2, 3, 1, 2, 0, 1), strict=True))
    assert lines(body, OUTLINE + num(1, 0)) == [
        "一、目标", "（一）总体", "1.一项", "2.两项", "（1）细", "（二）具体", "1.一项", "二、措施", "（一）总体",
    ]  # fmt: skip


def test_two_lists_of_one_definition_go_on_counting_and_an_override_starts_anew():
    start_again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = OUTLINE + num(1, 0) + num(2, 0) + num(3, 0, start_again)
    body = "".join(numbered("项", key) for key in (1, 2, 3, 3, 1))
    assert lines(body, numbering) == ["一、项", "二、项", "一、项", "二、项", "三、项"]


def test_an_override_may_replace_the_whole_level():
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "decimalEnclosedCircle", "%1", start=3)}</w:lvlOverride>'
    assert lines(numbered("甲", 2) + numbered("乙", 2), OUTLINE + num(2, 0, other)) == ["③甲", "④乙"]


def test_a_level_may_show_the_levels_above_it_and_in_plain_digits():
    numbering = abstract(0, level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", "<w:isLgl/>")) + num(
        1, 0
    )
    assert lines(numbered("总则", 1) + numbered("目的", 1, 1), numbering) == ["第一章 总则", "1.1 目的"]


def test_articles_count_on_over_chapters_when_the_level_never_restarts():
    never = '<w:lvlRestart w:val="0"/>'
    numbering = abstract(0, level(0, "chineseCounting", "第%1章"), level(1, "chineseCounting", "第%2条", never)) + num(
        1, 0
    )
    body = "".join(numbered("文", 1, at) for at in (0, 1, 1, 0, 1))
    assert lines(body, numbering) == ["第一章 文", "第一条 文", "第二条 文", "第二章 文", "第三条 文"]


def test_a_level_restarts_only_behind_the_level_it_names():
    numbering = abstract(
        0,
        level(0, "decimal", "%1."),
        level(1, "decimal", "%2)"),
        level(2, "decimal", "%3)", '<w:lvlRestart w:val="1"/>'),
    ) + num(1, 0)
    body = "".join(numbered("x", 1, at) for at in (0, 1, 2, 1, 2, 0, 2))
    assert lines(body, numbering) == ["1. x", "1) x", "1) x", "2) x", "2) x", "2. x", "1) x"]


def test_bullets_are_not_words():
    source = read_docx(docx(numbered("建书屋", 1), numbering=abstract(0, level(0, "bullet", "")) + num(1, 0)))
    assert source.text == "建书屋\n"
    assert [block.role for block in source.blocks] == [Role.LIST_ITEM]


def test_a_style_brings_its_list_and_the_level_that_is_linked_to_it():
    styles = style("h2", "heading 2", IN_LIST_1) + style("own", "own", based_on="h2")
    numbering = abstract(
        0, level(0, "decimal", "%1."), level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>')
    ) + num(1, 0)
    body = p("总体", '<w:pStyle w:val="h2"/>') + p("具体", '<w:pStyle w:val="own"/>')
    assert lines(body, numbering, styles) == ["（一）总体", "（二）具体"]


def test_a_paragraph_can_leave_the_list_of_its_style():
    styles = style("s", "s", IN_LIST_1)
    body = p("甲", '<w:pStyle w:val="s"/>') + p("乙", '<w:pStyle w:val="s"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines(body, OUTLINE + num(1, 0), styles) == ["一、甲", "乙"]


def test_a_definition_may_be_borrowed_from_a_list_style():
    link = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>'
    own = (
        '<w:abstractNum w:abstractNumId="6"><w:styleLink w:val="L"/>'
        + level(0, "upperLetter", "%1.")
        + "</w:abstractNum>"
    )
    assert lines(numbered("x", 1), link + own + num(1, 5) + num(2, 6)) == ["A. x"]


def test_a_number_of_a_list_that_is_not_defined_is_no_number():
    assert lines(numbered("甲", 9), OUTLINE) == ["甲"]
    assert lines(numbered("甲", 1, 7), OUTLINE + num(1, 0)) == ["甲"]


@pytest.mark.parametrize(
    ("label", "text", "print_"),
    [
        ("一、", "目标", "一、目标"),
        ("（一）", "2026年", "（一）2026年"),
        ("1.", "目标", "1.目标"),
        ("1.", "6月底前", "1. 6月底前"),
        ("1.", "Goals", "1. Goals"),
        ("第一条", "目的", "第一条 目的"),
        ("①", "甲", "①甲"),
        ("1)", "“十百千”工程", "1)“十百千”工程"),
        ("3", "", "3"),
        ("", "甲", "甲"),
    ],
)
def test_a_number_is_spaced_as_in_print(label, text, print_):
    assert joined(label, text) == print_


@pytest.mark.parametrize(
    ("form", "numbers", "print_"),
    [
        ("chineseCounting", (1, 10, 11, 20, 21, 99, 105), "一 十 十一 二十 二十一 九十九 一〇五"),
        (
            "chineseCountingThousand",
            (10, 100, 105, 110, 1010, 2026),
            "十 一百 一百零五 一百一十 一千零一十 二千零二十六",
        ),
        ("japaneseCounting", (3, 12), "三 十二"),
        ("ideographTraditional", (1, 4, 10, 11), "甲 丁 癸 11"),
        ("ideographZodiac", (1, 12), "子 亥"),
        ("ideographZodiacTraditional", (1, 61), "甲子 甲子"),
        ("ideographDigital", (10, 205), "一〇 二〇五"),
        ("ideographEnclosedCircle", (1, 10, 11), "㊀ ㊉ 十一"),
        ("chineseLegalSimplified", (2, 12, 106), "贰 壹拾贰 壹佰零陆"),
        ("ideographLegalTraditional", (3, 16), "參 壹拾陸"),
        ("decimal", (1, 12), "1 12"),
        ("decimalZero", (1, 12), "01 12"),
        ("decimalFullWidth", (1, 12), "１ １２"),
        ("decimalEnclosedCircle", (1, 20, 21, 36, 51), "① ⑳ ㉑ ㊱ 51"),
        ("decimalEnclosedParen", (1, 20, 21), "⑴ ⒇ 21"),
        ("decimalEnclosedFullstop", (1, 20), "⒈ ⒛"),
        ("upperLetter", (1, 26, 27, 53), "A Z AA AAA"),
        ("lowerLetter", (2, 28), "b bb"),
        ("upperRoman", (4, 9, 14, 40), "IV IX XIV XL"),
        ("lowerRoman", (3,), "iii"),
        ("ordinal", (1, 2, 3, 4, 11, 22), "1st 2nd 3rd 4th 11th 22nd"),
        ("cardinalText", (1, 20, 21, 100), "One Twenty Twenty-one 100"),
        ("numberInDash", (3,), "- 3 -"),
        ("something new", (7,), "7"),
    ],
)
def test_every_number_format_of_chinese_documents_is_known(form, numbers, print_):
    assert " ".join(printed(n, form) for n in numbers) == print_


def test_the_format_none_prints_only_the_words_of_the_level():
    assert lines(numbered("计划", 1), abstract(0, level(0, "none", "附件：%1")) + num(1, 0)) == ["附件：计划"]
