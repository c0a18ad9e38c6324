"""Find what was changed, taken out or put in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from luoshi_core.chain.digest import ALGORITHMS, GENESIS, digest


class FaultKind(StrEnum):
    """What is wrong with an entry."""

    CHANGED = "changed"
    MISSING = "missing"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Fault:
    """An entry that is not what it was when it was written; ``last`` ends a run of missing ones."""

    kind: FaultKind
    seq: int
    last: int | None = None


class Link(NamedTuple):
    """An entry as it is stored: its number, its canonical record, its hash."""

    seq: int
    record: str
    hash: str


def verify(links: Iterable[Link], *, last_seq: int | None = None, last_hash: str | None = None) -> Iterator[Fault]:
    """Walk a chain in the order of ``seq`` and name every fault.

    ``last_seq`` and ``last_hash`` are what the keeper believes to be the end of
    the chain; without them entries cut off at the end cannot be seen.
    """
    seq, previous = 0, GENESIS
    for link in links:
        if link.seq > seq + 1:
            yield Fault(FaultKind.MISSING, seq + 1, link.seq - 1)
        elif last_seq is not None and link.seq > last_seq:
            yield Fault(FaultKind.INSERTED, link.seq)
            continue
        fields = _fields(link)
        if fields is None or fields.get("seq") != link.seq:
            yield Fault(FaultKind.CHANGED, link.seq)
        elif link.seq == seq + 1 and fields.get("previous") != previous:
            # this entry is whole, so the one before it was replaced together with its hash
            yield Fault(FaultKind.CHANGED if seq else FaultKind.INSERTED, seq or link.seq)
        seq, previous = link.seq, link.hash
    if last_seq is not None and seq < last_seq:
        yield Fault(FaultKind.MISSING, seq + 1, last_seq)
    elif last_hash is not None and seq == last_seq and previous != last_hash:
        yield Fault(FaultKind.CHANGED, seq)


def _fields(link: Link) -> dict[str, object] | None:
    """The record's fields, or None when it does not match its own hash."""
    try:
        fields = json.loads(link.record)
    except ValueError:
        return None
    algorithm = fields.get("digest") if isinstance(fields, dict) else None
    if algorithm not in ALGORITHMS or digest(link.record, algorithm) != link.hash:
        return None
    return dict(fields)
