"""The start page: drop a file."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from luoshi.bodies.models import Body
from luoshi.bodies.queries import scope_of
from luoshi.common.errors import Refused
from luoshi.common.request import actor_of
from luoshi.documents.actions import receive_source
from luoshi.documents.queries import recent_sources
from luoshi_core.errors import LuoshiError

SHOWN = 12


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """The place to drop a file, what I brought in, what is published."""
    session = request.session.session_key or ""
    recent = recent_sources(scope_of(request.user), session)
    mine = recent.filter(brought_by=request.user) if request.user.is_authenticated else recent.filter(session=session)
    published = recent.filter(is_published=True)
    context = {"mine": mine[:SHOWN] if session or request.user.is_authenticated else [], "published": published[:SHOWN]}
    return render(request, "portal/start.html", context)


@require_POST
def receive(request: HttpRequest) -> HttpResponse:
    """Take in one or several files; a script gets the rows of the list, a plain form the start page."""
    if not request.session.session_key:
        request.session.create()
    rows: list[dict[str, Any]] = [_receive_one(request, upload) for upload in request.FILES.getlist("file")]
    if not rows:
        rows = [{"error": Refused(zh="没有选择文件。", en="No file was chosen.")}]
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return render(request, "portal/queue_rows.html", {"rows": rows})
    sources = [row["source"] for row in rows if "source" in row]
    return redirect("portal:source", sources[0].pk) if len(sources) == 1 else redirect("portal:start")


def _receive_one(request: HttpRequest, upload: UploadedFile[bytes]) -> dict[str, Any]:
    body = Body.objects.filter(pk__in=scope_of(request.user).own_body_ids).first()
    name = str(upload.name)
    try:
        source, created = receive_source(
            actor=actor_of(request),
            name=name,
            chunks=upload.chunks(),
            size=upload.size or 0,
            body=body,
        )
    except LuoshiError as error:
        return {"name": name, "error": error}
    return {"source": source, "known": "" if created else name}
