"""What the review page shows of a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from luoshi.documents.enums import Cadence
from luoshi.documents.models import Call, Document, Finding, Source

#: findings that are sent to the page at once
PAGE = 100


@dataclass(frozen=True, slots=True)
class Review:
    """The documents of a file, the number of findings and how many of them lack something."""

    documents: Sequence[Document]
    calls: Sequence[Call]
    total: int
    without_owner: int
    without_date: int

    @property
    def pages(self) -> range:
        """The pages of findings."""
        return range(-(-self.total // PAGE))


def review_of(source: Source) -> Review:
    """Three queries, however much was found."""
    counts = Finding.objects.filter(document__source=source).aggregate(
        total=Count("pk"),
        without_owner=Count("pk", filter=Q(owner="")),
        without_date=Count("pk", filter=Q(due=None, cadence=Cadence.ONCE)),
    )
    documents = list(source.documents.annotate(finding_count=Count("findings")).order_by("position"))
    calls = list(Call.objects.filter(document__source=source).select_related("document"))
    return Review(documents, calls, **counts)


def findings_page(source: Source, page: int) -> QuerySet[Finding]:
    """One page of findings in the order of the text."""
    found = Finding.objects.filter(document__source=source).select_related("document", "duplicate_of")
    return found.order_by("document__position", "position")[page * PAGE : (page + 1) * PAGE]
