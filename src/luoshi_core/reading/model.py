"""What reading gives back: documents, their outline, their commitments, each with its exact place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import islice

from luoshi_core.reading.packing import pack_spans, packed, unpack_spans, with_packed_spans
from luoshi_core.reading.source import Remark, Source
from luoshi_core.reading.traced import Span


class Cadence(StrEnum):
    """How often a commitment falls due."""

    ONCE = "once"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"
    STANDING = "standing"


class Kind(StrEnum):
    """What sort of promise it is."""

    ACTION = "action"
    TARGET = "target"
    PROHIBITION = "prohibition"
    STANDING = "standing"


class Operator(StrEnum):
    """How a value is compared with its target."""

    AT_LEAST = ">="
    AT_MOST = "<="
    EQUAL = "="
    RISE = "+%"
    FALL = "-%"
    TIMES = "x"


class How(StrEnum):
    """Where a field was found, nearest first."""

    OWN_WORDS = "own words"
    SENTENCE = "sentence"
    BRACKET = "bracket"
    HEADING = "heading"
    INTRODUCTION = "introduction"
    CELL = "cell"
    COLUMN = "column"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Found:
    """Where a field of a commitment or document came from."""

    how: How
    spans: tuple[Span, ...] = ()


@with_packed_spans
@dataclass(frozen=True, slots=True)
class Target:
    """A number that will be checked: ``measure operator value unit`` (unit as printed, 万 and 亿 kept)."""

    measure: str
    op: Operator
    value: float
    unit: str
    spans: tuple[Span, ...] = ()


def _pack_found(found: Mapping[str, Found]) -> _Places:
    """The names and forms, of which a text has few, and all spans in a row."""
    shape: list[tuple[str, How, int]] = []
    spans: list[Span] = []
    for name, place in found.items():
        its_spans = place.spans
        shape.append((name, place.how, len(its_spans)))
        spans += its_spans
    return _same(tuple(shape)), pack_spans(spans)


def _unpack_found(places: _Places) -> dict[str, Found]:
    shape, spans = places[0], iter(unpack_spans(places[1]))
    return {name: Found(how, tuple(islice(spans, count))) for name, how, count in shape}


@lru_cache(4096)
def _same(shape: _Shape) -> _Shape:
    """One object for all that are equal."""
    return shape


_Shape = tuple[tuple[str, How, int], ...]
_Places = tuple[_Shape, bytes]


@packed("found", _pack_found, _unpack_found)
@with_packed_spans
@dataclass(frozen=True, slots=True)
class Commitment:
    """The smallest thing that one body could report as done or not done.

    ``quote`` are the exact words with damage undone, ``spans`` their places in the
    source; ``found`` says for "owner", "partners", "leader", "due" and "cadence"
    where each came from; ``duplicate_of`` is an index in the document's list.
    """

    quote: str
    spans: tuple[Span, ...]
    path: tuple[str, ...] = ()
    owner: str | None = None
    partners: tuple[str, ...] = ()
    leader: str | None = None
    due: dt.date | None = None
    cadence: Cadence = Cadence.ONCE
    targets: tuple[Target, ...] = ()
    kind: Kind = Kind.ACTION
    duplicate_of: int | None = None
    found: Mapping[str, Found] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What keeps it from being assessable: "owner", "due" (a due date or a cadence)."""
        timed = self.due is not None or self.cadence is not Cadence.ONCE
        return tuple(name for name, there in (("owner", self.owner is not None), ("due", timed)) if not there)


@with_packed_spans
@dataclass(frozen=True, slots=True)
class Call:
    """What an article or speech asks for in concrete terms without binding anybody."""

    quote: str
    spans: tuple[Span, ...]
    path: tuple[str, ...] = ()


@with_packed_spans
@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the outline; level by the form of the label (一、=1, （一）=2, 1.=3, （1）=4)."""

    level: int
    label: str
    title: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One published text: its header, its outline, what it commits somebody to."""

    title: str
    number: str | None = None
    issuer: str | None = None
    date: dt.date | None = None
    author: str | None = None
    source: str | None = None
    recipients: tuple[str, ...] = ()
    copied_to: tuple[str, ...] = ()
    printed: str | None = None
    attachments: tuple[str, ...] = ()
    outline: tuple[Heading, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    calls: tuple[Call, ...] = ()
    spans: tuple[Span, ...] = ()
    found: Mapping[str, Found] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one file; ``parts`` holds a reading for each member of an archive."""

    name: str | None
    source: Source | None
    documents: tuple[Document, ...]
    remarks: tuple[Remark, ...] = ()
    parts: tuple[Reading, ...] = ()
