"""Where in a text the words are that it was found by."""

from __future__ import annotations

import re

from luoshi_core.terms.initials import letters_with_places
from luoshi_core.terms.query import MOST_CHARACTERS
from luoshi_core.terms.text import RUNS, fold

_LETTERS = re.compile(r"[a-z]{2,}")


def marks_of(text: str, words: str) -> list[tuple[int, int]]:
    """Start and end of every stretch that one of the words names, in order and without overlaps."""
    folded, origin = _folded(text)
    places: set[int] = set()
    for part in {run[0] for run in RUNS.finditer(fold(words[:MOST_CHARACTERS]))}:
        places |= _named(folded, part)
        if _LETTERS.fullmatch(part):
            places |= _by_initials(folded, part)
    return _stretches({origin[place] for place in places})


def _folded(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place of the one it comes from."""
    pieces = [fold(character) for character in text]
    origin = [i for i, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), origin


def _named(folded: str, part: str) -> set[int]:
    edge = r"(?<![^\W_])" if part.isascii() else ""
    return {place for found in re.finditer(edge + re.escape(part), folded) for place in range(*found.span())}


def _by_initials(folded: str, part: str) -> set[int]:
    found: set[int] = set()
    for letters, places in letters_with_places(folded):
        at = letters.find(part)
        while at >= 0:
            found.update(places[at : at + len(part)])
            at = letters.find(part, at + 1)
    return found


def _stretches(places: set[int]) -> list[tuple[int, int]]:
    stretches: list[tuple[int, int]] = []
    for place in sorted(places):
        if stretches and stretches[-1][1] == place:
            stretches[-1] = (stretches[-1][0], place + 1)
        else:
            stretches.append((place, place + 1))
    return stretches
