"""What follows when the bodies that own or check commitments change.

Commitments that are on their way or in the register are open: they move to the body
that stands for the old one, each with a change that says so. What was rejected or
withdrawn stays with the body that had it, and published versions say what they said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Q, QuerySet

from luoshi.bodies.models import Alias, Body
from luoshi.bodies.queries import known_names
from luoshi.bodies.references import register_follower, register_mover
from luoshi.common.actor import Actor
from luoshi.register.actions.writing import apply, keep, locked, write
from luoshi.register.bridge import refresh
from luoshi.register.enums import STANDING, State
from luoshi.register.fulltext import COMMITMENT_TERMS, commitment_entries
from luoshi.register.models import Change, Commitment

OPEN = (State.PROPOSED, *STANDING)
ACTOR = Actor.system("机构调整")


def _of(body: Body) -> QuerySet[Commitment]:
    return Commitment.objects.filter(Q(owner=body) | Q(checker=body), state__in=OPEN)


def _count(body: Body) -> int:
    return _of(body).count()


def _move(old: Body, new: Body) -> int:
    rows = locked(_of(old).values_list("pk", flat=True)).values()
    write([_moved(row, old, new) for row in rows])
    return len(rows)


def _moved(row: Commitment, old: Body, new: Body) -> Change:
    """A body cannot check itself: where old and new were owner and checker, nobody checks until somebody is named."""
    owner = new if row.owner_id == old.pk else row.owner
    checker = new if row.checker_id == old.pk else row.checker
    if owner is not None and checker is not None and owner.pk == checker.pk:
        checker = None
    fields = {
        name: [before.name if before else "", after.name if after else ""]
        for name, before, after in (("owner", row.owner, owner), ("checker", row.checker, checker))
        if before != after
    }
    row.owner, row.checker = owner, checker
    row.checker_name = row.checker_name if checker else ""
    refresh(row)
    return _kept(row, fields)


def _kept(row: Commitment, fields: dict[str, Any]) -> Change:
    return keep(row, actor=ACTOR, verb="register.follow_body", fields=fields, origin="bodies")


def _follow(ids: Collection[int]) -> None:
    """Take over a new name and place, and tie what was printed under a name that is known now."""
    for body in Body.objects.filter(pk__in=list(ids), is_active=True).select_related("place"):
        Commitment.objects.filter(owner=body).exclude(place=body.place).update(place=body.place)
        names = {body.name, *Alias.objects.filter(body=body).values_list("name", flat=True)}
        waiting = Commitment.objects.filter(owner=None, owner_name__in=names, state__in=OPEN)
        write([*_bound(locked(waiting.values_list("pk", flat=True)).values(), body)])
    COMMITMENT_TERMS.write(commitment_entries(Commitment.objects.filter(owner__in=list(ids))))


def _bound(rows: Iterable[Commitment], body: Body) -> Iterable[Change]:
    for row in rows:
        meant = known_names([row.owner_name], row.keeper.place).get(row.owner_name)
        if meant == body and row.checker_id != body.pk:
            printed, done = row.owner_name, apply(row, {"owner": body}, actor=ACTOR, bodies={})
            row.owner_name = printed
            yield _kept(row, done)


def register_own() -> None:
    """Make the references of this app known."""
    register_mover("register.commitments", _move, _count)
    register_follower("register.commitments", _follow)
