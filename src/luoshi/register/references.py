"""What follows when the bodies that own, check or keep commitments change.

Commitments that are still on their way or in the register are open: they move to the
body that stands for the old one. What was rejected or withdrawn stays with the body
that had it, and published versions say what they said.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q, QuerySet

from luoshi.bodies.models import Body
from luoshi.bodies.references import register_follower, register_mover
from luoshi.register.bridge import refresh
from luoshi.register.enums import STANDING, State
from luoshi.register.fulltext import COMMITMENT_TERMS, commitment_entries
from luoshi.register.models import Commitment

OPEN = (State.PROPOSED, *STANDING)


def _open(**of: Body) -> QuerySet[Commitment]:
    return Commitment.objects.filter(state__in=OPEN, **of)


def _move(old: Body, new: Body) -> int:
    for row in _open(owner=old, checker=new) | _open(owner=new, checker=old):
        # a body cannot check itself: nobody checks until somebody is named
        row.checker, row.checker_name = None, ""
        refresh(row)
        row.save()
    owned = _open(owner=old).update(owner=new, place=new.place)
    return owned + _open(checker=old).update(checker=new)


def _count(body: Body) -> int:
    return Commitment.objects.filter(Q(owner=body) | Q(checker=body), state__in=OPEN).count()


def _follow(ids: Collection[int]) -> None:
    """The place of a commitment is that of its owner, and it is found by the name of its owner."""
    for body in Body.objects.filter(pk__in=list(ids)).select_related("place"):
        Commitment.objects.filter(owner=body).exclude(place=body.place).update(place=body.place)
    COMMITMENT_TERMS.write(commitment_entries(Commitment.objects.filter(owner__in=list(ids))))


def register_own() -> None:
    """Make the references of this app known."""
    register_mover("register.commitments", _move, _count)
    register_follower("register.places", _follow)
