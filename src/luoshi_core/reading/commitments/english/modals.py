"""The modal of an English clause: shall, is directed to, may not, aims to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from luoshi_core.reading.commitments.english.words import VERBS, lowered

_MOST_MODALS = 12
_DIRECTED = r"(?:directed|instructed|ordered|required|requested|charged|tasked|mandated|obliged|bound|expected)"
_HARD = (
    rf"shall|must|will(?! of\b)|(?:is|are) to(?= \w)|ha(?:s|ve) to|(?:is|are) (?:hereby |also "
    rf"|further )*(?:authori[sz]ed and )?{_DIRECTED} (?:to|with)"
    r"|(?:agrees?|commits?|undertakes?|pledges?|promises?|(?:has|have|is|are) (?:agreed|committed"
    r"|undertaken|pledged)) to"
    r"|(?:is|are) responsible for(?! (?:every|all|each|any)\b)|is hereby (?:established|created|appointed|adopted)"
)
_BARRED = (
    r"(?:shall|must|will|may|can) (?:not|never|no longer)(?! (?:less|fewer|later|more|sooner"
    r"|earlier) than)|cannot|mustn't|won't"
    r"|(?:is|are|shall be|will be|must be) (?:strictly |hereby |expressly |also )*(?:prohibited|forbidden"
    r"|banned|not (?:permitted|allowed))"
)
_MODAL = re.compile(
    rf"\W(?:(?P<ban>{_BARRED})|(?P<soft>may|might|could|can|should|would|ought to|(?:is"
    rf"|are) (?:encouraged|invited|urged|welcome|free|authori[sz]ed|permitted|allowed|entitled|able"
    rf"|expected soon) to)"
    rf"|(?P<decided>(?:was|were) (?:directed|instructed|asked|requested|tasked|ordered|required) to)"
    rf"|(?P<intent>(?:aims?|intends?|plans?|seeks?|hopes?|wants?|proposes?|(?:aim|goal|target|objective"
    rf"|ambition|intention|plan) is) to)|(?P<hard>{_HARD}))\b",
)
_NOT_MODAL = re.compile(r"\W(?:political|good|free|the|public|collective|their|our|and|of|own|there)\s$")
_RELATIVE = re.compile(r"\W(?:that|which|who|whom|whose|where|so|because|why|how|whether|what)\b")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|do|does|did)\b")
_WORD = re.compile(r"[a-z][a-z’'-]*")


class Modal(NamedTuple):
    """A modal at ``text[start:end]``: its small letters, and how it binds (ban, soft, decided, intent or hard)."""

    start: int
    end: int
    how: str
    word: str


def modals(text: str, start: int = 0) -> Iterator[Modal]:
    """The modals of a text from ``start`` on; May the month is none."""
    low = f" {lowered(text)}"  # a sign before each word: a search that need not try each letter
    for match in _MODAL.finditer(low, start):
        at, end = match.start(), match.end() - 1
        word = match[0][1:]
        if not word.startswith("may") or text.startswith("may", at):
            yield Modal(at, end, match.lastgroup or "hard", word)


def modal_of_main(text: str, start: int) -> Modal | None:
    """The first modal that is not inside a relative clause."""
    for modal in islice(modals(text, start), _MOST_MODALS):
        before = f" {lowered(text[start : modal.start])}"
        if modal.word == "will" and _NOT_MODAL.search(before):
            continue
        relatives = [match.end() for match in _RELATIVE.finditer(before)]
        if not relatives or _has_own_verb(before[relatives[-1] :]):
            return modal
    return None


def _has_own_verb(words: str) -> bool:
    if _FINITE.search(words):
        return True
    first = [match[0] for match in islice(_WORD.finditer(words), 3)]
    return any(word in VERBS or word.rstrip("s") in VERBS or word.endswith("ed") for word in first)
