"""Files that the asker may see."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from luoshi.bodies.queries import Scope
from luoshi.documents.models import Source


def find_source(source_id: int, scope: Scope, session: str = "") -> Source | None:
    """The file, if the asker may see it; a file of others does not exist for the asker."""
    return Source.objects.visible_to(scope, session).select_related("body__place").filter(pk=source_id).first()


def recent_sources(scope: Scope, session: str = "") -> QuerySet[Source]:
    """Files newest first, with the number of documents and of findings; members of archives are left out."""
    visible = Source.objects.visible_to(scope, session).filter(parent=None).select_related("body")
    return visible.annotate(
        document_count=Count("documents", distinct=True), finding_count=Count("documents__findings", distinct=True)
    )
