"""Chinese working days."""

import datetime as dt

import pytest

from luoshi_core.periods import HolidaysUnknownError, HolidayTable, official_holidays


@pytest.fixture
def table() -> HolidayTable:
    return official_holidays()


def test_a_worked_weekend_day_counts_and_a_statutory_holiday_does_not(table):
    assert table.is_workday(dt.date(2025, 4, 27))  # a Sunday, worked for the May holiday
    assert not table.is_workday(dt.date(2025, 5, 5))  # a Monday of that holiday
    assert table.is_workday(dt.date(2025, 5, 6))


def test_the_day_of_issue_is_not_counted(table):
    assert table.add_workdays(dt.date(2025, 6, 3), 1) == dt.date(2025, 6, 4)


def test_working_days_run_over_a_holiday(table):
    assert table.add_workdays(dt.date(2025, 9, 29), 3) == dt.date(2025, 10, 10)


def test_no_days_on_is_the_day_itself_even_on_a_sunday(table):
    assert table.add_workdays(dt.date(2025, 3, 2), 0) == dt.date(2025, 3, 2)


def test_a_year_that_is_missing_is_named_and_not_guessed(table):
    missing = max(table.years) + 1
    with pytest.raises(HolidaysUnknownError) as error:
        table.add_workdays(dt.date(missing - 1, 12, 28), 10)
    assert error.value.year == missing
    assert str(missing) in str(error.value)


def test_a_year_can_be_added_and_replaces_what_was_known_of_it(table):
    missing = max(table.years) + 1
    more = table.with_year(missing, off=[dt.date(missing, 1, 4)], worked=[dt.date(missing, 1, 9)])
    assert not more.is_workday(dt.date(missing, 1, 4))
    assert more.is_workday(dt.date(missing, 1, 9))
    again = more.with_year(missing, off=[], worked=[])
    assert again.is_workday(dt.date(missing, 1, 4)) == (dt.date(missing, 1, 4).weekday() < 5)
    assert table.years == more.years - {missing}


def test_counting_agrees_with_walking_through_the_calendar(table):
    day, walked = dt.date(2024, 1, 1), []
    while len(walked) < 300:
        day += dt.timedelta(days=1)
        if table.is_workday(day):
            walked.append(day)
    assert [table.add_workdays(dt.date(2024, 1, 1), count) for count in (1, 17, 120, 250, 300)] == [
        walked[count - 1] for count in (1, 17, 120, 250, 300)
    ]
