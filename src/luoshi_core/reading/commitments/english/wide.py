"""English sentences and lines that hold for every unit under a heading: an owner, a deadline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.english.parties import EnglishParties, is_actor, names_in
from luoshi_core.reading.commitments.english.words import lowered
from luoshi_core.reading.commitments.timing import Timing, find_timings
from luoshi_core.reading.model import Found, How
from luoshi_core.reading.passages import Passage
from luoshi_core.reading.traced import Span, Traced

_ALL_ITEMS = re.compile(
    r"\W(?:all|every|each)\s+(?:of the |other |the )?(?:\w+ ){0,2}?(?:actions?|tasks?|items?|measures?"
    r"|commitments?|deliverables?|activit(?:y|ies)|recommendations?|works?)\b[^.;]*?\b(?:shall|must|will"
    r"|should|are|is)\b[^.;]*?\b(?:completed?|implemented|finished|delivered|done|due|in place|closed)\b"
    r"|\W(?:unless|except (?:where|as)) (?:otherwise|noted|stated|indicated|another)\b[^.;]*\b(?:due"
    r"|deadline|completed?)\b"
)
_ANSWERS_FOR_ALL = re.compile(
    r"(?:(?:Unless|Except)[^,]*,\s+)?(?:[Tt]he |[Oo]ur )?(?P<who>(?!lead\b)[A-Z][^,.;]*?)\s+(?:(?:is|are"
    r"|will be|shall be|has been) responsible(?=\.?$)|"
    r"(?:(?:is|are|will be|shall be|has been)\s+)?(?:the lead (?:agency|department|body) for"
    r"|responsible for|leads?(?: on)?|will lead|accountable for|shall lead|oversees?)\s+(?:every|all|each"
    r"|this|the (?:following|above|work|goal|actions?))\b)",
)
_WHOLE = re.compile(r"\b(?:plan|strategy|document|resolution|programme|program)\b")


@dataclass(slots=True)
class Wide:
    """What holds for every unit under a path."""

    path: tuple[str, ...]
    found: Found
    due: Timing | None = None
    parties: EnglishParties = field(default_factory=EnglishParties)


class WideByPath:
    """What holds widely, found again by the path of a unit."""

    def __init__(self, wide: Sequence[Wide]) -> None:
        self._by_path: dict[tuple[str, ...], list[tuple[int, Wide]]] = {}
        for place, one in enumerate(wide):
            self._by_path.setdefault(one.path, []).append((place, one))

    def above(self, path: tuple[str, ...]) -> list[Wide]:
        """What holds for a path, the last in the document first."""
        found: list[tuple[int, Wide]] = []
        for length in range(len(path) + 1):
            found += self._by_path.get(path[:length], ())
        found.sort(key=_place, reverse=True)
        return [one for _, one in found]


def _place(entry: tuple[int, Wide]) -> int:
    return entry[0]


def answers_for_all(sentence: str) -> EnglishParties | None:
    """The bodies that a sentence makes answerable for every item."""
    match = _ANSWERS_FOR_ALL.match(sentence)
    if match is None or not is_actor(match["who"]):
        return None
    names = names_in(match["who"])
    return EnglishParties(names[0], tuple(names[1:]))


def due_for_all(sentence: str, context: PlanContext) -> Timing | None:
    """The deadline that a sentence sets for every item."""
    return first_due(sentence, context) if _ALL_ITEMS.search(f" {lowered(sentence)}") else None


def first_due(words: str, context: PlanContext) -> Timing | None:
    """The first deadline in some words."""
    return next((timing for timing in find_timings(words, context) if timing.due is not None), None)


def read_wide(passage: Passage, text: Traced, sentence: Span, words: str, context: PlanContext) -> Wide | None:
    """What a sentence about all items says for them (``words``, without speech); None for any other sentence."""
    path = passage.path if len(passage.path) == len(passage.headings) else passage.path[:-1]
    parties = answers_for_all(words) or EnglishParties()
    due = None if parties else due_for_all(words, context)
    if due is not None and _WHOLE.search(words):
        path = ()
    if due is None and not parties:
        return None
    return Wide(path, Found(How.INTRODUCTION, text.spans(sentence.start, sentence.end)), due, parties)
