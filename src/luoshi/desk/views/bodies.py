"""Bodies and their other names."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from luoshi.bodies.actions import add_alias, add_body
from luoshi.bodies.forms import BodyForm
from luoshi.bodies.models import Body
from luoshi.bodies.models.body import BodyQuerySet
from luoshi.bodies.queries import keeping_of, scope_of
from luoshi.bodies.queries.history import history_of
from luoshi.bodies.queries.proposals import open_proposals
from luoshi.common.pages import page_of
from luoshi.common.request import actor_of


def _visible(request: HttpRequest) -> BodyQuerySet:
    every = Body.objects.select_related("place", "parent", "successor")
    if request.user.has_perm("bodies.view_every_body"):
        return every
    return every.visible_to(scope_of(request.user))


@require_http_methods(["GET", "POST"])
@login_required
def bodies(request: HttpRequest) -> HttpResponse:
    """The bodies of my places, found by name or alias; the system administrator adds new ones here."""
    form = BodyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("desk:body", add_body(actor=actor_of(request), **form.cleaned_data).pk)
    words = request.GET.get("words", "").strip()[:100]
    rows = _visible(request).annotate(post_count=Count("posts", distinct=True))
    if words:
        rows = rows.filter(name__icontains=words) | rows.filter(aliases__name__icontains=words)
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
