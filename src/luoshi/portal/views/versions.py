"""A published version of a register, for everybody who may see its document."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
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


def _is_intact(version: Version) -> bool:
    return contents_digest([dict(content) for content in contents_of(version)]) == version.digest
