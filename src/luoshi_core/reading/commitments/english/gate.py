"""One quick look at an English sentence before the grammar: could it bind anybody at all?"""

from __future__ import annotations

import re

from luoshi_core.reading.commitments.english.imperative import may_be_order, may_open_with_time, openings
from luoshi_core.reading.commitments.english.predicate import assigned
from luoshi_core.reading.commitments.english.sentences import segments
from luoshi_core.reading.traced import Span

_ALONE = (
    "shall must mustn't mustn’t will won't cannot prohibited forbidden banned responsible resolved ordained ordered"
    " enacted"
)
_WITH_TO = (
    "is are has have agrees? commits? undertakes? pledges? promises? agreed committed undertaken pledged aims? intends?"
    " plans? seeks? hopes? wants? proposes?"
)
_WITH_TO_OR_WITH = "directed instructed required requested charged tasked mandated obliged bound expected asked"
_OF_OTHERS = (
    "directed instructed requested asked tasked agreed decided voted directs? instructs? orders? requires? requests?"
    " asks? tasks? charges?"
)
_PHRASES = (
    *_ALONE.split(),
    *(f"{word} to" for word in _WITH_TO.split()),
    *(f"{word} (?:to|with)" for word in _WITH_TO_OR_WITH.split()),
    *("is hereby", "may not", "may never", "may no longer", "can not", "can never", "can no longer"),
    *("not permitted", "not allowed", "is the (?:responsibility|duty|task|role|job) of", "calls on", "calls upon"),
    *(rf"{word}\b(?=[^,.;]{{3,90}} (?:to|with|would)\s)" for word in _OF_OTHERS.split()),
    *(rf"{word}\s+(?:every|all|each|this|the)" for word in ("leads?(?: on)?", "oversees?", r"the lead \w+ for")),
    r"accountable for\s+(?:every|all|each|this|the)",
)
_TELLS = re.compile(rf"\W(?:{'|'.join(_PHRASES)})\b")  # each begins with a letter: re sees at once that it does not fit
_FOR_ALL = ("all ", "every ", "each ", "unless ", "except ")
_DONE = re.compile(r"\W(?:completed?|implemented|finished|delivered|done|due|in place|closed|deadline)\b")
_SOFT = re.compile(
    r"\W(?:may|might|could|can|should|would|ought to|is (?:encouraged|invited|urged|welcome|free|authori[sz]ed"
    r"|permitted|allowed|entitled|able)|are (?:encouraged|invited|urged|welcome|free|authori[sz]ed|permitted|allowed"
    r"|entitled|able))\b"
)
_NOBODY = re.compile(r"\W(?:no|nobody|none|neither|never|under no|at no)\b")
_PARTS = re.compile(r"[;•▪●(]")


def may_bind(text: str, sentence: Span, *, item: bool, bound: bool) -> bool:
    """False where no reading of the sentence gives a unit or says something for other units.

    ``item`` and ``bound`` as in ``read_predicate``; ``bound`` holds for its later segments.
    """
    words = text[sentence.start : sentence.end]
    low = f" {words.lower()}"
    if _TELLS.search(low) or words.endswith(":") or _may_hold_for_all(low):
        return True
    if _SOFT.search(low) and (item or _NOBODY.search(low)):
        return True
    if _may_open_duty(words, item=item):
        return True
    parts = segments(text, sentence) if _PARTS.search(words) else ()
    return any(_may_open_duty(text[part.start : part.end], item=item or bound) for part in parts)


def _may_hold_for_all(low: str) -> bool:
    return any(word in low for word in _FOR_ALL) and _DONE.search(low) is not None


def _may_open_duty(words: str, *, item: bool) -> bool:
    """Whether a clause may open with an order, or an item with a name and a bare verb."""
    if may_open_with_time(words):
        return True
    return any(
        may_be_order(words, at, item=item) or (item and assigned(words, at) is not None) for at in openings(words)
    )
