"""One commitment: its words first, its fields with where each came from, what is missing, what happened to it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from luoshi.bodies.queries import scope_of
from luoshi.common.errors import Refused
from luoshi.common.request import actor_of
from luoshi.documents.queries import find_source
from luoshi.register.actions import DECISIONS, decide, edit_commitment
from luoshi.register.actions.decide import NEED_REASON
from luoshi.register.errors import Stale
from luoshi.register.forms import CommitmentForm
from luoshi.register.models import Commitment
from luoshi.register.queries.commitment import find_commitment, history_of, parts_of, versions_with
from luoshi_core.lifecycle import REGISTER


def visible_commitment(request: HttpRequest, pk: int) -> Commitment:
    """The commitment, or 404 for whoever may not see it."""
    shown = find_commitment(pk, scope_of(request.user))
    if shown is None:
        raise Http404
    return shown


@require_http_methods(["GET", "POST"])
@login_required
def commitment(request: HttpRequest, pk: int) -> HttpResponse:
    """The page; what is sent to it changes the commitment."""
    shown = visible_commitment(request, pk)
    if request.method == "GET":
        return _show(request, shown, CommitmentForm(shown))
    form = CommitmentForm(shown, request.POST)
    if not form.is_valid():
        return _show(request, shown, form, status=422)
    try:
        edit_commitment(
            actor=actor_of(request),
            commitment=shown,
            revision=form.cleaned_data["revision"],
            changes=form.changes,
            reason=form.cleaned_data["reason"],
        )
    except Stale as clash:
        return _show(request, shown, form.again(), clash=clash, status=409)
    except Refused as error:
        form.add_error(None, error.message(get_language() or "zh"))
        return _show(request, shown, form, status=409)
    messages.success(request, _("已保存。"))
    return redirect("desk:commitment", pk)


@require_POST
@login_required
def decide_commitment(request: HttpRequest, pk: int, decision: str) -> HttpResponse:
    """Accept, reject, reopen, withdraw or restore it."""
    if decision not in DECISIONS:
        raise Http404
    revision = request.POST.get("revision", "")
    decide(
        actor=actor_of(request),
        commitment=visible_commitment(request, pk),
        decision=decision,
        revision=int(revision) if revision.isdecimal() and len(revision) < 10 else None,
        reason=request.POST.get("reason", ""),
    )
    return redirect("desk:commitment", pk)


def _show(
    request: HttpRequest, shown: Commitment, form: CommitmentForm, *, clash: Stale | None = None, status: int = 200
) -> HttpResponse:
    may_edit = request.user.has_perm("register.edit_commitment", shown)
    context: dict[str, Any] = {
        "row": shown,
        "form": form,
        "clash": clash,
        "open": form.is_bound or clash is not None,
        "may_edit": may_edit,
        "action": reverse("desk:commitment", args=[shown.pk]),
        "body_combo": reverse("desk:complete-body"),
        "source": find_source(shown.document.source_id, scope_of(request.user)),
        "history": history_of(shown),
        "versions": versions_with(shown),
        "parts": parts_of(shown),
        "decisions": _decisions(shown) if may_edit else [],
        "today": timezone.localdate(),
    }
    return render(request, "desk/commitment.html", context, status=status)


def _decisions(shown: Commitment) -> list[dict[str, Any]]:
    """What may be decided about it now, in the order of the table of states."""
    words = {
        "accept": _("采纳"),
        "reject": _("不采纳"),
        "reopen": _("重新审核"),
        "withdraw": _("撤销"),
        "restore": _("恢复"),
    }
    return [
        {"name": name, "words": words[name], "needs_reason": name in NEED_REASON}
        for name in DECISIONS
        if REGISTER.allows(shown.state, name)
    ]
