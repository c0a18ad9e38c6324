"""A life as a table: verb -> the states it may start from and the state it leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from luoshi_core.errors import LuoshiError


class IllegalStep(LuoshiError):
    """The verb is not possible in this state."""

    code = "illegal-step"
    zh = "“{state_zh}”状态下不能“{verb_zh}”；可以从这些状态进行：{allowed_zh}。"
    en = "“{verb}” is not possible in the state “{state}”; it starts from {allowed}."


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """``steps[verb] == (states it may start from, state it leads to)``; ``zh`` names states and verbs in Chinese."""

    steps: Mapping[str, tuple[frozenset[str], str]]
    zh: Mapping[str, str] = field(default_factory=dict)

    def after(self, state: str, verb: str) -> str:
        """The state that the verb leads to; raises IllegalStep where the table does not allow it."""
        starts, end = self.steps[verb]
        if state not in starts:
            allowed = sorted(starts)
            raise IllegalStep(
                state=state,
                verb=verb,
                allowed=", ".join(allowed),
                state_zh=self.zh.get(state, state),
                verb_zh=self.zh.get(verb, verb),
                allowed_zh="、".join(self.zh.get(name, name) for name in allowed),
            )
        return end

    def allows(self, state: str, verb: str) -> bool:
        """Whether the verb is possible in the state."""
        return state in self.steps[verb][0]
