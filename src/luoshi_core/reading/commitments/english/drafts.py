"""English units that wait for what the lines below them say, and the commitments that they become."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.english.kind import cadence_of, kind_of
from luoshi_core.reading.commitments.english.predicate import Predicate
from luoshi_core.reading.commitments.english.sources import PartySource, heading_due, leader_of, settle_parties
from luoshi_core.reading.commitments.english.units import Unit
from luoshi_core.reading.commitments.english.wide import Wide, WideByPath, first_due
from luoshi_core.reading.commitments.targets import TargetMatch
from luoshi_core.reading.commitments.timing import Timing
from luoshi_core.reading.model import Cadence, Commitment, Found, How, Target
from luoshi_core.reading.passages import Passage
from luoshi_core.reading.traced import Span, Traced

_END_OF_SERIES = re.compile(
    r"(?:and )?(?:until|till|through|to|up to|ending|between|from\b.*\b(?:to|until|through)|throughout"
    r"|during|in|over|for the)\b",
    re.IGNORECASE,
)
_ABBREVIATED_END = re.compile(r"\b(?:a\.m|p\.m|Inc|Ltd|etc|U\.S)$")
_LONGEST_ABBREVIATION = 4


@dataclass(frozen=True, slots=True)
class LeadIn:
    """What a sentence before a list says for all of it: who is bound, how, and until when."""

    depth: int
    predicate: Predicate
    found: Found
    due: Timing | None = None


@dataclass(slots=True)
class Draft:
    """A unit that waits for what the lines below it may still say."""

    passage: Passage
    text: Traced
    unit: Unit
    sources: list[PartySource]
    lead_in: LeadIn | None = None


def finish(draft: Draft, wide: WideByPath, context: PlanContext) -> Commitment:
    """The commitment of a draft, now that everything has been read."""
    unit, text, path = draft.unit, draft.text, draft.passage.path
    end = _without_marks(text.text, unit.start, unit.end)
    words, spans = text.text[unit.start : end], text.spans(unit.start, end)
    above = wide.above(path)
    sources = [*draft.sources, *[PartySource(w.parties, w.found) for w in above if w.parties]]
    owner, partners, found = settle_parties(unit.predicate, _own(draft, spans), sources)
    cadence = cadence_of(unit, words)
    timing = _due(draft, cadence, sources, above, context)
    leader = leader_of(sources)
    if timing is not None:
        found["due"] = timing[1]
    if leader is not None:
        found["leader"] = leader[1]
    return Commitment(
        quote=words,
        spans=spans,
        path=path,
        owner=owner,
        partners=partners,
        leader=leader[0] if leader else None,
        due=timing[0].due if timing else None,
        cadence=cadence,
        targets=tuple([_placed(t, text) for t in unit.targets]),
        kind=kind_of(unit, words, cadence),
        found=found,
        remarks=tuple([remark for t in unit.timings for remark in t.remarks]),
    )


def _placed(match: TargetMatch, text: Traced) -> Target:
    target = match.target
    return Target(target.measure, target.op, target.value, target.unit, text.spans(match.start, match.end))


def _own(draft: Draft, spans: tuple[Span, ...]) -> Found:
    """Where the owner that the predicate names stands: in the lead-in or in the unit's own words."""
    lead_in = draft.lead_in
    if lead_in is not None and draft.unit.predicate.actor == lead_in.predicate.actor:
        return lead_in.found
    return Found(How.OWN_WORDS, spans)


def _due(
    draft: Draft, cadence: Cadence, sources: Sequence[PartySource], above: Sequence[Wide], context: PlanContext
) -> tuple[Timing, Found] | None:
    """The deadline, nearest words first, and where it stands."""
    unit, text = draft.unit, draft.text
    own = [t for t in unit.timings if t.due is not None]
    if cadence is not Cadence.ONCE:
        own = [t for t in own if _ends_a_series(text.text, t)]
    if own:
        return own[0], Found(How.OWN_WORDS, text.spans(own[0].start, own[0].end))
    if cadence is not Cadence.ONCE or unit.timings:
        return None
    if unit.inherited is not None:
        return unit.inherited, Found(How.SENTENCE, text.spans(unit.inherited.start, unit.inherited.end))
    return _due_around(draft, sources, above, context)


def _due_around(
    draft: Draft, sources: Sequence[PartySource], above: Sequence[Wide], context: PlanContext
) -> tuple[Timing, Found] | None:
    """The deadline that the lead-in, a bracket or line, a heading, or a sentence about all items sets."""
    if draft.lead_in is not None and draft.lead_in.due is not None:
        return draft.lead_in.due, draft.lead_in.found
    for source in sources:
        if source.parties.due and (timing := first_due(source.parties.due, context)):
            return timing, source.found
    from_heading = heading_due(draft.passage, context)
    return from_heading or next(((w.due, w.found) for w in above if w.due is not None), None)


def _ends_a_series(text: str, timing: Timing) -> bool:
    """Whether a deadline beside a frequency says until when it goes on."""
    return (
        _END_OF_SERIES.match(text[timing.start : timing.end])
        or _END_OF_SERIES.match(text[max(0, timing.start - 8) : timing.start])
    ) is not None


def _without_marks(text: str, start: int, end: int) -> int:
    """Where a quotation ends that leaves out the final marks."""
    words = text[start:end]
    kept = len(words.rstrip(" .;:,"))
    if _ABBREVIATED_END.search(words, max(0, kept - _LONGEST_ABBREVIATION), kept):
        kept = min(kept + 1, len(words))
    return start + kept
