"""Passages -> commitments, after the annotation rules."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.calls import calls_of_article
from luoshi_core.reading.commitments.chinese import ChineseReader, Entry
from luoshi_core.reading.commitments.duplicates import mark_duplicates
from luoshi_core.reading.commitments.english import commitments_of_english
from luoshi_core.reading.commitments.english_calls import calls_of_english
from luoshi_core.reading.commitments.tables import commitments_of_table
from luoshi_core.reading.header import Header
from luoshi_core.reading.model import Call, Commitment
from luoshi_core.reading.passages import Passage


def find_commitments(passages: Sequence[Passage], header: Header) -> tuple[Commitment, ...]:
    """Every commitment of a document in reading order."""
    context = PlanContext.of(header)
    if header.english:
        return mark_duplicates(commitments_of_english(passages, header, context))
    reader = ChineseReader(passages, header, context)
    found: list[Entry | Commitment] = []
    for passage in passages:
        found += reader.take(passage) if passage.grid is None else commitments_of_table(passage, header, context)
    return mark_duplicates([reader.finish(e) if isinstance(e, Entry) else e for e in found])


def find_calls(passages: Sequence[Passage], header: Header, commitments: Sequence[Commitment]) -> tuple[Call, ...]:
    """What the document asks for in concrete terms without binding anybody."""
    if header.binding and not header.newspaper:
        return ()
    if header.english:
        return tuple(calls_of_english(passages, commitments))
    return tuple(calls_of_article(passages, commitments))
