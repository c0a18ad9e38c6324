"""A headline set in several lines is one; what only stands above or below it is not drawn in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Paragraphs = Callable[[str], list[str]]

BODY = "感情有多深，脚步就有多勤。过去一年，全市\n干部走访群众二十万户，收集诉求三万条，把\n群众的事一件一件办好。"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("硬肩膀来自对群", "众的深厚感情"),
        ("作风要在一线锤", "炼"),
        ("深刻认识真抓实干", "的重要意义"),
        ("以高品质阅读", "滋养城市气质"),
        ("让 老 街 巷", "走 出 新 路 子"),
    ],
)
def test_a_headline_above_wrapped_text_is_one(paragraphs: Paragraphs, first: str, second: str) -> None:
    assert paragraphs(f"{BODY}\n\n{first}\n{second}\n\n{BODY}")[1] == (first + second).replace(" ", "")


@pytest.mark.parametrize(
    "name", ["温如言", "令狐漱", "□ 东郭朗", "本报记者 温如言", "王 朗", "作者：石敬山", "2026年3月4日"]
)
def test_a_byline_or_date_below_is_kept_apart(paragraphs: Paragraphs, name: str) -> None:
    found = paragraphs(f"{BODY}\n\n乡村治理要多用绣花针\n{name}\n\n{BODY}")
    assert found[1] == "乡村治理要多用绣花针"
    assert found[2].replace(" ", "") == name.replace(" ", "")


@pytest.mark.parametrize(
    "lines",
    [
        ["槐溪县人民政府办公室", "关于印发《槐溪县公共文化服务", "提质增效实施方案》的通知"],
        ["槐溪县安全生产委员会", "关于开展汛期隐患排查", "整治工作的通知"],
        ["槐溪县2026年文化惠民工程", "实施方案"],
        ["关于加强基层队伍建设和", "人才培养的若干意见（试行）"],
        ["对市第七届人民代表大会第五次会议", "第0127号建议的答复"],
    ],
)
def test_a_title_of_a_document_is_one(paragraphs: Paragraphs, lines: list[str]) -> None:
    assert paragraphs("\n".join(lines) + "\n\n各乡镇：") == ["".join(lines), "各乡镇："]


@pytest.mark.parametrize(
    "lines",
    [
        ["槐溪县人民政府文件", "槐政发〔2026〕5号"],
        ["槐溪县人民政府办公室文件", "关于开展检查的通知"],
        ["槐溪县文化和旅游局", "槐溪县教育局"],
        ["槐溪县人民政府", "2026年3月4日"],
        ["一、总体要求", "二、重点任务"],
        ["附件", "1.任务分解表"],
        ["CITY OF LOWMERE", "Clean Harbour Action Plan"],
    ],
)
def test_lines_of_their_own_stay_lines_of_their_own(paragraphs: Paragraphs, lines: list[str]) -> None:
    assert paragraphs("\n".join(lines)) == lines


def test_a_long_list_of_short_lines_stays_a_list(paragraphs: Paragraphs) -> None:
    lines = [f"{first}{second}工作的通知" for first in "文旅教卫" for second in "规划方案"]
    assert paragraphs("\n".join(lines)) == lines


def test_the_years_of_an_english_plan_belong_to_its_title(paragraphs: Paragraphs) -> None:
    assert paragraphs("Lowmere Clean Harbour Plan\n2026–2028\n\nThe board will act.")[0].endswith("Plan 2026–2028")
    assert paragraphs("Lowmere Clean Harbour, Annual Figures:\n2026\n\nThe board will act.")[1] == "2026"
