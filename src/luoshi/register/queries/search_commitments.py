"""Which commitments do words name?"""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.bodies.queries import Scope
from luoshi.register.models import Commitment
from luoshi.register.queries.filters import RegisterFilter
from luoshi.register.queries.register import matches


def search_commitments(words: str, scope: Scope, most: int) -> Sequence[Commitment]:
    """The newest of the register that the asker may see and that hold the words; a fixed number of queries."""
    rows = matches(RegisterFilter(q=words, state="standing"), scope).rows.order_by("-pk")
    keys = list(rows.values_list("pk", flat=True)[:most])
    shown = Commitment.objects.filter(pk__in=keys).select_related("owner", "document").order_by("-pk")
    return list(shown.only("quote", "due", "state", "serial", "owner_name", "owner__name", "document__title"))
