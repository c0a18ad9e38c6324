"""What a file gives away: what was found as Excel and JSON, the file itself, pictures of its pages."""

from __future__ import annotations

import io
import json

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from luoshi.common.media_types import XLSX
from luoshi.documents import files
from luoshi.documents.isolation import render_isolated
from luoshi.documents.pictures import picture_of
from luoshi.documents.queries.export import documents_of
from luoshi.portal.views.review import visible_source
from luoshi_core.reading.export import document_to_dict
from luoshi_core.reading.workbook import write_workbook


@require_GET
def download(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """What was found, as ``xlsx`` or ``json``."""
    shown = visible_source(request, pk)
    documents = documents_of(shown)
    if kind == "json":
        data = json.dumps({"documents": [document_to_dict(d) for d in documents]}, ensure_ascii=False, indent=1)
        response = HttpResponse(data, content_type="application/json; charset=utf-8")
    elif kind == "xlsx":
        stream = io.BytesIO()
        write_workbook(documents, stream, language="en" if (get_language() or "").startswith("en") else "zh")
        response = HttpResponse(stream.getvalue(), content_type=XLSX)
    else:
        raise Http404
    stem = shown.name.rsplit(".", 1)[0]
    response.headers["Content-Disposition"] = content_disposition_header(True, f"{stem}.{kind}")
    return response


@require_GET
def original(request: HttpRequest, pk: int) -> FileResponse:
    """The file as it came; always to be saved, never to be run in the page."""
    shown = visible_source(request, pk)
    path = files.path_of(shown.sha256)
    if not path.exists():
        raise Http404
    return FileResponse(
        path.open("rb"), as_attachment=True, filename=shown.name, content_type="application/octet-stream"
    )


@require_GET
def page_image(request: HttpRequest, pk: int, number: int) -> FileResponse:
    """A page of a PDF as published; drawn once, then kept."""
    shown = visible_source(request, pk)
    if shown.format != "pdf" or number >= shown.pages:
        raise Http404
    limits = {"seconds": settings.LUOSHI["READ_SECONDS"], "memory_mb": settings.LUOSHI["READ_MEMORY_MB"]}
    path = picture_of(
        shown.sha256, number, lambda: render_isolated(files.path_of(shown.sha256), number, 1400, **limits)
    )
    response = FileResponse(path.open("rb"), content_type="image/png")
    response.headers["Cache-Control"] = "private, max-age=86400"
    return response
