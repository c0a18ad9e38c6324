"""Commitments: find and look at."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema
from pydantic import AwareDatetime, Field

from luoshi.api.paging import Page, Paging, page_of
from luoshi.api.problems import PROBLEMS
from luoshi.api.schemas.commitments import (
    CommitmentDetail,
    CommitmentOut,
    show_commitment,
    show_commitment_detail,
)
from luoshi.api.schemas.values import CLEAN, Id
from luoshi.bodies.queries import scope_of
from luoshi.register.enums import State
from luoshi.register.models import Commitment

router = Router()
#: times outside of these cannot be turned into every time zone
FIRST, LAST = dt.datetime(1900, 1, 1, tzinfo=dt.UTC), dt.datetime(2900, 1, 1, tzinfo=dt.UTC)


class Filter(Schema):
    """Which commitments."""

    document: Id | None = None
    state: State | None = None
    owner: Id | None = Field(None, description="number of the body that owns it")
    q: Annotated[str, Field(max_length=100, pattern=CLEAN)] = Field("", description="words of the quote")
    due_before: dt.date | None = Field(None, description="due before this day")
    due_after: dt.date | None = Field(None, description="due after this day")
    assessable: bool | None = Field(None, description="lacking nothing, or lacking something")
    changed_since: Annotated[AwareDatetime, Field(ge=FIRST, le=LAST)] | None = Field(
        None, description="changed at this time or later"
    )

    def narrow(self, rows: QuerySet[Commitment]) -> QuerySet[Commitment]:
        """The rows that it asks for."""
        wanted = {
            "document": self.document,
            "state": self.state,
            "owner": self.owner,
            "quote__icontains": self.q or None,
            "due__lt": self.due_before,
            "due__gt": self.due_after,
            # PostgreSQL knows no time zone as far from Greenwich as a request may name
            "updated_at__gte": self.changed_since and self.changed_since.astimezone(dt.UTC),
        }
        rows = rows.filter(**{name: value for name, value in wanted.items() if value is not None})
        if self.assessable is None:
            return rows
        return rows.filter(missing=0) if self.assessable else rows.exclude(missing=0)


def visible_commitments(request: HttpRequest) -> QuerySet[Commitment]:
    """Those that the asker's bodies keep, own or check."""
    rows: QuerySet[Commitment] = Commitment.objects.visible_to(scope_of(request.user))
    return rows.select_related("keeper__place", "owner__place", "checker__place")


def commitment_or_404(request: HttpRequest, pk: int) -> Commitment:
    """The commitment; 404 for whoever may not see it."""
    row = visible_commitments(request).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


@router.get(
    "", response={200: Page[CommitmentOut], **PROBLEMS}, operation_id="list_commitments", summary="Find commitments"
)
def list_commitments(request: HttpRequest, which: Query[Filter], paging: Query[Paging]) -> dict[str, Any]:
    """Those that your bodies keep, and those in a register that they own or check; by number."""
    return page_of(which.narrow(visible_commitments(request)), paging, show_commitment)


@router.get(
    "/{int:commitment_id}",
    response={200: CommitmentDetail, **PROBLEMS},
    operation_id="get_commitment",
    summary="A commitment with its provenance and history",
)
def get_commitment(request: HttpRequest, commitment_id: Id) -> CommitmentDetail:
    """Where each field comes from, and who changed what since."""
    return show_commitment_detail(commitment_or_404(request, commitment_id))
