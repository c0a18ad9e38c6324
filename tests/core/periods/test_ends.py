"""The last day of a period."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi_core.periods import (
    fiscal_year_end,
    five_year_plan,
    half_end,
    month_end,
    months_later,
    quarter_end,
    same_day,
    third_of_month_end,
    week_end,
    year_end,
)


def test_february_ends_on_the_29th_in_a_leap_year_only():
    assert month_end(2028, 2) == dt.date(2028, 2, 29)
    assert month_end(2026, 2) == dt.date(2026, 2, 28)
    assert month_end(2100, 2) == dt.date(2100, 2, 28)


@pytest.mark.parametrize(("third", "day"), [("上", 10), ("中", 20), ("下", 28)])
def test_thirds_of_a_month_end_on_the_10th_the_20th_and_the_last(third, day):
    assert third_of_month_end(2026, 2, third) == dt.date(2026, 2, day)


@pytest.mark.parametrize(("quarter", "end"), [(1, (3, 31)), (2, (6, 30)), (3, (9, 30)), (4, (12, 31))])
def test_quarters_end_with_their_third_month(quarter, end):
    assert quarter_end(2026, quarter) == dt.date(2026, *end)


def test_halves_and_the_year_end_where_everybody_knows():
    assert [half_end(2026, 1), half_end(2026, 2), year_end(2026)] == [
        dt.date(2026, 6, 30),
        dt.date(2026, 12, 31),
        dt.date(2026, 12, 31),
    ]


@pytest.mark.parametrize(
    ("ordinal", "years"),
    [(3, (1966, 1970)), (13, (2016, 2020)), (14, (2021, 2025)), (15, (2026, 2030)), (16, (2031, 2035))],
)
def test_five_year_plans_follow_each_other(ordinal, years):
    assert five_year_plan(ordinal) == years


def test_the_first_two_plans_are_refused():
    with pytest.raises(ValueError, match="plan 2"):
        five_year_plan(2)


def test_a_fiscal_year_ends_as_the_document_defines_it_else_with_the_calendar():
    assert fiscal_year_end(2027, (6, 30)) == dt.date(2027, 6, 30)
    assert fiscal_year_end(2027, None) == dt.date(2027, 12, 31)
    assert fiscal_year_end(2027, (2, 29)) == dt.date(2027, 2, 28)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ((2026, 1, 31), 1, (2026, 2, 28)),
        ((2027, 12, 31), 2, (2028, 2, 29)),
        ((2026, 11, 15), 3, (2027, 2, 15)),
        ((2026, 3, 31), 36, (2029, 3, 31)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(start, months, end):
    assert months_later(dt.date(*start), months) == dt.date(*end)


def test_a_week_ends_on_sunday():
    assert week_end(dt.date(2026, 3, 2)) == dt.date(2026, 3, 8)
    assert week_end(dt.date(2026, 3, 8)) == dt.date(2026, 3, 8)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31)), st.integers(0, 240))
def test_months_later_never_leaves_the_month_it_aims_at(start, months):
    end = months_later(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day <= start.day
    assert end == same_day(end.year, end.month, start.day)
