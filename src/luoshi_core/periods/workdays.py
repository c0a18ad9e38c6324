"""Chinese working days: 调休 working days in, statutory holidays out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import chinese_calendar  # the yearly notices of the State Council's General Office, as a table

_SATURDAY = 5


class HolidaysUnknownError(LookupError):
    """The year's holidays are not in the table, so its working days cannot be counted."""

    def __init__(self, year: int) -> None:
        super().__init__(f"no holiday table for {year}")
        self.year = year


@dataclass(frozen=True, slots=True)
class HolidayTable:
    """Which weekdays are off and which weekend days are worked, for the years it knows."""

    years: frozenset[int]
    off: frozenset[dt.date]
    worked: frozenset[dt.date]

    def with_year(self, year: int, off: Iterable[dt.date], worked: Iterable[dt.date]) -> HolidayTable:
        """A table that also knows ``year`` (and forgets what it knew of it before)."""
        return HolidayTable(
            years=self.years | {year},
            off=_without(self.off, year) | frozenset(off),
            worked=_without(self.worked, year) | frozenset(worked),
        )

    def is_workday(self, day: dt.date) -> bool:
        """Whether people work on that day; HolidaysUnknownError when the year is not in the table."""
        if day.year not in self.years:
            raise HolidaysUnknownError(day.year)
        return day in self.worked or (day.weekday() < _SATURDAY and day not in self.off)

    def add_workdays(self, day: dt.date, count: int) -> dt.date:
        """The ``count``-th working day after ``day``, which is not counted itself.

        HolidaysUnknownError when the count runs into a year that is not in the table.
        """
        while count > 0:
            day += dt.timedelta(days=1)
            count -= self.is_workday(day)
        return day


def _without(days: frozenset[dt.date], year: int) -> frozenset[dt.date]:
    return frozenset(day for day in days if day.year != year)


@cache
def official_holidays() -> HolidayTable:
    """The table that is installed: every year for which holidays were announced when it was made."""
    known = chinese_calendar.constants
    return HolidayTable(
        years=frozenset(day.year for day in known.holidays),
        off=frozenset(known.holidays),
        worked=frozenset(known.workdays),
    )
