"""Which state may follow which, as tables."""

from luoshi_core.lifecycle.proposing import PROPOSING
from luoshi_core.lifecycle.reading import READING
from luoshi_core.lifecycle.table import IllegalStep, Lifecycle

__all__ = ["PROPOSING", "READING", "IllegalStep", "Lifecycle"]
