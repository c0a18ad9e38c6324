"""可核验: can anybody say later whether a commitment was kept?

Six things are asked before, not after: who should feel it, an observable change or a
target, a baseline where the target is relative to one, a due date or cadence, the kind
of evidence, who checks. What is missing is named; nothing is stopped by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from luoshi_core.reading.model import Cadence, Operator

#: operators that say how far a value moves from where it was
RELATIVE = frozenset({Operator.RISE, Operator.FALL, Operator.TIMES})


class Part(StrEnum):
    """What a commitment needs to be assessable."""

    BENEFICIARY = "beneficiary"
    CHANGE = "change"
    BASELINE = "baseline"
    TIMING = "timing"
    EVIDENCE = "evidence"
    CHECKER = "checker"


#: part -> what is asked for, in Chinese and in English
PARTS: dict[Part, tuple[str, str]] = {
    Part.BENEFICIARY: ("受益对象", "who should feel it"),
    Part.CHANGE: ("可观察的变化或目标值", "an observable change or a target"),
    Part.BASELINE: ("基线", "a baseline"),
    Part.TIMING: ("时限或频次", "a due date or cadence"),
    Part.EVIDENCE: ("佐证类型", "the kind of evidence"),
    Part.CHECKER: ("核查单位", "who checks"),
}


def missing_parts(
    *,
    beneficiary: str,
    change: str,
    operators: Iterable[str],
    baseline: str,
    timed: bool,
    evidence: Iterable[str],
    checker: str,
) -> tuple[Part, ...]:
    """What keeps a commitment from being assessable, in the order of ``Part``; empty when nothing does.

    ``operators`` are those of its targets (``Operator`` values), ``timed`` says that it
    has a due date or a cadence, ``checker`` names the body that checks.
    """
    operators = list(operators)
    there = {
        Part.BENEFICIARY: bool(beneficiary.strip()),
        Part.CHANGE: bool(change.strip()) or bool(operators),
        Part.BASELINE: bool(baseline.strip()) or RELATIVE.isdisjoint(operators),
        Part.TIMING: timed,
        Part.EVIDENCE: any(True for _ in evidence),
        Part.CHECKER: bool(checker.strip()),
    }
    return tuple(part for part, is_there in there.items() if not is_there)


def to_mask(parts: Iterable[Part]) -> int:
    """Parts as bits, the first of ``Part`` lowest: one small number in a database column."""
    return sum(1 << _POSITION[part] for part in parts)


def from_mask(mask: int) -> tuple[Part, ...]:
    """The parts whose bits are set."""
    return tuple(part for part, position in _POSITION.items() if mask >> position & 1)


def is_timed(due: object, cadence: str) -> bool:
    """Whether a commitment says when: by a date or again and again."""
    return due is not None or cadence != Cadence.ONCE


_POSITION = {part: position for position, part in enumerate(Part)}
