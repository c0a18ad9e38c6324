"""The way to an OpenID provider and back; only where single sign-on is set up."""

from __future__ import annotations

import logging

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from luoshi.bodies.outer_identity import OuterIdentityAdapter, provider_name

logger = logging.getLogger(__name__)
#: how a sign-in through the provider may end, with the status of its page
OUTCOMES = {"cancelled": 200, "failed": 401, "stranger": 403, "locked": 429}


@never_cache
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Go to the provider, by a page of our own: the content policy lets no form end at another host."""
    if request.method == "GET":
        return redirect("account_login")
    joins = request.POST.get("process") == AuthProcess.CONNECT
    if joins and not request.user.is_authenticated:
        return redirect("account_login")
    provider = get_adapter(request).get_provider(request, provider_id)
    try:
        answer = provider.redirect(
            request,
            process=AuthProcess.CONNECT if joins else AuthProcess.LOGIN,
            next_url=get_next_redirect_url(request),
        )
    except (OSError, KeyError, ValueError) as error:
        logger.warning("the OpenID provider cannot be asked: %r", error)
        return redirect("outer_identity_failed")
    return render(request, "socialaccount/login_redirect.html", {"provider": provider, "redirect_to": answer.url})


@never_cache
@require_GET
def arrive(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Come back from the provider."""
    answer: HttpResponse = OAuth2CallbackView.adapter_view(OuterIdentityAdapter(request, provider_id))(request)
    return answer


@require_GET
def outcome(request: HttpRequest, name: str) -> HttpResponse:
    """What went wrong and what to do; a page of its own, so that it can be read again in the other language."""
    context = {"name": provider_name(), "minutes": settings.LUOSHI["LOCKOUT_MINUTES"]}
    template = "account/locked.html" if name == "locked" else f"socialaccount/{name}.html"
    return render(request, template, context, status=OUTCOMES[name])
