"""English plans, resolutions and strategies -> commitments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.english_kind import cadence_of, is_checkable, kind_of
from luoshi_core.reading.commitments.english_parties import (
    EnglishParties,
    bracket_at_end,
    is_actor,
    names_in,
    read_english_parties,
    states_parties,
)
from luoshi_core.reading.commitments.english_predicate import Force, Predicate, read_predicate
from luoshi_core.reading.commitments.english_sentences import sentences, without_speech
from luoshi_core.reading.commitments.english_sources import (
    PartySource,
    heading_due,
    heading_sources,
    leader_of,
    settle_parties,
    source_of,
)
from luoshi_core.reading.commitments.english_units import Marks, Unit, units_of_sentence
from luoshi_core.reading.commitments.tables import commitments_of_table
from luoshi_core.reading.commitments.targets import TargetMatch, find_targets
from luoshi_core.reading.commitments.timing import Timing, find_timings, last_year_named
from luoshi_core.reading.header import Header
from luoshi_core.reading.model import Cadence, Commitment, Found, How
from luoshi_core.reading.passages import Passage
from luoshi_core.reading.source import Role
from luoshi_core.reading.traced import Span, Traced

_BULLET = re.compile(r"^\s*[•▪●◦*–—‣·-]\s+")
_ASIDE = re.compile(
    r"^\s*(?:whereas\b|notes?\s*\d*:|source:|photo|(?:budget|costs?|funding|resources?|status"
    r"|measures? of success|kpis?|indicators?|outcomes?|outputs?|priority|progress|rationale|baseline"
    r"|background|evidence)\s*:|figure \d|table \d|see (?:also )?|for more information|contact\b)",
    re.IGNORECASE,
)
_ACTION_MARK = re.compile(
    r"^(?:actions?|agreed|resolved|decisions?|decided)(?: points?| items?)?(?: \d+(?:\.\d+)*)?\s*[:–]\s+(?=\S)",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"^(?:(?:now,? )?therefore,? )?(?:be it )?(?:further )?(?:resolved|ordained|ordered"
    r"|enacted)(?: further)?(?:,? as follows|,? by [^,:]*?(?=,|:|\sthat\b))?[,:]?\s*(?:that\s+)?",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"foreword|message from|preface|letter from|acknowledge?ments|glossary|definitions|recitals", re.IGNORECASE
)
_REVIEW = re.compile(
    r"introduction|background|context|achievements|progress (?:to date|so far)|what we have|our (?:story"
    r"|progress|vision|values)|vision|case stud",
    re.IGNORECASE,
)
_HIGHER = re.compile(
    r"^(?:[^,.;]*,\s+)?(?:the )?(?:(?:us|uk|u\.s\.|national|federal|central|state|provincial|scottish"
    r"|welsh|european)(?:'s|’s)?\s+\w*\s*(?:government|law|act|legislature|congress|parliament|commission"
    r"|ministry|department|statute)"
    r"|state|governor|president|prime minister|secretary of state|minister|congress|parliament|legislature"
    r"|government)\b[^,.;]*?\b(?:shall|must|will|requires?|directs?|calls?|has|have|expects?|is|are|asks?"
    r"|orders?)\b",
    re.IGNORECASE,
)
_BACKGROUND_LAW = re.compile(
    r"^(?:under|pursuant to|according to|by virtue of) (?:the |section|article|state|federal|national"
    r"|existing|current)[^,]*\b(?:act|law|laws|code|statute|regulations?|directive"
    r"|legislation)\b[^,]*,\s+(?:all|every|each|any|local|cities|councils|municipalities|districts)\b",
    re.IGNORECASE,
)
_ALL_ITEMS = re.compile(
    r"\b(?:all|every|each)\s+(?:of the |other |the )?(?:\w+ ){0,2}?(?:actions?|tasks?|items?|measures?"
    r"|commitments?|deliverables?|activit(?:y|ies)|recommendations?|works?)\b[^.;]*?\b(?:shall|must|will"
    r"|should|are|is)\b[^.;]*?\b(?:completed?|implemented|finished|delivered|done|due|in place|closed)\b"
    r"|\b(?:unless|except (?:where|as)) (?:otherwise|noted|stated|indicated|another)\b[^.;]*\b(?:due"
    r"|deadline|completed?)\b",
    re.IGNORECASE,
)
_ANSWERS_FOR_ALL = re.compile(
    r"^(?:(?:Unless|Except)[^,]*,\s+)?(?:[Tt]he |[Oo]ur )?(?P<who>(?!lead\b)[A-Z][^,.;]*?)\s+(?:(?:is|are"
    r"|will be|shall be|has been) responsible(?=\.?$)|"
    r"(?:(?:is|are|will be|shall be|has been)\s+)?(?:the lead (?:agency|department|body) for"
    r"|responsible for|leads?(?: on)?|will lead|accountable for|shall lead|oversees?)\s+(?:every|all|each"
    r"|this|the (?:following|above|work|goal|actions?))\b)",
)
_END_OF_SERIES = re.compile(
    r"^(?:and )?(?:until|till|through|to|up to|ending|between|from\b.*\b(?:to|until|through)|throughout"
    r"|during|in|over|for the)\b",
    re.IGNORECASE,
)
_ONLY_IDENTIFIES = re.compile(
    r"\bwithin (?:a )?[\w,.]+[- ](?:feet|foot|ft|met(?:er|re)s?|m|yards?|miles?|km|kilomet(?:er|re)s?|blocks?)\b"
    r"|\b(?:older|younger|larger|smaller|taller|longer|shorter|heavier) than [\w,.]+ \w+"
    r"|\baged? [\w,.]+(?: (?:and|or|to) \w+)?|\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Draft:
    """A unit that waits for what the lines below it may still say."""

    passage: Passage
    text: Traced
    unit: Unit
    sources: list[PartySource]
    lead_in: _LeadIn | None = None


@dataclass(frozen=True, slots=True)
class _LeadIn:
    """What a sentence before a list says for all of it: who is bound, how, and until when."""

    depth: int
    predicate: Predicate
    found: Found
    due: Timing | None = None


@dataclass(slots=True)
class _Wide:
    """What holds for every unit under a path."""

    path: tuple[str, ...]
    found: Found
    due: Timing | None = None
    parties: EnglishParties = field(default_factory=EnglishParties)


def commitments_of_english(passages: Sequence[Passage], header: Header, context: PlanContext) -> list[Commitment]:
    """Every commitment of an English document in reading order."""
    reader = _Reader(header, context)
    for passage in passages:
        reader.read(passage)
    return [done for drafted in reader.drafts for done in reader.finish(drafted)]


class _Reader:
    """Walks down a document and remembers what lead-ins, lines and headings said."""

    def __init__(self, header: Header, context: PlanContext) -> None:
        self.header = header
        self.context = context
        self.drafts: list[_Draft | list[Commitment]] = []
        self.wide: list[_Wide] = []
        self.lead_in: _LeadIn | None = None
        self.forward: tuple[tuple[str, ...], PartySource] | None = None
        self.since = 0
        self.above: tuple[str, ...] = ()

    def read(self, passage: Passage) -> None:
        """Take in one passage."""
        if passage.grid is not None:
            self.drafts.append(commitments_of_table(passage, self.header, self.context))
        elif passage.heading:
            self.lead_in, self.since = None, len(self.drafts)
        elif passage.text is not None and passage.role is not Role.FOOTNOTE and not _is_letter(passage):
            self._read_text(passage, passage.text)

    def _read_text(self, passage: Passage, text: Traced) -> None:
        bullet = _BULLET.match(text.text)
        if bullet:
            text = text.cut(bullet.end())
        if _ASIDE.match(text.text):
            return
        marked = _ACTION_MARK.match(text.text)
        if marked:
            text = text.cut(marked.end())
        if states_parties(text.text):
            self._read_line(passage, text)
            return
        item = bool(bullet or marked) or passage.role is Role.LIST_ITEM or len(passage.path) > len(passage.headings)
        if self.lead_in is not None and not (
            bool(bullet) or passage.role is Role.LIST_ITEM or len(passage.path) > self.lead_in.depth
        ):
            self.lead_in = None
        if passage.path != self.above:
            self.since, self.above = len(self.drafts), passage.path
        self._read_paragraph(passage, text, item=item or self.lead_in is not None)

    def _read_line(self, passage: Passage, text: Traced) -> None:
        """A line of its own says who answers for the item above it, or for what comes below a heading."""
        source = source_of(read_english_parties(text.text), How.BRACKET, text)
        waiting = [d for d in self.drafts[self.since :] if isinstance(d, _Draft) and d.passage.path == passage.path]
        for draft in waiting:
            draft.sources.insert(0, source)
        if not waiting:
            parties = source.parties
            due = next((t for t in find_timings(parties.due or "", self.context) if t.due), None)
            self.wide.append(_Wide(passage.path, Found(How.HEADING, source.found.spans), due, parties))

    def _read_paragraph(self, passage: Passage, text: Traced, *, item: bool) -> None:
        plain = without_speech(text.text)
        ending = bracket_at_end(plain)
        sources = [source_of(ending[1], How.BRACKET, text, ending[0])] if ending else []
        plain = plain[: ending[0]] if ending else plain
        before: Predicate | None = None
        if self.lead_in is not None:
            before = self.lead_in.predicate
        for sentence in sentences(plain):
            before = self._read_sentence(passage, text, plain, sentence, sources, before, item=item)

    def _read_sentence(
        self,
        passage: Passage,
        text: Traced,
        plain: str,
        span: Span,
        sources: list[PartySource],
        before: Predicate | None,
        *,
        item: bool,
    ) -> Predicate | None:
        words = plain[span.start : span.end]
        if formula := _FORMULA.match(words):
            span = Span(span.start + formula.end(), span.end)
            words = plain[span.start : span.end]
        if self._is_background(words) or self._holds_for_all(passage, text, words, span):
            return before
        own = bracket_at_end(words)
        if own is not None:
            sources = [source_of(own[1], How.BRACKET, text, span.start + own[0], span.end), *sources]
            span = Span(span.start, span.start + own[0])
        marks = self._marks(plain, span)
        if words.endswith(":") and self._opens_list(passage, text, words, span, marks):
            return before
        last = before
        for unit in units_of_sentence(plain, span, marks, item=item, before=before):
            self._keep(passage, text, unit, sources, item=item)
            last = unit.predicate if unit.predicate.actor else last
        return last

    def _marks(self, plain: str, span: Span) -> Marks:
        words = plain[span.start : span.end]
        timings = find_timings(words, self.context, last_year_named(plain[: span.start]))
        targets = find_targets(words, timings, english=True)
        far = [(m.start(), m.end()) for m in _ONLY_IDENTIFIES.finditer(words)]
        kept = [t for t in targets if not any(low <= t.start < high for low, high in far)]
        return Marks([_moved(t, span.start) for t in timings], [_target_moved(t, span.start) for t in kept])

    def _is_background(self, words: str) -> bool:
        if _BACKGROUND_LAW.match(words):
            return True
        higher = _HIGHER.match(words)
        issuer = (self.header.issuer or "").lower()
        return higher is not None and not re.search(
            r"\b(?:state|government|ministry|federal|national|governor|parliament)\b", issuer
        )

    def _holds_for_all(self, passage: Passage, text: Traced, words: str, span: Span) -> bool:
        """A sentence about all items gives them a date or an owner and is none itself."""
        spans = text.spans(span.start, span.end)
        path = passage.path if len(passage.path) == len(passage.headings) else passage.path[:-1]
        if (match := _ANSWERS_FOR_ALL.match(words)) and is_actor(match["who"]):
            names = names_in(match["who"])
            self.wide.append(
                _Wide(path, Found(How.INTRODUCTION, spans), parties=EnglishParties(names[0], tuple(names[1:])))
            )
            return True
        if not _ALL_ITEMS.search(words):
            return False
        due = next((t for t in find_timings(words, self.context) if t.due is not None), None)
        if due is not None:
            whole = re.search(r"\b(?:plan|strategy|document|resolution|programme|program)\b", words)
            self.wide.append(_Wide(() if whole else path, Found(How.INTRODUCTION, spans), due))
        return due is not None

    def _opens_list(self, passage: Passage, text: Traced, words: str, span: Span, marks: Marks) -> bool:
        timing = marks.timings[0].end - span.start if marks.timings and marks.timings[0].start <= span.start + 4 else 0
        predicate = read_predicate(words.rstrip(": ") + " do", timing)
        due = next((t for t in marks.timings if t.due is not None), None)
        if predicate is None and due is None:
            return False
        if predicate is None:
            predicate = Predicate(Force.DUTY, 0)
        self.lead_in = _LeadIn(
            len(passage.path), predicate, Found(How.INTRODUCTION, text.spans(span.start, span.end)), due
        )
        return True

    def _keep(self, passage: Passage, text: Traced, unit: Unit, sources: list[PartySource], *, item: bool) -> None:
        words = text.text[unit.start : unit.end]
        lead_in = self.lead_in
        if lead_in is not None and unit.predicate.imperative:
            unit = _led(unit, lead_in)
        if not is_checkable(unit, words, item=item) or not self._binds(passage, unit):
            return
        self.drafts.append(_Draft(passage, text, unit, [*sources, *heading_sources(passage)], lead_in))

    def _binds(self, passage: Passage, unit: Unit) -> bool:
        """An article binds only whom it reports to have decided; a review only what it dates or counts."""
        predicate = unit.predicate
        if self.header.newspaper or not self.header.binding:
            return predicate.actor is not None and predicate.will
        if passage.headings and _REVIEW.search(passage.headings[-1].title):
            return bool(unit.targets or unit.timings) or (predicate.actor is not None and not predicate.will)
        return True

    def finish(self, drafted: _Draft | list[Commitment]) -> Iterator[Commitment]:
        """The commitment of a draft, now that everything has been read."""
        if isinstance(drafted, list):
            yield from drafted
            return
        unit, text = drafted.unit, drafted.text
        start, end = _without_marks(text.text, unit.start, unit.end)
        words = text.text[start:end]
        wide = [w for w in self.wide if drafted.passage.path[: len(w.path)] == w.path]
        sources = [*drafted.sources, *(PartySource(w.parties, w.found) for w in reversed(wide) if w.parties)]
        led = drafted.lead_in is not None and unit.predicate.actor == drafted.lead_in.predicate.actor
        own = drafted.lead_in.found if led and drafted.lead_in else Found(How.OWN_WORDS, text.spans(start, end))
        owner, partners, found = settle_parties(unit.predicate, own, sources)
        cadence = cadence_of(unit, words)
        timing = self._due(drafted, cadence, sources, wide)
        if timing is not None:
            found["due"] = timing[1]
        if leader := leader_of(sources):
            found["leader"] = leader[1]
        yield Commitment(
            quote=words,
            spans=text.spans(start, end),
            path=drafted.passage.path,
            owner=owner,
            partners=partners,
            leader=leader[0] if leader else None,
            due=timing[0].due if timing else None,
            cadence=cadence,
            targets=tuple(replace(t.target, spans=text.spans(t.start, t.end)) for t in unit.targets),
            kind=kind_of(unit, words, cadence),
            found=found,
            remarks=tuple(remark for t in unit.timings for remark in t.remarks),
        )

    def _due(
        self, drafted: _Draft, cadence: Cadence, sources: list[PartySource], wide: list[_Wide]
    ) -> tuple[Timing, Found] | None:
        unit, text = drafted.unit, drafted.text
        own = [t for t in unit.timings if t.due is not None]
        if cadence is not Cadence.ONCE:
            own = [
                t
                for t in own
                if _END_OF_SERIES.match(text.text[t.start : t.end])
                or _END_OF_SERIES.search(text.text[max(0, t.start - 8) : t.start])
            ]
        if own:
            return own[0], Found(How.OWN_WORDS, text.spans(own[0].start, own[0].end))
        if cadence is not Cadence.ONCE or unit.timings:
            return None
        if unit.inherited is not None:
            return unit.inherited, Found(How.SENTENCE, text.spans(unit.inherited.start, unit.inherited.end))
        if drafted.lead_in is not None and drafted.lead_in.due is not None:
            return drafted.lead_in.due, drafted.lead_in.found
        for source in sources:
            timing = next((t for t in find_timings(source.parties.due or "", self.context) if t.due), None)
            if timing is not None:
                return timing, source.found
        above = heading_due(drafted.passage, self.context)
        return above or next(((w.due, w.found) for w in reversed(wide) if w.due is not None), None)


def _is_letter(passage: Passage) -> bool:
    return any(_LETTER.search(heading.title) for heading in passage.headings)


def _led(unit: Unit, lead_in: _LeadIn) -> Unit:
    lead = lead_in.predicate
    predicate = unit.predicate
    if predicate.actor is None:
        predicate = replace(predicate, actor=lead.actor, partners=(*predicate.partners, *lead.partners))
    force = lead.force if predicate.force is Force.DUTY else predicate.force
    return replace(unit, predicate=replace(predicate, force=force))


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    kept = words.rstrip(" .;:,")
    if re.search(r"\b(?:a\.m|p\.m|Inc|Ltd|etc|U\.S)$", kept):
        kept = words[: len(kept) + 1]
    return start, start + len(kept)


def _moved(timing: Timing, by: int) -> Timing:
    return replace(timing, start=timing.start + by, end=timing.end + by)


def _target_moved(match: TargetMatch, by: int) -> TargetMatch:
    return replace(match, start=match.start + by, end=match.end + by)
