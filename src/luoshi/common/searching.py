"""What can be searched from every page: each app that has something to find registers a searcher.

An app calls ``register_searcher`` in its ``ready``; the pages show the kinds in the order of their ranks
and know none of them by name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from luoshi.common.actor import Actor


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: its words, its page (none where the asker may not open one), a line that places it."""

    words: str
    address: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The first hits of a kind; ``more`` is the page where the others are listed, ``is_all`` when there are none."""

    hits: Sequence[Hit] = ()
    is_all: bool = True
    more: str = ""


@dataclass(frozen=True, slots=True)
class Searcher:
    """A kind of thing that words find: ``find(words, actor, most)`` gives what the actor may see, at most ``most``."""

    kind: str
    label: str | Promise
    find: Callable[[str, Actor, int], Found]
    rank: int = 50


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind."""

    kind: str
    label: str | Promise
    found: Found


_SEARCHERS: dict[str, Searcher] = {}


def register_searcher(searcher: Searcher) -> None:
    """Make a kind of thing searchable from every page; the same kind again replaces it."""
    _SEARCHERS[searcher.kind] = searcher


def search_everywhere(words: str, actor: Actor, most: int) -> list[Group]:
    """What every searcher finds, by rank; kinds without a hit are left out."""
    if not words.strip():
        return []
    ranked = sorted(_SEARCHERS.values(), key=lambda searcher: searcher.rank)
    groups = [Group(one.kind, one.label, one.find(words, actor, most)) for one in ranked]
    return [group for group in groups if group.found.hits]


def found_of(hits: Sequence[Hit], most: int, more: str = "") -> Found:
    """The first ``most`` of hits of which one more was asked for than is shown."""
    return Found(hits[:most], len(hits) <= most, more if len(hits) > most else "")
