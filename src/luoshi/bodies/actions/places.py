"""Places come from a list, never typed in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from luoshi.bodies.enums import Level, Scheme
from luoshi.bodies.models import Place
from luoshi.common.actor import Actor
from luoshi.journal.actions import Subject, record
from luoshi.journal.permission import require


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place of a list; ``code`` without trailing zeros."""

    code: str
    name: str
    is_town: bool = False
    shape: dict[str, Any] | None = None


@transaction.atomic
def import_places(*, actor: Actor, rows: Iterable[PlaceRow], scheme: Scheme, vintage: str, source: str) -> int:
    """Bring in a list of places, upper ones first or last; the same list again changes nothing.

    Effects: new places are added, changed names and shapes written; one row in the
    journal with the counts and the source. Returns the number of places added or
    changed. A parent that is not in the list nor in the database is left empty.
    """
    require(actor, "bodies.import_places", None)
    listed = {row.code: row for row in rows}
    known = {place.code: place for place in Place.objects.filter(scheme=scheme, code__in=list(listed))}
    changed = 0
    for code in sorted(listed, key=len):
        row = listed[code]
        values = {"name": row.name, "is_town": row.is_town, "shape": row.shape, "vintage": vintage}
        place = known.get(code)
        if place is None:
            place = Place(
                scheme=scheme, code=code, level=Level(len(code)), parent=_parent(code, known, scheme), **values
            )
        elif all(getattr(place, name) == value for name, value in values.items()):
            continue
        else:
            for name, value in values.items():
                setattr(place, name, value)
        place.save()
        known[code] = place
        changed += 1
    if changed:
        subject = Subject("bodies.place", min(listed, key=len), listed[min(listed, key=len)].name)
        after = {"listed": len(listed), "changed": changed, "source": source, "vintage": vintage}
        record(actor=actor, verb="bodies.import_places", subject=subject, after=after)
    return changed


def _parent(code: str, known: dict[str, Place], scheme: Scheme) -> Place | None:
    for level in sorted((int(level) for level in Level if int(level) < len(code)), reverse=True):
        parent = known.get(code[:level]) or Place.objects.filter(scheme=scheme, code=code[:level]).first()
        if parent is not None:
            return parent
    return None
