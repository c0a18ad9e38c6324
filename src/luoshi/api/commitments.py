"""Commitments: find and look at."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from ninja import Query, Router

from luoshi.api.paging import Page, Paging, page_of
from luoshi.api.problems import PROBLEMS
from luoshi.api.schemas.asking import ListFilter
from luoshi.api.schemas.commitments import (
    CommitmentDetail,
    CommitmentOut,
    show_commitment,
    show_commitment_detail,
)
from luoshi.api.schemas.values import Id
from luoshi.bodies.queries import scope_of
from luoshi.register.models import Commitment
from luoshi.register.queries.named import resolved
from luoshi.register.queries.register import matches

router = Router()
#: bodies that are shown by their names
NAMED = ("keeper__place", "owner__place", "checker__place")


def visible_commitments(request: HttpRequest) -> QuerySet[Commitment]:
    """Those that the asker's bodies keep, own or check."""
    rows: QuerySet[Commitment] = Commitment.objects.visible_to(scope_of(request.user))
    return rows.select_related(*NAMED)


def commitment_or_404(request: HttpRequest, pk: int) -> Commitment:
    """The commitment; 404 for whoever may not see it."""
    row = visible_commitments(request).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


@router.get(
    "", response={200: Page[CommitmentOut], **PROBLEMS}, operation_id="list_commitments", summary="Find commitments"
)
def list_commitments(request: HttpRequest, which: Query[ListFilter], paging: Query[Paging]) -> dict[str, Any]:
    """Those that your bodies keep, and those in a register that they own or check; by number.

    The filters are those of the page 台账; nothing said of ``state``, those that stand.
    """
    scope = scope_of(request.user)
    rows = matches(resolved(which.wanted(), scope), scope).rows
    if which.changed_since is not None:
        # PostgreSQL knows no time zone as far from Greenwich as a request may name
        rows = rows.filter(updated_at__gte=which.changed_since.astimezone(dt.UTC))
    return page_of(rows.select_related(*NAMED), paging, show_commitment)


@router.get(
    "/{int:commitment_id}",
    response={200: CommitmentDetail, **PROBLEMS},
    operation_id="get_commitment",
    summary="A commitment with its provenance and history",
)
def get_commitment(request: HttpRequest, commitment_id: Id) -> CommitmentDetail:
    """Where each field comes from, and who changed what since."""
    return show_commitment_detail(commitment_or_404(request, commitment_id))
