"""Chinese frequencies and standing duties."""

import datetime as dt

import pytest

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.timing import find_timings
from luoshi_core.reading.commitments.timing.frequencies import nearest_cadence
from luoshi_core.reading.model import Cadence

CONTEXT = PlanContext(dt.date(2025, 3, 12))


def cadences(text):
    return [timing.cadence.value for timing in find_timings(text, CONTEXT) if timing.cadence]


@pytest.mark.parametrize(
    ("text", "cadence"),
    [
        ("每日巡查", "daily"),
        ("每天不少于1小时", "daily"),
        ("每个工作日", "daily"),
        ("每周至少开展一次", "weekly"),
        ("每周五前报送", "weekly"),
        ("每两周", "weekly"),
        ("每旬", "weekly"),
        ("一周两次", "weekly"),
        ("按周报送", "weekly"),
        ("每月25日前", "monthly"),
        ("每月1日、15日", "monthly"),
        ("每半月", "monthly"),
        ("每月最后一个工作日前", "monthly"),
        ("逐月通报", "monthly"),
        ("按月调度", "monthly"),
        ("一月一调度", "monthly"),
        ("月均不少于2场", "monthly"),
        ("每季度末月25日前", "quarterly"),
        ("每季度首月10日前", "quarterly"),
        ("按季度通报", "quarterly"),
        ("每3个月", "quarterly"),
        ("开展季度评估", "quarterly"),
        ("每年12月底前", "yearly"),
        ("每年年底前", "yearly"),
        ("年均增长6%", "yearly"),
        ("逐年提高", "yearly"),
        ("每学年", "yearly"),
        ("每半年", "yearly"),
        ("两年一次", "yearly"),
        ("一年两次", "yearly"),
        ("发布年度报告", "yearly"),
        ("月月有活动", "monthly"),
    ],
)
def test_a_printed_frequency_is_found_with_its_day_and_without_a_deadline(text, cadence):
    assert cadences(text) == [cadence]
    assert all(timing.due is None for timing in find_timings(text, CONTEXT))


@pytest.mark.parametrize(
    "text",
    [
        "常态化落实陪餐制度",
        "长期坚持",
        "持续推进",
        "随时受理",
        "24小时专人值班",
        "7×24小时服务",
        "全天候开放",
        "全年无休",
        "定期开展回访",
    ],
)
def test_what_has_no_end_is_standing(text):
    assert cadences(text) == ["standing"]


@pytest.mark.parametrize(
    "text",
    [
        "按每人每月800元标准发放",
        "每月800元",
        "每户每年补助",
        "落实“周例会”制度",
        "建立每月通报机制",
        "健全常态化联系机制",
        "可持续发展",
        "持续时间不少于2小时",
        "长期护理保险",
        "24小时内报告",
        "按年龄分组",
        "按年度计划实施",
        "每年级",
        "每周边",
        "按照“季度有目标、月月有进度”的要求",
        "逐户走访",
        "实时监测系统",
        "定期存款",
    ],
)
def test_a_rate_or_the_name_of_an_arrangement_is_no_frequency(text):
    assert find_timings(text, CONTEXT) == []


def test_a_frequency_keeps_an_end_but_not_a_start_or_the_day_it_runs_over_to():
    april = find_timings("4月至6月每月检查", CONTEXT)
    assert [(str(t.due), t.cadence) for t in april] == [("2025-06-30", None), ("None", Cadence.MONTHLY)]
    assert cadences("自2025年10月起，每月公布") == ["monthly"]
    assert len(find_timings("自2025年10月起，每月公布", CONTEXT)) == 1
    assert len(find_timings("每月调度，次月5日前报送", CONTEXT)) == 1


def test_a_start_in_another_sentence_part_stays():
    found = find_timings("自2025年10月1日起免费开放；每年评估", CONTEXT)
    assert [str(timing.due) for timing in found] == ["2025-10-01", "None"]


@pytest.mark.parametrize(
    ("days", "cadence"),
    [
        (1, "daily"),
        (3, "weekly"),
        (14, "weekly"),
        (15, "monthly"),
        (61, "quarterly"),
        (365, "yearly"),
        (1825, "yearly"),
    ],
)
def test_an_odd_interval_counts_as_the_nearest_frequency(days, cadence):
    assert nearest_cadence(days).value == cadence
