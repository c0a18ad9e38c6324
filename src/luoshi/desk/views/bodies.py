"""Bodies and their other names."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from luoshi.bodies.actions import add_alias, add_body
from luoshi.bodies.forms import BodyForm
from luoshi.bodies.fulltext import BODY_TERMS
from luoshi.bodies.models import Body
from luoshi.bodies.models.body import BodyQuerySet
from luoshi.bodies.queries import keeping_of, search_bodies, visible_bodies
from luoshi.bodies.queries.history import history_of
from luoshi.bodies.queries.proposals import open_proposals
from luoshi.common.pages import page_of
from luoshi.common.request import actor_of
from luoshi_core.terms import marks_of


def _visible(request: HttpRequest) -> BodyQuerySet:
    return visible_bodies(request.user).select_related("place", "parent", "successor")


@require_http_methods(["GET", "POST"])
@login_required
def bodies(request: HttpRequest) -> HttpResponse:
    """The bodies of my places, found by words of their names; the system administrator adds new ones here."""
    form = BodyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("desk:body", add_body(actor=actor_of(request), **form.cleaned_data).pk)
    words = request.GET.get("words", "").strip()[:100]
    rows = _visible(request).annotate(post_count=Count("posts", distinct=True))
    if words:
        rows = rows.filter(pk__in=BODY_TERMS.matching(words))
    page = page_of(rows, request.GET.get("after"))
    context = {"page": page, "words": words, "form": form, "may_add": request.user.has_perm("bodies.add_body")}
    context["may_change_places"] = request.user.has_perm("bodies.reorganise_places")
    context["waiting"] = open_proposals(keeping_of(request.user)).count() if context["may_add"] else 0
    return render(request, "desk/bodies.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def body(request: HttpRequest, pk: int) -> HttpResponse:
    """One body; its other names are added here."""
    shown = _visible(request).filter(pk=pk).first()
    if shown is None:
        raise Http404
    if request.method == "POST":
        add_alias(actor=actor_of(request), body=shown, name=request.POST.get("alias", ""))
        return redirect("desk:body", pk)
    posts = shown.posts.filter(ended_at=None).select_related("person")
    may_change = shown.ended_on is None and request.user.has_perm("bodies.add_alias", shown)
    context = {"body": shown, "posts": posts, "may_add": may_change, "history": history_of(shown)}
    return render(request, "desk/body.html", context)


@require_GET
@login_required
def complete_body(request: HttpRequest) -> HttpResponse:
    """The bodies that may be meant by what is typed into a field, at most 20: for ``data-combo``."""
    words = request.GET.get("q", "").strip()[:100]
    return JsonResponse([_option(body, words) for body in search_bodies(words, request.user, 20)], safe=False)


def _option(body: Body, words: str) -> dict[str, Any]:
    aliases = [alias.name for alias in body.aliases.all() if marks_of(alias.name, words)]
    return {
        "id": body.pk,
        "name": body.name,
        "place": str(body.place),
        "aliases": aliases,
        "note": " · ".join([str(body.place), *aliases[:2]]),
    }
