"""Text that remembers where each of its characters stood in the source."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain
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


_RUN = struct.Struct("=3I")


class Traced:
    """A clean text and, run by run, where its characters stood in the source; it is never changed.

    Runs are in the order of ``at`` and do not overlap. A character that no run
    covers was put in by a repair (a joining space); characters of the source
    that no run names were taken out.
    """

    # A long text has a run for every printed line of it. They are kept as bytes, twelve a run,
    # and a text that stands in the source as it is only keeps where it begins.
    __slots__ = ("_places", "text")

    def __init__(self, text: str, runs: Iterable[Run] = ()) -> None:
        self.text = text
        self._places: int | bytes = b"".join([_RUN.pack(*run) for run in runs])

    @classmethod
    def of(cls, text: str, source: int = 0) -> Traced:
        """A text that stands as it is at ``source``."""
        return _traced(text, source if text else b"")

    @classmethod
    def within(cls, whole: str, start: int, end: int) -> Traced:
        """Characters of the source itself, which are copied when they are asked for and not kept."""
        return _Within(whole, start, end)

    @classmethod
    def inserted(cls, text: str) -> Traced:
        """A text that stands nowhere in the source."""
        return _traced(text, b"")

    @classmethod
    def joined(cls, texts: list[str], sources: list[int]) -> Traced:
        """Texts, none of them empty, that stand each at its own place, one behind the other."""
        lengths = list(map(len, texts))
        runs = [0] * (3 * len(texts))
        runs[0::3] = accumulate(lengths[:-1], initial=0)
        runs[1::3] = sources
        runs[2::3] = lengths
        return _traced("".join(texts), struct.pack(f"={len(runs)}I", *runs))

    @classmethod
    def concat(cls, parts: Iterable[Traced]) -> Traced:
        """The parts one behind the other; runs that touch in the source are joined."""
        texts: list[str] = []
        runs: list[tuple[int, int, int]] = []
        at = 0
        for part in parts:
            for start, source, length in part._triples():
                if runs:
                    before, its_source, its_length = runs[-1]
                    if before + its_length == at + start and its_source + its_length == source:
                        runs[-1] = (before, its_source, its_length + length)
                        continue
                runs.append((at + start, source, length))
            texts.append(part.text)
            at += len(part.text)
        if len(runs) == 1 and runs[0][2] == at:
            return _traced("".join(texts), runs[0][1])
        return _traced("".join(texts), struct.pack(f"={3 * len(runs)}I", *chain.from_iterable(runs)))

    @property
    def runs(self) -> tuple[Run, ...]:
        """Where its characters stood."""
        return tuple([Run(*run) for run in self._triples()])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Traced):
            return NotImplemented
        return self.text == other.text and self.runs == other.runs

    def __hash__(self) -> int:
        return hash((self.text, self.runs))

    def __repr__(self) -> str:
        return f"Traced({self.text!r}, {self.runs!r})"

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
        places = self._places
        if isinstance(places, int):
            return _traced(self.text[start:end], places + start)
        runs = [(low - start, source, high - low) for low, source, high in self._within(start, end)]
        return _traced(self.text[start:end], struct.pack(f"={3 * len(runs)}I", *chain.from_iterable(runs)))

    def strip(self, characters: str | None = None) -> Traced:
        """Without the white space (or the given characters) at both ends."""
        left = len(self.text) - len(self.text.lstrip(characters))
        right = len(self.text.rstrip(characters))
        return self if left == 0 and right == len(self.text) else self.cut(left, right)

    def spans(self, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """Where the characters ``start <= i < end`` stood, in the order of the text."""
        size = len(self.text)
        if end is None or not 0 <= start <= end <= size:
            start, end, _ = slice(start, end).indices(size)
        places = self._places
        if isinstance(places, int):
            return (Span(places + start, places + end),) if start < end else ()
        return tuple([Span(source, source + high - low) for low, source, high in self._within(start, end)])

    def extent(self) -> Span | None:
        """From the place of its first character to that of its last, or None if it has no place."""
        places = self._places
        if isinstance(places, int):
            return Span(places, places + len(self.text))
        if not places:
            return None
        _, first, _ = _RUN.unpack_from(places)
        _, last, length = _RUN.unpack_from(places, len(places) - _RUN.size)
        return Span(first, last + length)

    def hull(self, start: int = 0, end: int | None = None) -> Span | None:
        """The smallest span of the source that holds the characters, or None if none has a place."""
        spans = self.spans(start, end)
        return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None

    def _triples(self) -> Iterable[tuple[int, int, int]]:
        places = self._places
        if isinstance(places, int):
            return ((0, places, len(self.text)),)
        return _RUN.iter_unpack(places)

    def _within(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """What of each run lies in ``start <= i < end``: where it begins, its source, where it ends."""
        assert isinstance(self._places, bytes)
        whole = memoryview(self._places)
        first = max(bisect_right(whole.cast("I")[::3], start) - 1, 0)
        for at, source, length in _RUN.iter_unpack(whole[first * _RUN.size :]):
            if at >= end:
                return
            low, high = max(at, start), min(at + length, end)
            if low < high:
                yield low, source + low - at, high


def _traced(text: str, places: int | bytes) -> Traced:
    traced = _new(Traced)
    traced.text = text
    traced._places = places
    return traced


class _Within(Traced):
    __slots__ = ("_end", "_whole")
    _places: int

    def __init__(self, whole: str, start: int, end: int) -> None:
        self._whole = whole
        self._places = start
        self._end = end

    @property
    def text(self) -> str:  # type: ignore[override]  # nobody sets it
        return self._whole[self._places : self._end]


_new = Traced.__new__
EMPTY = Traced("")
