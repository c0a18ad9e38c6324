"""What the review page shows of a document: its commitments in the order of the text, counts, marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Min, Q, QuerySet

from luoshi.documents.models import Document
from luoshi.documents.queries import Mark
from luoshi.register.enums import STANDING, State
from luoshi.register.models import Commitment
from luoshi_core.assessable import PARTS, Part, to_mask

#: commitments that are sent to the page at once
PAGE = 50
RELATED = ("owner", "checker", "keeper", "document__source", "duplicate_of", "merged_into", "split_from")


@dataclass(frozen=True, slots=True)
class Gap:
    """A part that keeps ``count`` commitments from being assessable."""

    part: Part
    count: int

    @property
    def words(self) -> tuple[str, str]:
        """What is asked for, in Chinese and in English."""
        return PARTS[self.part]


@dataclass(frozen=True, slots=True)
class Counts:
    """How far the review of a document is; what is rejected or withdrawn is no longer looked at by the gate."""

    total: int
    proposed: int
    accepted: int
    rejected: int
    registered: int
    withdrawn: int
    changed: int
    without_owner: int
    not_assessable: int
    gaps: Sequence[Gap]

    @property
    def standing(self) -> int:
        """Those that the next version would hold."""
        return self.accepted + self.registered

    @property
    def decided(self) -> int:
        """Those that somebody has decided about."""
        return self.total - self.proposed


def counts_of(document: Document) -> Counts:
    """One query."""
    live = Q(state__in=[State.PROPOSED, *STANDING])
    asked = {f"gap_{part}": Count("pk", filter=live & _lacks(part)) for part in Part}
    found = (
        _with_bits(document.commitments.all())
        .aggregate(
            total=Count("pk"),
            **{str(state): Count("pk", filter=Q(state=state)) for state in State},
            changed=Count("pk", filter=_is_changed()),
            without_owner=Count("pk", filter=live & Q(owner_name="", owner=None)),
            not_assessable=Count("pk", filter=live & Q(missing__gt=0)),
            **asked,
        )
    )  # fmt: skip
    gaps = [Gap(part, found.pop(f"gap_{part}")) for part in Part]
    return Counts(**found, gaps=[gap for gap in gaps if gap.count])


def _with_bits(rows: QuerySet[Commitment]) -> QuerySet[Commitment]:
    return rows.annotate(**{f"lacks_{part}": F("missing").bitand(to_mask([part])) for part in Part})


def _lacks(part: Part) -> Q:
    return Q(**{f"lacks_{part}__gt": 0})


def _is_changed() -> Q:
    return Q(published_revision__isnull=False) & ~Q(revision=F("published_revision"))


def review_page(document: Document, page: int) -> QuerySet[Commitment]:
    """One page of commitments in the order of the text."""
    rows = document.commitments.select_related(*RELATED).order_by("start", "serial")
    return rows[page * PAGE : (page + 1) * PAGE]


def pages_of(document: Document) -> range:
    """The pages of its commitments; at least one, for what will be added."""
    return range(max(1, -(-document.commitments.count() // PAGE)))


def changed_since(document: Document, at: dt.datetime, most: int = PAGE) -> QuerySet[Commitment]:
    """Commitments that somebody has written since a moment, oldest first."""
    rows = document.commitments.filter(updated_at__gt=at).select_related(*RELATED)
    return rows.order_by("updated_at", "pk")[:most]


def review_marks(document: Document, start: int, end: int) -> list[Mark]:
    """What commitments mark between two characters of the text, in order; what was merged away marks nothing."""
    rows = document.commitments.filter(start__lt=end, end__gt=start, merged_into=None).order_by("start", "serial")
    before = document.commitments.filter(start__lt=start).count()
    marks = []
    at = before
    for pk, begins, state, spans in rows.values_list("pk", "start", "state", "spans"):
        position = at if begins >= start else max(before - 1, 0)
        at += begins >= start
        marks += [Mark(max(s, start), min(e, end), pk, position, str(state)) for s, e in spans if s < end and e > start]
    return sorted(marks)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the review of a file is: its first document, what waits for a decision, what stands."""

    document_id: int
    proposed: int
    standing: int


def progress_of(source_ids: Sequence[int]) -> dict[int, Progress]:
    """The progress of the files whose review has begun, by their ids; one query."""
    rows = (
        Commitment.objects.filter(document__source__in=source_ids)
        .order_by()
        .values("document__source")
        .annotate(
            first=Min("document"),
            proposed=Count("pk", filter=Q(state=State.PROPOSED)),
            standing=Count("pk", filter=Q(state__in=STANDING)),
        )
    )
    return {row["document__source"]: Progress(row["first"], row["proposed"], row["standing"]) for row in rows}
