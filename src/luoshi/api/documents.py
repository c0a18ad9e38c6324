"""Documents: look at, begin the review, add what was overlooked, publish the register."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Query, Router, Status

from luoshi.api.commitments import visible_commitments
from luoshi.api.paging import Page, Paging, page_of
from luoshi.api.problems import PROBLEMS, refused_as_input
from luoshi.api.schemas.commitments import CommitmentOut, show_commitment
from luoshi.api.schemas.documents import (
    Counts,
    DocumentDetail,
    DocumentOut,
    Heading,
    PublishIn,
    ReviewOut,
    SelectionIn,
    VersionOut,
    document_facts,
    show_document,
    show_version,
)
from luoshi.api.schemas.values import Id, Remark
from luoshi.api.versions import visible_versions
from luoshi.bodies.queries import scope_of
from luoshi.common.request import actor_of
from luoshi.documents.models import Document, Source
from luoshi.register.actions import add_commitment, open_review, publish_register
from luoshi.register.enums import STANDING

router = Router()


def visible_documents(request: HttpRequest) -> QuerySet[Document]:
    """The documents of the files that the asker may see."""
    sources = Source.objects.visible_to(scope_of(request.user)).order_by().values("pk")
    return Document.objects.filter(source__in=sources).select_related("source__body__place")


def document_or_404(request: HttpRequest, pk: int) -> Document:
    """The document; 404 for whoever may not see it."""
    row = visible_documents(request).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


@router.get(
    "/documents",
    response={200: Page[DocumentOut], **PROBLEMS},
    operation_id="list_documents",
    summary="Documents, newest first",
)
def list_documents(request: HttpRequest, paging: Query[Paging], file: Id | None = None) -> dict[str, Any]:
    """Documents of the files that you may see; ``file`` asks for those of one file."""
    rows = visible_documents(request)
    if file is not None:
        rows = rows.filter(source=file)
    return page_of(rows, paging, show_document, falling=True)


@router.get(
    "/documents/{int:document_id}",
    response={200: DocumentDetail, **PROBLEMS},
    operation_id="get_document",
    summary="Head, outline and counts of a document",
)
def get_document(request: HttpRequest, document_id: Id) -> DocumentDetail:
    """The text itself lies in the original file; places count its characters."""
    row = document_or_404(request, document_id)
    outline = row.passages.order_by("position")
    return DocumentDetail(
        **document_facts(row),
        author=row.author,
        publication=row.publication,
        header=row.header,
        remarks=[Remark(**remark) for remark in row.remarks],
        outline=[Heading(level=p.level, label=p.label, title=p.title, spans=p.spans) for p in outline],
        counts=_counts(request, row),
    )


def _counts(request: HttpRequest, row: Document) -> Counts:
    seen = visible_commitments(request).filter(document=row).order_by()
    return Counts(
        findings=row.findings.count(),
        commitments=dict(seen.values_list("state").annotate(n=Count("pk"))),
        assessable=seen.filter(missing=0, state__in=STANDING).count(),
        versions=visible_versions(request).filter(document=row).count(),
    )


@router.post(
    "/documents/{int:document_id}/review",
    response={200: ReviewOut, **PROBLEMS},
    operation_id="open_review",
    summary="Begin the review: what reading found becomes proposals",
)
def begin_review(request: HttpRequest, document_id: Id) -> ReviewOut:
    """Begun again it adds nothing."""
    row = document_or_404(request, document_id)
    return ReviewOut(proposals=open_review(actor=actor_of(request), document=row))


@router.post(
    "/documents/{int:document_id}/commitments",
    response={200: CommitmentOut, **PROBLEMS},
    operation_id="add_commitment",
    summary="Add a commitment that reading has overlooked",
)
def add(request: HttpRequest, document_id: Id, selection: SelectionIn) -> CommitmentOut:
    """Its own words fill in owner, time and targets. The same words again give the same commitment."""
    row = document_or_404(request, document_id)
    with refused_as_input("start"):
        added = add_commitment(actor=actor_of(request), document=row, start=selection.start, end=selection.end)
    return show_commitment(added)


@router.post(
    "/documents/{int:document_id}/publish",
    response={201: VersionOut, **PROBLEMS},
    operation_id="publish_register",
    summary="Freeze what is accepted and registered as the next version",
)
def publish(
    request: HttpRequest, response: HttpResponse, document_id: Id, wanted: PublishIn | None = None
) -> Status[VersionOut]:
    """409 when nothing differs from the latest version, so repeating it makes no second one."""
    row, wanted = document_or_404(request, document_id), wanted or PublishIn()
    version = publish_register(actor=actor_of(request), document=row, name=wanted.name, reason=wanted.reason)
    response.headers["Location"] = reverse("api:version", args=[version.pk])
    return Status(201, show_version(version))


@router.get(
    "/documents/{int:document_id}/versions",
    response={200: Page[VersionOut], **PROBLEMS},
    operation_id="list_versions",
    summary="The versions of a document, newest first",
)
def list_versions(request: HttpRequest, document_id: Id, paging: Query[Paging]) -> dict[str, Any]:
    """Those of the bodies that you see."""
    rows = visible_versions(request).filter(document=document_or_404(request, document_id))
    return page_of(rows, paging, show_version, falling=True, key="number")
