"""The same commitment printed twice: in the body and in a table or an annex.

Two printings are the same when the words left after dates, names of bodies and
marks are nearly the same, the numbers are the same, and owner and date do not
contradict each other (a full name and its short form agree).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import add

from luoshi_core.reading.model import Cadence, Commitment, Operator
from luoshi_core.reading.packing import changed

_NOISE = re.compile(
    r"\b(?:by|in|before)\s(?:the\s)?(?:end\sof\s)?(?:Q[1-4]\s|[A-Z][a-z]+\s)?20\d\d(?:[/–-]\d\d)?\b|\b(?:will|shall|must|with)\b"
    r"|[\s，。；：、,.;:（）()“”《》\"']|(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|末)?(?:之?前)?|20\d\d年(?:底"
    r"|末)?(?:之?前)?"
    r"|年底前?|年内|全年|[上下]半年|[一二三四]季度末?前?|牵头|配合|负责|由|要|将|应"
)
_COMMON = 40
_SAMPLE = 10
_ALIKE_WITH_NUMBERS = 0.6
_ALIKE = 0.85


def mark_duplicates(commitments: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """The same list; each later printing carries the index of the first."""
    register = _Register()
    marked: list[Commitment] = []
    for index, commitment in enumerate(commitments):
        first = register.enter(index, commitment)
        if first is not None:
            quote = marked[first].quote  # the same words are kept once
            commitment = changed(
                commitment, duplicate_of=first, quote=quote if quote == commitment.quote else commitment.quote
            )
        marked.append(commitment)
    return tuple(marked)


class _Register:
    """First printings, found again by the pairs of characters they share; a pair is one object wherever it stands.

    For the numbers of a commitment, ``_by_pair`` holds the first ``_COMMON`` printings that show a pair.
    """

    def __init__(self) -> None:
        self._exact: dict[tuple[object, ...], int] = {}
        self._by_pair: dict[object, dict[str, tuple[int, ...]]] = {}
        self._known: dict[int, tuple[Commitment, tuple[str, ...]]] = {}
        self._pairs: dict[str, str] = {}

    def enter(self, index: int, commitment: Commitment) -> int | None:
        """The index of the first printing, or None if this is one."""
        key = (commitment.quote, commitment.owner, commitment.due, commitment.cadence)
        if key in self._exact:
            return self._exact[key]
        pairs = _pairs(commitment)
        numbers = (commitment.targets[0].op, commitment.targets[0].value) if commitment.targets else None
        sample = _sample(pairs)
        places = self._by_pair.setdefault(numbers, {})
        first = self._alike(commitment, pairs, {at for pair in sample for at in places.get(pair, ())})
        self._exact[key] = index if first is None else first
        if first is None:
            share = self._pairs.setdefault
            self._known[index] = (commitment, tuple([share(pair, pair) for pair in pairs]))
            self._enter(index, [share(pair, pair) for pair in sample], places)
        return first

    @staticmethod
    def _enter(index: int, sample: list[str], places: dict[str, tuple[int, ...]]) -> None:
        alone = (index,)
        for pair in sample:
            before = places.get(pair)
            if before is None:
                places[pair] = alone
            elif len(before) < _COMMON:
                places[pair] = (*before, index)

    def _alike(self, commitment: Commitment, pairs: frozenset[str], near: set[int]) -> int | None:
        least = _ALIKE_WITH_NUMBERS if commitment.targets else _ALIKE
        for index in sorted(near):
            known, known_pairs = self._known[index]
            if _overlap(pairs, known_pairs) >= least and _agree(commitment, known):
                return index
        return None


def _pairs(commitment: Commitment) -> frozenset[str]:
    words = commitment.quote
    for name in (commitment.owner, *commitment.partners):
        if name:
            words = words.replace(name, "")
    words = _NOISE.sub("", words).lower()
    return frozenset(map(add, words, words[1:])) or frozenset((words,))


def _sample(pairs: frozenset[str]) -> list[str]:
    """A few pairs that two nearly equal sets choose alike: the smallest."""
    return sorted(pairs)[:_SAMPLE]


def _overlap(one: frozenset[str], other: tuple[str, ...]) -> float:
    shared = len(one.intersection(other))
    shorter, longer = len(one), len(other)
    if shorter > longer:
        shorter, longer = longer, shorter
    return shared / shorter if shorter >= 0.5 * longer else shared / longer


def _agree(one: Commitment, other: Commitment) -> bool:
    values, others = _values(one), _values(other)
    if not (values <= others or others <= values):
        return False
    if one.due and other.due and one.due != other.due:
        return False
    if one.cadence is not other.cadence and Cadence.ONCE not in (one.cadence, other.cadence):
        return False
    return _same_body(one.owner, other.owner)


def _values(commitment: Commitment) -> set[tuple[Operator, float]]:
    return {(target.op, target.value) for target in commitment.targets}


def _same_body(one: str | None, other: str | None) -> bool:
    if one is None or other is None or one == other:
        return True
    short, long = sorted((one, other), key=len)
    letters = iter(long)
    return short[0] == long[0] and all(letter in letters for letter in short)
