"""The versions of a register: the published ones, what differs, and the next one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from luoshi.bodies.queries import scope_of
from luoshi.common.errors import Refused
from luoshi.common.request import actor_of
from luoshi.documents.models import Document
from luoshi.register.actions import publish_register
from luoshi.register.actions.publish import default_name
from luoshi.register.queries.versions import comparison_of, find_register, version_between, versions_of

#: commitments that a comparison shows of each sort
SHOWN = 200


@require_http_methods(["GET", "POST"])
@login_required
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """The versions of a document's register; the next one is published here, after a look at what it changes."""
    document = find_register(pk, scope_of(request.user))
    if document is None:
        raise Http404
    if request.method == "GET":
        return _show(request, document)
    name, reason = request.POST.get("name", ""), request.POST.get("reason", "")
    try:
        version = publish_register(actor=actor_of(request), document=document, name=name, reason=reason)
    except Refused as error:
        return _show(request, document, error=error.message(get_language() or "zh"))
    messages.success(request, _("已发布“%(name)s”。") % {"name": version.name})
    return redirect("desk:versions", pk)


def _show(request: HttpRequest, document: Document, *, error: str = "") -> HttpResponse:
    every = versions_of(document)
    latest = every[0] if every else None
    may_work = request.user.has_perm("register.open_review", document)
    # what is not published is nobody else's; two published versions anybody may compare who sees the file
    newer = version_between(every, request.GET.get("to", ""), None if may_work else latest)
    before = every[1] if newer is not None and newer == latest and len(every) > 1 else latest
    older = version_between(every, request.GET.get("from", ""), before if newer != before else None)
    context: dict[str, Any] = {
        "document": document,
        "versions": every,
        "latest": latest,
        "older": older,
        "newer": newer,
        "comparison": comparison_of(document, older, newer) if newer or may_work else None,
        "shown": f":{SHOWN}",
        "most": SHOWN,
        "may_work": may_work,
        "may_publish": request.user.has_perm("register.publish_register", document),
        "name": request.POST.get("name") or default_name(document, latest.number + 1 if latest else 1),
        "reason": request.POST.get("reason", ""),
        "error": error,
    }
    return render(request, "desk/versions.html", context, status=409 if error else 200)
