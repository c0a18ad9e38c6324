"""Excel both ways: the register as a ledger, a ledger into the register."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from luoshi.bodies.queries import scope_of
from luoshi.common.errors import Refused
from luoshi.common.media_types import XLSX
from luoshi.common.pages import page_of
from luoshi.common.request import actor_of, number_of
from luoshi.documents.models import Document
from luoshi.register.actions import apply_ledger, confirm_mapping, dismiss_ledger, preview_again, receive_ledger
from luoshi.register.enums import RowKind
from luoshi.register.fields import FIELDS
from luoshi.register.models import LedgerImport
from luoshi.register.queries.ledgers import (
    PAGE,
    conflicts_of,
    earlier_documents,
    exported_ledger,
    find_ledger,
    own_bodies,
    preview_rows,
    recent_ledgers,
)
from luoshi.register.queries.register import RegisterFilter


def visible_ledger(request: HttpRequest, pk: int) -> LedgerImport:
    """The ledger, or 404 for whoever may not bring it in."""
    ledger = find_ledger(pk, scope_of(request.user))
    if ledger is None or not request.user.has_perm("register.receive_ledger", ledger):
        raise Http404
    return ledger


@require_http_methods(["GET", "POST"])
@login_required
def ledgers(request: HttpRequest) -> HttpResponse:
    """Bring a ledger in; those that were brought in before."""
    scope = scope_of(request.user)
    bodies = list(own_bodies(scope))
    if request.method == "POST":
        upload = request.FILES.get("file")
        keeper = next((b for b in bodies if str(b.pk) == request.POST.get("keeper", "")), bodies[0] if bodies else None)
        if keeper is None:
            raise Http404
        if upload is None:
            raise Refused(zh="没有选择文件。", en="No file was chosen.")
        ledger = receive_ledger(
            actor=actor_of(request),
            keeper=keeper,
            name=upload.name or "",
            chunks=upload.chunks(),
            size=upload.size or 0,
        )
        return redirect("desk:ledger", ledger.pk)
    page = page_of(recent_ledgers(scope), request.GET.get("after"))
    return render(request, "desk/ledgers.html", {"page": page, "bodies": bodies})


@require_GET
@login_required
def ledger(request: HttpRequest, pk: int) -> HttpResponse:
    """How far a ledger is: being read, its columns to confirm, its preview, what came of it."""
    shown = visible_ledger(request, pk)
    context: dict[str, Any] = {"ledger": shown, "fields": FIELDS.values()}
    if shown.state in {"previewed", "applied"}:
        kind = request.GET.get("kind", "")
        after = number_of(request.GET.get("after"))
        rows = preview_rows(shown, kind, -1 if after is None else after)
        context |= {
            "rows": rows[:PAGE],
            "after": rows[PAGE - 1].position if len(rows) > PAGE else None,
            "kind": kind,
            "conflicts": conflicts_of(shown),
            "kinds": [(k, words, shown.counts.get(k, 0)) for k, words in RowKind.choices if shown.counts.get(k)],
            "will": sum(shown.counts.get(k, 0) for k in ("new", "changed")),
            "documents": [] if shown.is_own else earlier_documents(shown),
        }
    return render(request, "desk/ledger.html", context)


@require_POST
@login_required
def ledger_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """Confirm the columns, compare anew, take over, give up."""
    shown, actor = visible_ledger(request, pk), actor_of(request)
    if step == "confirm":
        fields = {
            sheet["signature"]: [request.POST.get(f"{n}-{at}") or None for at in range(len(sheet["columns"]))]
            for n, sheet in enumerate(shown.sheets)
        }
        confirm_mapping(actor=actor, ledger=shown, fields=fields)
    elif step == "again":
        document = Document.objects.filter(pk=number_of(request.POST.get("document")) or 0).first()
        preview_again(actor=actor, ledger=shown, document=document)
    elif step == "apply":
        take = [found for row in request.POST.getlist("take") if (found := number_of(row)) is not None]
        apply_ledger(actor=actor, ledger=shown, take=take, reason=request.POST.get("reason", ""))
    elif step == "dismiss":
        dismiss_ledger(actor=actor, ledger=shown)
    else:
        raise Http404
    return redirect("desk:ledger", pk)


@require_GET
@login_required
def export_register(request: HttpRequest) -> FileResponse:
    """What the filters of the register choose, as a ledger in Excel."""
    wanted = RegisterFilter.parse(request.GET, timezone.localdate())
    stream, name = exported_ledger(wanted, scope_of(request.user))
    return FileResponse(stream, as_attachment=True, filename=name, content_type=XLSX)
