"""Names of bodies and persons in the narrow cells of a table."""

from __future__ import annotations

import re
from dataclasses import replace

from luoshi_core.reading.commitments.chinese.bodies import is_body
from luoshi_core.reading.commitments.chinese.owners import Parties, read_parties, split_names
from luoshi_core.reading.commitments.english.parties import read_english_parties

TITLED = re.compile(r"长$|书记|主任|主席|委员|常委|领导|director|mayor|member|officer|chief|head", re.IGNORECASE)

_GAP = re.compile(r"\s+")
_BRACKETED = re.compile(r"(?<=[^（）(、，,；;\s])[（(](?P<inside>[^（）():：]+)[)）](?=$|[、，,；;\s])")
_SUPPORT_HEAD = re.compile(r"[（(][^（）()]*(?:配合|协办|协同|参与|协助)[^（）()]*[)）]")
_SHORTEST_NAME = 3


def puts_partners_in_brackets(head: str) -> bool:
    """Whether the head of a column says so: 牵头单位（配合单位）."""
    return _SUPPORT_HEAD.search(head) is not None


def parties_in(text: str, *, english: bool, partners_bracketed: bool) -> Parties:
    """What a cell says about who is answerable."""
    if english:
        found = read_english_parties(text)
        return Parties(found.owner, found.partners, found.leader)
    bare, behind = _without_bracketed(names_on_one_line(text), partners_bracketed)
    parties = read_parties(bare)
    others = (name for name in (*parties.partners, *behind) if name != parties.owner)
    return replace(parties, partners=tuple(dict.fromkeys(others))) if behind else parties


def _without_bracketed(text: str, told: bool) -> tuple[str, list[str]]:
    """The names without the brackets that list further bodies: 某股（某局、某医院）.

    One body alone in a bracket may be another name of the first, unless the head says what it is.
    """
    behind: list[str] = []

    def take(match: re.Match[str]) -> str:
        names = [name for part in re.split("[，,；;]", match["inside"]) for name in split_names(part.strip())]
        whole = all(is_body(name) and len(name) >= (2 if told else _SHORTEST_NAME) for name in names)
        if not whole or (len(names) < 2 and not told):
            return match[0]
        behind.extend(names)
        return ""

    return _BRACKETED.sub(take, text), behind


def names_on_one_line(text: str) -> str:
    """Names in a narrow cell put together again: a line or gap parts two names only behind a whole name."""
    if _GAP.search(text) is None:
        return text
    pieces = _GAP.split(text.strip())
    joined = pieces[0]
    for piece in pieces[1:]:
        apart = joined[-1:] not in "、，,；;：:（(" and piece[:1] not in "、，,；;）)（(" and _ends_name(joined, piece)
        joined += f"、{piece}" if apart else piece
    return joined


def _ends_name(words: str, following: str) -> bool:
    last = re.split("[、，,；;：:]", words)[-1]
    return is_body(last) and len(last) > 2 and is_body(re.split("[、，,；;：:（(]", following)[0])


def person_in(text: str) -> str:
    """The first of several names; a name with its titles stays whole."""
    names = [name.strip() for name in re.split(r"[、,，;；\n/]+", text) if name.strip()]
    if len(names) > 1 and not TITLED.search(names[0]):
        return names[0]
    return " ".join(text.split())
