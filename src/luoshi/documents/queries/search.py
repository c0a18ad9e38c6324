"""Words in titles, numbers and findings."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Q

from luoshi.bodies.models import Body
from luoshi.bodies.queries import Scope
from luoshi.documents.models import Document, Finding, Source

MOST = 20


class Hit(NamedTuple):
    """Something that was found by words: what it is, its words, the file it leads to."""

    kind: str
    words: str
    source_id: int | None
    anchor: str = ""


def search(words: str, scope: Scope, session: str = "") -> list[Hit]:
    """At most ``MOST`` documents, findings and bodies that the asker may see and that hold the words."""
    words = words.strip()
    if not words:
        return []
    visible = Source.objects.visible_to(scope, session).values("pk")
    documents = Document.objects.filter(Q(title__icontains=words) | Q(number__icontains=words), source__in=visible)
    findings = Finding.objects.filter(quote__icontains=words, document__source__in=visible).select_related("document")
    bodies = (
        Body.objects.visible_to(scope).filter(Q(name__icontains=words) | Q(aliases__name__icontains=words)).distinct()
    )
    return [
        *(Hit("document", str(d), d.source_id) for d in documents[:MOST]),
        *(Hit("finding", f.quote, f.document.source_id, f"f{f.pk}") for f in findings[:MOST]),
        *(Hit("body", b.name, None) for b in bodies[:MOST]),
    ]
