"""Whose names and whose order somebody keeps: delivery offices for their place, editors for their own body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from luoshi.bodies.enums import PostKind
from luoshi.bodies.models import Body, Place, Post
from luoshi.bodies.queries.scope import with_children


@dataclass(frozen=True, slots=True)
class Keeping:
    """The places and bodies whose names a person may add, join and reorganise."""

    places: tuple[Place, ...] = ()
    body_ids: frozenset[int] = frozenset()
    everything: bool = False

    @property
    def nothing(self) -> bool:
        """Whether it is nobody who keeps any."""
        return not (self.everything or self.places or self.body_ids)

    def holds_place(self, place: Place) -> bool:
        """Whether the place lies in one that is kept."""
        return self.everything or any(lies_in(place, kept) for kept in self.places)

    def holds_body(self, body: Body) -> bool:
        """Whether the body is kept, by itself or with its place."""
        return body.pk in self.body_ids or self.holds_place(body.place)


def lies_in(place: Place, outer: Place) -> bool:
    """Whether a place is another one or lies in it."""
    return place.scheme == outer.scheme and outer.code <= place.code < outer.code_after


def keeping_of(user: Any) -> Keeping:
    """What a user keeps, asked once for each user object; the system administrator keeps everything."""
    if user is None or not getattr(user, "is_authenticated", False) or not user.is_active:
        return Keeping()
    kept = getattr(user, "_keeping", None)
    if kept is None:
        kept = user._keeping = _compute(user.pk)
    return kept


def _compute(person_id: int) -> Keeping:
    kinds = (PostKind.DELIVERY, PostKind.EDITOR, PostKind.SYSTEM_ADMIN)
    posts = list(
        Post.objects.filter(person_id=person_id, ended_at=None, body__is_active=True, kind__in=kinds).select_related(
            "body__place"
        )
    )
    if any(post.kind == PostKind.SYSTEM_ADMIN for post in posts):
        return Keeping(everything=True)
    return Keeping(
        places=tuple({p.body.place_id: p.body.place for p in posts if p.kind == PostKind.DELIVERY}.values()),
        body_ids=frozenset(with_children({post.body_id for post in posts})),
    )
