"""The page of a file: the text as published beside what was found in it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from luoshi.bodies.queries import scope_of
from luoshi.common.request import actor_of
from luoshi.documents.actions import publish_source, remove_source, retry_source, withdraw_source
from luoshi.documents.models import Source
from luoshi.documents.queries import find_source, findings_page, leaf_of, leaf_outlines, marks_on, review_of
from luoshi.documents.queries.review import PAGE
from luoshi.documents.shown import show_leaf
from luoshi.register.queries.versions import latest_versions


def visible_source(request: HttpRequest, pk: int) -> Source:
    """The file, or 404 for whoever may not see it."""
    source = find_source(pk, scope_of(request.user), request.session.session_key or "")
    if source is None:
        raise Http404
    return source


@require_GET
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """Left the document, right what it commits somebody to."""
    shown = visible_source(request, pk)
    context = {"source": shown, "own": _is_own(request, shown)}
    if not shown.is_done:
        return render(request, "portal/waiting.html", context)
    if shown.state == "failed":
        return render(request, "portal/failed.html", context)
    members = list(shown.members.all())
    if members:
        return render(request, "portal/archive.html", {**context, "members": members})
    found = review_of(shown)
    may_review = bool(found.documents) and request.user.has_perm("register.open_review", found.documents[0])
    context |= {"review": found, "leaves": leaf_outlines(shown), "page_size": PAGE, "may_review": may_review}
    context["registers"] = latest_versions(shown)
    return render(request, "portal/source.html", context)


def _is_own(request: HttpRequest, shown: Source) -> bool:
    """Whether the asker may remove it: a visitor what the session brought in, a person by its posts."""
    if shown.body_id is None:
        return shown.session == request.session.session_key
    return bool(request.user.has_perm("documents.remove_source", shown))


@require_GET
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """How far the reading is: a row of the list, asked again every second until it is done."""
    row = {"source": visible_source(request, pk), "known": request.GET.get("known", "")}
    return render(request, "portal/queue_rows.html", {"rows": [row]})


@require_GET
def leaf(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One leaf of the text with its marks."""
    shown = visible_source(request, pk)
    one = leaf_of(shown, number)
    if one is None:
        raise Http404
    as_page = shown.format == "pdf"
    blocks = show_leaf(one, marks_on(shown, one.start, one.end), as_page=as_page)
    return render(request, "portal/leaf.html", {"source": shown, "leaf": one, "blocks": blocks, "as_page": as_page})


@require_GET
def findings(request: HttpRequest, pk: int, page: int) -> HttpResponse:
    """One page of findings."""
    shown = visible_source(request, pk)
    many = shown.documents.count() > 1
    return render(request, "portal/findings.html", {"findings": list(findings_page(shown, page)), "many": many})


@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Have it read once more."""
    retry_source(actor=actor_of(request), source=visible_source(request, pk))
    return redirect("portal:source", pk)


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it out."""
    remove_source(actor=actor_of(request), source=visible_source(request, pk))
    return redirect("portal:start")


@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Show it to everybody, or no longer."""
    shown = visible_source(request, pk)
    change = withdraw_source if shown.is_published else publish_source
    change(actor=actor_of(request), source=shown)
    return redirect("portal:source", pk)
