"""Sessions end: after a time without a request, and after a day's work in any case."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.messages import info
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

#: how often the time of the last request is written, in seconds, so that not every page writes
STEP = 60


class SessionEndMiddleware:
    """Signs a person out who has not asked for anything for the set number of minutes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, after ending a session that is over."""
        if request.user.is_authenticated:
            self._keep_or_end(request, time.time())
        return self.get_response(request)

    def _keep_or_end(self, request: HttpRequest, now: float) -> None:
        began = request.session.setdefault("began", now)
        last = request.session.get("last", now)
        idle = now - last > settings.LUOSHI["SESSION_IDLE_MINUTES"] * 60
        if idle or now - began > settings.LUOSHI["SESSION_HOURS"] * 3600:
            logout(request)
            if hasattr(request, "_messages"):
                info(request, _("登录已超时，请重新登录。"))
        elif now - last > STEP or "last" not in request.session:
            request.session["last"] = now
