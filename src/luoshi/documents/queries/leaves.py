"""The text as published, leaf by leaf, with the places that findings mark."""

from __future__ import annotations

from typing import NamedTuple

from luoshi.documents.models import Finding, Leaf, Source


class Mark(NamedTuple):
    """A stretch of the text that belongs to a finding; ``position`` counts the findings shown beside it from 0.

    In a review ``finding`` is the commitment and ``state`` says what was decided about it.
    """

    start: int
    end: int
    finding: int
    position: int
    state: str = ""


class LeafOutline(NamedTuple):
    """Which characters of the text a leaf holds."""

    number: int
    start: int
    end: int


def leaf_outlines(source: Source) -> list[LeafOutline]:
    """Number, start and end of every leaf."""
    rows = source.leaves.order_by("number").values_list("number", "start", "end")
    return [LeafOutline(*row) for row in rows]


def leaf_of(source: Source, number: int) -> Leaf | None:
    """One leaf."""
    return source.leaves.filter(number=number).first()


def marks_on(source: Source, start: int, end: int) -> list[Mark]:
    """What findings mark between two characters of the text, in order."""
    rows = Finding.objects.filter(document__source=source, start__lt=end, end__gt=start)
    marks = [
        Mark(max(s, start), min(e, end), pk, position)
        for pk, position, spans in rows.values_list("pk", "position", "spans")
        for s, e in spans
        if s < end and e > start
    ]
    return sorted(marks)
