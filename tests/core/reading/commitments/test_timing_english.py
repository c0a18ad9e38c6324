"""Deadlines and frequencies in English."""

import datetime as dt

import pytest

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.timing import find_timings

CONTEXT = PlanContext(dt.date(2026, 1, 13), plan_year=2026, plan_end=2028, fiscal_year_end=(6, 30), english=True)


def dues(text):
    return [str(timing.due) for timing in find_timings(text, CONTEXT) if timing.due]


def cadences(text):
    return [timing.cadence.value for timing in find_timings(text, CONTEXT) if timing.cadence]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Publish the calendar by March 31, 2026", "2026-03-31"),
        ("no later than May 15, 2026", "2026-05-15"),
        ("on or before 30 June 2027", "2027-06-30"),
        ("by June 30", "2026-06-30"),
        ("by 12/31/2026", "2026-12-31"),
        ("by 2026-09-30", "2026-09-30"),
        ("by December 2026", "2026-12-31"),
        ("by the end of March", "2026-03-31"),
        ("in May", "2026-05-31"),
        ("by the end of Q3 2026", "2026-09-30"),
        ("in the first quarter of 2027", "2027-03-31"),
        ("in the second half of 2026", "2026-12-31"),
        ("by the end of FY2027", "2027-06-30"),
        ("by the end of 2026/27", "2027-06-30"),
        ("in fiscal year 2026-27", "2027-06-30"),
        ("by Q2 of FY2027", "2026-12-31"),
        ("by the end of the fiscal year", "2026-06-30"),
        ("in 2027", "2027-12-31"),
        ("by 2028", "2028-12-31"),
        ("before the end of 2026", "2026-12-31"),
        ("by mid-2027", "2027-06-30"),
        ("by year-end", "2026-12-31"),
        ("by next year", "2027-12-31"),
        ("between 2026 and 2028", "2028-12-31"),
        ("beginning July 1, 2026", "2026-07-01"),
        ("starting January 2027", "2027-01-01"),
        ("within 60 days of adoption of this plan", "2026-03-14"),
        ("no later than 30 days after the effective date of this ordinance", "2026-02-12"),
        ("complete the study within six months", "2026-07-13"),
        ("over the next three years", "2028-12-31"),
    ],
)
def test_a_deadline_is_found(text, due):
    assert dues(text) == [due]


@pytest.mark.parametrize(
    ("text", "cadence"),
    [
        ("report every quarter", "quarterly"),
        ("sweep at least twice a week", "weekly"),
        ("by the 10th of each month", "monthly"),
        ("by June 30 of each year", "yearly"),
        ("present an annual progress report", "yearly"),
        ("hold quarterly public meetings", "quarterly"),
        ("inspect all playgrounds annually", "yearly"),
        ("monitor water quality at six stations monthly", "monthly"),
        ("plant 500 trees per year", "yearly"),
        ("meet biweekly", "weekly"),
        ("run three drop-in sessions a quarter", "quarterly"),
        ("hold two reading circles a month", "monthly"),
        ("every two years", "yearly"),
        ("every other month", "quarterly"),
        ("clean the plaza daily", "daily"),
        ("at all times", "standing"),
        ("on an ongoing basis", "standing"),
        ("24 hours a day", "standing"),
    ],
)
def test_a_frequency_is_found(text, cadence):
    assert cadences(text) == [cadence]
    assert dues(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "within 2 business days of receipt",
        "respond within 10 days",
        "If a tenant applies, answer within 30 days",
        "more than 10 days after notice",
        "from the 2025 level",
        "compared with 2024",
        "the 2025 Resident Survey",
        "the 2026 budget",
        "average daily ridership",
        "the annual budget",
        "by spring",
        "by late 2026",
        "it may be extended",
        "within 200 feet of the shore",
        "Section 3 of the plan",
    ],
)
def test_an_event_a_base_year_or_a_season_sets_no_deadline(text):
    assert find_timings(text, CONTEXT) == []


def test_a_year_that_a_frequency_begins_with_is_no_deadline():
    assert dues("Beginning in 2027, the department shall report annually") == []


def test_business_days_are_said_to_be_unknown_and_not_guessed():
    (timing,) = find_timings("within 10 business days of adoption", CONTEXT)
    assert timing.due is None
    assert timing.remarks[0].code == "holidays-unknown"


def test_a_limit_without_a_document_date_gets_a_remark():
    (timing,) = find_timings("within 60 days of adoption", PlanContext(None, 2026, english=True))
    assert timing.remarks[0].code == "no-document-date"


def test_without_a_definition_a_fiscal_year_is_the_calendar_year():
    (timing,) = find_timings("by FY2027", PlanContext(dt.date(2026, 1, 13), english=True))
    assert str(timing.due) == "2027-12-31"


def test_the_words_found_leave_the_count_free_for_the_targets():
    text = "sweep at least twice a week"
    (timing,) = find_timings(text, CONTEXT)
    assert text[timing.start : timing.end] == "a week"
