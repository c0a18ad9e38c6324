"""What cannot be assessed: how many commitments lack which part, by document and by body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from luoshi.bodies.queries import Scope
from luoshi.register.enums import STANDING
from luoshi.register.models import Commitment
from luoshi.register.queries.filters import masks_with
from luoshi.register.queries.register import visible
from luoshi_core.assessable import PARTS

#: documents and bodies that are listed, those with the most gaps first
SHOWN = 50


@dataclass(frozen=True, slots=True)
class Gaps:
    """Of a document or body (``key``, its ``name``): all its commitments, those not assessable, by missing part."""

    key: int | None
    name: str
    total: int
    gaps: int
    parts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class GapSummary:
    """The sum, and the first documents and bodies; ``more`` tells of each whether there are others."""

    sum: Gaps
    documents: Sequence[Gaps]
    bodies: Sequence[Gaps]
    more_documents: bool
    more_bodies: bool


def gap_summary(scope: Scope) -> GapSummary:
    """Counted over what stands in the register and may be seen; a fixed number of queries."""
    rows = visible(scope).filter(state__in=STANDING)
    documents = _grouped(rows, "document", "document__title")
    bodies = _grouped(rows, "owner", "owner__name")
    whole = rows.order_by().aggregate(total=Count("pk"), gaps=Count("pk", filter=Q(missing__gt=0)), **_parts())
    return GapSummary(
        _gaps({**whole, "key": None, "name": ""}), documents[:SHOWN], bodies[:SHOWN],
        len(documents) > SHOWN, len(bodies) > SHOWN,
    )  # fmt: skip


def _grouped(rows: QuerySet[Commitment], by: str, name: str) -> list[Gaps]:
    counted = rows.order_by().values(key=F(by), name=F(name)).annotate(
        total=Count("pk"), gaps=Count("pk", filter=Q(missing__gt=0)), **_parts()
    )  # fmt: skip
    return [_gaps(row) for row in counted.filter(gaps__gt=0).order_by("-gaps", "key")[: SHOWN + 1]]


def _parts() -> dict[str, Count]:
    return {f"part_{part}": Count("pk", filter=Q(missing__in=masks_with(part))) for part in PARTS}


def _gaps(row: Mapping[str, Any]) -> Gaps:
    parts = {str(part): row[f"part_{part}"] for part in PARTS}
    return Gaps(row["key"], row["name"] or "", row["total"], row["gaps"], parts)
