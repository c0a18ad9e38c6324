"""What belongs to the page is taken out of the text, also in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from luoshi_core.reading.passages import Grid, Piece
from luoshi_core.reading.repair.furniture import Mark, mark_of

Paragraphs = Callable[[str], list[str]]

ABOVE = "　　市图书馆年内新建自助书房八座，并向社会公\n布开放时间；市文化馆要把服务送到群众家门口，"
BELOW = "每月组织惠民演出不少于两场。"
WHOLE = (
    "市图书馆年内新建自助书房八座，并向社会公布开放时间；市文化馆要把服务送到群众家门口，每月组织惠民演出不少于两场。"
)


@pytest.mark.parametrize(
    "number",
    [
        "— 3 —",
        "－3－",
        "- 3 -",
        "— 12 —",
        "第3页",
        "第 3 页 共 5 页",
        "共5页，第3页",
        "Page 3 of 9",
        "·3·",
        "下转第3版",
        "（上接第1版）",
    ],
)
def test_a_page_number_in_a_sentence_is_taken_out(paragraphs: Paragraphs, number: str) -> None:
    assert paragraphs(f"{ABOVE}\n\n{number}\n\n{BELOW}") == [WHOLE]


def test_a_bare_number_is_a_page_number_only_inside_a_sentence(paragraphs: Paragraphs) -> None:
    torn = (
        "　　市图书馆年内新建自助书房八座，并向社会公布\n开放时间；市文化馆要把服务送到群众家门口做到\n3\n"
        "每月组织惠民演出不少于两场，由群众来打分评议。"
    )
    assert "做到每月组织" in paragraphs(torn)[0]
    assert paragraphs("建设书房\n3\n座") == ["建设书房", "3", "座"]


def test_a_bare_year_is_no_page_number() -> None:
    assert mark_of("2026") is None
    assert mark_of("226") is Mark.NUMERAL


def test_a_paragraph_that_ended_on_its_page_is_not_drawn_over_the_page_number(paragraphs: Paragraphs) -> None:
    assert paragraphs(f"{ABOVE}\n{BELOW}\n\n— 3 —\n\n　　{BELOW}") == [WHOLE, BELOW]


def test_a_running_title_beside_page_numbers_stays_only_as_the_title(paragraphs: Paragraphs) -> None:
    title = "槐溪县公共文化服务规划"
    pages = "".join(f"\n\n— {n} —\n{title}\n\n　　{BELOW}" for n in range(1, 4))
    assert paragraphs(f"{title}\n\n　　{BELOW}{pages}") == [title, *[BELOW] * 4]


def test_a_form_feed_tears_no_sentence(paragraphs: Paragraphs) -> None:
    assert paragraphs(f"{ABOVE[:-1]}并且\f{BELOW}") == [WHOLE.replace("家门口，每", "家门口并且每")]


def test_a_table_of_contents_only_repeats_headings(paragraphs: Paragraphs) -> None:
    text = f"目录\n一、总体要求……………………1\n二、重点任务......................3\n第三章 附则\t12\n\n一、总体要求\n{BELOW}"
    assert paragraphs(text) == ["目录", "一、总体要求", BELOW]


def test_a_drawn_line_parts_paragraphs_and_goes(paragraphs: Paragraphs) -> None:
    assert paragraphs("槐溪县文化馆办公室\n━━━━━━━━━━\n会议纪要") == ["槐溪县文化馆办公室", "会议纪要"]


def test_the_head_of_a_newspaper_page_is_marked_with_all_that_stands_beside_it(
    pieces: Callable[[str], list[Piece | Grid]],
) -> None:
    text = (
        "2本版责编：温如言 石敬山 综合2026年5月20日 星期三\n\n主办：中共澜川市委宣传部\n电话：0703—5281446\n"
        f"邮箱：lcrb@mail.example\n\n{BELOW}\n\n本版邮箱投稿请注明“理论”字样"
    )
    marked = [p.text.text for p in pieces(text) if isinstance(p, Piece) and p.furniture]
    assert marked == [
        "2本版责编：温如言 石敬山 综合2026年5月20日 星期三",
        "主办：中共澜川市委宣传部",
        "电话：0703—5281446",
        "邮箱：lcrb@mail.example",
        "本版邮箱投稿请注明“理论”字样",
    ]


def test_a_masthead_above_the_date_is_marked(pieces: Callable[[str], list[Piece | Grid]]) -> None:
    text = f"澜川日报\n3　要闻\n2026年5月20日　星期三　农历四月初四\n责任编辑：温如言　版式：石敬山\n\n{BELOW}"
    assert [p.furniture for p in pieces(text) if isinstance(p, Piece)] == [True] * 4 + [False]


@pytest.mark.parametrize(
    "text", ["电话：0703—5281446", "邮箱：lcrb@mail.example", "主办：澜川市文旅局", "联系人：石敬山"]
)
def test_a_contact_line_of_a_notice_is_no_furniture(pieces: Callable[[str], list[Piece | Grid]], text: str) -> None:
    assert [p.furniture for p in pieces(f"{BELOW}\n{text}") if isinstance(p, Piece)] == [False, False]


@pytest.mark.parametrize(
    "text",
    [
        "第三条",
        "2026年5月20日",
        "第3版印刷",
        "— 本报评论员",
        "会议定于2026年5月20日 星期三上午召开，请参加。",
        "3月",
        "一、—",
    ],
)
def test_no_sign_of_a_page(text: str) -> None:
    assert mark_of(text) in (None, Mark.NUMERAL)
