"""What a person may see: its bodies with those below them, and whole places for some posts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from luoshi.bodies.enums import PostKind
from luoshi.bodies.models import Body, Place, Post

#: posts that look over the whole place of their body
OVERSEERS = (PostKind.LEADER, PostKind.DELIVERY, PostKind.EVALUATOR)


@dataclass(frozen=True, slots=True)
class Scope:
    """The bodies and places whose records the asker may see; empty for a visitor."""

    person_id: int | None = None
    posts: frozenset[str] = frozenset()
    body_ids: frozenset[int] = frozenset()
    places: tuple[Place, ...] = ()
    everything: bool = False
    own_body_ids: tuple[int, ...] = field(default=())

    def holds(self, *kinds: PostKind) -> bool:
        """Whether the asker holds one of the posts anywhere."""
        return any(kind in self.posts for kind in kinds)


def scope_of(user: Any) -> Scope:
    """The scope of a user, asked once for each user object (so once a request)."""
    if user is None or not getattr(user, "is_authenticated", False) or not user.is_active:
        return Scope()
    kept = getattr(user, "_scope", None)
    if kept is None:
        kept = user._scope = _compute(user.pk)
    return kept


def _compute(person_id: int) -> Scope:
    posts = list(
        Post.objects.filter(person_id=person_id, ended_at=None, body__is_active=True).select_related("body__place")
    )
    own = {post.body_id for post in posts}
    return Scope(
        person_id=person_id,
        posts=frozenset(post.kind for post in posts),
        body_ids=frozenset(with_children(own)),
        own_body_ids=tuple(sorted(own)),
        places=_with_predecessors({post.body.place_id: post.body.place for post in posts if post.kind in OVERSEERS}),
    )


def _with_predecessors(places: dict[int, Place]) -> tuple[Place, ...]:
    """The places and those that they took over: what happened there is still theirs to see."""
    if not places:
        return ()
    return (*places.values(), *Place.objects.filter(successor_id__in=places).exclude(pk__in=places))


def with_children(bodies: set[int]) -> set[int]:
    """The bodies, all below them and all that they took over; one query a level."""
    known, frontier = set(bodies), set(bodies)
    while frontier:
        below = Body.objects.filter(Q(parent_id__in=frontier) | Q(successor_id__in=frontier))
        frontier = set(below.values_list("id", flat=True)) - known
        known |= frontier
    return known
