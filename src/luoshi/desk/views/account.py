"""My own account, and the tokens by which programs act for me."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from luoshi.bodies.actions import issue_token, revoke_token
from luoshi.bodies.forms import TokenForm
from luoshi.bodies.models import Person, Post, Token
from luoshi.bodies.queries import scope_of
from luoshi.common.request import actor_of


@require_GET
@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Who I am here: my posts, my password, my second factor, my outer identity, my tokens."""
    return _show(request, form=TokenForm())


def _me(request: HttpRequest) -> Person:
    return Person.objects.get(username=request.user.get_username())


def _show(request: HttpRequest, **more: Any) -> HttpResponse:
    me = scope_of(request.user).person_id or 0
    mine = Post.objects.filter(person__in=[me], ended_at=None)
    tokens = Token.objects.filter(person_id=me, revoked_at=None, expires_at__gt=timezone.now())
    context = {
        "posts": mine.select_related("body__place"),
        "tokens": tokens,
        "single_sign_on": settings.SINGLE_SIGN_ON,
        **more,
    }
    return render(request, "desk/account.html", context)


@require_POST
@never_cache
@login_required
@reauthentication_required  # type: ignore[untyped-decorator]
def issue(request: HttpRequest) -> HttpResponse:
    """Make a token; its secret stands on this one answer and is kept nowhere."""
    form = TokenForm(request.POST)
    if not form.is_valid():
        return _show(request, form=form)
    token, secret = issue_token(actor=actor_of(request), person=_me(request), **form.cleaned_data)
    return _show(request, form=TokenForm(), issued=token, secret=secret)


@require_POST
@login_required
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """End a token: one's own, or as security administrator anybody's."""
    token = Token.objects.filter(pk=pk).first()
    if token is None or not request.user.has_perm("bodies.revoke_token", token):
        raise Http404
    revoke_token(actor=actor_of(request), token=token)
    return redirect("desk:account") if token.person_id == request.user.pk else redirect("desk:person", token.person_id)
