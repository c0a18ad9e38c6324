"""Which body is meant by a printed name?"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from luoshi.bodies.models import Alias, Body, Place, PlaceName
from luoshi.bodies.models.place import PlaceQuerySet


def find_body(name: str, place: Place) -> Body | None:
    """The body that a name means in a place: its own name, then an alias, then the same in the places above."""
    return known_names([name], place).get(name)


def known_names(names: Iterable[str], place: Place) -> dict[str, Body]:
    """The bodies that printed names mean in a place; a fixed number of queries for any number of names.

    A name means the body of the nearest place upwards: first of the place itself,
    then of those that hold it, then of those that these took over (a document of 2018
    says 太谷县文旅局). What is found nowhere upwards is looked for in the places below,
    where a name has to say which one it means (岫云县文化和旅游局), and at last under the
    name that its place bears today.
    """
    wanted = set(names)
    found = _upwards(wanted, place)
    for ask in (_downwards, _by_former_places):
        unknown = wanted - found.keys()
        found |= ask(unknown, place) if unknown else {}
    return found


def reach_of(place: Place) -> PlaceQuerySet:
    """The places whose names count in a place: it, those that hold it, and what all these took over."""
    holders = Place.objects.above(place)
    reach = holders | Place.objects.filter(successor__in=holders)
    if place.successor is not None:
        after = Place.objects.above(place.successor)
        reach = reach | after | Place.objects.filter(successor__in=after)
    return reach


def _upwards(wanted: set[str], place: Place) -> dict[str, Body]:
    rows = reach_of(place).distinct().values_list("id", "level", "ended_on")
    nearest = sorted(rows, key=lambda row: (row[0] != place.pk, row[2] is not None, -row[1], row[0]))
    rank = {place_id: distance for distance, (place_id, _, _) in enumerate(nearest)}
    found: dict[str, tuple[int, Body]] = {}
    bodies = Body.objects.filter(name__in=wanted, place_id__in=rank, is_active=True).select_related("place")
    aliases = Alias.objects.filter(name__in=wanted, place_id__in=rank, body__is_active=True)
    aliases = aliases.select_related("body__place")
    candidates = [(b.name, 2 * rank[b.place_id], b) for b in bodies]
    candidates += [(a.name, 2 * rank[a.place_id] + 1, a.body) for a in aliases]
    for name, distance, body in candidates:
        if name not in found or distance < found[name][0]:
            found[name] = (distance, body)
    return {name: body for name, (_, body) in found.items()}


def _downwards(wanted: set[str], place: Place) -> dict[str, Body]:
    """Names that carry the name of the place below in which exactly one body bears them."""
    inside = Place.objects.within(place)
    below = Q(place__in=inside) | Q(place__successor__in=inside)
    bodies = Body.objects.filter(below, name__in=wanted, is_active=True).select_related("place")
    aliases = Alias.objects.filter(below, name__in=wanted, body__is_active=True).select_related("body", "place")
    meant = [*((b.name, b.place, b) for b in bodies), *((a.name, a.place, a.body) for a in aliases)]
    former = PlaceName.objects.filter(place__in={seat.pk for _, seat, _ in meant}).values_list("place_id", "name")
    called = [*((seat.pk, seat.name) for _, seat, _ in meant), *former]
    several: dict[str, set[Body]] = {}
    for name, seat, body in meant:
        if any(seat.pk == place_id and words in name for place_id, words in called):
            several.setdefault(name, set()).add(body)
    return {name: next(iter(one)) for name, one in several.items() if len(one) == 1}


def _by_former_places(wanted: set[str], place: Place) -> dict[str, Body]:
    """Names that carry the name of a place that is called otherwise today: 太谷县水利局 is 太谷区水利局."""
    here = Q(pk__in=Place.objects.within(place)) | Q(pk__in=reach_of(place).values("pk"))
    living = Place.objects.filter(here, ended_on=None)
    gone = Place.objects.filter(successor__in=living).values_list("name", "successor__name")
    former = PlaceName.objects.filter(place__in=living).values_list("name", "place__name")
    pairs = [(old, new) for old, new in [*gone, *former] if old != new]
    today = {name: name.replace(old, new) for name in wanted for old, new in pairs if old in name}
    asked = set(today.values())
    if not asked:
        return {}
    found = _upwards(asked, place)
    found |= _downwards(asked - found.keys(), place)
    return {name: found[now] for name, now in today.items() if now in found}
