"""How every verb of this app writes: one revision on, one change kept, what follows recomputed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import timezone

from luoshi.bodies.models import Body
from luoshi.bodies.queries import known_names
from luoshi.common.actor import Actor
from luoshi.register.bridge import refresh
from luoshi.register.errors import Stale
from luoshi.register.fields import BODY_FIELDS, assign, clean_value, compared, value_of
from luoshi.register.models import Change, Commitment

Changes = Mapping[str, Any]


def locked(ids: Iterable[int]) -> dict[int, Commitment]:
    """The commitments with these ids, held until the transaction ends."""
    rows = Commitment.objects.select_for_update(of=("self",)).filter(pk__in=list(ids))
    return {row.pk: row for row in rows.select_related("document", "owner__place", "checker", "keeper__place")}


def bodies_named(changes: Iterable[Changes], keeper: Body) -> dict[str, Body]:
    """The bodies that the names in changes mean for this keeper."""
    names = {str(c[name]).strip() for c in changes for name in BODY_FIELDS if isinstance(c.get(name), str)}
    return known_names(names, keeper.place) if names else {}


def refuse_stale(commitment: Commitment, revision: int, changes: Changes) -> None:
    """Raise Stale when somebody else has changed one of these fields to something else since ``revision``.

    Changes of other fields are no hindrance: both stay.
    """
    if revision >= commitment.revision:
        return
    since = commitment.changes.filter(revision__gt=revision).order_by("revision")
    others = {name: change for change in since for name in change.fields}
    clash = {name: value for name, value in changes.items() if name in others and value != value_of(commitment, name)}
    if clash:
        last = others[next(iter(clash))]
        raise Stale(
            clash={name: (value_of(commitment, name), value) for name, value in clash.items()},
            by=last.actor_name,
            at=last.at,
        )


def apply(
    commitment: Commitment, changes: Changes, *, actor: Actor, bodies: Mapping[str, Body], cells: Mapping[str, str] = {}
) -> dict[str, list[Any]]:
    """Set what differs; returns ``{field: [before, after]}``, empty when nothing does. Nothing is saved.

    ``cells`` names the cell of a ledger that a field comes from. Raises Refused for a
    value that cannot be, naming the field.
    """
    done: dict[str, list[Any]] = {}
    for name, wanted in changes.items():
        value = clean_value(name, wanted)
        before = value_of(commitment, name)
        body = wanted if isinstance(wanted, Body) else bodies.get(value) if name in BODY_FIELDS else None
        newly_bound = name in BODY_FIELDS and body is not None and getattr(commitment, f"{name}_id") != body.pk
        if compared(name, value) == before and not newly_bound:
            continue
        assign(commitment, name, value, body)
        done[name] = [before, value_of(commitment, name)]
        commitment.found = {**commitment.found, name: _by_hand(actor, cells.get(name))}
    if done:
        refresh(commitment)
    return done


def _by_hand(actor: Actor, cell: str | None) -> dict[str, Any]:
    at = timezone.now().isoformat(timespec="seconds")
    return {"how": "cell" if cell else "person", "by": actor.name, "at": at, **({"cell": cell} if cell else {})}


def keep(
    commitment: Commitment,
    *,
    actor: Actor,
    verb: str,
    fields: Mapping[str, Any],
    reason: str = "",
    origin: str = "",
) -> Change:
    """Save a commitment one revision on, and return the change for ``Change.objects.bulk_create``."""
    commitment.revision += 1
    commitment.save()
    return Change(
        commitment=commitment,
        revision=commitment.revision,
        verb=verb,
        actor=actor.id[:100],
        actor_name=actor.name[:100],
        fields=dict(fields),
        reason=reason[:500],
        origin=origin[:200],
    )
