"""Who is asking, from where, in which language."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from luoshi.common.actor import Actor

#: a number of fewer digits fits into the columns of both databases
DIGITS = 19


def actor_of(request: HttpRequest, user: Any = None) -> Actor:
    """The one behind a request: a signed-in person or a visitor known by the session only."""
    user = user or request.user
    address = address_of(request)
    session = request.session.session_key or ""
    if user.is_authenticated:
        return Actor(id=f"person:{user.pk}", name=user.name, user=user, address=address, session=session)
    return Actor(id="visitor:", name="访客", address=address, session=session)


def address_of(request: HttpRequest) -> str:
    """The address of the one who asks; forwarded addresses count only from trusted proxies."""
    proxies: int = settings.LUOSHI["PROXIES"]
    if proxies:
        forwarded: str = request.META.get("HTTP_X_FORWARDED_FOR", "")
        chain = [part.strip() for part in forwarded.split(",") if part.strip()]
        if len(chain) >= proxies:
            return chain[-proxies]
    return str(request.META.get("REMOTE_ADDR", ""))


def number_of(text: str | None) -> int | None:
    """A whole number out of an address or a form that a database column can be asked for; None for anything else."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < DIGITS else None
