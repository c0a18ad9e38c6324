"""The last day of a named period: month, third of a month, quarter, half-year, five-year plan."""

from __future__ import annotations

import calendar
import datetime as dt

_PLAN_YEARS = 5
_THIRD_PLAN_STARTS = 1966  # from the third on, five-year plans follow each other without a gap


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def third_of_month_end(year: int, month: int, third: str) -> dt.date:
    """The last day of 上旬 (10th), 中旬 (20th) or 下旬 (last day)."""
    day = {"上": 10, "中": 20}.get(third)
    return dt.date(year, month, day) if day else month_end(year, month)


def quarter_end(year: int, quarter: int) -> dt.date:
    """The last day of a calendar quarter (1 to 4)."""
    return month_end(year, 3 * quarter)


def half_end(year: int, half: int) -> dt.date:
    """The last day of a half-year (1 or 2)."""
    return month_end(year, 6 * half)


def year_end(year: int) -> dt.date:
    """31 December."""
    return dt.date(year, 12, 31)


def five_year_plan(ordinal: int) -> tuple[int, int]:
    """First and last year of a five-year plan: 14 -> (2021, 2025).

    Plans before the third (1966) had no regular rhythm: ValueError.
    """
    if ordinal < 3:
        raise ValueError(f"five-year plan {ordinal} does not follow the rhythm of the later ones")
    start = _THIRD_PLAN_STARTS + _PLAN_YEARS * (ordinal - 3)
    return start, start + _PLAN_YEARS - 1


def fiscal_year_end(year: int, ends: tuple[int, int] | None) -> dt.date:
    """The last day of fiscal year ``year``: ``ends`` (month, day) of the year named, 31 December where not defined."""
    if ends is None:
        return year_end(year)
    return same_day(year, *ends)


def same_day(year: int, month: int, day: int) -> dt.date:
    """The day, or the last of its month where the month is shorter (29 February)."""
    return min(dt.date(year, month, 1) + dt.timedelta(days=day - 1), month_end(year, month))


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day so many months on; the last of the month where that day does not exist."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return same_day(year, month + 1, day.day)


def week_end(day: dt.date) -> dt.date:
    """The Sunday of the week, which begins on Monday."""
    return day + dt.timedelta(days=6 - day.weekday())
