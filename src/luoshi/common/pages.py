"""Pages of a long list by the key of the last row: as fast on the last page as on the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

SIZE = 50


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of a list in falling order of their key; ``after`` is the key to ask the next page with."""

    rows: Sequence[Any]
    after: int | None


def page_of(rows: QuerySet[Model], after: str | None, *, key: str = "pk", size: int = SIZE) -> Page:
    """The rows below the key ``after`` (as text from the address; nonsense counts as none)."""
    if after and after.isdecimal():
        rows = rows.filter(**{f"{key}__lt": int(after)})
    shown = list(rows.order_by(f"-{key}")[: size + 1])
    more = len(shown) > size
    shown = shown[:size]
    return Page(shown, getattr(shown[-1], key) if more else None)
