"""Files that the asker may see."""

from __future__ import annotations

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from luoshi.bodies.queries import Scope
from luoshi.documents.models import Finding, Source


def find_source(source_id: int, scope: Scope, session: str = "") -> Source | None:
    """The file, if the asker may see it; a file of others does not exist for the asker."""
    return Source.objects.visible_to(scope, session).select_related("body__place").filter(pk=source_id).first()


def recent_sources(scope: Scope, session: str = "") -> QuerySet[Source]:
    """Files newest first with ``finding_count``; members of archives are left out.

    The count is asked for the rows that are shown only, so a long list opens as fast as a short one.
    """
    found = Finding.objects.filter(document__source=OuterRef("pk")).order_by()
    counted = found.values("document__source").annotate(n=Count("pk")).values("n")
    visible = Source.objects.visible_to(scope, session).filter(parent=None).select_related("body")
    return visible.annotate(finding_count=Coalesce(Subquery(counted, output_field=IntegerField()), 0))
