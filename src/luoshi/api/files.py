"""Files: bring in, list, look at, read again, remove."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from ninja import File, Form, Query, Router, Status
from ninja.files import UploadedFile
from pydantic import Field

from luoshi.api.paging import Page, Paging, page_of
from luoshi.api.problems import PROBLEMS, Problem, refused_as_input
from luoshi.api.schemas.files import FileDetail, FileOut, FindingOut, show_file, show_file_detail, show_finding
from luoshi.api.schemas.values import CLEAN, Id, binary
from luoshi.bodies.models import Body
from luoshi.bodies.queries import scope_of
from luoshi.common.request import actor_of
from luoshi.documents import files
from luoshi.documents.actions import receive_source, remove_source, retry_source
from luoshi.documents.models import Finding, Source
from luoshi.documents.queries import find_source, recent_sources

router = Router()


def file_or_404(request: HttpRequest, pk: int) -> Source:
    """The file; 404 for whoever may not see it."""
    source = find_source(pk, scope_of(request.user))
    if source is None:
        raise Http404
    return source


@router.post(
    "",
    response={200: FileDetail, 201: FileDetail, **PROBLEMS},
    operation_id="receive_file",
    summary="Bring in a file and have it read",
)
def receive(
    request: HttpRequest,
    response: HttpResponse,
    file: File[UploadedFile],
    body: Form[Id | None] = None,
) -> Status[FileDetail]:
    """201 for a new file, 200 for bytes that your body has brought in before.

    ``body`` is one of your own bodies; left out, it is the first of them.
    """
    with refused_as_input("file"):
        source, created = receive_source(
            actor=actor_of(request),
            name=str(file.name),
            chunks=file.chunks(),
            size=file.size or 0,
            body=own_body(request, body, "body"),
        )
    response.headers["Location"] = reverse("api:file", args=[source.pk])
    return Status(201 if created else 200, show_file_detail(source))


def own_body(request: HttpRequest, wanted: int | None, where: str) -> Body | None:
    """The one of the asker's bodies that is wanted, or the first; None for whoever has none."""
    own = scope_of(request.user).own_body_ids
    if wanted is not None and wanted not in own:
        raise Problem(422, "bad-input", _("您在这个单位没有岗位。"), where=where)
    return Body.objects.filter(pk__in=own if wanted is None else [wanted]).first()


@router.get("", response={200: Page[FileOut], **PROBLEMS}, operation_id="list_files", summary="Files, newest first")
def list_files(
    request: HttpRequest,
    paging: Query[Paging],
    name: Annotated[str, Field(max_length=100, pattern=CLEAN)] = "",
) -> dict[str, Any]:
    """Files that you may see; members of archives stand in their archive. ``name`` is part of the name."""
    rows = recent_sources(scope_of(request.user))
    if name:
        rows = rows.filter(name__icontains=name)
    return page_of(rows, paging, show_file, falling=True)


@router.get(
    "/{int:file_id}",
    response={200: FileDetail, **PROBLEMS},
    operation_id="get_file",
    summary="State, error and documents of a file",
    url_name="file",
)
def get_file(request: HttpRequest, file_id: Id) -> FileDetail:
    """Ask again while ``state`` is queued or reading."""
    return show_file_detail(file_or_404(request, file_id))


@router.get(
    "/{int:file_id}/findings",
    response={200: Page[FindingOut], **PROBLEMS},
    operation_id="list_findings",
    summary="What reading found, in the order of the text",
)
def list_findings(request: HttpRequest, file_id: Id, paging: Query[Paging]) -> dict[str, Any]:
    """Proposals of the reading; they become commitments in the review."""
    rows = Finding.objects.filter(document__source=file_or_404(request, file_id))
    return page_of(rows, paging, show_finding)


@router.post(
    "/{int:file_id}/retry",
    response={200: FileDetail, **PROBLEMS},
    operation_id="retry_file",
    summary="Have a file read once more",
)
def retry(request: HttpRequest, file_id: Id) -> FileDetail:
    """For a file that could not be read or whose reading was cut off."""
    return show_file_detail(retry_source(actor=actor_of(request), source=file_or_404(request, file_id)))


@router.delete(
    "/{int:file_id}",
    response={204: None, **PROBLEMS},
    operation_id="remove_file",
    summary="Remove a file with everything found in it",
)
def remove(request: HttpRequest, file_id: Id) -> Status[None]:
    """409 once its register is published: that stays. Removed again it answers 404."""
    remove_source(actor=actor_of(request), source=file_or_404(request, file_id))
    return Status(204, None)


@router.get(
    "/{int:file_id}/original",
    response={200: bytes, **PROBLEMS},
    operation_id="get_original",
    summary="The file as it came",
    openapi_extra=binary("application/octet-stream"),
)
def original(request: HttpRequest, file_id: Id) -> FileResponse:
    """Its bytes, to be saved and never to be run."""
    source = file_or_404(request, file_id)
    path = files.path_of(source.sha256)
    if not path.exists():
        raise Http404
    return FileResponse(
        path.open("rb"), as_attachment=True, filename=source.name, content_type="application/octet-stream"
    )
