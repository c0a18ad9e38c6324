"""A published version of a register, for everybody who may see its document."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from luoshi.bodies.queries import scope_of
from luoshi.register.actions.publish import contents_digest
from luoshi.register.models import Version
from luoshi.register.queries.versions import contents_of, find_version

#: commitments on a page
SIZE = 100


@require_GET
def version(request: HttpRequest, pk: int) -> HttpResponse:
    """What the version froze, as it was; whoever wants has its digest computed anew."""
    shown = find_version(pk, scope_of(request.user), request.session.session_key or "")
    if shown is None:
        raise Http404
    page = Paginator(shown.items.order_by("position"), SIZE).get_page(request.GET.get("page"))
    others = shown.document.versions.order_by("-number")
    context: dict[str, Any] = {"version": shown, "page": page, "versions": others, "intact": None}
    if "verify" in request.GET:
        context["intact"] = _is_intact(shown)
    return render(request, "portal/version.html", context)


@require_GET
def version_json(request: HttpRequest, pk: int) -> JsonResponse:
    """All that the version froze, so that anybody can compute its digest without trusting this server."""
    shown = find_version(pk, scope_of(request.user), request.session.session_key or "")
    if shown is None:
        raise Http404
    data = {
        "name": shown.name,
        "number": shown.number,
        "document": shown.document.title,
        "reason": shown.reason,
        "published_at": shown.published_at.isoformat(),
        "algorithm": shown.algorithm,
        "digest": shown.digest,
        "items": contents_of(shown),
    }
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response.headers["Content-Disposition"] = content_disposition_header(True, f"{shown.name}.json") or "attachment"
    return response


def _is_intact(version: Version) -> bool:
    return contents_digest([dict(c) for c in contents_of(version)], version.algorithm) == version.digest
