"""What a printed name tells of a body that nobody has added yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Q

from luoshi.bodies.enums import BodyKind, Level
from luoshi.bodies.models import Alias, Body, Place, PlaceName
from luoshi.bodies.queries.find_body import known_names
from luoshi_core.body_names import BodyName, kind_of, split_name

#: the last letters of the names of places of one level
_LEVELS = {"省": (Level.PROVINCE,), "自治区": (Level.PROVINCE,), "州": (Level.CITY,), "盟": (Level.CITY,)}


@dataclass(frozen=True, slots=True)
class Guess:
    """Where a body would sit, what it would be, what it would be below."""

    name: BodyName
    seat: Place
    kind: BodyKind
    parent: Body | None = None


@dataclass(slots=True)
class Surroundings:
    """The places whose names may open a body's name in documents of one place: above, below, and former ones."""

    place: Place
    named: dict[str, Place] = field(default_factory=dict)
    above: list[Place] = field(default_factory=list)

    @classmethod
    def of(cls, place: Place) -> Surroundings:
        """Ask for them; four queries for any number of names."""
        here = Place.objects.within(place).filter(level__lte=Level.TOWNSHIP)
        above = list(Place.objects.above(place).order_by("-level"))
        places = [*here.select_related("successor"), *above]
        former = PlaceName.objects.filter(Q(place__in=here) | Q(place__in=above)).select_related("place")
        gone = Place.objects.filter(Q(successor__in=here) | Q(successor__in=above)).select_related("successor")
        named: dict[str, Place] = {row.name: row.place for row in former}
        named |= {row.name: row.successor for row in gone if row.successor}
        # nearest last, so that it wins: a township may bear the name of its county
        for found in sorted(places, key=lambda found: -found.level):
            named[found.name] = found.successor or found
        return cls(place, named, above)

    def seat_of(self, name: BodyName) -> Place:
        """The place that a name carries, or that its level means from here, or this place."""
        if name.place:
            known = max((n for n in self.named if name.place.endswith(n)), key=len, default="")
            short = max((n for n in self.named if n.startswith(name.place)), key=len, default="")
            if known or short:
                return self.named[known or short]
        levels = _LEVELS.get(name.level)
        for place in self.above:
            if name.level and (place.level in levels if levels else place.name.endswith(name.level)):
                return place
        return self.place


def guess_bodies(names: list[str], place: Place) -> dict[str, Guess]:
    """What each printed name tells, read in documents of the place."""
    around = Surroundings.of(place)
    split = {name: split_name(name, around.named) for name in names}
    seats = {name: around.seat_of(parts) for name, parts in split.items()}
    outer = known_names({parts.outer for parts in split.values() if parts.unit}, place)
    ruling = _governments({seat.pk for seat in seats.values()} | {s.parent_id or 0 for s in seats.values()})
    found: dict[str, Guess] = {}
    for name, parts in split.items():
        kind = BodyKind(kind_of(name) or BodyKind.DEPARTMENT)
        found[name] = Guess(parts, seats[name], kind, _parent(kind, parts, seats[name], outer, ruling))
    return found


def _parent(
    kind: BodyKind, parts: BodyName, seat: Place, outer: dict[str, Body], ruling: dict[tuple[int, bool], Body]
) -> Body | None:
    """The body of a unit; else the government or committee of the place; of the place above for those that rule one."""
    if parts.unit:
        return outer.get(parts.outer)
    rules = kind in {BodyKind.GOVERNMENT, BodyKind.TOWNSHIP}
    where = seat.parent_id or 0 if rules else seat.pk
    party = parts.office.startswith("委") or parts.printed.startswith(("中共", "中国共产党"))
    if kind in {BodyKind.SUPPLIER, BodyKind.COMMUNITY}:
        return None
    return ruling.get((where, party)) or (None if rules else ruling.get((where, not party)) if party else None)


def _governments(place_ids: set[int]) -> dict[tuple[int, bool], Body]:
    """Government and committee of places: by place and whether it is the committee."""
    kinds = (BodyKind.GOVERNMENT, BodyKind.TOWNSHIP)
    bodies = Body.objects.filter(place_id__in=place_ids, is_active=True, kind__in=kinds).select_related("place")
    found: dict[tuple[int, bool], Body] = {}
    for body in bodies.order_by("-pk"):
        if body.name.endswith(("政府", "办事处")):
            found[(body.place_id, False)] = body
        elif body.name.endswith("委") or (body.name.startswith("中共") and body.name.endswith("委员会")):
            found[(body.place_id, True)] = body
    return found


def names_of_bodies(place_ids: set[int]) -> list[tuple[Body, str]]:
    """Every name that active bodies of these places bear."""
    bodies = Body.objects.filter(place_id__in=place_ids, is_active=True).select_related("place")
    aliases = Alias.objects.filter(body__in=bodies).select_related("body__place")
    return [*((body, body.name) for body in bodies), *((alias.body, alias.name) for alias in aliases)]
