"""Who is answerable in English: lists of bodies, and brackets or lines like "Lead: A. Partners: B, C"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from luoshi_core.reading.commitments.english.words import BODY, THING

_NAMES_KEPT = 4096
"""Names whose reading is remembered: the same few bodies stand all over a document."""
_SEPARATOR = re.compile(r"\s*[;|/\n•]\s*|\s*,\s*(?!(?:inc|ltd|llc)\b)")
_BEHIND_HEAD = re.compile(
    r"\s+(?:of|for|in|on|at|within|from|to|under|with|who|that|which|responsible|operating|receiving"
    r"|holding|owning|employing|seeking|using|serving|providing)\s+"
)
_DEPARTMENT = re.compile(
    r"(?:(?:Internal|External) Audit|(?:Public|Street|Highways?|Water) Works|Building Control|Trading Standards"
    r"|Human Resources|Environmental Health"
    r"|(?:Corporate )?(?:Finance|Procurement|Communications|Estates)|Information Technology"
    r"|(?:Strategic|Development|Spatial) Planning|Public Health|Parks and Recreation)$"
)
"""Departments that are called by what they do, with capitals and without an article."""
_ACRONYM_BEHIND = re.compile(r"\([A-Z]{2,}\)$")
_BRACKET_BEHIND = re.compile(r"\s*\([^)]*\)$")
_DOERS = re.compile(r"(?:ers|ors|ants|ists|ees|men|women)$")
_SMALL_WORDS = frozenset(("of", "and", "for", "the", "on", "&", "in", "at"))
_MARKED_LEAD = re.compile(r"([^,;()\n/]+?)\s*\((?:lead|chair)\)", re.IGNORECASE)
_PARTS_OF_BRACKET = re.compile(r"\s*[,;]\s*")
_BRACKETS = re.compile(r"[()\[\]]")
_AND = re.compile(r"and\s+")
_DETERMINED = re.compile(r"(?:the|each|all|any|every|its|our)\s", re.IGNORECASE)
_SERVICES = re.compile(r"services$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|its|our|their|his|her|a|an|and|both|or)\s+", re.IGNORECASE)
_INNER_AND = re.compile(
    r"\s+(?:and|&)\s+(?=(?:the|each|all|any|every|its|our)\s)|\s+(?:and|&)\s+(?=[A-Z])", re.IGNORECASE
)
_OF = re.compile(
    r"\b(?:department|ministry|office|division|bureau|committee|directorate|secretary|director|minister"
    r"|board|commission)\s+(?:of|for|on)\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"^(?:[A-Z][A-Z&]{1,7}|[A-Z][a-z]?[A-Z]{2,})s?$")
_ALSO = re.compile(r"^(?:others?|other partners|etc\.?|tbc|tbd|n/?a|none|all|various|-|–|—)$", re.IGNORECASE)
_OR_DESIGNEE = re.compile(
    r",? or (?:(?:his|her|their|its|the) )?(?:or her )?(?:designee|designate|delegate|deputy|nominee)$", re.IGNORECASE
)
_QUALIFIER = re.compile(r"\s*\((?:lead|co-lead|chair|support|partner)\)$", re.IGNORECASE)
_NAME_WORD = re.compile(r"^[A-Z][\w'’&.-]*$")

_KEYS = (
    r"(?P<leader>(?:executive |political )?sponsor|cabinet member|portfolio holder|lead (?:member"
    r"|councill?or)|senior responsible (?:officer|owner))"
    r"|(?P<partners>(?:(?:key|delivery|other|supporting|support|potential|external|internal|participating"
    r"|collaborating|community) )?(?:partners?|agencies|departments|bodies|organi[sz]ations)(?: agencies"
    r"| organi[sz]ations| departments)?"
    r"|support(?:ed by|ing|s)?|assist(?:ed by|ing|s)?|with|working with|contributors?|in partnership with)"
    r"|(?P<owner>(?:action |lead |task |goal )?owners?|(?:joint |overall |project |action |service "
    r"|strategic |delivery )?leads?(?: agency| agencies| body| department| officer| service| team"
    r"| organi[sz]ation| partner| responsibility| division| office| by)?"
    r"|(?-i:[Ll]ed by)|responsib(?:le|ility)(?: (?:officer|body|department|party|agency|service|team"
    r"|for delivery))?|accountable(?: (?:officer|body|lead))?|assigned to|delivered by|who)"
    r"|(?P<due>(?:target |due |completion |end |delivery )?(?:date|deadline)|due(?: by)?|by when|when"
    r"|deadline|time ?(?:scale|frame|line|table)s?|complet(?:e by|ion)|target completion|milestone date"
    r"|timing|date due)"
    r"|(?P<other>budget|cost|funding|resources?|status|measures?(?: of success)?|kpis?|indicators?"
    r"|outcomes?|outputs?|priority|progress|source|rationale|notes?|targets?)"
)
_KEY = re.compile(
    rf"(?:^|(?<=[.;|,•·\n–—(\[])|(?<=\s)|(?<=[a-z])(?=(?-i:[A-Z])))(?:{_KEYS})\s?(?::|–|—|(?<=led by)"
    rf"|(?<=supported by))\s*",
    re.IGNORECASE,
)
_OPENING_KEY = re.compile(rf"^[\s(\[]*(?:{_KEYS})\s*(?::|–|—|(?<=led by)|(?<=supported by))\s*", re.IGNORECASE)
_MARKS_OF_KEYS = (":", "–", "—", "Led by")
_END_OF_KEY = re.compile(
    r"(?:owners?|leads?|agency|agencies|body|department|officer|service|team|organi[sz]ation|partner|responsibility"
    r"|division|office|by|responsible|party|delivery|accountable|to|who|date|deadline|due|when|scales?|frames?|lines?"
    r"|tables?|completion|timing)\s?[:–—]|led by"
)
"""How the key of an owner or a date ends, in small letters: the whole pattern is much slower."""
_LONGEST_BRACKET = 400


@dataclass(frozen=True, slots=True)
class EnglishParties:
    """An owner, its partners, a leader, and the words of a deadline ("Timescale: June 2027")."""

    owner: str | None = None
    partners: tuple[str, ...] = ()
    leader: str | None = None
    due: str | None = None

    def __bool__(self) -> bool:
        return bool(self.owner or self.partners or self.leader or self.due)


def names_in(text: str) -> list[str]:
    """The bodies of a list, as printed, without articles: "the A, the B and C" -> A, B, C."""
    return list(_names(text.strip(" .;,:")))


@lru_cache(_NAMES_KEPT)
def _names(text: str) -> tuple[str, ...]:
    whole = _with_names_that_hold_commas([part for part in _SEPARATOR.split(text) if part])
    names = [name for part in whole for name in _split_and(part, in_list=len(whole) > 1)]
    return tuple([name for name in map(clean_name, names) if name and not _ALSO.match(name)])


def clean_name(name: str) -> str:
    """A name without article, joining word, final mark and a remark on its part."""
    name = name.strip(" .;,:–—")
    if name.endswith(")"):
        name = _QUALIFIER.sub("", name)
    if " or " in name.lower():
        name = _OR_DESIGNEE.sub("", name)
    while (match := _ARTICLE.match(name)) is not None:
        name = name[match.end() :]
    return name


@lru_cache(_NAMES_KEPT)
def is_department(name: str) -> bool:
    """Whether a name is that of a department although its last word names a thing (Internal Audit)."""
    return _DEPARTMENT.match(name.strip()) is not None


@lru_cache(_NAMES_KEPT)
def is_actor(name: str) -> bool:
    """Whether a noun phrase names somebody who can act, not a thing or place."""
    head = _BEHIND_HEAD.split(clean_name(name), maxsplit=1)[0]
    if not head:
        return False
    if is_department(head) or _ACRONYM.match(head) or _ACRONYM_BEHIND.search(head):
        return True
    words = _BRACKET_BEHIND.sub("", head).split()
    if not words:
        return False
    last = words[-1]
    return BODY.fullmatch(last) is not None or (_DOERS.search(last) is not None and THING.search(last) is None)


@lru_cache(_NAMES_KEPT)
def is_proper(name: str) -> bool:
    """Whether every word that counts begins with a capital, as names of bodies do."""
    words = [word for word in clean_name(name).split() if word not in _SMALL_WORDS]
    return bool(words) and all(_NAME_WORD.match(word) for word in words)


@lru_cache(_NAMES_KEPT)
def read_english_parties(text: str) -> EnglishParties:
    """What a cell, bracket or line says: with keys ("Lead: …"), else a list whose first is the owner."""
    if keyed := _keyed(text):
        return _decide(keyed)
    names = _marked_lead_first(text)
    return EnglishParties(names[0], tuple(names[1:])) if names else EnglishParties()


def _marked_lead_first(text: str) -> list[str]:
    names = names_in(text)
    lead = _MARKED_LEAD.search(text) if ")" in text else None
    if lead and (first := clean_name(lead[1])) in names:
        names = [first, *(name for name in names if name != first)]
    return list(dict.fromkeys(names))


def states_parties(text: str) -> bool:
    """Whether a whole line or bracket is there to say who answers (or until when)."""
    return len(text) < 400 and _OPENING_KEY.match(text) is not None and any(role != "other" for role, _ in _keyed(text))


def bracket_at_end(text: str) -> tuple[int, EnglishParties] | None:
    """Where the responsibility bracket that ends a paragraph or heading begins, and what it says."""
    start = _last_bracket(text)
    if start is None:
        if not any(mark in text for mark in _MARKS_OF_KEYS) or _END_OF_KEY.search(text.lower()) is None:
            return None
        line = next(
            (
                m
                for m in _KEY.finditer(text)
                if m.lastgroup in ("owner", "due") and m.start() > 0 and text[m.start() :].lstrip()[:1].isupper()
            ),
            None,
        )
        if line is None:
            return None
        return line.start(), read_english_parties(text[line.start() :])
    inner = text[start:].strip(" .\n")[1:-1].strip()
    if states_parties(inner):
        return start, read_english_parties(inner)
    names = _PARTS_OF_BRACKET.split(inner)
    if all(is_actor(name) and is_proper(name) for name in names_in(names[0])) and names_in(names[0]):
        bodies = [n for part in names for n in names_in(part) if is_actor(n) and is_proper(n)]
        rest = "; ".join(part for part in names if not (is_actor(part) and is_proper(part)))
        return start, EnglishParties(bodies[0], tuple(bodies[1:]), due=rest or None)
    return None


def _last_bracket(text: str) -> int | None:
    """Where the bracket begins that ends a text."""
    end = len(text.rstrip(" .\n"))
    if text[end - 1 : end] not in (")", "]"):
        return None
    depth = 0
    for match in reversed(list(_BRACKETS.finditer(text, max(end - _LONGEST_BRACKET, 0), end))):
        depth += 1 if match[0] in ")]" else -1
        if depth == 0:
            return match.start()
    return None


@lru_cache(_NAMES_KEPT)
def _keyed(text: str) -> tuple[tuple[str, str], ...]:
    keys = list(_KEY.finditer(text))
    ends = [match.start() for match in keys[1:]] + [len(text)]
    return tuple(
        (match.lastgroup or "other", text[match.end() : end].strip(" \t\n.;|,()[]•–—"))
        for match, end in zip(keys, ends, strict=False)
    )


def _decide(keyed: Iterable[tuple[str, str]]) -> EnglishParties:
    owners: list[str] = []
    partners: list[str] = []
    leader = due = None
    for role, words in keyed:
        if role == "owner":
            owners += names_in(words)
        elif role == "partners":
            partners += names_in(words)
        elif role == "leader":
            leader = leader or words or None
        elif role == "due":
            due = due or words or None
    others = [name for name in (*owners[1:], *partners) if name not in owners[:1]]
    return EnglishParties(owners[0] if owners else None, tuple(dict.fromkeys(others)), leader, due)


def _with_names_that_hold_commas(parts: list[str]) -> list[str]:
    """Put "Department of Parks, Recreation, and Sports" together again."""
    joined: list[str] = []
    for part in parts:
        loose = part[found.end() :] if (found := _AND.match(part)) else part
        if (
            joined
            and _OF.search(joined[-1])
            and not is_actor(loose)
            and len(loose.split()) <= 3
            and _is_list_inside(parts, part)
        ):
            joined[-1] += ", " + part
        else:
            joined.append(part)
    return joined


def _is_list_inside(parts: list[str], part: str) -> bool:
    """Whether the parts from here on lead to an "and X" that is no body either."""
    for later in parts[parts.index(part) :]:
        if later.startswith("and "):
            return not is_actor(later[4:])
        if is_actor(later):
            return " and " in later and not is_actor(later.split(" and ")[0])
    return False


def _begins_a_body(left: str, right: str) -> bool:
    """Whether the words behind an "and" name a body of their own."""
    if _DETERMINED.match(right):
        return True
    one_word = len(clean_name(left).split()) == 1 and not _ACRONYM.match(left)
    inner = _OF.search(left) is not None and _SERVICES.search(right) is not None
    return is_actor(right) and not one_word and not inner


def _split_and(part: str, *, in_list: bool = False) -> list[str]:
    """Split at an "and" between two bodies; "Parks and Harbor Commission" is one."""
    if "and" not in part.lower() and "&" not in part:
        return [part]
    names: list[str] = []
    at = 0
    for match in _INNER_AND.finditer(part):
        left, right = part[at : match.start()], part[match.end() :]
        if (
            left
            and is_actor(left)
            and (_begins_a_body(left, right) or (in_list and _OF.search(left) is None and is_proper(right)))
        ):
            names.append(left)
            at = match.end()
    names.append(part[at:])
    return names
