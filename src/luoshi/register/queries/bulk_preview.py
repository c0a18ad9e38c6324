"""What a change of many commitments would do, before it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from luoshi.bodies.models import Body
from luoshi.register.bridge import exact
from luoshi.register.fields import clean_value, compared, value_of
from luoshi.register.models import Commitment
from luoshi_core.chain import canonical
from luoshi_core.lifecycle import REGISTER

#: old values that are shown of a field
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Step:
    """One field: how many commitments it changes, from which values to which; not ``is_one`` if they differ by row."""

    name: str
    count: int
    old: Sequence[tuple[Any, int]]
    others: int
    to: Any
    is_one: bool


def preview(rows: Sequence[Commitment], changes: Mapping[int, Mapping[str, Any]], decision: str) -> list[Step]:
    """The steps that changes (by key of the row) and a decision make."""
    names = list(dict.fromkeys(name for wanted in changes.values() for name in wanted))
    steps = [_step(name, rows, changes) for name in names]
    if decision:
        end = REGISTER.steps[decision][1]
        steps.append(_summed("state", [(row.state, end) for row in rows if row.state != end]))
    return [step for step in steps if step.count]


def _step(name: str, rows: Sequence[Commitment], changes: Mapping[int, Mapping[str, Any]]) -> Step:
    pairs = []
    for row in rows:
        if name not in changes[row.pk]:
            continue
        wanted = changes[row.pk][name]
        before, after = value_of(row, name), compared(name, clean_value(name, wanted))
        bound = isinstance(wanted, Body) and wanted.pk != getattr(row, f"{name}_id")
        if before != after or bound:
            pairs.append((before, after))
    return _summed(name, pairs)


def _summed(name: str, pairs: Sequence[tuple[Any, Any]]) -> Step:
    values = {_key(value): value for pair in pairs for value in pair}
    old = Counter(_key(before) for before, _ in pairs).most_common()
    new = {_key(after) for _, after in pairs}
    shown = [(values[key], count) for key, count in old[:SHOWN]]
    to = values[next(iter(new))] if len(new) == 1 else None
    return Step(name, len(pairs), shown, sum(count for _, count in old[SHOWN:]), to, len(new) == 1)


def _key(value: Any) -> str:
    return canonical(exact(value))
