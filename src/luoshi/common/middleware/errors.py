"""Errors that teach reach the page as words, never as a stack trace."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from luoshi.common.errors import NotAllowed
from luoshi_core.errors import LuoshiError


class TeachingErrorMiddleware:
    """Turns a refusal into a page (or a fragment for htmx) with its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; exceptions come to ``process_exception``."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for a refusal; everything else is Django's to report."""
        if not isinstance(error, LuoshiError):
            return None
        status = 403 if isinstance(error, NotAllowed) else 409
        template = "common/refusal_fragment.html" if getattr(request, "htmx", False) else "common/refusal.html"
        return render(request, template, {"message": error.message(get_language() or "zh")}, status=status)
