"""Signing in by a token: what a secret looks like, and the person behind one."""

from __future__ import annotations

import hashlib
import secrets

from django.db.models import Q
from django.utils import timezone

from luoshi.bodies.models import Person, Token

#: how every secret begins, so that scanners of code and logs know one when they see it
PREFIX = "luoshi_"


def new_secret() -> str:
    """A secret of 256 random bits."""
    return PREFIX + secrets.token_urlsafe(32)


def digest_of(secret: str) -> str:
    """What is kept of a secret. It is random and long, so a plain digest cannot be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()


def person_behind(secret: str) -> Person | None:
    """The person that a living token acts for; None for a wrong, old or revoked one and for a closed account.

    Effects: the hour of the use is noted, at most once an hour.
    """
    if not secret.startswith(PREFIX):
        return None
    now = timezone.now()
    token = Token.objects.select_related("person").filter(sha256=digest_of(secret)).first()
    if token is None or not token.is_alive(now) or not token.person.is_active:
        return None
    hour = now.replace(minute=0, second=0, microsecond=0)
    if token.last_used_at != hour:
        # a filter of its own: of many requests in the first moment of an hour one writes
        Token.objects.filter(Q(last_used_at=None) | Q(last_used_at__lt=hour), pk=token.pk).update(last_used_at=hour)
    return token.person
