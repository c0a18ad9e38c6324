"""Search from every page: everything of every kind, and suggestions while somebody types."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from luoshi.common.request import actor_of
from luoshi.common.searching import search_everywhere

SHOWN, SUGGESTED = 20, 5


def _words(request: HttpRequest) -> str:
    return request.GET.get("q", "").strip()[:100]


@require_GET
def search_page(request: HttpRequest) -> HttpResponse:
    """What holds the words, kind by kind, as far as the asker may see it."""
    words = _words(request)
    groups = search_everywhere(words, actor_of(request), SHOWN)
    return render(request, "portal/search.html", {"q": words, "groups": groups, "shown": SHOWN})


@require_GET
def suggest(request: HttpRequest) -> HttpResponse:
    """The first few of every kind that have a page: options for ``data-combo``."""
    groups = search_everywhere(_words(request), actor_of(request), SUGGESTED)
    options = [
        {"name": hit.words[:80], "note": hit.context[:80], "address": hit.address, "group": str(group.label)}
        for group in groups
        for hit in group.found.hits
        if hit.address
    ]
    return JsonResponse(options, safe=False)
