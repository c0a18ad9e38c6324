"""What an English clause says that somebody is to do."""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import Enum
from itertools import islice
from typing import NamedTuple

from luoshi_core.reading.commitments.english.imperative import imperative_at, is_opening, lead_in, opens_ban
from luoshi_core.reading.commitments.english.modals import Modal, modal_of_main, modals
from luoshi_core.reading.commitments.english.parties import is_actor, is_proper, names_in
from luoshi_core.reading.commitments.english.subject import (
    led_by,
    partners_behind,
    partners_in_opening,
    read_subject,
    subject_words,
)
from luoshi_core.reading.commitments.english.words import lowered

_BAN_SUBJECT = re.compile(
    r"(?:and |but )?(?:no(?! (?:later|fewer|less|more|sooner|earlier) than\b)(?: (?:one|body))?|nobody"
    r"|none of|neither|under no circumstances|at no time)\b"
)
_CONDITION = re.compile(
    r"(?:and |but )?(?:if|when|whenever|where|wherever|should|in the event|upon|once|unless|in case"
    r"|for (?:any|each|every)|each time|every time|as soon as|before|after|following)\b"
)
_DIRECTS = re.compile(
    r"\W(?:(?P<past>directed|instructed|ordered|requested|asked|tasked|resolved|agreed|decided|voted)"
    r"|directs?|instructs?|orders?|requires?|requests?|asks?|calls on|calls upon|tasks?"
    r"|charges?)(?: that)? (?P<who>(?!to\b)(?:the |each |all |every |its |our )?[^,.;]{2,80}?) (?:to|shall"
    r"|must|with|would|will)\s+(?=\w)"
)
_ASSIGNS = re.compile(r"(?P<who>[A-Z][^.;:–—]{2,80}?)(?:\s+to\s+|\s*[–—:]\s+|\s-\s)(?=[A-Za-z])")
_DECIDES = re.compile(r"\b(?:it was|and|voted|also)\s*$", re.IGNORECASE)
_DUTY_OF = re.compile(
    r"\W(?:is|shall be|will be) the (?:responsibility|duty|task|role|job) of (?P<who>(?:the |each |all "
    r"|every )?[^,.;]{2,80}?) to\s+(?=\w)"
)
_PERFECT = re.compile(r"\b(?:has|have|had)\s*$")
_COMMA = re.compile(r",\s{1,3}(?:then\s)?", re.IGNORECASE)
_MOST_COMMAS = 12


class Force(Enum):
    """How a clause binds."""

    DUTY = "duty"
    INTENT = "intent"
    DECIDED = "decided"
    BAN = "ban"
    NONE = "none"


_FORCES = {"ban": Force.BAN, "intent": Force.INTENT, "decided": Force.DECIDED}


class Predicate(NamedTuple):
    """The verb of a clause and who is bound by it.

    ``verb`` is where the words behind the modal begin; ``actor`` the owner that
    the clause names itself, ``thing`` whether it has a subject that cannot act,
    ``pronoun`` whether the subject points back to the one before.
    """

    force: Force
    verb: int
    actor: str | None = None
    partners: tuple[str, ...] = ()
    thing: bool = False
    pronoun: bool = False
    imperative: bool = False
    will: bool = False


def read_predicate(text: str, opening: int = 0, *, item: bool = False, bound: bool = False) -> Predicate | None:
    """The main predicate of a clause, or None where it has none.

    ``opening`` is the length of the time words it opens with; ``item`` says that it
    stands behind its own label, ``bound`` that an earlier clause of the sentence
    binds somebody, so that a bare verb goes on with that duty.
    """
    start = opening + lead_in(text[opening:])
    conditional = _CONDITION.match(lowered(text)) is not None
    if opens_ban(text, start):
        return Predicate(Force.BAN, start, imperative=True)
    if not conditional and (verb := imperative_at(text, start, item or bound)) is not None:
        return _with_partners(Predicate(Force.DUTY, verb, imperative=True), text)
    return _directed(text, start) or _modal(text, start, conditional) or (assigned(text, start) if item else None)


def has_predicate(text: str, opening: int = 0, *, item: bool = False) -> bool:
    """Whether ``read_predicate`` would find one; much quicker than reading it."""
    start = opening + lead_in(text[opening:])
    conditional = _CONDITION.match(lowered(text)) is not None
    if opens_ban(text, start) or (not conditional and imperative_at(text, start, item) is not None):
        return True
    if modal_of_main(text, _main_after_condition(text) if conditional else start) is not None:
        return True
    return _directed(text, start) is not None or (item and assigned(text, start) is not None)


