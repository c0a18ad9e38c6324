"""Overprinted copies go; words and figures that are doubled in themselves stay."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi_core.reading.repair.doubling import undouble
from luoshi_core.reading.traced import Traced


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("主主办办：：", "主办："),
        ("主主办办：：中共澜川市委宣传部中共澜川市委宣传部", "主办：中共澜川市委宣传部"),
        ("电话电话：：07030703——52814465281446", "电话：0703—5281446"),
        ("电话：电话：：：07030703——52814465281446", "电话：：0703—5281446"),
        ("通通知知", "通知"),
        ("关关于于开开展展督督查查的的通通知知", "关于开展督查的通知"),
        ("关于开展督查的通知关于开展督查的通知", "关于开展督查的通知"),
        ("第第22版版", "第2版"),
    ],
)
def test_a_line_doubled_all_over_is_read_once(printed: str, meant: str) -> None:
    assert undouble(Traced.of(printed)).text == meant


def test_an_address_is_read_once_though_dots_and_spaces_lost_their_order() -> None:
    assert undouble(Traced.of("邮箱邮箱：：lcrbll@lcrbll@126126 . com. com")).text == "邮箱：lcrbll@126 . com"
    assert undouble(Traced.of("邮箱邮箱：：lcll@lcll@mail.mail. com. com")).text.startswith("邮箱：lcll@mail.")


@pytest.mark.parametrize(
    "text",
    [
        "研究研究",
        "等等",
        "常常",
        "人人",
        "2222",
        "112233",
        "20252025",
        "高高兴兴",
        "方方面面",
        "……——",
        "认认真真扎扎实实",
        "好好好",
    ],
)
def test_what_is_doubled_in_the_language_stays(text: str) -> None:
    assert undouble(Traced.of(text)).text == text


@pytest.mark.parametrize(
    "text",
    [
        "各单位要认真研究研究，把方方面面的意见汇总起来。",
        "电话：0703-2233445",
        "总投资1100万元，建设22个项目。",
        "一件事情接着一件事情办，一年接着一年干",
        "市文化和旅游局 市文化和旅游局",
    ],
)
def test_running_text_is_not_touched(text: str) -> None:
    traced = Traced.of(text)
    assert undouble(traced) is traced


def test_a_doubled_run_in_heading_is_undone_and_its_text_is_left() -> None:
    printed = "一一、、加加强强领领导导。。各单位要认认真真研究研究。"
    assert undouble(Traced.of(printed)).text == "一、加强领导。各单位要认认真真研究研究。"


def test_a_doubled_label_before_a_value_printed_once() -> None:
    assert undouble(Traced.of("电电话话：：0703-5281446")).text == "电话：0703-5281446"


def test_a_doubled_name_of_a_body_inside_a_line() -> None:
    printed = "主办：中共澜川市委宣传部中共澜川市委宣传部（理论版）"
    assert undouble(Traced.of(printed)).text == "主办：中共澜川市委宣传部（理论版）"


def test_neighbours_of_a_doubled_line_are_looked_at_too(paragraphs: Callable[[str], list[str]]) -> None:
    text = "主主办办：：中共澜川市委宣传部中共澜川市委宣传部\n电话：电话：07030703——31583158620620\n其他内容"
    assert paragraphs(text)[:2] == ["主办：中共澜川市委宣传部", "电话：0703—3158620"]


@given(st.lists(st.text("文化服务群众基层落实督查：，", min_size=1, max_size=6), min_size=3, max_size=8))
def test_every_line_of_doubled_chunks_is_undone(chunks: list[str]) -> None:
    meant = "：，" + "".join(chunks)
    printed = "：：，，文文" + "".join(chunk * 2 for chunk in chunks)
    kept = undouble(Traced.of(printed))
    assert len(kept.text) * 2 == len(printed)
    assert sorted(kept.text) == sorted(meant + "文")
    assert all(printed[span.start : span.end] for span in kept.spans())
