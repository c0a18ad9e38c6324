"""Which body is meant by a printed name?"""

from __future__ import annotations

from collections.abc import Iterable

from luoshi.bodies.models import Alias, Body, Place


def find_body(name: str, place: Place) -> Body | None:
    """The body that a name means in a place: its own name, then an alias, then the same in the places above."""
    return known_names([name], place).get(name)


def known_names(names: Iterable[str], place: Place) -> dict[str, Body]:
    """The bodies that printed names mean in a place; three queries for any number of names.

    A name means the body of the nearest place upwards: first of the place itself,
    then of those that hold it.
    """
    wanted = set(names)
    above = list(Place.objects.above(place).order_by("-level").values_list("id", flat=True))
    rank = {place_id: distance for distance, place_id in enumerate(above)}
    found: dict[str, tuple[int, Body]] = {}
    bodies = Body.objects.filter(name__in=wanted, place_id__in=above, is_active=True).select_related("place")
    aliases = Alias.objects.filter(name__in=wanted, place_id__in=above, body__is_active=True)
    aliases = aliases.select_related("body__place")
    candidates = [(b.name, 2 * rank[b.place_id], b) for b in bodies]
    candidates += [(a.name, 2 * rank[a.place_id] + 1, a.body) for a in aliases]
    for name, distance, body in candidates:
        if name not in found or distance < found[name][0]:
            found[name] = (distance, body)
    return {name: body for name, (_, body) in found.items()}
