"""Whatever stands on a page, head and outline come to an end and nothing of the body is lost or made up."""

from hypothesis import given, settings
from hypothesis import strategies as st

from core.reading.pages import article
from luoshi_core.reading.header import read_header
from luoshi_core.reading.outline import build_passages
from luoshi_core.reading.passages import Piece

LABELS = [
    "一、",
    "（一）",
    "1.",
    "（1）",
    "①",
    "第一章 ",
    "第三条　",
    "附件1：",
    "附件",
    "Goal 1: ",
    "1.1 ",
    "A. ",
    "(a) ",
    "- ",
    "^",
    ">",
    "##",
    "",
    "",
]
WORDS = [
    "重点任务",
    "市水务局",
    "2025年3月1日",
    "新建书房6座。",
    "云政发〔2025〕3号",
    "（责任单位：市文旅局）",
    "抄送：市委办",
    "关于节水的通知",
    "各单位：",
    "目　录",
    "来源：云栾日报",
    "注：",
    "附件：",
    "严禁挪用；",
    "|序号|任务",
    "||",
    "",
    "Plan No. 7",
    "Lead: Parks Division",
    "Adopted by the Council on May 4, 2026",
    "《",
    "：",
    "。",
    "（",
    "——",
    "1",
    " ",
]

line = st.tuples(st.sampled_from(LABELS), st.lists(st.sampled_from(WORDS), max_size=3))
pages = st.lists(line.map(lambda parts: parts[0] + "".join(parts[1])), max_size=14)


@given(pages)
@settings(max_examples=100, deadline=None)
def test_every_passage_is_cut_from_its_page(lines: list[str]) -> None:
    text = "\n".join(lines).strip("\n")
    header = read_header(article(text))
    outline, walk = build_passages(header.body, header)
    passages = list(walk)
    for passage in passages:
        if passage.text is not None:
            cut = "".join(text[s.start : s.end] for s in passage.text.spans())
            assert cut.replace(" ", "") == passage.text.text.replace(" ", "")  # lines are joined by a space of no place
    words = "".join(p.text.text for p in header.body if isinstance(p, Piece))
    assert sum(len(p.text.text) for p in passages if p.text is not None) <= len(words)
    assert all(heading.title in words for heading in outline if not heading.label.startswith("附"))
