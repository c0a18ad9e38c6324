"""The review page 拟任务: left the document as published, right what was found, decided one by one."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from luoshi.bodies.queries import scope_of
from luoshi.common.request import actor_of, number_of
from luoshi.documents.models import Document
from luoshi.documents.queries import leaf_of, leaf_outlines
from luoshi.documents.shown import show_leaf
from luoshi.register.actions import (
    DECISIONS,
    Edit,
    add_commitment,
    decide,
    decide_all,
    edit_commitment,
    edit_commitments,
    merge_commitments,
    open_review,
    requote_commitment,
    split_commitment,
)
from luoshi.register.enums import State
from luoshi.register.errors import Stale
from luoshi.register.forms import CommitmentForm, FillForm
from luoshi.register.models import Commitment
from luoshi.register.queries.review import (
    PAGE,
    RELATED,
    changed_since,
    counts_of,
    pages_of,
    review_marks,
    review_page,
)
from luoshi.register.queries.versions import find_register


def reviewed_document(request: HttpRequest, pk: int) -> Document:
    """The document, or 404 for whoever may not review it."""
    document = find_register(pk, scope_of(request.user))
    if document is None or not request.user.has_perm("register.open_review", document):
        raise Http404
    return document


def reviewed_commitment(request: HttpRequest, pk: int) -> Commitment:
    """The commitment, or 404 for whoever may not review it."""
    row = Commitment.objects.visible_to(scope_of(request.user)).filter(pk=pk).select_related(*RELATED).first()
    if row is None or not request.user.has_perm("register.edit_commitment", row):
        raise Http404
    return row


@require_POST
@login_required
def begin_review(request: HttpRequest, pk: int) -> HttpResponse:
    """Make proposals of what was found, then show them."""
    document = reviewed_document(request, pk)
    open_review(actor=actor_of(request), document=document)
    return redirect("desk:review", pk)


@require_GET
@login_required
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole page; texts and lists come in as they scroll into sight."""
    document = reviewed_document(request, pk)
    if not document.commitments.exists() and document.findings.exists():
        return render(request, "desk/review_begin.html", {"document": document})
    context = {
        "document": document,
        "source": document.source,
        "counts": counts_of(document),
        "leaves": leaf_outlines(document.source),
        "pages": pages_of(document),
        "page_size": PAGE,
        "since": timezone.now(),
        "latest": document.versions.first(),
    }
    return render(request, "desk/review.html", context)


