"""What refers to bodies and moves when one body takes another's place.

An app that holds foreign keys to bodies registers a mover when it starts. A mover
gets the old and the new body, moves what is **open** (what somebody still has to do)
and says how many it moved; it must be safe to repeat. What is done stays with the
body that did it: that is history, and whoever sees the new body also sees what its
predecessors left (``luoshi.bodies.queries.scope``). So ``documents`` registers
nothing: a file stays with the body that brought it in.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from luoshi.bodies.models import Body

Mover = Callable[[Body, Body], int]
Counter = Callable[[Body], int]


@dataclass(frozen=True, slots=True)
class Reference:
    """One sort of thing that refers to bodies: how it moves, and how many are open (None: cannot say)."""

    move: Mover
    count: Counter | None = None


_REFERENCES: dict[str, Reference] = {}


def register_mover(name: str, move: Mover, count: Counter | None = None) -> None:
    """Make known how open things of one sort move; ``count`` says how many are open at a body.

    Without ``count`` a preview shows nothing for it and a body that is abolished
    without a successor cannot be refused for its sake.
    """
    known = _REFERENCES.setdefault(name, Reference(move, count))
    if known.move is not move:
        raise ValueError(f"the mover {name} is registered twice")


def move_references(old: Body, new: Body) -> dict[str, int]:
    """Move everything open from one body to another; counts by name, without zeros."""
    moved = {name: reference.move(old, new) for name, reference in _REFERENCES.items()}
    return {name: count for name, count in moved.items() if count}


def open_references(body: Body) -> dict[str, int]:
    """How many things are open at a body, by name, without zeros."""
    counts = {name: reference.count(body) for name, reference in _REFERENCES.items() if reference.count}
    return {name: count for name, count in counts.items() if count}


Follower = Callable[[Collection[int]], object]
_FOLLOWERS: dict[str, Follower] = {}


def register_follower(name: str, follow: Follower) -> None:
    """Make known what has to be written anew when bodies get another name or place; it gets their ids."""
    _FOLLOWERS[name] = follow


def follow_bodies(ids: Collection[int]) -> None:
    """Let everything follow that repeats the names or places of these bodies."""
    for follow in _FOLLOWERS.values():
        follow(ids)
