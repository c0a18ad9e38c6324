"""Which state may follow which, as tables."""

from luoshi_core.lifecycle.ledger import LEDGER
from luoshi_core.lifecycle.proposing import PROPOSING
from luoshi_core.lifecycle.reading import READING
from luoshi_core.lifecycle.register import REGISTER
from luoshi_core.lifecycle.table import IllegalStep, Lifecycle

__all__ = ["LEDGER", "PROPOSING", "READING", "REGISTER", "IllegalStep", "Lifecycle"]
