"""What a date without a year is read against."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from luoshi_core.periods.workdays import HolidayTable, official_holidays

if TYPE_CHECKING:
    from luoshi_core.reading.header import Header


@dataclass(frozen=True, slots=True)
class PlanContext:
    """The document's own time, and the holidays that its working days are counted with.

    ``date`` is its date, ``plan_year`` the year it plans for, ``plan_end`` the last
    year of a plan over several years; ``fiscal_year_end`` (month, day) holds in
    English documents that define one.
    """

    date: dt.date | None
    plan_year: int | None = None
    plan_end: int | None = None
    fiscal_year_end: tuple[int, int] | None = None
    english: bool = False
    holidays: HolidayTable = field(default_factory=official_holidays, repr=False, compare=False)

    @classmethod
    def of(cls, header: Header) -> PlanContext:
        """The context that a document's header gives."""
        return cls(
            date=header.date,
            plan_year=header.plan_year,
            plan_end=header.plan_end,
            fiscal_year_end=header.fiscal_year_end,
            english=header.english,
        )

    @property
    def year(self) -> int | None:
        """The year that a month without a year belongs to."""
        if self.plan_year is not None:
            return self.plan_year
        return self.date.year if self.date else None
