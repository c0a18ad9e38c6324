"""Where an English unit that names nobody finds its owner and date: brackets, lines, headings, lead-ins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.english.parties import (
    EnglishParties,
    bracket_at_end,
    read_english_parties,
    states_parties,
)
from luoshi_core.reading.commitments.english.predicate import Predicate
from luoshi_core.reading.commitments.timing import Timing, find_timings
from luoshi_core.reading.model import Found, How
from luoshi_core.reading.passages import Passage
from luoshi_core.reading.traced import Traced

_DUE_HEADING = re.compile(
    r"\b(?:by|before|until|no later|due|deadline|end of|within|during|in (?:q[1-4]|20\d\d)|q[1-4])\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PartySource:
    """Parties that hold for the units near them, and where they stand."""

    parties: EnglishParties
    found: Found


def source_of(parties: EnglishParties, how: How, text: Traced, start: int = 0, end: int | None = None) -> PartySource:
    """A source that stands at ``text[start:end]``, white space around it left out."""
    return PartySource(parties, Found(how, text.cut(start, end).strip().spans()))


def heading_sources(passage: Passage) -> list[PartySource]:
    """What the headings above say in brackets or behind keys, innermost first."""
    sources = []
    for words in reversed(passage.heading_words):
        found = bracket_at_end(words.text)
        if found is not None:
            sources.append(source_of(found[1], How.HEADING, words, found[0]))
        elif states_parties(words.text):
            sources.append(source_of(read_english_parties(words.text), How.HEADING, words))
    return sources


def heading_due(passage: Passage, context: PlanContext) -> tuple[Timing, Found] | None:
    """The deadline that the nearest heading sets."""
    for words in reversed(passage.heading_words):
        if _DUE_HEADING.search(words.text):
            for timing in find_timings(words.text, context):
                if timing.due is not None:
                    return timing, Found(How.HEADING, words.spans(timing.start, timing.end))
    return None


def settle_parties(
    predicate: Predicate, own: Found, sources: Sequence[PartySource]
) -> tuple[str | None, tuple[str, ...], dict[str, Found]]:
    """Owner and partners: own words, else the nearest source; a list with another lead is left aside."""
    owner, partners = predicate.actor, list(predicate.partners)
    found: dict[str, Found] = {"owner": own} if owner else {}
    if partners:
        found["partners"] = own
    for source in sources:
        lead = source.parties.owner
        if lead is not None and owner is not None and not same_body(lead, owner):
            break
        if lead is not None and owner is None:
            owner, found["owner"] = lead, source.found
        if source.parties.partners:
            partners += source.parties.partners
            found.setdefault("partners", source.found)
        if lead is not None:
            break
    return owner, tuple(dict.fromkeys(name for name in partners if owner is None or not same_body(name, owner))), found


def same_body(one: str, other: str) -> bool:
    """Whether two printed names are the same words."""
    return one.lower() == other.lower()


def leader_of(sources: Iterable[PartySource]) -> tuple[str, Found] | None:
    """The first leader that a source names."""
    return next(((s.parties.leader, s.found) for s in sources if s.parties.leader), None)
