"""Many commitments at once: chosen in the list, filled in, looked at, done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from luoshi.bodies.queries import scope_of
from luoshi.common.errors import NotAllowed, Refused
from luoshi.common.request import actor_of
from luoshi.register.actions import Edit, change_many
from luoshi.register.actions.bulk import MOST
from luoshi.register.bulk_form import DECIDED, BulkForm
from luoshi.register.models import Commitment
from luoshi.register.queries.bulk_preview import preview
from luoshi.register.queries.filters import RegisterFilter
from luoshi.register.queries.named import resolved
from luoshi.register.queries.register import matches
from luoshi.register.rules import REVIEWERS
from luoshi_core.errors import LuoshiError


@require_POST
@login_required
def bulk(request: HttpRequest) -> HttpResponse:
    """The chosen ones: first a form, then what it would change, then it is done."""
    chosen = _chosen(request)
    rows = _rows(request, [pk for pk, _ in chosen])
    if not rows:
        messages.warning(request, _("没有选中可以修改的任务。"))
        return redirect(_list_address(request))
    step = request.POST.get("step", "")
    form = BulkForm(request.POST if step else None)
    if not step or step == "back" or not form.is_valid():
        return _show(request, "desk/bulk.html", rows, form)
    try:
        if step == "do":
            return _do(request, form, rows, dict(chosen))
        return _preview(request, form, rows)
    except NotAllowed:
        raise
    except LuoshiError as error:
        form.add_error(None, error.message(get_language() or "zh"))
        return _show(request, "desk/bulk.html", rows, form, status=409)


def _do(request: HttpRequest, form: BulkForm, rows: Sequence[Commitment], seen: dict[int, int]) -> HttpResponse:
    edits = [Edit(row.pk, seen[row.pk], form.changes_of(row)) for row in rows]
    values = form.cleaned_data
    done = change_many(actor=actor_of(request), edits=edits, decision=values["decision"], reason=values["reason"])
    messages.success(request, _("已处理 %(n)s 条。") % {"n": done})
    return redirect(_list_address(request))


def _preview(request: HttpRequest, form: BulkForm, rows: Sequence[Commitment]) -> HttpResponse:
    changes = {row.pk: form.changes_of(row) for row in rows}
    steps = preview(rows, changes, form.cleaned_data["decision"])
    hidden = [(name, value) for name, values in request.POST.lists() if name in form.fields for value in values]
    decision = DECIDED.get(form.cleaned_data["decision"], "")
    return _show(request, "desk/bulk_preview.html", rows, form, steps=steps, hidden=hidden, decision=decision)


def _show(
    request: HttpRequest, template: str, rows: Sequence[Commitment], form: BulkForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    chosen = dict(_chosen(request))
    context = {
        "form": form,
        "rows": rows,
        "chosen": " ".join(f"{row.pk}:{chosen[row.pk]}" for row in rows),
        "address": request.GET.urlencode(),
        "back": _list_address(request),
        "body_combo": reverse("desk:complete-body"),
        **more,
    }
    return render(request, template, context, status=status)


def _chosen(request: HttpRequest) -> list[tuple[int, int]]:
    """Keys and the revisions that were seen: the ticked rows, or all that meet the conditions."""
    if request.POST.get("all"):
        return _all_that_match(request)
    texts = [*request.POST.getlist("row"), *request.POST.get("chosen", "").split()]
    pairs = (text.split(":") for text in texts[: MOST + 1])
    chosen = {int(pair[0]): int(pair[1]) for pair in pairs if len(pair) == 2 and all(map(_is_number, pair))}
    return _refuse_too_many(list(chosen.items()))


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) < 18


def _all_that_match(request: HttpRequest) -> list[tuple[int, int]]:
    scope = scope_of(request.user)
    wanted = resolved(RegisterFilter.parse(request.GET, timezone.localdate()), scope)
    found = matches(wanted, scope).rows.filter(keeper__in=scope.body_ids)
    return _refuse_too_many(list(found.order_by("pk").values_list("pk", "revision")[: MOST + 1]))


def _refuse_too_many(chosen: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if len(chosen) > MOST:
        raise Refused(
            zh=f"符合条件的超过 {MOST:,} 条，一次处理不了。请先用筛选缩小范围。",
            en=f"More than {MOST:,} match; narrow them down by the filters first.",
        )
    return chosen


def _rows(request: HttpRequest, keys: Sequence[int]) -> list[Commitment]:
    """Those of the chosen that the asker may edit, in the order of their documents."""
    scope = scope_of(request.user)
    if not scope.holds(*REVIEWERS):
        return []
    rows = Commitment.objects.filter(pk__in=keys, keeper__in=scope.body_ids)
    return list(rows.select_related("owner", "checker").order_by("document", "start", "serial"))


def _list_address(request: HttpRequest) -> str:
    conditions = request.GET.urlencode()
    return reverse("desk:register") + (f"?{conditions}" if conditions else "")
