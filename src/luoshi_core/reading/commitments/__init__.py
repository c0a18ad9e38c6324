"""Passages -> commitments, after the annotation rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.chinese.calls import calls_of_article
from luoshi_core.reading.commitments.chinese.reader import ChineseReader, Entry
from luoshi_core.reading.commitments.duplicates import mark_duplicates
from luoshi_core.reading.commitments.english.calls import calls_of_english
from luoshi_core.reading.commitments.english.reader import commitments_of_english
from luoshi_core.reading.commitments.tables.reader import commitments_of_table
from luoshi_core.reading.header import Header
from luoshi_core.reading.model import Call, Commitment
from luoshi_core.reading.passages import Passage

_BATCH = 500
"""So many passages go through one stage before the next: switching for each would cost a tenth of the time."""


def find_commitments(passages: Iterable[Passage], header: Header) -> tuple[Commitment, ...]:
    """Every commitment of a document in reading order."""
    context = PlanContext.of(header)
    if header.english:
        return mark_duplicates(commitments_of_english(tuple(passages), header, context))
    return mark_duplicates(_chinese(passages, header, context))


def _chinese(passages: Iterable[Passage], header: Header, context: PlanContext) -> Iterator[Commitment]:
    reader = ChineseReader(header, context)
    waiting: list[Entry | Commitment] = []
    walk = iter(passages)
    while batch := list(islice(walk, _BATCH)):
        for passage, entries in zip(batch, reader.take_all(batch), strict=True):
            waiting += entries if passage.grid is None else commitments_of_table(passage, header, context)
        if reader.reach is not None and len(waiting) > reader.reach:
            yield from _settled(reader, waiting[: -reader.reach])
            del waiting[: -reader.reach]
    yield from _settled(reader, waiting)


def _settled(reader: ChineseReader, entries: list[Entry | Commitment]) -> list[Commitment]:
    return [reader.finish(entry) if isinstance(entry, Entry) else entry for entry in entries]


def find_calls(passages: Iterable[Passage], header: Header, commitments: Sequence[Commitment]) -> tuple[Call, ...]:
    """What the document asks for in concrete terms without binding anybody."""
    if not may_call(header):
        return ()
    if header.english:
        return tuple(calls_of_english(passages, commitments))
    return tuple(calls_of_article(passages, commitments))


def may_call(header: Header) -> bool:
    """Whether the document is one that asks for something; others only bind."""
    return header.newspaper or not header.binding
