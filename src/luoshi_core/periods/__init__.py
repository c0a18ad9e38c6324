"""Plan years, quarters, five-year plans, working days, festivals: what a printed date means."""

from luoshi_core.periods.context import PlanContext
from luoshi_core.periods.ends import (
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
from luoshi_core.periods.festivals import FESTIVALS, festival, next_festival
from luoshi_core.periods.workdays import HolidaysUnknownError, HolidayTable, official_holidays

__all__ = [
    "FESTIVALS",
    "HolidayTable",
    "HolidaysUnknownError",
    "PlanContext",
    "festival",
    "fiscal_year_end",
    "five_year_plan",
    "half_end",
    "month_end",
    "months_later",
    "next_festival",
    "official_holidays",
    "quarter_end",
    "same_day",
    "third_of_month_end",
    "week_end",
    "year_end",
]
