"""Bodies and their other names."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from luoshi.bodies.actions import add_alias
from luoshi.bodies.models import Body
from luoshi.bodies.models.body import BodyQuerySet
from luoshi.bodies.queries import scope_of
from luoshi.common.pages import page_of
from luoshi.common.request import actor_of


def _visible(request: HttpRequest) -> BodyQuerySet:
    every = Body.objects.select_related("place", "parent")
    if request.user.has_perm("bodies.add_body"):
        return every
    return every.visible_to(scope_of(request.user))


@require_GET
@login_required
def bodies(request: HttpRequest) -> HttpResponse:
    """The bodies of my places, found by name or alias."""
    words = request.GET.get("words", "").strip()[:100]
    rows = _visible(request).annotate(post_count=Count("posts", distinct=True))
    if words:
        rows = rows.filter(name__icontains=words) | rows.filter(aliases__name__icontains=words)
    page = page_of(rows, request.GET.get("after"))
    return render(request, "desk/bodies.html", {"page": page, "words": words})


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
    context = {"body": shown, "posts": posts, "may_add": request.user.has_perm("bodies.add_alias", shown)}
    return render(request, "desk/body.html", context)
