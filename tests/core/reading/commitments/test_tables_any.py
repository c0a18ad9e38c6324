"""Whatever stands in a table or an English paragraph, it is read without failing and quoted as it stands."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.reading.commitments.english_pages import read_plan
from core.reading.commitments.table_pages import read_table

HEADS = [
    "序号",
    "任务",
    "目标值",
    "2026年",
    "指标",
    "单位",
    "责任单位",
    "配合单位",
    "牵头领导",
    "时限",
    "问题",
    "整改措施",
    "",
]
CELLS = [
    "1",
    "新建桥2座",
    "建成8个；培训3人",
    "≥95%",
    "市甲局、乙镇",
    "6月底",
    "每月",
    "合计",
    "同上",
    "",
    "<",
    "一、交通",
    "注：略",
]
WORDS = "The Clerk shall not If, within ( ) [ ] Lead: Partners: and ; : plant 40 trees by May 2026. “ ” No 5% of"
ENGLISH = WORDS.split()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(HEADS), min_size=2, max_size=6).flatmap(
        lambda head: st.tuples(
            st.just(head),
            st.lists(st.lists(st.sampled_from(CELLS), min_size=len(head), max_size=len(head)), max_size=6),
        )
    )
)
def test_any_table_can_be_read(table: tuple[list[str], list[list[str]]]) -> None:
    head, rows = table
    lines = [head, *([row[0].replace("<", ""), *row[1:]] for row in rows)]
    text = "\n".join("|" + "|".join(line) for line in lines)
    for commitment in read_table(text):
        words = "".join(text[span.start : span.end] for span in commitment.spans)
        assert words.replace(" ", "") == commitment.quote.replace(" ", "")


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(ENGLISH), min_size=1, max_size=30))
def test_any_english_words_can_be_read(words: list[str]) -> None:
    text = "Goal 1: Words\n1.1 " + " ".join(words)
    for commitment in read_plan(text):
        assert "".join(text[span.start : span.end] for span in commitment.spans) == commitment.quote
