"""The files of my bodies."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from luoshi.bodies.queries import scope_of
from luoshi.common.pages import page_of
from luoshi.documents.queries import named, recent_sources
from luoshi.register.queries.review import progress_of


@require_GET
@login_required
def documents(request: HttpRequest) -> HttpResponse:
    """Newest first, found by the name of the file and the words of its documents."""
    words = request.GET.get("words", "").strip()[:100]
    rows = recent_sources(scope_of(request.user))
    if words:
        rows = rows.filter(named(words))
    page = page_of(rows, request.GET.get("after"))
    progress = progress_of([source.pk for source in page.rows])
    shown = [(source, progress.get(source.pk)) for source in page.rows]
    return render(request, "desk/documents.html", {"page": page, "rows": shown, "words": words})
