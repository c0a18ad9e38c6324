"""Bodies that are one, bodies that are reorganised, places that change."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from luoshi.bodies.actions import apply_change, merge_bodies, reorganise_bodies, reorganise_places
from luoshi.bodies.change import Change
from luoshi.bodies.models import Body
from luoshi.bodies.naming_forms import MergeForm, PlaceChangeForm, ReorganiseForm
from luoshi.bodies.queries import keeping_of
from luoshi.bodies.queries.changes import our_changes
from luoshi.bodies.references import open_references
from luoshi.common.request import actor_of

SINCE = 2000


@require_http_methods(["GET", "POST"])
@login_required
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that another body is the same as this one; this one stays."""
    keep = Body.objects.select_related("place", "parent").filter(pk=pk).first()
    if keep is None or not request.user.has_perm("bodies.merge_bodies", keep):
        raise Http404
    form = MergeForm(request.POST or None, place=keep.place)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        merge_bodies(actor=actor_of(request), keep=keep, gone=values["body"], reason=values["reason"])
        return redirect("desk:body", pk)
    return render(request, "desk/merge_bodies.html", {"body": keep, "form": form})


@require_http_methods(["GET", "POST"])
@login_required
def reorganise(request: HttpRequest) -> HttpResponse:
    """Rename, merge, split, abolish or put elsewhere."""
    if not request.user.has_perm("bodies.reorganise_bodies"):
        raise Http404
    keeping = keeping_of(request.user)
    form = ReorganiseForm(request.POST or None, keeping=keeping, initial=_opened_from(request))
    if request.method == "POST" and form.is_valid():
        row = reorganise_bodies(actor=actor_of(request), **form.order())
        messages.success(request, _("已执行，历史名称仍可查到。"))
        part = row.parts.order_by("pk").first()
        return redirect("desk:body", (part.to_body_id or part.from_body_id) if part else form.order()["bodies"][0].pk)
    return render(request, "desk/reorganise_bodies.html", {"form": form, "open": _open(request)})


def _body_of(request: HttpRequest) -> Body | None:
    """The body whose page the asker comes from."""
    pk = request.GET.get("body", "")
    body = Body.objects.select_related("place").filter(pk=int(pk)).first() if pk.isdecimal() else None
    return body if body and request.user.has_perm("bodies.reorganise_bodies", body) else None


def _opened_from(request: HttpRequest) -> dict[str, str]:
    body = _body_of(request)
    return {"bodies": body.name, "place": body.place.code, "kind": request.GET.get("kind", "")} if body else {}


def _open(request: HttpRequest) -> int:
    body = _body_of(request)
    return sum(open_references(body).values()) if body else 0


@require_http_methods(["GET", "POST"])
@login_required
def changes(request: HttpRequest) -> HttpResponse:
    """Changes of divisions that concern our places, what each would do, and one click that does it."""
    if not request.user.has_perm("bodies.reorganise_places"):
        raise Http404
    given = request.GET.get("since", "")
    since = int(given) if given.isdecimal() and len(given) == 4 else SINCE
    form = PlaceChangeForm(request.POST if "old" in request.POST else None)
    if form.is_bound and form.is_valid():
        reorganise_places(actor=actor_of(request), **form.cleaned_data)
        return _carried_out(request)
    rows = our_changes(since)
    if "key" in request.POST:
        _apply(request, [row.change for row in rows])
        return _carried_out(request)
    return render(request, "desk/changes.html", {"rows": rows, "since": since, "form": form})


def _carried_out(request: HttpRequest) -> HttpResponse:
    messages.success(request, _("已执行，历史名称仍可查到。"))
    return redirect(request.get_full_path())


def _apply(request: HttpRequest, known: list[Change]) -> None:
    change = next((change for change in known if change.key == request.POST["key"]), None)
    if change is None:
        raise Http404
    apply_change(actor=actor_of(request), change=change, on=_day(request.POST.get("on", "")))


def _day(words: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        return None
