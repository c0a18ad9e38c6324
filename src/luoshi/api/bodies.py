"""Bodies and places."""

from __future__ import annotations

from typing import Annotated, Any

from django.db.models import Q
from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from luoshi.api.paging import Page, Paging, page_of
from luoshi.api.problems import PROBLEMS
from luoshi.api.schemas.bodies import BodyOut, PlaceOut, show_body, show_place
from luoshi.api.schemas.values import CLEAN, Id
from luoshi.bodies.enums import Level
from luoshi.bodies.models import Alias, Body, Place
from luoshi.bodies.queries import scope_of

router = Router()
Search = Annotated[str, Field(max_length=100, pattern=CLEAN)]


@router.get("/bodies", response={200: Page[BodyOut], **PROBLEMS}, operation_id="list_bodies", summary="Bodies")
def list_bodies(request: HttpRequest, paging: Query[Paging], q: Search = "", place: Id | None = None) -> dict[str, Any]:
    """Those that you may see, by number. ``q`` is part of a name or alias."""
    rows = Body.objects.select_related("place").prefetch_related("aliases")
    if not request.user.has_perm("bodies.add_body"):
        rows = rows.visible_to(scope_of(request.user))
    if q:
        rows = rows.filter(Q(name__icontains=q) | Q(pk__in=Alias.objects.filter(name__icontains=q).values("body")))
    if place is not None:
        rows = rows.filter(place=place)
    return page_of(rows, paging, show_body)


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
