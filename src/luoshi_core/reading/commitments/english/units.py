"""English sentences -> the units that somebody could report as done or not done."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from luoshi_core.reading.commitments.english.imperative import imperative_at
from luoshi_core.reading.commitments.english.predicate import Force, Predicate, has_predicate, read_predicate
from luoshi_core.reading.commitments.english.sentences import segments
from luoshi_core.reading.commitments.english.words import lowered
from luoshi_core.reading.commitments.targets import TargetMatch
from luoshi_core.reading.commitments.timing import Timing
from luoshi_core.reading.traced import Span

_JOINING = r"and then|and also|and|but|or|then|while|whereas|as well as"
_BREAK = re.compile(
    rf"[,\s](?:(?<=,)\s{{1,3}}(?:(?P<behind_comma>{_JOINING})\s)?|(?<=\s)(?:\s{{0,2}}(?P<word>{_JOINING})\s|(?P<dash>[–—])\s))"
)
_AND_BREAK = re.compile(r",\s+and\s")
_MODAL_NEXT = re.compile(r"(?:also |then |further |thereafter )*(?:shall|must|will)\b(?! of\b)", re.IGNORECASE)
_SUBJECT_NEXT = re.compile(
    r"(?!(?:that|which|who|whose|where)\b)(?:the|each|all|every|any|no|its|our"
    r"|[A-Z])[^,;:]{0,80}?\s(?:shall|must|will|may|is to|are to|is prohibited|are prohibited"
    r"|is responsible|is directed|is required|are required)\b"
    r"|(?:it|they|we|he|she)\s+(?:shall|must|will)\b|(?:that\s+)?[a-z]\w*(?:\s\w+){0,3}\s(?:is"
    r"|are)\s(?:encouraged|urged|invited|welcome|asked|free)\s+to\b",
)
_BEFORE_TIME = re.compile(
    r"(?:and |but )?(?:(?:by|in|on|before|from|until|within|during|no later|not later|than|or|at|every"
    r"|each|the|of|end|starting|beginning|effective|no|for) ?)*",
    re.IGNORECASE,
)
_REST_OF_TIME = re.compile(r"[a-z ]{1,20}(?=,)")
_LONGEST_BEFORE_TIME = 24
_MOST_TRIES = 12
_TIME_OPENING = re.compile(r"\s*,?\s*")
_ANY = re.compile(r"(?:any|every person|anyone|whoever)\b", re.IGNORECASE)
_LIMITS = re.compile(
    r"(?:also )?(?:exceed|be (?:more|less|fewer|higher|lower|greater|longer|later|above|below)|(?:fall"
    r"|drop|go|rise) (?:below|above|under|over)|spend more|charge more|take longer|last longer|cost more"
    r"|last more)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^(?:and |but )?(?:if|when|whenever|where|wherever|should|in the event|unless|in case|upon|each time"
    r"|every time)\b(?! possible| appropriate| necessary| feasible)",
    re.IGNORECASE,
)
_CONDITION_BEHIND = re.compile(
    r"\W(?:if|whenever|wherever|in the event (?:of|that)|each time|every time|in cases? (?:of"
    r"|where))\b(?! (?:possible|appropriate|necessary|feasible|any))"
)


class Unit(NamedTuple):
    """One unit: its characters in the paragraph, how it binds, and the numbers and times in it.

    ``inherited`` is the deadline of the sentence that holds for it too;
    ``conditional`` a duty that arises each time that something happens.
    """

    start: int
    end: int
    predicate: Predicate
    timings: tuple[Timing, ...] = ()
    targets: tuple[TargetMatch, ...] = ()
    inherited: Timing | None = None
    conditional: bool = False


class Marks:
    """The times and numbers of a paragraph, found once, each in the order of the text.

    ``targets`` may be a function that finds them: most sentences that could bind
    somebody bind nobody, and nobody asks for their numbers.
    """

    __slots__ = ("_targets", "timings")

    def __init__(
        self, timings: Sequence[Timing], targets: Sequence[TargetMatch] | Callable[[], Sequence[TargetMatch]]
    ) -> None:
        self.timings = timings
        self._targets = targets

    def timings_in(self, start: int, end: int) -> tuple[Timing, ...]:
        """The times between two characters."""
        return tuple(_between(self.timings, start, end))

    def targets_in(self, start: int, end: int) -> tuple[TargetMatch, ...]:
        """The numbers between two characters."""
        if callable(self._targets):
            self._targets = self._targets()
        return tuple(_between(self._targets, start, end))


_Mark = TypeVar("_Mark", Timing, TargetMatch)


def _between(marks: Sequence[_Mark], start: int, end: int) -> Iterator[_Mark]:
    at = bisect_left(marks, start, key=lambda mark: mark.start) if marks else 0
    while at < len(marks) and marks[at].start < end:
        if marks[at].end <= end:
            yield marks[at]
        at += 1


def units_of_sentence(
    text: str, sentence: Span, marks: Marks, *, item: bool, before: Predicate | None
) -> Iterator[Unit]:
    """The units of one sentence, left to right; ``before`` is what a pronoun points back to."""
    bound: Predicate | None = before
    first = True
    for segment in segments(text, sentence):
        clauses = _clauses(text, segment, marks, item=item and first, bound=None if first else bound, before=before)
        yield from _with_deadline_of_first(_joined(text, clauses, marks), segment)
        bound = clauses[-1].predicate if clauses else bound
        first = False


def _clauses(
    text: str, segment: Span, marks: Marks, *, item: bool, bound: Predicate | None, before: Predicate | None
) -> list[Unit]:
    clauses: list[Unit] = []
    for span in _cut(text, segment, marks, item=item or bound is not None):
        words = text[span.start : span.end]
        carried = clauses[-1].predicate if clauses else bound
        predicate = _predicate(words, _opening(text, span, marks), item, carried)
        if predicate is None:
            continue
        predicate = _carry(predicate, carried, before)
        timings = marks.timings_in(span.start, span.end)
        targets = () if predicate.force is Force.NONE else marks.targets_in(span.start, span.end)
        condition = _condition(words)
        if condition is not None:
            low, high = span.start + condition[0], span.start + condition[1]
            targets = tuple(t for t in targets if not low <= t.start < high)
            timings = tuple(t for t in timings if not low <= t.start < high)
        targets = _without_thresholds(words, span.start, predicate, targets)
        clauses.append(Unit(span.start, span.end, predicate, timings, targets, conditional=condition is not None))
    return clauses


def _without_thresholds(
    words: str, start: int, predicate: Predicate, targets: tuple[TargetMatch, ...]
) -> tuple[TargetMatch, ...]:
    """Leave out the numbers that only say which cases a rule is about ("Any spill of more than 50 gallons")."""
    if predicate.force is Force.BAN and not _LIMITS.match(words[predicate.verb :]):
        return ()
    if _ANY.match(words):
        return tuple(t for t in targets if t.start >= start + predicate.verb)
    return targets


def _predicate(words: str, opening: int, item: bool, carried: Predicate | None) -> Predicate | None:
    binds = carried is not None and carried.force is not Force.NONE
    if modal := _MODAL_NEXT.match(words):
        inner = read_predicate("They " + words)
        shift = -len("They ")
        return inner._replace(verb=inner.verb + shift, pronoun=True) if inner else Predicate(Force.DUTY, modal.end())
    found = read_predicate(words, opening, item=item, bound=binds)
    if found is not None and found.imperative and carried is not None and not binds and not item:
        return found._replace(force=Force.NONE)
    return found


def _carry(predicate: Predicate, carried: Predicate | None, before: Predicate | None) -> Predicate:
    """A clause without a subject of its own goes on with the one before it."""
    source = carried if carried is not None else before if predicate.pronoun else None
    if source is None or predicate.actor is not None or (predicate.thing and not predicate.pronoun):
        return predicate
    if not (predicate.imperative or predicate.pronoun):
        return predicate
    force = Force.INTENT if source.force is Force.INTENT and predicate.force is Force.DUTY else predicate.force
    return predicate._replace(force=force, actor=source.actor, thing=source.thing, will=source.will or predicate.will)


def _opening(text: str, span: Span, marks: Marks) -> int:
    """The length of the time words that open a clause."""
    timing = next(_between(marks.timings, span.start, span.end), None)
    if (
        timing is None
        or timing.start > span.start + _LONGEST_BEFORE_TIME
        or not _BEFORE_TIME.fullmatch(text, span.start, timing.start)
    ):
        return 0
    rest = _REST_OF_TIME.match(text, timing.end, span.end)
    return (rest.end() if rest else timing.end) - span.start


def _cut(text: str, segment: Span, marks: Marks, *, item: bool) -> Iterator[Span]:
    """Cut a segment where a clause with a verb of its own begins."""
    start = segment.start
    ready, tries = False, 0
    for match in _BREAK.finditer(text, segment.start, segment.end):
        if match.start() < start:
            continue
        if not ready and (tries := tries + 1) > _MOST_TRIES:
            break
        head = text[start : match.start()]
        ready = ready or has_predicate(head, _opening(text, Span(start, match.start()), marks), item=item)
        if ready and not _open_condition(head) and _begins_clause(text, match, start, segment.end, marks, item):
            yield Span(start, match.start())
            start, ready = match.end(), True
    yield Span(start, segment.end)


def _open_condition(head: str) -> bool:
    """Whether the words so far are only an if-clause."""
    return _CONDITION.match(head) is not None and "," not in head


def _begins_clause(text: str, match: re.Match[str], start: int, end: int, marks: Marks, item: bool) -> bool:
    at = match.end()
    timing = next(_between(marks.timings, at, end), None)
    timing = timing if timing is not None and timing.start <= at + 2 else None
    verb = _TIME_OPENING.match(text, timing.end).end() if timing else at  # type: ignore[union-attr]
    rest = text[verb:end]
    if _MODAL_NEXT.match(rest) or _SUBJECT_NEXT.match(rest):
        return bool(match["word"] or match["behind_comma"]) or _SUBJECT_NEXT.match(rest) is not None
    if match["dash"] or (imperative_at(rest, 0, trusted=False) is None and imperative_at(rest, 0) is None):
        return False
    if text[match.start()] == ",":
        return True
    return bool(marks.timings_in(start, match.start()) and marks.timings_in(at, _next_break(text, at, end)))


def _next_break(text: str, at: int, end: int) -> int:
    match = _AND_BREAK.search(text, at, end)
    return match.start() if match else end


def _condition(words: str) -> tuple[int, int] | None:
    """The characters of an if-clause, if the clause has one."""
    if _CONDITION.match(words):
        comma = words.find(", ")
        return 0, comma if comma > 0 else len(words)
    behind = _CONDITION_BEHIND.search(f" {lowered(words)}")
    return (behind.start(), len(words)) if behind else None


def _joined(text: str, clauses: list[Unit], marks: Marks) -> list[Unit]:
    """Join the clauses without number, time or frequency to the one that they belong to."""
    units: list[Unit] = []
    waiting: Unit | None = None
    for clause in clauses:
        if clause.predicate.force is Force.BAN or clause.predicate.force is Force.NONE:
            units += [unit for unit in (waiting, clause) if unit]
            waiting = None
        elif waiting is not None and _new_owner(waiting, clause):
            units.append(waiting)
            waiting = clause
        else:
            waiting = _both(waiting, clause) if waiting else clause
        if waiting is not None and (waiting.timings or waiting.targets):
            units.append(waiting)
            waiting = None
    if waiting is not None:
        if (
            units
            and units[-1].predicate.force in (Force.DUTY, Force.INTENT)
            and not _new_owner(units[-1], waiting)
            and not waiting.conditional
        ):
            units[-1] = _both(units[-1], waiting)
        else:
            units.append(waiting)
    return units


def _new_owner(before: Unit, clause: Unit) -> bool:
    own = clause.predicate.actor
    return own is not None and own != before.predicate.actor


def _both(one: Unit, other: Unit) -> Unit:
    partners = tuple(dict.fromkeys((*one.predicate.partners, *other.predicate.partners)))
    return Unit(
        one.start,
        other.end,
        one.predicate._replace(partners=partners),
        one.timings + other.timings,
        one.targets + other.targets,
        conditional=one.conditional or other.conditional,
    )


def _with_deadline_of_first(units: list[Unit], segment: Span) -> Iterator[Unit]:
    """A deadline in the first unit holds for those split from it by commas until another appears."""
    deadline: Timing | None = None
    for unit in units:
        own = next((t for t in unit.timings if t.due is not None), None)
        yield unit if own else unit._replace(inherited=deadline)
        deadline = own or deadline
