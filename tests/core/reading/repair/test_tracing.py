"""Whatever is repaired, every character still tells where it stood, and none is lost."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from core.reading.plain_texts import plain_text
from luoshi_core.reading.passages import Grid, Piece
from luoshi_core.reading.repair import repair
from luoshi_core.reading.traced import Traced

DAMAGE = st.sampled_from(
    [
        "主主办办：：中共澜川市委宣传部中共澜川市委宣传部",
        "坚 持 狠 抓 落 实",
        "2本版责编：温如言 综合2026年5月20日 星期三",
        "今年9 月底前完成。",
        "— 3 —",
        "序号\t任务\t单位",
        "1\t建书房\t文旅局",
        "",
        "　　　",
        "温如言",
        "The council will publish its neigh-",
        "bourhood plan, 2027.",
    ]
)
PROSE = st.text("群众文化服务基层落实，。；：“”（）一二三1234５％ 　\tab-", min_size=1, max_size=40)
TEXTS = st.lists(DAMAGE | PROSE, max_size=30).map("\n".join)


def all_texts(text: str) -> list[Traced]:
    found: list[Traced] = []
    for piece in repair(plain_text(text)):
        found.extend([cell.text for cell in piece.cells] if isinstance(piece, Grid) else [piece.text])
    return found


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_character_with_an_origin_is_the_character_that_stands_there(text: str) -> None:
    for traced in all_texts(text):
        for run in traced.runs:
            assert traced.text[run.at : run.at + run.length] == text[run.source : run.source + run.length]


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_no_character_is_used_twice_and_all_are_in_order(text: str) -> None:
    for traced in all_texts(text):
        spans = traced.spans()
        assert list(spans) == sorted(spans)
        assert all(left.end <= right.start for left, right in pairwise(spans))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_only_joining_spaces_have_no_origin(text: str) -> None:
    for traced in all_texts(text):
        covered = {run.at + i for run in traced.runs for i in range(run.length)}
        assert all(traced.text[i] == " " for i in range(len(traced.text)) if i not in covered)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text("群众文化服务基层落实在于行动", min_size=3, max_size=40), min_size=1, max_size=20))
def test_plain_words_are_never_lost(lines: list[str]) -> None:
    lines = [f"甲{'乙丙丁戊'[i % 4]}{line}。" for i, line in enumerate(lines) if len(set(line)) == len(line)]
    text = "\n".join(lines)
    assert "".join(traced.text for traced in all_texts(text)) == "".join(lines)


def test_a_piece_without_characters_is_never_made() -> None:
    assert all(piece.text.text for piece in repair(plain_text("\n \n　\n甲\n")) if isinstance(piece, Piece))
