"""A life as a table: verb -> the states it may start from and the state it leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from luoshi_core.errors import LuoshiError


class IllegalStep(LuoshiError):
    """The verb is not possible in this state."""

    code = "illegal-step"
    zh = "“{state}”状态下不能“{verb}”；可以从 {allowed} 状态进行。"
    en = "“{verb}” is not possible in the state “{state}”; it starts from {allowed}."


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """``steps[verb] == (states it may start from, state it leads to)``."""

    steps: Mapping[str, tuple[frozenset[str], str]]

    def after(self, state: str, verb: str) -> str:
        """The state that the verb leads to; raises IllegalStep where the table does not allow it."""
        starts, end = self.steps[verb]
        if state not in starts:
            raise IllegalStep(state=state, verb=verb, allowed=", ".join(sorted(starts)))
        return end

    def allows(self, state: str, verb: str) -> bool:
        """Whether the verb is possible in the state."""
        return state in self.steps[verb][0]
