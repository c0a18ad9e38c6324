"""What a person has to do before anything else: a first password of their own, a second factor."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from luoshi.bodies.enums import ADMINISTRATORS
from luoshi.bodies.models import Person
from luoshi.bodies.queries import scope_of

#: pages that stay reachable, and among them those that would open another door before the duty is done
#: (a program is no browser: the API names the duty itself)
FREE = ("/accounts/", "/look/", "/api/", settings.STATIC_URL)
NOT_FREE = "/accounts/oidc/"


def open_duty(user: Person) -> str | None:
    """The page of the duty that a person has to do first, by its name; None when there is none."""
    if user.must_change_password:
        return "account_change_password"
    needs_factor = settings.LUOSHI["REQUIRE_SECOND_FACTOR"] and scope_of(user).holds(*ADMINISTRATORS)
    if needs_factor and not is_mfa_enabled(user):
        return "mfa_activate_totp"
    return None


class DutyMiddleware:
    """Leads a signed-in person to the page of the duty that is open; only accounts pages stay reachable."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or send to the duty."""
        free = request.path.startswith(FREE) and not request.path.startswith(NOT_FREE)
        if request.user.is_authenticated and not free:
            duty = open_duty(request.user)
            if duty:
                return redirect(reverse(duty))
        return self.get_response(request)
