"""What the conditions of a filter are called, for whoever may know it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.db.models import Q

from luoshi.bodies.models import Body, Place
from luoshi.bodies.queries import Scope
from luoshi.documents.models import Document
from luoshi.register.models import Commitment, View
from luoshi.register.queries.filters import RegisterFilter


def resolved(wanted: RegisterFilter, scope: Scope) -> RegisterFilter:
    """A name typed without choosing becomes the body of this name, where the asker may see one."""
    if not wanted.name or wanted.body:
        return wanted
    known = Body.objects.visible_to(scope).filter(Q(name=wanted.name) | Q(aliases__name=wanted.name)).first()
    return replace(wanted, body=known.pk, name="") if known else wanted


def name_of_body(wanted: RegisterFilter, scope: Scope) -> str:
    """The name of the body that is asked for, if the asker sees it or a commitment of it; else its number."""
    if not wanted.body:
        return wanted.name
    seen = Commitment.objects.visible_to(scope).filter(**{wanted.role: wanted.body}).order_by()
    body = Body.objects.filter(pk=wanted.body).filter(
        Q(pk__in=Body.objects.visible_to(scope).order_by().values("pk")) | Q(pk__in=seen.values(wanted.role)[:1])
    )
    return body.values_list("name", flat=True).first() or str(wanted.body)


def document_asked_for(wanted: RegisterFilter, scope: Scope) -> Document | None:
    """The document that is asked for, if the asker sees a commitment of it."""
    if not wanted.document:
        return None
    seen = Commitment.objects.visible_to(scope).filter(document=wanted.document).order_by()
    return Document.objects.filter(pk__in=seen.values("document")[:1]).first()


def places_offered(scope: Scope) -> Sequence[Place]:
    """The places to choose from: those that the asker's posts look over, and those right below them."""
    own = [place.pk for place in scope.places]
    return list(Place.objects.filter(Q(pk__in=own) | Q(parent__in=own))) if own else []


def views_of(scope: Scope) -> Sequence[View]:
    """The views that a person has saved, and those that were shared with the person's bodies."""
    mine = View.objects.filter(Q(person=scope.person_id) | Q(body__in=scope.own_body_ids))
    return list(mine.select_related("person", "body").order_by("name"))
