"""Pages of a long list by the key of the last row: as fast on the last page as on the first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from ninja import Schema
from pydantic import Field

T = TypeVar("T")
MOST = 200


class Paging(Schema):
    """Which page of a list."""

    after: Annotated[int, Field(ge=0, le=2**53)] | None = Field(None, description="`next` of the page before")
    limit: Annotated[int, Field(ge=1, le=MOST)] = Field(50, description=f"items a page, at most {MOST}")


class Page(Schema, Generic[T]):
    """One page of a list."""

    items: list[T]
    next: int | None = Field(description="ask for the next page with `after` = this; null on the last page")


def page_of(
    rows: QuerySet[Any], paging: Paging, shown: Callable[[Any], T], *, falling: bool = False, key: str = "pk"
) -> dict[str, Any]:
    """The rows behind ``after`` in the order of their key, as ``shown`` makes them."""
    if paging.after is not None:
        rows = rows.filter(**{f"{key}__{'lt' if falling else 'gt'}": paging.after})
    found: list[Model] = list(rows.order_by(f"-{key}" if falling else key)[: paging.limit + 1])
    here = found[: paging.limit]
    more = len(found) > paging.limit
    return {"items": list(map(shown, here)), "next": getattr(here[-1], key) if more else None}
