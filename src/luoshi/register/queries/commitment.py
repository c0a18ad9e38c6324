"""What the page of one commitment shows."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.bodies.queries import Scope
from luoshi.register.models import Change, Commitment, Version, VersionItem

RELATED = (
    "document__source__body__place", "owner__place", "checker__place", "keeper__place", "place",
    "duplicate_of", "split_from", "merged_into",
)  # fmt: skip


def find_commitment(pk: int, scope: Scope) -> Commitment | None:
    """The commitment, if the asker may see it; one of others does not exist for the asker."""
    return Commitment.objects.visible_to(scope).select_related(*RELATED).filter(pk=pk).first()


def history_of(commitment: Commitment) -> Sequence[Change]:
    """Its changes, newest first."""
    return list(commitment.changes.order_by("-revision"))


def versions_with(commitment: Commitment) -> Sequence[Version]:
    """The published versions that it stands in, oldest first."""
    items = VersionItem.objects.filter(commitment=commitment).values("version")
    return list(Version.objects.filter(pk__in=items).order_by("number"))


def parts_of(commitment: Commitment) -> Sequence[Commitment]:
    """What was split off it and merged into it."""
    return [*commitment.parts.order_by("serial"), *commitment.merged.order_by("serial")]
