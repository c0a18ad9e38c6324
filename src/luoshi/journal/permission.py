"""The check that every action begins with."""

from __future__ import annotations

from typing import Any

from luoshi.common.actor import Actor
from luoshi.common.errors import NotAllowed
from luoshi.journal.verbs import words_of


def require(actor: Actor, verb: str, subject: Any = None) -> None:
    """Raise NotAllowed unless the actor may do the verb; the system itself may do everything."""
    if actor.is_system:
        return
    if actor.user is None or not actor.user.has_perm(verb, subject):
        raise NotAllowed(verb=words_of(verb))
