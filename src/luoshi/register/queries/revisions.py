"""What a commitment said when somebody looked at it."""

from __future__ import annotations

from typing import Any

from luoshi.register.fields import FIELDS, value_of
from luoshi.register.models import Commitment


def values_at(commitment: Commitment, revision: int) -> dict[str, Any]:
    """The fields as they stood at a revision: what they say now, with the later changes taken back."""
    values = {name: value_of(commitment, name) for name in FIELDS}
    if revision >= commitment.revision:
        return values
    for change in commitment.changes.filter(revision__gt=revision).order_by("-revision"):
        values |= {name: pair[0] for name, pair in change.fields.items() if name in values}
    return values
