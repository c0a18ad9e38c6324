"""What every page's layout needs."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from luoshi import __version__


def look(request: HttpRequest) -> dict[str, Any]:
    """Elder mode, dark mode, demo mark and the sections of the rail."""
    return {
        "elder": request.COOKIES.get("luoshi_elder") == "1",
        "theme": request.COOKIES.get("luoshi_theme", "auto"),
        "demo": settings.LUOSHI["DEMO"],
        "version": __version__,
        "perms_of": _sections(request),
    }


def _sections(request: HttpRequest) -> dict[str, bool]:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    return {
        "bodies": True,
        "persons": user.has_perm("bodies.view_persons"),
        "journal": user.has_perm("journal.view_entries"),
    }
