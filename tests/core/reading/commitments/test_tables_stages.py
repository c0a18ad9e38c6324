"""Tables that say in their head when, and rows that look like a head."""

from __future__ import annotations

from core.reading.commitments.table_pages import quotes, read_table


def test_a_numbered_row_full_of_head_words_is_no_head() -> None:
    table = """
|序号|存在问题|整改措施|责任单位|整改时限|进展情况
|一、制度方面|<|<|<|<|<
|4|工程项目管理有漏洞|修订采购管理细则|计划指标科|2026年6月底前|已形成初稿
|5|用车不实|清退油卡6张|后勤科|9月底|已清退2张
"""
    assert quotes(table, rows=(2, 4)) == ["修订采购管理细则", "清退油卡6张"]
    assert [c.owner for c in read_table(table, rows=(2, 4))] == ["计划指标科", "后勤科"]


def test_an_en_dash_is_an_empty_cell() -> None:
    table = "|Action|Lead|Partners|Deadline|Measure\n|Brief the wardens|Harbour Team|–|–|–"
    (only,) = read_table(table, english=True)
    assert (only.quote, only.partners, only.due) == ("Brief the wardens", (), None)
