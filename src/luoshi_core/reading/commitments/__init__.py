"""Passages -> commitments, after the annotation rules."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi_core.reading.header import Header
from luoshi_core.reading.model import Call, Commitment
from luoshi_core.reading.passages import Passage


def find_commitments(passages: Sequence[Passage], header: Header) -> tuple[Commitment, ...]:
    """Every commitment of a document in reading order."""
    return ()


def find_calls(passages: Sequence[Passage], header: Header, commitments: Sequence[Commitment]) -> tuple[Call, ...]:
    """What the document asks for in concrete terms without binding anybody."""
    return ()
