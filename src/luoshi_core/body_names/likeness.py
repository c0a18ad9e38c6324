"""How likely two names mean one body."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from luoshi_core.body_names.parts import BodyName, short_place
from luoshi_core.body_names.standard import standard_office

SAME: Final = 1.0
SHORTENED: Final = 0.85
#: below this nobody would call two names alike
ENOUGH: Final = 0.6


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """A known name with how alike it is (0 to 1)."""

    score: float
    key: int
    name: str


def likeness(one: BodyName, other: BodyName) -> float:
    """1 when the offices are the same under their full names, 0 when places, rooms or offices contradict.

    A short name is taken for a longer one whose letters it picks in order, first and
    last included: 人社局, 人力资源和社会保障局.
    """
    if _contradict(one, other) or bool(one.unit) != bool(other.unit):
        return 0.0
    unit = SAME if one.unit == other.unit else SequenceMatcher(None, one.unit, other.unit, autojunk=False).ratio()
    return min(unit, _offices(standard_office(one.office), standard_office(other.office)))


def ranked(name: BodyName, known: Iterable[tuple[int, BodyName]], *, most: int = 3) -> list[Likeness]:
    """The known names that are like enough, best first; one for each key."""
    best: dict[int, Likeness] = {}
    for key, other in known:
        score = likeness(name, other)
        if score >= ENOUGH and (key not in best or score > best[key].score):
            best[key] = Likeness(score, key, other.printed)
    return sorted(best.values(), key=lambda found: (-found.score, found.key))[:most]


def _contradict(one: BodyName, other: BodyName) -> bool:
    """Two places that are both named and are not the same."""
    if not one.place or not other.place:
        return False
    a, b = short_place(one.place), short_place(other.place)
    return not (a.endswith(b) or b.endswith(a))


def _offices(one: str, other: str) -> float:
    if one == other:
        return SAME
    if not one or not other or one[-1] != other[-1]:
        return 0.0
    short, long = sorted((one, other), key=len)
    if len(short) > 2 and short[0] == long[0] and _picks(short, long):
        return SHORTENED
    # what they share besides the last letter, which only says that both are bureaus
    return SequenceMatcher(None, one[:-1], other[:-1], autojunk=False).ratio() * SHORTENED


def _picks(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)
