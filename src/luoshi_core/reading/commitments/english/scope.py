"""Which paragraphs and sentences of an English document bind nobody, whatever their words."""

from __future__ import annotations

import re

from luoshi_core.reading.passages import Passage

_ASIDE = re.compile(
    r"\s*(?:whereas\b|notes?\s*\d*:|source:|photo|(?:budget|costs?|funding|resources?|status"
    r"|measures? of success|kpis?|indicators?|outcomes?|outputs?|priority|progress|rationale|baseline"
    r"|background|evidence)\s*:|figure \d|table \d|see (?:also )?|for more information|contact\b)",
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
    r"(?:[^,.;]*,\s+)?(?:the )?(?:(?:us|uk|u\.s\.|national|federal|central|state|provincial|scottish"
    r"|welsh|european)(?:'s|’s)?\s+\w*\s*(?:government|law|act|legislature|congress|parliament|commission"
    r"|ministry|department|statute)"
    r"|state|governor|president|prime minister|secretary of state|minister|congress|parliament|legislature"
    r"|government)\b[^,.;]*?\b(?:shall|must|will|requires?|directs?|calls?|has|have|expects?|is|are|asks?"
    r"|orders?)\b",
    re.IGNORECASE,
)
_BACKGROUND_LAW = re.compile(
    r"(?:under|pursuant to|according to|by virtue of) (?:the |section|article|state|federal|national"
    r"|existing|current)[^,]*\b(?:act|law|laws|code|statute|regulations?|directive"
    r"|legislation)\b[^,]*,\s+(?:all|every|each|any|local|cities|councils|municipalities|districts)\b",
    re.IGNORECASE,
)
_HIGHER_ISSUER = re.compile(r"\b(?:state|government|ministry|federal|national|governor|parliament)\b", re.IGNORECASE)


def is_aside(paragraph: str) -> bool:
    """Whether a paragraph only explains: a recital, a note, a source, a line on money or status."""
    return _ASIDE.match(paragraph) is not None


def is_letter(passage: Passage) -> bool:
    """Whether a passage stands in a foreword, a glossary or the like."""
    return any(_LETTER.search(heading.title) for heading in passage.headings)


def is_review(passage: Passage) -> bool:
    """Whether a passage stands under a heading that looks back or gives reasons."""
    return bool(passage.headings) and _REVIEW.search(passage.headings[-1].title) is not None


def is_higher(issuer: str | None) -> bool:
    """Whether the issuer is itself one of those that others' plans only quote: a state, a ministry."""
    return _HIGHER_ISSUER.search(issuer or "") is not None


def is_background(sentence: str, *, higher_issuer: bool) -> bool:
    """Whether a sentence tells what a higher body or its law demands."""
    if _BACKGROUND_LAW.match(sentence):
        return True
    return not higher_issuer and _HIGHER.match(sentence) is not None
