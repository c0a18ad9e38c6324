"""A draft and what lies around it -> a commitment: the nearest source wins, and every field says where it came"
" from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from luoshi_core.reading.commitments.chinese.drafts import Draft
from luoshi_core.reading.commitments.chinese.inheritance import Duty
from luoshi_core.reading.commitments.chinese.judging import behind_subject
from luoshi_core.reading.commitments.chinese.kinds import keeps_grade, only_reaches
from luoshi_core.reading.commitments.chinese.owners import Parties
from luoshi_core.reading.commitments.targets import TargetMatch
from luoshi_core.reading.commitments.timing import Timing
from luoshi_core.reading.model import Cadence, Commitment, Found, How, Kind, Target
from luoshi_core.reading.passages import Passage
from luoshi_core.reading.traced import Span, Traced

_SELF = ("我", "本")
_PLACE = re.compile(r"^(?![各全市县区]).*(?:[站厅房厂场点室店院馆]|窗口|校区|园区)$")


@dataclass(slots=True)
class Sources:
    """What may lend a unit its owner and date, nearest first."""

    line: Duty | None
    headings: Sequence[Duty]
    intro: Duty | None
    all_due: tuple[Timing, tuple[Span, ...]] | None


@dataclass(slots=True)
class _Who:
    owner: str | None = None
    partners: tuple[str, ...] = ()
    leader: str | None = None


def resolve(passage: Passage, draft: Draft, sources: Sources, rule: bool) -> Commitment:
    """The commitment that a draft stands for."""
    text = passage.text
    assert text is not None
    found: dict[str, Found] = {}
    duties = [d for d in (sources.line, *sources.headings, sources.intro) if d]
    who = _who(passage, draft, duties, found)
    cadence = _cadence(passage, draft, found)
    due = _due(passage, draft, duties, sources, cadence, found)
    if cadence is Cadence.ONCE and due is None and (lent := _lent_cadence(duties)):
        cadence = lent
    kind = _kind(draft, cadence)
    remarks = draft.due.remarks if draft.due else ()
    return Commitment(
        quote=text.text[draft.start : draft.end],
        spans=text.spans(draft.start, draft.end),
        path=passage.path,
        owner=intern(who.owner) if who.owner else None,
        partners=_same(who.partners),
        leader=who.leader,
        due=due,
        cadence=cadence,
        targets=tuple([_placed(match, text) for match in draft.targets]),
        kind=kind,
        found=found,
        remarks=remarks,
    )


def _placed(match: TargetMatch, text: Traced) -> Target:
    target, spans = match.target, text.spans(match.start, match.end)
    return Target(intern(target.measure), target.op, target.value, intern(target.unit), spans)


@lru_cache(1024)
def _same(partners: tuple[str, ...]) -> tuple[str, ...]:
    """One object for all that are equal: the same few bodies act again and again."""
    return partners


def _who(passage: Passage, draft: Draft, duties: Sequence[Duty], found: dict[str, Found]) -> _Who:
    number = passage.path[-1] if passage.path else None
    shares = [(duty, duty.parties.share_of(number, draft.words)) for duty in duties]
    own = draft.subject is not None and not _is_ours(draft, duties)
    who = _own(passage, draft, found) if own else _lent(shares, found)
    if own:
        _add_partners(who, shares, found)
    elif draft.partners:
        who.partners = (*draft.partners, *who.partners)
        found["partners"] = Found(How.OWN_WORDS, passage.text.spans(draft.start, draft.end) if passage.text else ())
    if who.partners:
        who.partners = tuple([name for name in dict.fromkeys(who.partners) if name != who.owner])
    for duty, parties in shares:
        if parties.leader:
            who.leader = parties.leader
            found["leader"] = Found(duty.how, duty.spans)
            break
    return who


def _is_ours(draft: Draft, duties: Sequence[Duty]) -> bool:
    """Whether the subject is a place of the body that speaks of itself (我公司承诺：换热站每日巡检)."""
    assert draft.subject is not None
    lender = next((duty.parties.owner for duty in duties if duty.parties.owner), None) or ""
    return lender[0:1] in _SELF and not draft.subject.by and _PLACE.search(draft.subject.owner) is not None


def _own(passage: Passage, draft: Draft, found: dict[str, Found]) -> _Who:
    assert passage.text is not None
    assert draft.subject is not None
    how = How.SENTENCE if draft.carried else How.OWN_WORDS
    place = Found(how, passage.text.spans(draft.subject.start, draft.subject.end))
    found["owner"] = place
    if draft.partners:
        found["partners"] = place
    return _Who(draft.subject.owner, draft.partners)


def _lent(shares: Sequence[tuple[Duty, Parties]], found: dict[str, Found]) -> _Who:
    who = _Who()
    for duty, parties in shares:
        if parties.partners or parties.owner:
            who.partners = (*who.partners, *parties.partners)
            if parties.partners:
                found.setdefault("partners", Found(duty.how, duty.spans))
        if parties.owner:
            who.owner = parties.owner
            found["owner"] = Found(duty.how, duty.spans)
            break
    return who


def _add_partners(who: _Who, shares: Sequence[tuple[Duty, Parties]], found: dict[str, Found]) -> None:
    """A list with the same lead, or with partners only, adds its partners to an owner of the unit's own."""
    for duty, parties in shares:
        if parties.owner in (None, who.owner) and parties.partners:
            who.partners = (*who.partners, *parties.partners)
            found.setdefault("partners", Found(duty.how, duty.spans))
        if parties.owner:
            return


def _cadence(passage: Passage, draft: Draft, found: dict[str, Found]) -> Cadence:
    assert passage.text is not None
    if draft.forbids or draft.condition:
        return Cadence.STANDING
    if draft.every and draft.every.cadence:
        found["cadence"] = Found(How.OWN_WORDS, passage.text.spans(draft.every.start, draft.every.end))
        return draft.every.cadence
    return Cadence.STANDING if draft.stands else Cadence.ONCE


def _due(
    passage: Passage,
    draft: Draft,
    duties: Sequence[Duty],
    sources: Sources,
    cadence: Cadence,
    found: dict[str, Found],
) -> dt.date | None:
    assert passage.text is not None
    if draft.due:
        how = How.SENTENCE if draft.due_carried else How.OWN_WORDS
        found["due"] = Found(how, passage.text.spans(draft.due.start, draft.due.end))
        return draft.due.due
    if cadence is not Cadence.ONCE:
        return None
    for duty in duties:
        if (timing := duty.timing) and timing.due:
            found["due"] = Found(duty.how, duty.spans)
            return timing.due
    if sources.all_due:
        found["due"] = Found(How.DOCUMENT, sources.all_due[1])
        return sources.all_due[0].due
    return None


def _lent_cadence(duties: Sequence[Duty]) -> Cadence | None:
    return next((d.timing.cadence for d in duties if d.how is How.BRACKET and d.timing and d.timing.cadence), None)


def _kind(draft: Draft, cadence: Cadence) -> Kind:
    if draft.forbids:
        return Kind.PROHIBITION
    counts = draft.targets or "全覆盖" in draft.words or keeps_grade(draft.words)
    if counts and not draft.condition and only_reaches(behind_subject(draft)):
        return Kind.TARGET
    return Kind.STANDING if cadence is Cadence.STANDING else Kind.ACTION
