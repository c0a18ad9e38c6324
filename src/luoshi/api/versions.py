"""Versions of a register: frozen, and compared."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja import Query, Router

from luoshi.api.paging import Page, Paging, page_of
from luoshi.api.problems import PROBLEMS, Problem
from luoshi.api.schemas.documents import (
    ChangedItem,
    ComparisonOut,
    RemovedItem,
    VersionItemOut,
    VersionOut,
    show_version,
)
from luoshi.api.schemas.values import Id
from luoshi.bodies.queries import scope_of
from luoshi.documents.models import Source
from luoshi.register.models import Version, VersionItem
from luoshi.register.queries.compare import compare

router = Router()


def visible_versions(request: HttpRequest) -> QuerySet[Version]:
    """The versions of the documents whose file the asker may see, as on the pages."""
    sources = Source.objects.visible_to(scope_of(request.user)).order_by().values("pk")
    return Version.objects.filter(document__source__in=sources).select_related("published_by")


def version_or_404(request: HttpRequest, pk: int) -> Version:
    """The version; 404 for whoever may not see it."""
    row = visible_versions(request).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


@router.get(
    "/versions/{int:version_id}",
    response={200: VersionOut, **PROBLEMS},
    operation_id="get_version",
    summary="A published version of a register",
    url_name="version",
)
def get_version(request: HttpRequest, version_id: Id) -> VersionOut:
    """It never changes; its items are a list of their own."""
    return show_version(version_or_404(request, version_id))


@router.get(
    "/versions/{int:version_id}/items",
    response={200: Page[VersionItemOut], **PROBLEMS},
    operation_id="list_version_items",
    summary="The commitments as the version froze them",
)
def list_items(request: HttpRequest, version_id: Id, paging: Query[Paging]) -> dict[str, Any]:
    """In the order of the text; ``digest`` of the version covers their contents in this order."""
    rows = version_or_404(request, version_id).items.all()
    return page_of(rows, paging, _show_item, key="position")


def _show_item(row: VersionItem) -> VersionItemOut:
    return VersionItemOut(position=row.position, commitment=row.commitment_id, content=row.content)


@router.get(
    "/versions/{int:old_id}/compare/{int:new_id}",
    response={200: ComparisonOut, **PROBLEMS},
    operation_id="compare_versions",
    summary="What two versions of one document differ in",
)
def compare_versions(request: HttpRequest, old_id: Id, new_id: Id) -> ComparisonOut:
    """What ``new`` added, no longer holds, and tells differently."""
    old, new = version_or_404(request, old_id), version_or_404(request, new_id)
    if old.document_id != new.document_id:
        raise Problem(422, "bad-input", _("只能比较同一份文件的两个版本。"), where="new_id")
    found = compare(_contents(old), _contents(new))
    return ComparisonOut(
        added=[dict(content) for content in found.added],
        removed=[RemovedItem(code=item.code, quote=item.quote) for item in found.removed],
        changed=[
            ChangedItem(
                code=item.code, quote=item.quote, fields={name: list(pair) for name, pair in item.fields.items()}
            )
            for item in found.changed
        ],
        same=found.same,
    )


def _contents(version: Version) -> list[dict[str, Any]]:
    return list(version.items.order_by("position").values_list("content", flat=True))
