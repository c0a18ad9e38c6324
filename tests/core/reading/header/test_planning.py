"""Which years a document plans for."""

import datetime as dt

import pytest

from core.reading.pages import header
from luoshi_core.reading.header.planning import Years, planned_years

DATE = dt.date(2025, 3, 1)


@pytest.mark.parametrize(
    ("title", "date", "expected"),
    [
        ("云栾市2026年工作要点", dt.date(2025, 12, 28), Years(2026)),
        ("云栾市数字经济三年行动计划（2025—2027年）", DATE, Years(2025, 2027)),
        ("云栾市数字经济三年行动计划（2024-2026年）", DATE, Years(2025, 2026)),
        ("云栾市“十五五”养老服务规划", DATE, Years(2025, 2030)),
        ("Harbor Plan 2026 to 2029", None, Years(2026, 2029)),
        ("关于2024年度考核情况的通报", DATE, Years()),
        ("2024年工作总结和2025年工作计划", DATE, Years(2025)),
        ("关于加强管理的通知", DATE, Years()),
    ],
)
def test_the_years_are_those_of_the_title(title: str, date: dt.date | None, expected: Years) -> None:
    assert planned_years([title], [], date) == expected


def test_the_title_of_what_is_printed_comes_next() -> None:
    assert planned_years(["关于印发工作要点的通知", "2026年工作要点"], [], DATE) == Years(2026)


def test_the_first_paragraphs_come_last_and_only_for_years_ahead() -> None:
    text = ["2024年全市重点工作全面完成。", "2025年全市工作的总体要求是稳中求进。"]
    assert planned_years(["关于印发工作要点的通知"], text, DATE) == Years(2025)


REPORT = "二十条小巷换新颜\n　　云栾县融媒体中心讯（记者 张三）县城管局6月底前改造小巷20条。"
NOTICE = "关于改造小巷的通知\n各乡镇：\n　　县城管局6月底前改造小巷20条。"


def test_a_report_on_a_web_page_bears_the_date_of_the_page() -> None:
    assert header(REPORT, date="2026-04-16").date == dt.date(2026, 4, 16)


def test_a_notice_without_a_date_is_not_dated_by_its_page_but_read_in_its_year() -> None:
    read = header(NOTICE, date="2026-04-16")
    assert (read.date, read.plan_year) == (None, 2026)
