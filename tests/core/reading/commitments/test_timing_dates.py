"""Chinese dates and periods in a sentence."""

import datetime as dt

import pytest

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.timing import find_timings, last_year_named

SPRING = PlanContext(dt.date(2025, 3, 12))
PLAN = PlanContext(dt.date(2025, 12, 20), plan_year=2026)


def dues(text, context=SPRING, year=None):
    return [str(timing.due) for timing in find_timings(text, context, year) if timing.due]


def words(text, context=SPRING):
    return [text[timing.start : timing.end] for timing in find_timings(text, context)]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("6月15日前检查一遍", "2025-06-15"),
        ("5月底前完成", "2025-05-31"),
        ("于9月5日前印发", "2025-09-05"),
        ("9月份组织一次演练", "2025-09-30"),
        ("到8月底建成", "2025-08-31"),
        ("十月底之前", "2025-10-31"),
        ("５月２０日前", "2025-05-20"),
        ("6 月 30 日前", "2025-06-30"),
        ("6月30日24时前", "2025-06-30"),
        ("9月30日（星期二）下午5点前", "2025-09-30"),
        ("4月上旬", "2025-04-10"),
        ("5月中旬前", "2025-05-20"),
        ("5月下旬", "2025-05-31"),
        ("7月初", "2025-07-10"),
        ("2026年2月底前", "2026-02-28"),
        ("2028年2月底前", "2028-02-29"),
        ("二〇二六年六月底前", "2026-06-30"),
        ("今年9月底前", "2025-09-30"),
        ("明年3月底前", "2026-03-31"),
        ("次年1月底前", "2026-01-31"),
        ("2025.6.30前", "2025-06-30"),
        ("2025-06-30前", "2025-06-30"),
        ("2025/7/1", "2025-07-01"),
    ],
)
def test_a_date_is_a_deadline(text, due):
    assert dues(text) == [due]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("动员阶段（4月28日至5月8日）", "2025-05-08"),
        ("5月1日至10日", "2025-05-10"),
        ("4月至6月", "2025-06-30"),
        ("3—5月集中整治", "2025-05-31"),
        ("2025年4月至2026年3月", "2026-03-31"),
        ("11月至次年3月", "2026-03-31"),
        ("11月至3月", "2026-03-31"),
        ("6月1日—6月30日", "2025-06-30"),
        ("2025.4.1-2025.4.30", "2025-04-30"),
        ("2025—2027年", "2027-12-31"),
        ("一、二季度", "2025-06-30"),
        ("一季度至三季度", "2025-09-30"),
    ],
)
def test_a_span_ends_with_its_last_part(text, due):
    assert dues(text) == [due]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("年底前", "2025-12-31"),
        ("年内新建8座", "2025-12-31"),
        ("全年不低于10场", "2025-12-31"),
        ("今年年底前", "2025-12-31"),
        ("本年度内", "2025-12-31"),
        ("当年完成", "2025-12-31"),
        ("2026年底", "2026-12-31"),
        ("2026年度内", "2026-12-31"),
        ("到2027年，实现全覆盖", "2027-12-31"),
        ("力争2026年建成", "2026-12-31"),
        ("明年新建20个", "2026-12-31"),
        ("上半年", "2025-06-30"),
        ("2026年下半年", "2026-12-31"),
        ("一季度", "2025-03-31"),
        ("第二季度", "2025-06-30"),
        ("前三季度", "2025-09-30"),
        ("2026年三季度末", "2026-09-30"),
        ("四季度完成", "2025-12-31"),
        ("本季度末", "2025-03-31"),
        ("下季度内", "2025-06-30"),
        ("年中前", "2025-06-30"),
        ("“十四五”末", "2025-12-31"),
        ("“十五五”时期", "2030-12-31"),
        ("到“十五五”末", "2030-12-31"),
        ("十五五期间", "2030-12-31"),
    ],
)
def test_a_period_gives_its_last_day(text, due):
    assert dues(text) == [due]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("国庆节前", "2025-09-30"),
        ("“五一”前", "2025-04-30"),
        ("“五一”国际劳动节前", "2025-04-30"),
        ("中秋、国庆节前", "2025-10-05"),
        ("国庆节前夕", "2025-09-30"),
        ("春节前", "2026-02-16"),
        ("元旦前", "2025-12-31"),
        ("端午节前", "2025-05-30"),
        ("2026年清明节前", "2026-04-04"),
        ("秋季学期开学前", "2025-08-31"),
        ("春季学期开学前", "2025-02-28"),
        ("2025年秋季学期起", "2025-09-01"),
    ],
)
def test_before_an_occasion_is_the_day_before(text, due):
    assert dues(text) == [due]


