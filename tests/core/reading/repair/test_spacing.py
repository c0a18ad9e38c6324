"""Spaces that only type-setting put there go; spaces that part something stay."""

from __future__ import annotations

import pytest

from luoshi_core.reading.repair.spacing import close_up, is_spaced_out
from luoshi_core.reading.traced import Traced


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("坚 持 狠 抓 落 实", "坚持狠抓落实"),
        ("让 老 街 巷", "让老街巷"),
        ("坚　持　狠　抓　落　实", "坚持狠抓落实"),
        ("关 于 印 发 《 方 案 》 的 通 知", "关于印发《方案》的通知"),
        ("关 于 2026 年 工 作 的 通 知", "关于2026年工作的通知"),
        ("坚 持狠 抓 落 实 作 风", "坚持狠抓落实作风"),
        ("通   知", "通知"),
        ("王　朗", "王朗"),
    ],
)
def test_a_spaced_headline_or_name_is_closed_up(printed: str, meant: str) -> None:
    assert close_up(Traced.of(printed)).text == meant


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("今年9 月底前印发实施；到2027 年，建成2 座。", "今年9月底前印发实施；到2027年，建成2座。"),
        ("请在 2026 年 1 月 31 日前报送", "请在 2026年1月31日前报送"),
        ("2 026年投入1 200万元，", "2026年投入1200万元，"),
        ("加快 5G 基站建设， 年内完成。", "加快5G基站建设，年内完成。"),
        ("坚持 创新驱动，推动发展。", "坚持创新驱动，推动发展。"),
        ("邮箱：lcrb@126 . com", "邮箱：lcrb@126.com"),
    ],
)
def test_stray_spaces_in_running_text_go(printed: str, meant: str) -> None:
    assert close_up(Traced.of(printed)).text == meant


def test_names_in_a_list_are_one_name_each() -> None:
    assert close_up(Traced.of("出席：王　朗、李　蘅、东郭朗")).text == "出席：王朗、李蘅、东郭朗"
    assert close_up(Traced.of("出席：王　朗　李建蘅　张　泓")).text == "出席：王朗　李建蘅　张泓"


@pytest.mark.parametrize(
    "text",
    [
        "槐溪县人民政府办公室　　　　　　　　2026年8月29日",
        "附件 1 安全隐患统计表",
        "1 加强领导，落实责任。",
        "12 30 45",
        "新建书房 市文旅局 市财政局",
        "（记者 温如言 石敬山）今年以来，",
        "第一条　为了规范管理，制定本办法。",
        "第一条 为了规范管理，制定本办法。",
        "第二章 建设与管理，保障与监督",
        "Open two branch libraries, and train volunteers.",
    ],
)
def test_spaces_that_part_something_stay(text: str) -> None:
    traced = Traced.of(text)
    assert close_up(traced).text == text


def test_a_line_of_words_is_not_spaced_out() -> None:
    assert not is_spaced_out("新建书房 市文旅局 市财政局")
    assert not is_spaced_out("12 30 45")
    assert not is_spaced_out("落实")


def test_full_width_digits_stay_as_printed() -> None:
    assert close_up(Traced.of("增长１５％，覆盖率达到９０ ％。")).text.startswith("增长１５％，覆盖率达到９０")
