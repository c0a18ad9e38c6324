"""Markdown comes out as it is rendered: without marks, with its numbers."""

from __future__ import annotations

import pytest

from luoshi_core.reading.errors import NoText
from luoshi_core.reading.formats.markdown import read_markdown
from luoshi_core.reading.formats.markdown_inline import plain_text
from luoshi_core.reading.source import Format, Paragraph, Role, Source, Table


def found(text: str) -> list[tuple[str, Role, int | None]]:
    source = read_markdown(text.encode())
    return [(words(source, b), b.role, b.level) for b in source.blocks if isinstance(b, Paragraph)]


def words(source: Source, block: Paragraph | Table) -> str:
    return source.text[block.span.start : block.span.end]


def texts(text: str) -> list[str]:
    return [line for line, _, _ in found(text)]


def table(text: str) -> tuple[list[list[str]], Table]:
    source = read_markdown(text.encode())
    (block,) = [block for block in source.blocks if isinstance(block, Table)]
    rows: list[list[str]] = [[] for _ in range(block.rows)]
    for cell in block.cells:
        rows[cell.row].append(source.text[cell.span.start : cell.span.end])
    return rows, block


def test_headings_of_both_kinds_carry_their_level() -> None:
    assert found("# 总标题 #\n\n### 三级\n一级\n===\n二级\n---\n") == [
        ("总标题", Role.HEADING, 1),
        ("三级", Role.HEADING, 3),
        ("一级", Role.HEADING, 1),
        ("二级", Role.HEADING, 2),
    ]


def test_lines_of_a_paragraph_are_joined_and_blank_lines_part_them() -> None:
    assert texts("市政府各部门\n认真落实：\n\nopen two\nbranches\n") == ["市政府各部门认真落实：", "open two branches"]


@pytest.mark.parametrize("broken", ["甲  \n乙", "甲\\\n乙", "甲<br>乙", "甲<br/>\n乙"])
def test_hard_breaks_make_paragraphs(broken: str) -> None:
    assert texts(broken) == ["甲", "乙"]


def test_numbers_of_lists_stay_and_bullets_go() -> None:
    assert found("1. 甲\n2) 乙\n   续行\n   - 子项\n* 丙\n- [x] 丁\n") == [
        ("1. 甲", Role.LIST_ITEM, None),
        ("2) 乙续行", Role.LIST_ITEM, None),
        ("子项", Role.LIST_ITEM, None),
        ("丙", Role.LIST_ITEM, None),
        ("丁", Role.LIST_ITEM, None),
    ]


def test_chinese_numbers_are_ordinary_text() -> None:
    assert texts("一、总体要求\n\n（一）目标\n") == ["一、总体要求", "（一）目标"]


def test_a_number_that_begins_a_line_by_chance_opens_no_list() -> None:
    assert texts("建成书房\n12. 座\n") == ["建成书房12. 座"]


def test_quotations_lose_their_marks() -> None:
    assert texts("> 引文\n> 第二行\n\n>> 更深\n") == ["引文第二行", "更深"]


def test_code_stands_as_it_is_line_by_line() -> None:
    assert texts("```python\na *b*\n# c\n```\n后文\n") == ["a *b*", "# c", "后文"]
    assert texts("~~~\n未关闭") == ["未关闭"]


def test_rules_comments_and_definitions_are_no_text() -> None:
    assert texts('甲\n\n***\n\n- - -\n\n<!-- 批注\n两行 -->\n[a]: http://x.example "t"\n\n乙\n') == ["甲", "乙"]


def test_a_table_with_marks_and_breaks_in_its_cells() -> None:
    rows, block = table(
        "| 任务 | 责任单位 | 时限\n| :--- | --- | ---: |\n| 新建**书房**<br>12座 | 甲\\|乙 |\n|1|2|3|4|\n\n后文"
    )
    assert rows == [["任务", "责任单位", "时限"], ["新建书房\n12座", "甲|乙", ""], ["1", "2", "3"]]
    assert (block.rows, block.columns) == (3, 3)


def test_a_table_in_a_quotation_and_one_without_outer_bars() -> None:
    assert table("> | 甲 | 乙 |\n> |---|---|\n> | 1 | 2 |\n")[0] == [["甲", "乙"], ["1", "2"]]
    assert table("甲 | 乙\n--- | ---\n1 | 2\n")[0] == [["甲", "乙"], ["1", "2"]]


def test_bars_without_a_rule_are_text() -> None:
    assert texts("| 甲 | 乙 |\n正文") == ["| 甲 | 乙 |正文"]


def test_a_table_in_html_keeps_its_merged_cells() -> None:
    _, block = table(
        "前文\n\n<table>\n<tr><td rowspan=2>甲</td><td>乙</td></tr>\n<tr><td>丙</td></tr>\n</table>\n\n后文"
    )
    assert [(cell.row, cell.column, cell.row_span) for cell in block.cells] == [(0, 0, 2), (0, 1, 1), (1, 1, 1)]


def test_front_matter_becomes_facts_and_is_no_text() -> None:
    source = read_markdown(
        '---\ntitle: "工作要点"\ndate: 2026-03-01\n来源: 云州日报\ntags:\n  - 甲\n---\n正文'.encode()
    )
    assert source.facts == {"title": "工作要点", "date": "2026-03-01", "source": "云州日报"}
    assert source.text.strip() == "正文"
    assert source.format is Format.MARKDOWN


def test_a_file_of_nothing_but_marks_holds_no_text() -> None:
    for text in ("#\n\n---\n", "---\ntitle: x\n---\n", "![](a.png)"):
        with pytest.raises(NoText):
            read_markdown(text.encode())


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**市文旅局**、*年内*新建__12座__", "市文旅局、年内新建12座"),
        ("***重点***工作", "重点工作"),
        ("**粗*斜*体**", "粗斜体"),
        ("~~删去~~保留", "删去保留"),
        ("snake_case_name 和 5 * 3 * 2 和 3*4*5米", "snake_case_name 和 5 * 3 * 2 和 3*4*5米"),
        ('[培训](http://x.example/a_(b) "t")骨干', "培训骨干"),
        ("见[办法][1]和<https://x.example>", "见办法和https://x.example"),
        ("![图](a.png)文字[^1]", "文字"),
        ("`a*b*` 与 ``c`d``", "a*b* 与 c`d"),
        (r"\*不是强调\* 1\. 甲 \`x\`", "*不是强调* 1. 甲 `x`"),
        ("A&amp;B&nbsp;&#20013;", "A&B\u00a0中"),
        ("<u>下划</u>线 1<2 且 3>2", "下划线 1<2 且 3>2"),
        ("[2026]5号（草案）", "[2026]5号（草案）"),
        ("云政发〔2026〕5号", "云政发〔2026〕5号"),
        ("*号开头", "*号开头"),
    ],
)
def test_marks_inside_a_line(marked: str, plain: str) -> None:
    assert plain_text(marked) == plain
