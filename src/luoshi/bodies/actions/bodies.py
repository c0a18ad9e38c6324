"""Bodies and their other names."""

from __future__ import annotations

from django.db import transaction

from luoshi.bodies.actions.ended import refuse_ended
from luoshi.bodies.enums import BodyKind
from luoshi.bodies.fulltext import keep_body_terms
from luoshi.bodies.models import Alias, Body, Place
from luoshi.bodies.queries.keeping import lies_in
from luoshi.bodies.subjects import subject_of
from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.journal.actions import record
from luoshi.journal.permission import require


@transaction.atomic
def add_body(
    *, actor: Actor, name: str, kind: BodyKind | str, place: Place, parent: Body | None = None, is_demo: bool = False
) -> Body:
    """Add a body, or give back the one that has this name in this place.

    Effects: when it is new, its terms for the search and a row in the journal.
    Raises Refused when the name means another body in this place.
    """
    below = parent is not None and lies_in(place, parent.place)
    require(actor, "bodies.add_body", parent if below else place)
    name = name.strip()
    known = Body.objects.filter(place=place, name=name).select_related("successor").first()
    if known is not None:
        refuse_ended(known)
        return known
    alias = Alias.objects.filter(place=place, name=name).select_related("body").first()
    if alias is not None:
        raise Refused(
            zh=f"“{name}”已是“{alias.body.name}”的别名。", en=f"“{name}” already is an alias of “{alias.body.name}”."
        )
    body = Body.objects.create(name=name, kind=kind, place=place, parent=parent, is_demo=is_demo)
    keep_body_terms([body.pk])
    after = {"name": name, "kind": str(kind), "place": place.code, "parent": parent.name if parent else None}
    record(actor=actor, verb="bodies.add_body", subject=subject_of(body), after=after)
    return body


@transaction.atomic
def add_alias(*, actor: Actor, body: Body, name: str) -> Alias:
    """Let another name mean this body in its place; the same again changes nothing.

    Effects: when it is new, the body's terms for the search and a row in the journal.
    Raises Refused when the name already means another body there.
    """
    require(actor, "bodies.add_alias", body)
    refuse_ended(body)
    name = name.strip()
    clash = Body.objects.filter(place=body.place, name=name).exclude(pk=body.pk).first()
    known = Alias.objects.filter(place=body.place, name=name).select_related("body").first()
    if known is not None and known.body_id == body.pk:
        return known
    if clash is not None or known is not None:
        other = clash.name if clash else known.body.name  # type: ignore[union-attr]
        raise Refused(
            zh=f"“{name}”在{body.place}已指“{other}”。", en=f"“{name}” already means “{other}” in {body.place}."
        )
    alias = Alias.objects.create(body=body, place=body.place, name=name)
    keep_body_terms([body.pk])
    record(actor=actor, verb="bodies.add_alias", subject=subject_of(body), after={"alias": name})
    return alias
