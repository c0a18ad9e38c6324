"""One body takes the place of another: the step that merges and reorganisations share. No verb by itself."""

from __future__ import annotations

import datetime as dt

from luoshi.bodies.actions.ended import refuse_ended
from luoshi.bodies.models import Alias, Body, Place
from luoshi.bodies.references import follow_bodies, move_references
from luoshi.common.errors import Refused


def absorb(*, keep: Body, gone: Body, on: dt.date, until: dt.date | None) -> dict[str, int]:
    """Let ``keep`` stand for ``gone`` from a day on; what is open moves, counted by name.

    The names of ``gone`` mean ``keep`` where they meant ``gone``, and in the place of
    ``keep`` as far as they are free there. ``until`` ends its name (a reorganisation);
    None leaves it in use (one body under two names).
    """
    if keep.pk == gone.pk:
        raise Refused(zh=f"“{keep.name}”不能并入自己。", en=f"“{keep.name}” cannot become part of itself.")
    refuse_ended(keep)
    refuse_ended(gone)
    moved = move_references(gone, keep)
    gone.aliases.update(body=keep)
    Body.objects.filter(successor=gone).update(successor=keep)
    gone.is_active, gone.ended_on, gone.successor = False, on, keep
    gone.save(update_fields=["is_active", "ended_on", "successor"])
    remember_name(keep, gone.place, gone.name, until)
    followed = Place.objects.filter(pk=gone.place_id, successor=keep.place_id).exists()
    if keep.place_id != gone.place_id and not followed:
        remember_name(keep, keep.place, gone.name, until)
    keep.refresh_from_db()
    follow_bodies([keep.pk, gone.pk])
    return moved


def remember_name(body: Body, place: Place, name: str, until: dt.date | None, since: dt.date | None = None) -> None:
    """Let a name mean the body in a place, unless it means a body there already."""
    means_another = Body.objects.filter(place=place, name=name, is_active=True).exists()
    if not means_another and not Alias.objects.filter(place=place, name=name).exists():
        Alias.objects.create(body=body, place=place, name=name, since=since, until=until)


def locked(*bodies: Body) -> list[Body]:
    """The bodies as they stand now, locked in one order so that two merges never wait for each other."""
    rows = Body.objects.select_for_update(of=("self",)).select_related("place", "parent", "successor")
    found = {body.pk: body for body in rows.filter(pk__in=[body.pk for body in bodies]).order_by("pk")}
    return [found[body.pk] for body in bodies]