def test_the_start_of_term_in_august_is_the_autumn_term_and_in_january_the_spring_term():
    assert dues("开学前完成检查", PlanContext(dt.date(2025, 8, 12))) == ["2025-08-31"]
    assert dues("开学前完成检查", PlanContext(dt.date(2025, 1, 12))) == ["2025-02-28"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("月底前", "2025-03-31"),
        ("本月25日前", "2025-03-25"),
        ("下月10日前", "2025-04-10"),
        ("本周五前", "2025-03-14"),
        ("下周内", "2025-03-23"),
        ("本月中旬", "2025-03-20"),
    ],
)
def test_this_and_next_are_those_of_the_documents_date(text, due):
    assert dues(text) == [due]
    assert dues(text, PlanContext(None, 2025)) == []


@pytest.mark.parametrize(
    "text",
    [
        "较2024年增长5%",
        "在2024年基础上提高3个百分点",
        "2024年以来",
        "今年以来",
        "今年3月以来",
        "编制2026年工作计划",
        "2026年省级财政资金",
        "按照《2025年度重点工作》要求",
        "根据〔2025〕11号文件",
        "2025年8月29日印发的办法",
        "8月20日前建成的小区",
        "5月1日后",
        "去年底",
        "上年末",
        "完成全年目标任务的60%",
        "全年龄段",
        "青少年内心",
        "老年内科",
        "五年级学生",
        "近三年内",
        "三年行动计划",
        "“十四五”以来",
        "“十四五”规划",
        "适时、尽快、条件成熟时",
        "汛期前、入冬前、暑假前",
        "2月30日前",
        "13月底前",
        "“11月9日”消防宣传日",
    ],
)
def test_what_is_past_cited_or_vague_sets_no_deadline(text):
    assert find_timings(text, SPRING) == []


def test_up_to_when_something_was_counted_is_no_deadline_but_a_day_to_come_is():
    assert dues("截至2024年12月，已建成3座") == []
    assert dues("截至2025年12月，建成3座") == ["2025-12-31"]


def test_a_month_takes_the_year_named_before_it_in_the_text():
    assert dues("2026年3月底前开工，10月底前建成") == ["2026-03-31", "2026-10-31"]
    assert dues("明年3月底前开工，10月底前建成") == ["2026-03-31", "2026-10-31"]
    assert dues("较2024年提高，10月底前建成") == ["2025-10-31"]


def test_a_month_takes_the_year_handed_over_unless_it_lies_before_the_document():
    assert dues("6月底前", year=2027) == ["2027-06-30"]
    assert dues("6月底前", year=2024) == ["2025-06-30"]


def test_without_a_year_the_plans_year_holds_before_that_of_the_date():
    assert dues("6月底前", PLAN) == ["2026-06-30"]
    assert dues("全年举办演出", PLAN) == ["2026-12-31"]
    assert dues("2026年，新建幼儿园", PLAN) == ["2026-12-31"]


def test_without_any_year_a_month_is_no_date():
    assert find_timings("6月底前、年底、上半年、春节前、开学前", PlanContext(None)) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [("自2025年9月1日起施行", "2025-09-01"), ("2025年10月起", "2025-10-01"), ("自2026年起", "2026-01-01")],
)
def test_in_force_from_is_the_first_day(text, due):
    assert dues(text) == [due]


def test_the_words_found_are_those_that_set_the_time():
    assert words("市体育局2026年6月底前建成球场，年底前投用") == ["2026年6月底前", "年底前"]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2026年建成，到2027年", 2027),
        ("较2025年增长", None),
        ("2025年以来", None),
        ("《2025年工作要点》", None),
        ("〔2025〕3号", None),
        ("6月底前", None),
        ("2026.6.30前", 2026),
    ],
)
def test_the_last_year_named_is_one_to_come(text, year):
    assert last_year_named(text) == year
