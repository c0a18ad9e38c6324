"""Which bodies do words, initials or the code of a place name?"""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, Case, Q, Value, When

from luoshi.bodies.fulltext import BODY_TERMS
from luoshi.bodies.models import Alias, Body
from luoshi.bodies.models.body import BodyQuerySet
from luoshi.bodies.queries.scope import scope_of


def visible_bodies(user: Any) -> BodyQuerySet:
    """The bodies that a user may see: those of its scope; the system administrator sees them all."""
    if user is not None and user.has_perm("bodies.view_every_body"):
        return Body.objects.all()
    return Body.objects.visible_to(scope_of(user))


def search_bodies(words: str, user: Any, most: int, *, start: int = 0, place: int | None = None) -> list[Body]:
    """At most ``most`` bodies behind ``start`` that the user may see: those of exactly this name first.

    The others come by place; ``place`` asks for those that sit in one.
    Their places and other names are there already: two queries.
    """
    words = words.replace("\0", " ").strip()  # PostgreSQL takes no NUL
    exactly = Q(name=words) | Q(pk__in=Alias.objects.filter(name=words).values("body"))
    named = Case(When(exactly, then=Value(True)), default=Value(False), output_field=BooleanField())
    rows = visible_bodies(user).filter(is_active=True, pk__in=BODY_TERMS.matching(words))
    if place is not None:
        rows = rows.filter(place=place)
    ordered = rows.order_by(named.desc(), "place__code", "kind", "name", "pk").select_related("place")
    return list(ordered.prefetch_related("aliases")[start : start + most])
