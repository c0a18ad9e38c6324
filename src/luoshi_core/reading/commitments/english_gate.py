"""One quick look at an English sentence before the grammar: could it bind anybody at all?"""

from __future__ import annotations

import re

from luoshi_core.reading.commitments.english_imperative import may_be_order, may_open_with_time, openings
from luoshi_core.reading.commitments.english_predicate import assigned
from luoshi_core.reading.commitments.english_sentences import segments
from luoshi_core.reading.traced import Span

_TELLS = re.compile(
    r"\W(?:shall|must|mustn['’]t|will|won't|cannot|is hereby|prohibited|forbidden|banned|responsible"
    r"|(?:is|are|ha(?:s|ve)) to|(?:may|can) (?:not|never|no longer)|not (?:permitted|allowed)"
    r"|(?:agree|commit|undertake|pledge|promise|agreed|committed|undertaken|pledged|aim|intend|plan|seek|hope|want"
    r"|propose)s? to"
    r"|(?:directed|instructed|ordered|required|requested|charged|tasked|mandated|obliged|bound|expected|asked)"
    r" (?:to|with)"
    r"|resolved|ordained|ordered|enacted|is the (?:responsibility|duty|task|role|job) of"
    r"|(?:directed|instructed|ordered|requested|asked|tasked|resolved|agreed|decided|voted|directs?|instructs?|orders?"
    r"|requires?|requests?|asks?|calls (?:up)?on|tasks?|charges?) (?=[^,.;]{2,90} (?:to|with|would)\s)"
    r"|(?:leads?(?: on)?|oversees?|accountable for|the lead \w+ for)\s+(?:every|all|each|this|the)"
    r"|(?:all|every|each|unless|except)(?=\s.*\W(?:completed?|implemented|finished|delivered|done|due"
    r"|in place|closed|deadline)\b)"
    r")\b"
)
_SOFT = re.compile(
    r"\W(?:may|might|could|can|should|would|ought to|(?:is|are) (?:encouraged|invited|urged|welcome|free|authori[sz]ed"
    r"|permitted|allowed|entitled|able))\b"
)
_NOBODY = re.compile(r"\W(?:no|nobody|none|neither|never|under no|at no)\b")
_PARTS = re.compile(r"[;•▪●(]")


def may_bind(text: str, sentence: Span, *, item: bool, bound: bool) -> bool:
    """False where no reading of the sentence gives a unit or says something for other units.

    ``item`` and ``bound`` as in ``read_predicate``; ``bound`` holds for its later segments.
    """
    words = text[sentence.start : sentence.end]
    low = f" {words.lower()}"
    if _TELLS.search(low) or words.endswith(":"):
        return True
    if _SOFT.search(low) and (item or _NOBODY.search(low)):
        return True
    if _may_open_duty(words, item=item):
        return True
    parts = segments(text, sentence) if _PARTS.search(words) else ()
    return any(_may_open_duty(text[part.start : part.end], item=item or bound) for part in parts)


def _may_open_duty(words: str, *, item: bool) -> bool:
    """Whether a clause may open with an order, or an item with a name and a bare verb."""
    if may_open_with_time(words):
        return True
    return any(
        may_be_order(words, at, item=item) or (item and assigned(words, at) is not None) for at in openings(words)
    )
