"""The days of festivals."""

import datetime as dt

import chinese_calendar
import pytest

from luoshi_core.periods import FESTIVALS, festival, next_festival


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("国庆", (2026, 10, 1)),
        ("十一", (2026, 10, 1)),
        ("五一", (2026, 5, 1)),
        ("元旦", (2026, 1, 1)),
        ("教师", (2026, 9, 10)),
        ("春节", (2026, 2, 17)),
        ("元宵", (2026, 3, 3)),
        ("清明", (2026, 4, 5)),
        ("端午", (2026, 6, 19)),
        ("中秋", (2026, 9, 25)),
        ("重阳", (2026, 10, 18)),
    ],
)
def test_a_festival_has_its_day(name, day):
    assert festival(name, day[0]) == dt.date(*day)


def test_what_is_not_known_is_none():
    assert festival("春节", 1900) is None
    assert festival("泼水", 2026) is None
    assert next_festival("端午", 2200, None) is None


def test_the_next_one_is_a_year_later_when_this_years_has_passed():
    assert next_festival("春节", 2025, dt.date(2025, 11, 3)) == dt.date(2026, 2, 17)
    assert next_festival("春节", 2026, dt.date(2025, 11, 3)) == dt.date(2026, 2, 17)
    assert next_festival("国庆", 2025, dt.date(2025, 10, 1)) == dt.date(2026, 10, 1)
    assert next_festival("国庆", 2025, None) == dt.date(2025, 10, 1)


@pytest.mark.parametrize(
    ("name", "english"),
    [("春节", "Spring Festival"), ("清明", "Tomb-sweeping Day"), ("端午", "Dragon Boat Festival")],
)
def test_the_moving_festivals_lie_within_the_days_off_of_official_notices(name, english):
    off = {day for day, why in chinese_calendar.constants.holidays.items() if why == english}
    known = sorted({day.year for day in off} & set(range(2015, 2027)))
    assert len(known) > 8
    assert all(festival(name, year) in off for year in known)


def test_every_name_has_a_day_in_every_year_of_the_table():
    assert all(festival(name, year) for name in FESTIVALS for year in range(2015, 2046))
