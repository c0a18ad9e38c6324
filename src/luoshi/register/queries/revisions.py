"""What a commitment said when somebody looked at it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from luoshi.register.fields import FIELDS, value_of
from luoshi.register.models import Change, Commitment


def values_at(commitment: Commitment, revision: int) -> dict[str, Any]:
    """The fields as they stood at a revision: what they say now, with the later changes taken back."""
    return values_at_all({commitment: revision})[commitment.pk]


def values_at_all(revisions: Mapping[Commitment, int]) -> dict[int, dict[str, Any]]:
    """The same for many commitments, by their ids; one query for those that have changed since."""
    values = {row.pk: {name: value_of(row, name) for name in FIELDS} for row in revisions}
    behind = {row.pk: revision for row, revision in revisions.items() if revision < row.revision}
    since: dict[int, list[Change]] = defaultdict(list)
    for change in Change.objects.filter(commitment__in=list(behind)).order_by("commitment", "-revision"):
        since[change.commitment_id].append(change)
    for pk, revision in behind.items():
        for change in since[pk]:
            if change.revision > revision:
                values[pk] |= {name: pair[0] for name, pair in change.fields.items() if name in FIELDS}
    return values
