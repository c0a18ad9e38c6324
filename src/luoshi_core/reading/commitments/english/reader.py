"""English plans, resolutions and strategies -> commitments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.english.drafts import Draft, LeadIn, finish
from luoshi_core.reading.commitments.english.gate import may_bind
from luoshi_core.reading.commitments.english.kind import is_checkable
from luoshi_core.reading.commitments.english.parties import bracket_at_end, read_english_parties, states_parties
from luoshi_core.reading.commitments.english.predicate import Force, Predicate, read_predicate
from luoshi_core.reading.commitments.english.scope import is_aside, is_background, is_higher, is_letter, is_review
from luoshi_core.reading.commitments.english.sentences import sentences, without_speech
from luoshi_core.reading.commitments.english.sources import PartySource, heading_sources, source_of
from luoshi_core.reading.commitments.english.units import Marks, Unit, units_of_sentence
from luoshi_core.reading.commitments.english.wide import Wide, WideByPath, first_due, read_wide
from luoshi_core.reading.commitments.english.words import lowered
from luoshi_core.reading.commitments.tables.reader import commitments_of_table
from luoshi_core.reading.commitments.targets import TargetMatch, find_targets
from luoshi_core.reading.commitments.timing import Timing, find_timings, last_year_named
from luoshi_core.reading.header import Header
from luoshi_core.reading.model import Commitment, Found, How
from luoshi_core.reading.passages import Passage
from luoshi_core.reading.source import Role
from luoshi_core.reading.traced import Span, Traced

_BULLET = re.compile(r"^\s*[•▪●◦*–—‣·-]\s+")
_ACTION_MARK = re.compile(
    r"^(?:actions?|agreed|resolved|decisions?|decided)(?: points?| items?)?(?: \d+(?:\.\d+)*)?\s*[:–]\s+(?=\S)",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"^(?:(?:now,? )?therefore,? )?(?:be it )?(?:further )?(?:resolved|ordained|ordered"
    r"|enacted)(?: further)?(?:,? as follows|,? by [^,:]*?(?=,|:|\sthat\b))?[,:]?\s*(?:that\s+)?",
    re.IGNORECASE,
)
_ONLY_IDENTIFIES = re.compile(
    r"\Wwithin (?:a )?[\w,.]+[- ](?:feet|foot|ft|met(?:er|re)s?|m|yards?|miles?|km|kilomet(?:er|re)s?|blocks?)\b"
    r"|\W(?:older|younger|larger|smaller|taller|longer|shorter|heavier) than [\w,.]+ \w+"
    r"|\Waged? [\w,.]+(?: (?:and|or|to) \w+)?|\W\d{1,2}(?::\d\d)? ?[ap]\.?m\b"
    r"|\W\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december)\b"
)


def commitments_of_english(passages: Sequence[Passage], header: Header, context: PlanContext) -> list[Commitment]:
    """Every commitment of an English document in reading order."""
    reader = _Reader(header, context)
    for passage in passages:
        reader.read(passage)
    done: list[Commitment] = []
    wide = WideByPath(reader.wide)
    for drafted in reader.drafts:
        done += [finish(drafted, wide, context)] if isinstance(drafted, Draft) else drafted
    return done


class _Reader:
    """Walks down a document and remembers what lead-ins, lines and headings said."""

    def __init__(self, header: Header, context: PlanContext) -> None:
        self.header = header
        self.context = context
        self.drafts: list[Draft | list[Commitment]] = []
        self.wide: list[Wide] = []
        self.lead_in: LeadIn | None = None
        self.higher_issuer = is_higher(header.issuer)
        self.heading: tuple[tuple[Traced, ...], list[PartySource]] = ((), [])
        self.since = 0
        self.above: tuple[str, ...] = ()

    def read(self, passage: Passage) -> None:
        """Take in one passage."""
        if passage.grid is not None:
            self.drafts.append(commitments_of_table(passage, self.header, self.context))
        elif passage.heading:
            self.lead_in, self.since = None, len(self.drafts)
        elif passage.text is not None and passage.role is not Role.FOOTNOTE and not is_letter(passage):
            self._read_text(passage, passage.text)

    def _read_text(self, passage: Passage, text: Traced) -> None:
        bullet = _BULLET.match(text.text)
        if bullet:
            text = text.cut(bullet.end())
        if is_aside(text.text):
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
        waiting = [d for d in self.drafts[self.since :] if isinstance(d, Draft) and d.passage.path == passage.path]
        for draft in waiting:
            draft.sources.insert(0, source)
        if not waiting:
            parties = source.parties
            due = first_due(parties.due, self.context) if parties.due else None
            self.wide.append(Wide(passage.path, Found(How.HEADING, source.found.spans), due, parties))

    def _read_paragraph(self, passage: Passage, text: Traced, *, item: bool) -> None:
        plain = without_speech(text.text)
        ending = bracket_at_end(plain)
        sources = [source_of(ending[1], How.BRACKET, text, ending[0])] if ending else []
        plain = plain[: ending[0]] if ending else plain
        before: Predicate | None = None
        if self.lead_in is not None:
            before = self.lead_in.predicate
        for sentence in sentences(plain):
            if not may_bind(plain, sentence, item=item, bound=before is not None):
                continue
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
        if is_background(words, higher_issuer=self.higher_issuer):
            return before
        if wide := read_wide(passage, text, span, words, self.context):
            self.wide.append(wide)
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
        return Marks([_moved(t, span.start) for t in timings], lambda: _targets(words, timings, span.start))

    def _opens_list(self, passage: Passage, text: Traced, words: str, span: Span, marks: Marks) -> bool:
        timing = marks.timings[0].end - span.start if marks.timings and marks.timings[0].start <= span.start + 4 else 0
        predicate = read_predicate(words.rstrip(": ") + " do", timing)
        due = next((t for t in marks.timings if t.due is not None), None)
        if predicate is None and due is None:
            return False
        if predicate is None:
            predicate = Predicate(Force.DUTY, 0)
        self.lead_in = LeadIn(
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
        self.drafts.append(Draft(passage, text, unit, [*sources, *self._sources_above(passage)], lead_in))

    def _sources_above(self, passage: Passage) -> list[PartySource]:
        """What the headings say; most passages stand under the same ones as the passage before."""
        words, sources = self.heading
        if words != passage.heading_words:
            words, sources = self.heading = (passage.heading_words, heading_sources(passage))
        return sources

    def _binds(self, passage: Passage, unit: Unit) -> bool:
        """An article binds only whom it reports to have decided; a review only what it dates or counts."""
        predicate = unit.predicate
        if self.header.newspaper or not self.header.binding:
            return predicate.actor is not None and predicate.will
        if is_review(passage):
            return bool(unit.targets or unit.timings) or (predicate.actor is not None and not predicate.will)
        return True


def _led(unit: Unit, lead_in: LeadIn) -> Unit:
    lead = lead_in.predicate
    predicate = unit.predicate
    if predicate.actor is None:
        predicate = predicate._replace(actor=lead.actor, partners=(*predicate.partners, *lead.partners))
    force = lead.force if predicate.force is Force.DUTY else predicate.force
    return unit._replace(predicate=predicate._replace(force=force))


def _moved(timing: Timing, by: int) -> Timing:
    return Timing(timing.start + by, timing.end + by, timing.due, timing.cadence, timing.remarks)


def _targets(words: str, timings: Sequence[Timing], by: int) -> list[TargetMatch]:
    """The numbers of a sentence without those that only say which thing is meant, moved to their place."""
    targets = find_targets(words, timings, english=True)
    if not targets:
        return targets
    far = [(m.start(), m.end() - 1) for m in _ONLY_IDENTIFIES.finditer(f" {lowered(words)}")]
    return [_target_moved(t, by) for t in targets if not any(low <= t.start < high for low, high in far)]


def _target_moved(match: TargetMatch, by: int) -> TargetMatch:
    return TargetMatch(match.start + by, match.end + by, match.target)
