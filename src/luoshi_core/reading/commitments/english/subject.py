"""Who an English clause binds: its subject, the agent of a passive, and who joins in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from luoshi_core.reading.commitments.english.imperative import JOINED, WITH, is_opening
from luoshi_core.reading.commitments.english.parties import clean_name, is_actor, is_department, is_proper, names_in
from luoshi_core.reading.commitments.english.words import THING, lowered

_PARTNERS = re.compile(
    rf"\b{JOINED}\s+(?P<names>[^.;:()]+?)(?=\s+(?:to|by|in|on|before|until|for|at|from|every|each|no later"
    rf"|within|through|will|shall|must|so"
    rf"|and (?:report|publish|submit|deliver|develop|install|hold|provide|review))\b"
    rf"|[.;:()]|$)",
    re.IGNORECASE,
)
_LED_BY = re.compile(
    r"\b(?:led|overseen|managed|coordinated|co-ordinated|headed) by (?P<who>(?:the )?[A-Z][^,.;:()]*?)"
    r"(?=\s+(?:and (?:supported"
    r"|assisted)|with|in|to|on|from|by)\b|[,.;:()]|$)"
)
_LAST_NOUN_PHRASE = re.compile(r".*\s((?:the|each|every|all|any|our|its)\s+[^,]+)$", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|they|he|she|the same|both)$", re.IGNORECASE)
_WE = re.compile(r"(?:we|you|i|there|this|that|these|those)$", re.IGNORECASE)
_PASSIVE = re.compile(
    r"(?:also |then |only |further |always )*be (?:\w+ly )?(?!(?:responsible|open|available|present|required"
    r"|tasked|charged(?=\s+with)|ready|based|staffed|limited)\b)(?:\w+(?:ed|en|wn|lt|nt)|held|made|built|put|set|kept"
    r"|sent|run|(?-i:led)|cut|paid|sold|brought|taught|bought|laid|met|read|done|found|told|left|hung)\b",
    re.IGNORECASE,
)
_AGENT = re.compile(
    r"\bby (?P<who>(?:the |each |every |all )?[A-Za-z][^,.;:()]*?)(?=\s+(?:by|in|on|before|until|for|at"
    r"|from|every|each|no later|within|to|and|with)\b|[,.;:()]|$)"
)
_REPORTED = re.compile(r"^.*\b(?:that|resolved|ordered),?\s+", re.IGNORECASE)
_NO = re.compile(r"^(?:no|neither|none of)\s+", re.IGNORECASE)
_OF_THINGS = re.compile(
    r"(?:rise|double|increase|reach|open|remain|expire|take effect|begin|start|be|fall|grow|close|include|run|cost)\b"
)
_COMMA = re.compile(r",\s*")
_INNER = re.compile(rf"\s+(?:{JOINED}|together with|with)\s+")
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|where|so|because|why|how|whether|what)\b", re.IGNORECASE)
_JOINING = ("with", "alongside", "ed by", "between")


class Subject(NamedTuple):
    """Who is bound, who joins in; the subject may be a thing, or a pronoun for the one before."""

    actor: str | None = None
    partners: tuple[str, ...] = ()
    thing: bool = False
    pronoun: bool = False


def subject_words(region: str) -> str:
    """The subject in the words before a verb, without "resolved that" and article."""
    return clean_name(_REPORTED.sub("", region.strip(" ,")))


def read_subject(region: str, text: str, verb: int) -> Subject:
    """Subject and joined partners in the words before the modal whose verb stands at ``verb``."""
    subject, partners = _subject_and_partners(region)
    names = names_in(_NO.sub("", subject))
    if not names or _WE.match(names[0]):
        return Subject(partners=partners)
    if _PRONOUN.match(names[0]):
        return Subject(partners=partners, pronoun=True)
    passive = _PASSIVE.match(text, verb) is not None
    thing = THING.search(names[0].split(" of ")[0]) and not is_department(names[0])
    if not passive and not thing and _can_act(names[0], text, verb):
        return Subject(names[0], (*names[1:], *partners))
    agent = _agent(text, verb) if passive else None
    return Subject(agent, partners, thing=agent is None)


def _can_act(name: str, text: str, verb: int) -> bool:
    if is_actor(name):
        return True
    return is_proper(name) and " " in name.strip() and _OF_THINGS.match(text, verb) is None


def _subject_and_partners(region: str) -> tuple[str, tuple[str, ...]]:
    low = lowered(region)
    if "," not in region and not any(word in low for word in _JOINING):
        return _behind_opening(region.strip()), ()
    parts = [part.strip() for part in _COMMA.split(region) if part.strip()]
    if len(parts) > 1 and WITH.match(lowered(parts[0])):
        return parts[-1], _bodies(", ".join(parts[:-1]))
    while len(parts) > 1 and is_opening(parts[0]) and not is_actor(parts[0]):
        parts.pop(0)
    at = next((k for k, part in enumerate(parts) if WITH.match(lowered(part))), len(parts))
    kept = parts[:at] if at == 1 else [part for part in parts[:at] if not is_opening(part)]
    return _without_joined(_behind_opening(", ".join(kept)), parts[at:])


def _without_joined(subject: str, behind: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The subject without "together with …", and the bodies that these words and ``behind`` name."""
    inner = _INNER.search(subject)
    if inner and is_actor(subject[: inner.start()]):
        return subject[: inner.start()], _bodies(", ".join([subject[inner.start() :].strip(), *behind]))
    return subject, _bodies(", ".join(behind)) if behind else ()


def _behind_opening(subject: str) -> str:
    """The subject behind time words that no comma sets off ("Within 14 days of the vote the Clerk")."""
    match = _LAST_NOUN_PHRASE.search(subject) if is_opening(subject) else None
    return match[1] if match and is_actor(match[1]) else subject


def led_by(text: str, start: int) -> str | None:
    """The body behind "led by" when the clause names nobody else."""
    match = _LED_BY.search(text, start) if " by " in text else None
    names = names_in(match["who"]) if match else []
    return names[0] if names and is_actor(names[0]) else None


def partners_behind(text: str, start: int) -> list[str]:
    """The bodies that join in by the words from ``start`` on: "in partnership with the A and the B"."""
    low = lowered(text[start:])
    if not any(word in low for word in _JOINING):
        return []
    return [name for match in _PARTNERS.finditer(text, start) for name in _bodies(match["names"])]


def partners_in_opening(text: str, verb: int) -> tuple[str, ...]:
    """The bodies of an opening "With the A, …" before a bare verb."""
    comma = text.find(",", 0, verb)
    return _bodies(text[:comma]) if comma > 0 and WITH.match(lowered(text)) else ()


def _bodies(words: str) -> tuple[str, ...]:
    low = lowered(words)
    at, kept = 0, []
    for match in WITH.finditer(low):
        kept.append(words[at : match.start()])
        at = match.end()
    named = names_in("".join(kept) + words[at:])
    return tuple(name for name in named if is_actor(name) or is_proper(name))


def _agent(text: str, start: int) -> str | None:
    relative = _RELATIVE.search(text, start)
    for match in _AGENT.finditer(text, start, relative.start() if relative else len(text)):
        names = names_in(match["who"])
        if names and is_actor(names[0]):
            return names[0]
    return None
