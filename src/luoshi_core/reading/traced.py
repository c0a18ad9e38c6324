"""Text that remembers where each of its characters stood in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """Characters ``start <= i < end`` of a source text."""

    start: int
    end: int


class Run(NamedTuple):
    """``text[at : at + length]`` stood at ``source`` in the source text."""

    at: int
    source: int
    length: int


@dataclass(frozen=True, slots=True)
class Traced:
    """A clean text and, run by run, where its characters stood in the source.

    Runs are in the order of ``at`` and do not overlap. A character that no run
    covers was put in by a repair (a joining space); characters of the source
    that no run names were taken out.
    """

    text: str
    runs: tuple[Run, ...]

    @classmethod
    def of(cls, text: str, source: int = 0) -> Traced:
        """A text that stands as it is at ``source``."""
        return cls(text, (Run(0, source, len(text)),) if text else ())

    @classmethod
    def inserted(cls, text: str) -> Traced:
        """A text that stands nowhere in the source."""
        return cls(text, ())

    @classmethod
    def concat(cls, parts: Iterable[Traced]) -> Traced:
        """The parts one behind the other; runs that touch in the source are joined."""
        texts: list[str] = []
        runs: list[Run] = []
        at = 0
        for part in parts:
            for run in part.runs:
                moved = Run(at + run.at, run.source, run.length)
                if (
                    runs
                    and runs[-1].at + runs[-1].length == moved.at
                    and runs[-1].source + runs[-1].length == run.source
                ):
                    runs[-1] = Run(runs[-1].at, runs[-1].source, runs[-1].length + run.length)
                else:
                    runs.append(moved)
            texts.append(part.text)
            at += len(part.text)
        return cls("".join(texts), tuple(runs))

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    def cut(self, start: int, end: int | None = None) -> Traced:
        """The characters ``start <= i < end``, still traced."""
        start, end, _ = slice(start, end).indices(len(self.text))
        if start >= end:
            return EMPTY
        if len(self.runs) == 1 and self.runs[0].length == len(self.text):  # most paragraphs: quicker than walking runs
            return Traced(self.text[start:end], (Run(0, self.runs[0].source + start, end - start),))
        return Traced(self.text[start:end], tuple(self._runs(start, end)))

    def strip(self, characters: str | None = None) -> Traced:
        """Without the white space (or the given characters) at both ends."""
        left = len(self.text) - len(self.text.lstrip(characters))
        right = len(self.text.rstrip(characters))
        return self if left == 0 and right == len(self.text) else self.cut(left, right)

    def spans(self, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """Where the characters ``start <= i < end`` stood, in the order of the text."""
        if start == 0 and (end is None or end == len(self.text)):  # the whole text, asked for most often
            return tuple([Span(source, source + length) for _, source, length in self.runs])
        start, end, _ = slice(start, end).indices(len(self.text))
        if len(self.runs) == 1 and self.runs[0].length == len(self.text):
            source = self.runs[0].source
            return (Span(source + start, source + end),) if start < end else ()
        return tuple(Span(run.source, run.source + run.length) for run in self._runs(start, end))

    def hull(self, start: int = 0, end: int | None = None) -> Span | None:
        """The smallest span of the source that holds the characters, or None if none has a place."""
        spans = self.spans(start, end)
        return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None

    def _runs(self, start: int, end: int) -> Iterable[Run]:
        runs = self.runs
        first = max(bisect_right(runs, (start, 1 << 62)) - 1, 0)
        for run in runs[first:]:
            if run.at >= end:
                return
            low, high = max(run.at, start), min(run.at + run.length, end)
            if low < high:
                yield Run(low - start, run.source + low - run.at, high - low)


EMPTY = Traced("", ())
