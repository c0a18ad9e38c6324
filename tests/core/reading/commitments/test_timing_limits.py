"""Limits that run from the document, and those that run from an event."""

import datetime as dt
from dataclasses import replace

import pytest

from luoshi_core.periods import PlanContext, official_holidays
from luoshi_core.reading.commitments.timing import find_timings

APRIL = PlanContext(dt.date(2025, 4, 28))


def only_due(text, context=APRIL):
    (timing,) = find_timings(text, context)
    return str(timing.due)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("自本通知印发之日起5个工作日内制定方案", "2025-05-08"),
        ("自纪要印发之日起3个工作日内拨付", "2025-05-06"),
        ("自印发之日起30日内", "2025-05-28"),
        ("在本方案下发后10日内", "2025-05-08"),
        ("规划印发后一个月内", "2025-05-28"),
        ("收到本通知后三日内", "2025-05-01"),
        ("会后3日内", "2025-05-01"),
        ("自即日起15日内", "2025-05-13"),
        ("一个半月内", "2025-06-12"),
        ("两周内", "2025-05-12"),
        ("半年内", "2025-10-28"),
        ("15日内制定实施方案", "2025-05-13"),
        ("梳理问题清单，一个月内制定方案", "2025-05-28"),
        ("2025年9月1日起30日内", "2025-10-01"),
        ("自印发之日起施行", "2025-04-28"),
        ("即日起", "2025-04-28"),
        ("即日起至6月30日", "2025-06-30"),
    ],
)
def test_a_limit_of_the_document_runs_from_its_date(text, due):
    assert only_due(text) == due


@pytest.mark.parametrize(
    "text",
    [
        "10日内反馈",
        "15日内办结",
        "接到投诉后2日内答复",
        "接到投诉后，2个工作日内上门",
        "对排查发现的一般隐患，责任企业要在7日内整改到位",
        "暗访问题3个工作日内交办到位",
        "自收到申请之日起20日内作出决定",
        "合同签订后10日内",
        "公示期满后5日内",
        "30分钟内电话报告、1小时内书面报告",
        "办理时限压缩至3个工作日内",
        "审批时限控制在5个工作日以内",
        "48小时内到场",
    ],
)
def test_a_limit_that_runs_from_an_event_is_no_deadline(text):
    assert find_timings(text, APRIL) == []


def test_years_without_a_named_period_end_on_the_same_day():
    assert only_due("三年内建成") == "2028-04-28"
    assert only_due("用三到五年时间") == "2030-04-28"
    assert only_due("今后五年") == "2030-04-28"


def test_years_in_a_plan_with_a_named_period_end_with_it():
    plan = PlanContext(dt.date(2025, 4, 28), plan_year=2025, plan_end=2027)
    assert only_due("三年内建成", plan) == "2027-12-31"
    assert only_due("力争三年再造一个新城", plan) == "2027-12-31"
    assert only_due("一年内建成", plan) == "2026-04-28"


def test_a_document_without_a_date_gets_a_remark_and_no_deadline():
    (timing,) = find_timings("自印发之日起5个工作日内", PlanContext(None, 2025))
    assert timing.due is None
    assert timing.remarks[0].code == "no-document-date"
    assert "自印发之日起5个工作日内" in timing.remarks[0].zh


def test_working_days_of_a_year_that_is_not_announced_are_said_and_not_guessed():
    missing = max(official_holidays().years) + 1
    context = PlanContext(dt.date(missing, 3, 1))
    (timing,) = find_timings("自印发之日起5个工作日内", context)
    assert (timing.due, timing.cadence) == (None, None)
    assert timing.remarks[0].code == "holidays-unknown"
    assert str(missing) in timing.remarks[0].en


def test_the_year_can_be_added_to_the_table_of_the_context():
    missing = max(official_holidays().years) + 1
    table = official_holidays().with_year(missing, off=[], worked=[])
    context = replace(PlanContext(dt.date(missing, 3, 1)), holidays=table)
    (timing,) = find_timings("自印发之日起5个工作日内", context)
    assert timing.due is not None
    assert not timing.remarks


def test_calendar_days_need_no_table():
    missing = max(official_holidays().years) + 1
    (timing,) = find_timings("自印发之日起5日内", PlanContext(dt.date(missing, 3, 1)))
    assert timing.due == dt.date(missing, 3, 6)
