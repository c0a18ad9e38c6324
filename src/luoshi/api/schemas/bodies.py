"""Bodies and places."""

from __future__ import annotations

from ninja import Schema
from pydantic import Field

from luoshi.api.schemas.values import Named
from luoshi.bodies.enums import BodyKind
from luoshi.bodies.models import Body, Place


class BodyOut(Schema):
    """An office, department, institution, supplier or community."""

    id: int
    name: str
    aliases: list[str] = Field(description="its other names")
    kind: BodyKind
    place: Named
    parent: int | None
    is_active: bool


class PlaceOut(Schema):
    """A division, with its code by GB/T 2260 or GB/T 10114."""

    id: int
    scheme: str = Field(description="who gives the code; codes of two schemes are never compared")
    code: str = Field(description="without trailing zeros: the beginning of the codes below it")
    name: str
    level: int = Field(description="number of digits: 2 province, 4 city, 6 county, 9 township, 12 village")
    parent: int | None


def show_body(row: Body) -> BodyOut:
    """A body."""
    return BodyOut(
        id=row.pk,
        name=row.name,
        aliases=[alias.name for alias in row.aliases.all()],
        kind=BodyKind(row.kind),
        place=Named(id=row.place_id, name=row.place.name),
        parent=row.parent_id,
        is_active=row.is_active,
    )


def show_place(row: Place) -> PlaceOut:
    """A place."""
    same = ("scheme", "code", "name", "level")
    return PlaceOut(id=row.pk, parent=row.parent_id, **{name: getattr(row, name) for name in same})
