"""The words by which bodies are found: their names, all their other names, the code of their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from luoshi.common.fulltext import Entry, FullText, register_index

BODY_TERMS = FullText("bodies_body_terms")


def body_entries(bodies: Any) -> Iterator[Entry]:
    """What is kept of bodies; a queryset of this app, or of a migration's model."""
    for body in bodies.select_related("place").prefetch_related("aliases").order_by("pk").iterator(1000):
        names = "\n".join([body.name, *(alias.name for alias in body.aliases.all())])
        yield Entry(body.pk, f"{names}\n{body.place.code}\n{body.place.code.ljust(6, '0')}", names)


def keep_body_terms(ids: Iterable[int]) -> None:
    """Write what is kept of these bodies; called by the actions that name them."""
    from luoshi.bodies.models import Body

    BODY_TERMS.write(body_entries(Body.objects.filter(pk__in=list(ids))))


def _all() -> Iterator[Entry]:
    from luoshi.bodies.models import Body

    return body_entries(Body.objects.all())


register_index(BODY_TERMS, _all)
