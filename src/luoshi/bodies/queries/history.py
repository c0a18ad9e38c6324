"""What became of a body, and what it was called."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from luoshi.bodies.models import Alias, Body, ReorganisationPart


@dataclass(frozen=True, slots=True)
class BodyHistory:
    """Names in use besides its own, former names (newest first), and the reorganisations that it was part of."""

    aliases: list[Alias]
    former: list[Alias]
    parts: QuerySet[ReorganisationPart]


def history_of(body: Body) -> BodyHistory:
    """The history of a body; a name that is known in two places is said once."""
    by_name: dict[tuple[str, bool], Alias] = {}
    for alias in body.aliases.order_by("name", "-until"):
        by_name.setdefault((alias.name, alias.until is None), alias)
    names = list(by_name.values())
    former = [alias for alias in names if alias.until is not None]
    parts = ReorganisationPart.objects.filter(Q(from_body=body) | Q(to_body=body))
    return BodyHistory(
        aliases=[alias for alias in names if alias.until is None],
        former=sorted(former, key=lambda alias: (alias.until is None, alias.until), reverse=True),
        parts=parts.select_related("reorganisation", "from_body", "to_body").order_by(
            "-reorganisation__effective_on", "-id"
        ),
    )
