"""The switches of the look and the pages for errors."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.http import require_POST

YEAR = 365 * 24 * 3600


def _back(request: HttpRequest) -> HttpResponseRedirect:
    """Back to the page that was left, if it is one of ours."""
    wanted = request.POST.get("next") or request.headers.get("Referer") or "/"
    allowed = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(wanted if allowed else "/")


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """中文 or English, kept in a cookie."""
    response = _back(request)
    code = request.POST.get("language", "")
    if check_for_language(code) and code in dict(settings.LANGUAGES):
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, code, max_age=YEAR, samesite="Lax")
    return response


@require_POST
def set_look(request: HttpRequest) -> HttpResponse:
    """Elder mode (0 or 1) and theme (light, dark, auto), kept in cookies."""
    response = _back(request)
    if request.POST.get("elder") in {"0", "1"}:
        response.set_cookie("luoshi_elder", request.POST["elder"], max_age=YEAR, samesite="Lax")
    if request.POST.get("theme") in {"light", "dark", "auto"}:
        response.set_cookie("luoshi_theme", request.POST["theme"], max_age=YEAR, samesite="Lax")
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    return render(request, "common/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return render(request, "common/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404; also what a stranger sees of an object that is not theirs."""
    return render(request, "common/404.html", status=404)


def broken(request: HttpRequest, *args: Any) -> HttpResponse:
    """500; the page leans on nothing that could be broken too."""
    return render(request, "common/500.html", status=500)
