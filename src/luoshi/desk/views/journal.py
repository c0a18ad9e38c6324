"""The journal, for the auditor."""

from __future__ import annotations

import json

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from luoshi.common.pages import page_of
from luoshi.journal.models import Entry
from luoshi.journal.queries import find_entries, find_faults
from luoshi.journal.verbs import all_verbs, words_of


def _require_view(request: HttpRequest) -> None:
    if not request.user.has_perm("journal.view_entries"):
        raise Http404


@require_GET
@login_required
def journal(request: HttpRequest) -> HttpResponse:
    """What happened, newest first; the chain is walked on demand."""
    _require_view(request)
    words, verb = request.GET.get("words", "").strip()[:100], request.GET.get("verb", "")
    page = page_of(find_entries(words=words, verb=verb), request.GET.get("after"), key="seq")
    rows = [(entry, words_of(entry.verb)) for entry in page.rows]
    faults = list(find_faults()) if "verify" in request.GET else None
    context = {"rows": rows, "after": page.after, "words": words, "verb": verb, "verbs": all_verbs(), "faults": faults}
    return render(request, "desk/journal.html", context)


@require_GET
@login_required
def entry(request: HttpRequest, seq: int) -> HttpResponse:
    """One entry as it was written."""
    _require_view(request)
    shown = get_object_or_404(Entry, pk=seq)
    fields = json.loads(shown.record)
    return render(request, "desk/entry.html", {"entry": shown, "fields": fields, "verb": words_of(shown.verb)})
