"""Bodies and places."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from luoshi.api.paging import Page, Paging, page_of
from luoshi.api.problems import PROBLEMS
from luoshi.api.schemas.asking import Search
from luoshi.api.schemas.bodies import BodyOut, PlaceOut, show_body, show_place
from luoshi.api.schemas.values import Id
from luoshi.bodies.enums import Level
from luoshi.bodies.models import Place
from luoshi.bodies.queries import search_bodies, visible_bodies

router = Router()
#: more rows than a search goes through
DEEPEST = 2**31


@router.get("/bodies", response={200: Page[BodyOut], **PROBLEMS}, operation_id="list_bodies", summary="Bodies")
def list_bodies(request: HttpRequest, paging: Query[Paging], q: Search = "", place: Id | None = None) -> dict[str, Any]:
    """Those that you may see, by number.

    ``q`` searches as on the pages: words or initials of a name or alias, or the code of a place; a body of exactly
    this name comes first, and bodies that have ended are left out.
    """
    if q.strip():
        return _searched(request, paging, q, place)
    rows = visible_bodies(request.user).select_related("place").prefetch_related("aliases")
    return page_of(rows if place is None else rows.filter(place=place), paging, show_body)


def _searched(request: HttpRequest, paging: Paging, words: str, place: int | None) -> dict[str, Any]:
    """The best come first, so ``after`` counts those that were shown."""
    start = min(paging.after or 0, DEEPEST)
    found = search_bodies(words, request.user, paging.limit + 1, start=start, place=place)
    more = len(found) > paging.limit
    return {"items": list(map(show_body, found[: paging.limit])), "next": start + paging.limit if more else None}


@router.get("/places", response={200: Page[PlaceOut], **PROBLEMS}, operation_id="list_places", summary="Places")
def list_places(
    request: HttpRequest,
    paging: Query[Paging],
    q: Search = "",
    parent: Id | None = None,
    level: Level | None = None,
) -> dict[str, Any]:
    """By number. ``parent`` asks for those right below a place, ``level`` for those of one level."""
    rows = Place.objects.filter(name__icontains=q) if q else Place.objects.all()
    if parent is not None:
        rows = rows.filter(parent=parent)
    if level is not None:
        rows = rows.filter(level=level)
    return page_of(rows, paging, show_place)