def _directed(text: str, start: int) -> Predicate | None:
    """The Council directs the Manager to … : the Manager is bound."""
    low = f" {lowered(text)}"  # one character ahead of the text
    if duty := _DUTY_OF.search(low, start):
        names = _actors(text, duty)
        if names:
            return _bound(Force.DUTY, duty.end() - 1, names, text)
    match = _DIRECTS.search(low, start)
    if match is None or _stands_before(modal_of_main(text, start), match.start()):
        return None
    asker, names = text[start : match.start()], _actors(text, match)
    if not names or (match["past"] and _PERFECT.search(asker)):
        return None
    if match.start() == start or _DECIDES.search(asker) or is_actor(subject_words(asker)):
        return _bound(Force.DECIDED if match["past"] else Force.DUTY, match.end() - 1, names, text)
    return None


def _actors(text: str, match: re.Match[str]) -> list[str]:
    start, end = match.span("who")
    return [name for name in names_in(text[start - 1 : end - 1]) if is_actor(name)]


def _stands_before(modal: Modal | None, place: int) -> bool:
    return modal is not None and modal.start < place


def _bound(force: Force, verb: int, names: list[str], text: str) -> Predicate:
    return _with_partners(Predicate(force, verb, names[0], tuple(names[1:])), text)


def assigned(text: str, start: int) -> Predicate | None:
    """The short form of lists: "Parks Team to plant …", "Parks Team – plant …"."""
    match = _ASSIGNS.match(text, start)
    if match is None:
        return None
    names = names_in(match["who"])
    if not names or not all(map(_is_short_name, names)) or imperative_at(text, match.end()) is None:
        return None
    return _bound(Force.DUTY, match.end(), names, text)


def _is_short_name(name: str) -> bool:
    return is_actor(name) and (is_proper(name) or len(name.split()) <= 2)


def _modal(text: str, start: int, conditional: bool) -> Predicate | None:
    start = _main_after_condition(text) if conditional else start
    modal = modal_of_main(text, start)
    if modal is None:
        return None
    region, verb = text[start : modal.start], modal.end + 1
    banned = modal.how == "ban" or (modal.word not in ("should", "would") and _has_ban_subject(region))
    if modal.how == "soft" and not banned:
        return Predicate(Force.NONE, verb)
    force = Force.BAN if banned else _FORCES.get(modal.how, Force.DUTY)
    subject = read_subject(region, text, verb)
    return _with_partners(Predicate(force, verb, *subject, will=modal.word == "will"), text)


def _main_after_condition(text: str) -> int:
    """Where the main clause behind an if-clause begins: at the last comma before a subject and its modal."""
    starts = [modal.start for modal in modals(text)]
    for comma in islice(_COMMA.finditer(text), _MOST_COMMAS):
        at = comma.end()
        if is_opening(text[at:]):
            continue
        next_modal = bisect_left(starts, at)
        if next_modal < len(starts) and "," not in text[at : starts[next_modal]].replace(", with", ""):
            return at
        if imperative_at(text, at) is not None:
            return at
    return 0


def _has_ban_subject(region: str) -> bool:
    """Whether the words before a modal begin, behind their opening, with "no", "nobody", "neither"."""
    low = lowered(region)
    if "no" not in low and "neither" not in low:
        return False
    parts = [part.strip() for part in low.split(",") if part.strip()]
    return _BAN_SUBJECT.match(next((part for part in parts if not is_opening(part)), "")) is not None


def _with_partners(predicate: Predicate, text: str) -> Predicate:
    """With those who join in, and with the body behind "led by" where the clause names nobody else."""
    actor = predicate.actor
    if actor is None and predicate.force is not Force.BAN:
        actor = led_by(text, predicate.verb)
    found = partners_behind(text, predicate.verb)
    if predicate.imperative:
        found = [*partners_in_opening(text, predicate.verb), *found]
    if not found:
        return predicate if actor == predicate.actor else predicate._replace(actor=actor)
    partners = tuple(dict.fromkeys(name for name in (*predicate.partners, *found) if name != actor))
    return predicate._replace(actor=actor, partners=partners)