@require_GET
@login_required
def review_leaf(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One leaf of the text with the commitments marked in it."""
    document = reviewed_document(request, pk)
    leaf = leaf_of(document.source, number)
    if leaf is None:
        raise Http404
    as_page = document.source.format == "pdf"
    blocks = show_leaf(leaf, review_marks(document, leaf.start, leaf.end), as_page=as_page)
    context = {"source": document.source, "leaf": leaf, "blocks": blocks, "as_page": as_page}
    return render(request, "portal/leaf.html", context)


@require_GET
@login_required
def review_items(request: HttpRequest, pk: int, page: int) -> HttpResponse:
    """One page of commitments."""
    document = reviewed_document(request, pk)
    return render(request, "desk/review_items.html", {"rows": list(review_page(document, page))})


@require_GET
@login_required
def review_changes(request: HttpRequest, pk: int) -> HttpResponse:
    """What somebody has written since the page asked last: cards that take the place of the old ones."""
    document = reviewed_document(request, pk)
    since = _moment(request.GET.get("since", ""))
    now = timezone.now()
    rows = list(changed_since(document, since)) if since else []
    context = {"document": document, "rows": rows, "since": now, "counts": counts_of(document)}
    return render(request, "desk/review_changes.html", context)


def _moment(text: str) -> datetime | None:
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment is None or timezone.is_aware(moment) else None


@require_POST
@login_required
def review_decide(request: HttpRequest, pk: int, decision: str) -> HttpResponse:
    """Accept, reject, reopen, withdraw or restore one commitment."""
    if decision not in DECISIONS:
        raise Http404
    row = reviewed_commitment(request, pk)
    reason = request.POST.get("reason", "")
    decide(actor=actor_of(request), commitment=row, decision=decision, revision=_revision(request), reason=reason)
    return answer(request, row.document, [pk])


@require_http_methods(["GET", "POST"])
@login_required
def review_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The fields of one commitment in its card; when somebody was faster, both values are shown."""
    row = reviewed_commitment(request, pk)
    form = CommitmentForm(row, request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"row": row, "form": form, "action": reverse("desk:review-edit", args=[pk])}
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            edit_commitment(
                actor=actor_of(request),
                commitment=row,
                revision=values["revision"],
                changes=form.changes,
                reason=values["reason"],
            )
        except Stale as clash:
            context |= {"form": form.again(), "clash": clash}
        else:
            return answer(request, row.document, [pk])
    return render(request, "desk/review_edit.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def review_split(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose where to cut; then the parts take the place of the whole."""
    row = reviewed_commitment(request, pk)
    if request.method != "POST":
        return render(request, "desk/review_split.html", {"row": row, "pieces": pieces_of(row.quote)})
    cuts = [at for cut in request.POST.getlist("cut") if (at := number_of(cut)) is not None]
    parts = split_commitment(actor=actor_of(request), commitment=row, revision=_revision(request) or 0, cuts=cuts)
    return answer(request, row.document, [part.pk for part in parts])


def pieces_of(quote: str) -> list[tuple[int, str]]:
    """The clauses of a quote with the place where each begins: every place where it may be cut."""
    pieces, at = [], 0
    for position, character in enumerate(quote, 1):
        if character in "，,；;。、：:\n" and quote[position:].strip():
            pieces.append((at, quote[at:position]))
            at = position
    return [*pieces, (at, quote[at:])]


@require_POST
@login_required
def review_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a commitment of the words that were selected in the text."""
    document = reviewed_document(request, pk)
    start, end = _selection(request)
    row = add_commitment(actor=actor_of(request), document=document, start=start, end=end)
    return answer(request, document, [row.pk], chosen=row.pk)


@require_POST
@login_required
def review_requote(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a commitment quote the words that were selected in the text."""
    row = reviewed_commitment(request, pk)
    start, end = _selection(request)
    revision = _revision(request) or 0
    requote_commitment(actor=actor_of(request), commitment=row, revision=revision, start=start, end=end)
    return answer(request, row.document, [pk], chosen=pk)


def _selection(request: HttpRequest) -> tuple[int, int]:
    return number_of(request.POST.get("start")) or 0, number_of(request.POST.get("end")) or 0


@require_http_methods(["GET", "POST"])
@login_required
def review_fill(request: HttpRequest, pk: int) -> HttpResponse:
    """Fill the same into all that are ticked, so that nothing is typed twice."""
    document = reviewed_document(request, pk)
    form = FillForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        own = set(document.commitments.values_list("pk", flat=True))
        edits = [Edit(pk, revision or 0, form.changes) for pk, revision in _ticked(request) if pk in own]
        return answer(request, document, edit_commitments(actor=actor_of(request), edits=edits))
    return render(request, "desk/review_fill.html", {"document": document, "form": form})


@require_POST
@login_required
def review_many(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Decide about, or merge, all that are ticked; ``accept-rest`` takes every proposal that is left."""
    document = reviewed_document(request, pk)
    actor = actor_of(request)
    if verb == "accept-rest":
        rest = document.commitments.filter(state=State.PROPOSED)
        seen: list[tuple[int, int | None]] = [(pk, revision) for pk, revision in rest.values_list("pk", "revision")]
        return answer(request, document, decide_all(actor=actor, commitments=seen, decision="accept"))
    seen = _ticked(request)
    if verb == "merge":
        return _merge(request, document, seen)
    if verb not in {"accept", "reject", "reopen"}:
        raise Http404
    own = set(document.commitments.filter(pk__in=[pk for pk, _ in seen]).values_list("pk", flat=True))
    chosen = [(pk, revision) for pk, revision in seen if pk in own]
    return answer(request, document, decide_all(actor=actor, commitments=chosen, decision=verb))


def _merge(request: HttpRequest, document: Document, seen: list[tuple[int, int | None]]) -> HttpResponse:
    revisions = dict(seen)
    rows = list(document.commitments.filter(pk__in=revisions))
    first = merge_commitments(
        actor=actor_of(request), commitments=rows, revisions=[revisions[row.pk] or 0 for row in rows]
    )
    return answer(request, document, [row.pk for row in rows], chosen=first.pk)


def _ticked(request: HttpRequest) -> list[tuple[int, int | None]]:
    """``id:revision`` of every ticked card."""
    pairs = [text.partition(":") for text in request.POST.getlist("row")]
    numbers = [(number_of(pk), number_of(revision)) for pk, _, revision in pairs]
    return [(pk, revision) for pk, revision in numbers if pk is not None and revision is not None]


def _revision(request: HttpRequest) -> int | None:
    return number_of(request.POST.get("revision"))


def answer(request: HttpRequest, document: Document, pks: list[int], chosen: int | None = None) -> HttpResponse:
    """The cards that changed, each taking the place of its old one, and the counts; a plain form gets the page."""
    if not getattr(request, "htmx", False):
        return redirect("desk:review", document.pk)
    rows = list(Commitment.objects.filter(pk__in=pks).select_related(*RELATED).order_by("start", "serial"))
    context: dict[str, Any] = {"document": document, "rows": rows, "counts": counts_of(document), "request": request}
    response = HttpResponse(render_to_string("desk/review_answer.html", context, request))
    places = [{"id": row.pk, "start": row.start, "end": row.end} for row in rows]
    response.headers["HX-Trigger-After-Swap"] = json.dumps({"reviewed": {"places": places, "chosen": chosen}})
    return response
