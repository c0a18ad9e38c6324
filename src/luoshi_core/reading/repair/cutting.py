"""Characters taken out of a traced text."""

from __future__ import annotations

from collections.abc import Iterable

from luoshi_core.reading.traced import Span, Traced


def cut_out(traced: Traced, holes: Iterable[Span]) -> Traced:
    """The text without the characters of ``holes``, given in order; they may touch and overlap."""
    parts: list[Traced] = []
    at = 0
    for start, end in holes:
        if start > at:
            parts.append(traced.cut(at, start))
        at = max(at, end)
    if not at:
        return traced
    parts.append(traced.cut(at))
    return Traced.concat(parts)
