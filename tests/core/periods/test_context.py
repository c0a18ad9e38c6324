"""What a date without a year is read against."""

import datetime as dt

from luoshi_core.periods import PlanContext, official_holidays
from luoshi_core.reading.header import Header


def test_the_context_takes_its_times_from_the_header():
    header = Header(
        title="",
        body=(),
        date=dt.date(2026, 1, 9),
        plan_year=2026,
        plan_end=2028,
        fiscal_year_end=(6, 30),
        english=True,
    )
    context = PlanContext.of(header)
    assert (context.date, context.plan_year, context.plan_end) == (dt.date(2026, 1, 9), 2026, 2028)
    assert context.fiscal_year_end == (6, 30)
    assert context.english
    assert context.holidays is official_holidays()


def test_the_year_meant_is_the_year_planned_for_then_that_of_the_date():
    assert PlanContext(dt.date(2025, 12, 30), 2026).year == 2026
    assert PlanContext(dt.date(2025, 12, 30)).year == 2025
    assert PlanContext(None).year is None
