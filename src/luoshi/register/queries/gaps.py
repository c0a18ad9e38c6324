"""What cannot be assessed: how many commitments lack which part, by document and by body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from luoshi.bodies.queries import Scope
from luoshi.register.enums import STANDING
from luoshi.register.models import Commitment
from luoshi.register.queries.filters import walked
from luoshi.register.queries.register import visible
from luoshi_core.assessable import PARTS, from_mask

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
    rows = walked(visible(scope), Q(state__in=STANDING)).order_by()
    documents, more_documents = _most(rows, "document", "document__title")
    bodies, more_bodies = _most(rows, "owner", "owner__name")
    whole = rows.values_list("missing").annotate(n=Count("pk"))
    return GapSummary(_gaps(None, "", whole), documents, bodies, more_documents, more_bodies)


def _most(rows: QuerySet[Commitment], by: str, name: str) -> tuple[list[Gaps], bool]:
    """The documents or bodies with the most gaps: first which these are, then what they lack."""
    with_gaps = Count("pk", filter=Q(missing__gt=0))
    ranked = rows.values_list(f"{by}_id").annotate(gaps=with_gaps).filter(gaps__gt=0).order_by("-gaps", f"{by}_id")
    keys = [key for key, _ in ranked[: SHOWN + 1]]
    shown = keys[:SHOWN]
    asked = Q(**{f"{by}__in": shown}) | (Q(**{f"{by}__isnull": True}) if None in shown else Q(pk__in=[]))
    counted = rows.filter(asked).values_list(f"{by}_id", name, "missing").annotate(n=Count("pk"))
    names, masks = {}, defaultdict(list)
    for key, words, mask, count in counted:
        names[key] = words or ""
        masks[key].append((mask, count))
    return [_gaps(key, names[key], masks[key]) for key in shown], len(keys) > SHOWN


def _gaps(key: int | None, name: str, counted: Iterable[tuple[int, int]]) -> Gaps:
    """Counts by value of ``missing`` summed up."""
    masks = Counter(dict(counted))
    parts = {str(part): sum(n for mask, n in masks.items() if part in from_mask(mask)) for part in PARTS}
    return Gaps(key, name, masks.total(), masks.total() - masks[0], parts)
