"""Clauses put together to the smallest units that one body could report as done or not done.

A new unit starts at a new owner, at a semicolon, at a clause with its own verb and
its own number, deadline or frequency, at a prohibition and at a condition. What has
none of these joins the marked clause behind it, else the one before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from luoshi_core.reading.commitments.chinese.clauses import Clause

Unit = list[Clause]


def split_units(clauses: Sequence[Clause]) -> Iterator[Unit]:
    """The units of a sentence in reading order."""
    if len(clauses) == 1:
        yield [clauses[0]]
        return
    for part in _parts(clauses):
        yield from _join(part)


def _parts(clauses: Iterable[Clause]) -> Iterator[list[Clause]]:
    """The clauses between semicolons."""
    part: list[Clause] = []
    for clause in clauses:
        if clause.stop in "；;" and part:
            yield part
            part = []
        part.append(clause)
    if part:
        yield part


def _join(part: list[Clause]) -> list[Unit]:
    units: list[Unit] = []
    waiting: list[Clause] = []
    owner: str | None = None
    for clause in part:
        new_owner = clause.subject is not None and clause.subject.owner != owner
        if clause.subject:
            owner = clause.subject.owner
        if units and _in_condition(units[-1], clause, new_owner) and not waiting:
            units[-1].append(clause)
        elif clause.forbids or clause.condition:
            opening = _take_opening(waiting)
            _settle(units, waiting, None)
            units.append([*opening, clause])
        elif _joins_before(clause, units, waiting):
            (waiting or units[-1]).append(clause)
        elif clause.marked:
            _settle(units, waiting, clause)
            units.append([*waiting, clause])
        elif new_owner and clause.verb:
            _settle(units, waiting, clause)
            waiting.append(clause)
            continue
        else:
            waiting.append(clause)
            if clause.closed:
                _settle(units, waiting, None)
            continue
        waiting = []
    _settle(units, waiting, None)
    return units


def _take_opening(waiting: list[Clause]) -> list[Clause]:
    """The clauses without a verb (a date, a subject, an occasion) that only open what follows them."""
    at = len(waiting)
    while at and not waiting[at - 1].verb and not waiting[at - 1].manner:
        at -= 1
    opening = waiting[at:]
    del waiting[at:]
    return opening


def _in_condition(unit: Unit, clause: Clause, new_owner: bool) -> bool:
    """Whether the clause is what is to be done under the condition that opened the unit."""
    if not any(c.condition for c in unit):
        return False
    done = any((c.verb or c.forbids) and not c.condition for c in unit)
    if clause.forbids or clause.condition:
        return not done and not clause.condition
    return not done or not (new_owner or any(t.due for t in clause.timings) or clause.timed)


def _joins_before(clause: Clause, units: list[Unit], waiting: list[Clause]) -> bool:
    if not (waiting or units):
        return False
    if not waiting and _stands_alone(units[-1]):
        return False
    if clause.describes:
        return True
    if clause.result and not clause.timed and not clause.targets:
        return not waiting
    return bool(clause.helpers) and not waiting


def _stands_alone(unit: Unit) -> bool:
    return unit[0].forbids or unit[-1].forbids


def _settle(units: list[Unit], waiting: list[Clause], marked: Clause | None) -> None:
    """Give the waiting clauses their unit: the marked clause behind them, the unit before, or one of their own.

    What stays in ``waiting`` belongs to the marked clause.
    """
    if not waiting:
        return
    named = any(c.subject for c in waiting)
    follows = marked is not None and (marked.subject is None or not any(c.verb for c in waiting))
    leads = any(c.subject and c.subject.leads for c in waiting)
    if named and not leads and marked is not None and marked.subject is not None:
        follows = False
    if follows and not (marked and marked.closed and waiting[-1].closed):
        return
    if marked is not None and not named and not units:
        return
    if (
        units
        and not named
        and not _stands_alone(units[-1])
        and not any(c.condition for c in units[-1])
        and not units[-1][-1].closed
    ):
        units[-1].extend(waiting)
    elif any(c.verb for c in waiting) or not units:
        units.append(list(waiting))
    elif not _stands_alone(units[-1]):
        units[-1].extend(waiting)
    waiting.clear()
