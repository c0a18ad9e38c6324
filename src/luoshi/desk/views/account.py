"""My own account."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from luoshi.bodies.models import Post
from luoshi.bodies.queries import scope_of


@require_GET
@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Who I am here: my posts, my password, my second factor, my outer identity."""
    mine = Post.objects.filter(person__in=[scope_of(request.user).person_id or 0], ended_at=None)
    context = {"posts": mine.select_related("body__place"), "single_sign_on": settings.SINGLE_SIGN_ON}
    return render(request, "desk/account.html", context)
