"""Plan years, quarters, five-year plans, working days, festivals: what a printed date means."""

from luoshi_core.periods.context import PlanContext

__all__ = ["PlanContext"]
