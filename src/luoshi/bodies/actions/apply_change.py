"""A change of the division data is carried out on our places."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from luoshi.bodies.actions.places import PlaceRow, import_places
from luoshi.bodies.actions.reorganise_places import reorganise_places
from luoshi.bodies.change import Change
from luoshi.bodies.enums import ReorganisationKind, Scheme
from luoshi.bodies.models import Place, PlaceName, Reorganisation, ReorganisationPart
from luoshi.bodies.subjects import subject_of
from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.journal.actions import record
from luoshi.journal.permission import require


@transaction.atomic
def apply_change(*, actor: Actor, change: Change, on: dt.date | None = None) -> Reorganisation:
    """Carry out a change; the same again gives the same row.

    ``on`` is the day it took effect; without it the last day of its year is kept and
    marked as known to the year only. A place of the past that was never here is added
    as a place of the past, so that its name finds today's.
    Effects and refusals: as ``reorganise_places``.
    """
    require(actor, "bodies.reorganise_places", None)
    kind = change.kind
    if kind is None:
        raise Refused(
            zh=f"“{change.type}”只作提示，请手工办理。", en=f"“{change.type}” only tells; carry it out by hand."
        )
    day = on or min(dt.date(change.year, 12, 31), timezone.localdate())
    old = _old_place(actor, change)
    if old.code == change.new_code and old.name == change.new_name:
        return _remember_former_name(actor, change, old, day, on is None)
    return reorganise_places(
        actor=actor,
        old=old,
        code=change.new_code,
        name=change.new_name,
        on=day,
        kind=kind,
        number=change.number,
        source=change.source[:500],
        reason=change.type,
        is_year_only=on is None,
    )


def _old_place(actor: Actor, change: Change) -> Place:
    rows = Place.objects.select_related("successor").filter(scheme=Scheme.MCA, code=change.old_code)
    old = rows.first()
    if old is None:
        row = PlaceRow(change.old_code, change.old_name)
        import_places(actor=actor, rows=[row], scheme=Scheme.MCA, vintage=str(change.year), source=change.source[:200])
        return rows.get()
    names = {old.name, *old.former_names.values_list("name", flat=True)}
    same_code = change.old_code == change.new_code
    if change.old_name not in names and not (same_code and old.name == change.new_name):
        raise Refused(
            zh=f"代码 {old.code} 现为“{old.name}”，不是“{change.old_name}”，请先核对。",
            en=f"The code {old.code} is “{old.name}” here, not “{change.old_name}”. Check it first.",
        )
    return old


def _remember_former_name(actor: Actor, change: Change, place: Place, day: dt.date, year_only: bool) -> Reorganisation:
    """The place bears the new name already; what is missing is that it once bore the old one."""
    row, is_new = Reorganisation.objects.get_or_create(
        key=f"places:{place.scheme}:{place.code}:{place.pk}:{change.new_code}:{change.new_name}:{day.year}"[:80],
        defaults={
            "kind": change.kind or ReorganisationKind.RENAME,
            "effective_on": day,
            "is_year_only": year_only,
            "number": change.number,
            "source": change.source[:500],
            "reason": change.type,
            "applied_by": actor.user,
        },
    )
    if is_new:
        PlaceName.objects.get_or_create(place=place, name=change.old_name, defaults={"until": day})
        before, after = f"{change.old_name} {place.code}", f"{place.name} {place.code}"
        ReorganisationPart.objects.create(
            reorganisation=row, from_place=place, to_place=place, before=before, after=after
        )
        told = {"on": day.isoformat(), "places": [f"{before} → {after}"], "bodies": []}
        record(actor=actor, verb="bodies.reorganise_places", subject=subject_of(place), after=told)
    return row
