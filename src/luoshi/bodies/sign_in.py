"""Signing in: no open registration, every sign-in in the journal, a lock-out that says for how long."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.signals import password_changed
from allauth.mfa.signals import authenticator_added, authenticator_removed
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from axes.signals import user_locked_out
from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from luoshi.bodies.models import Person
from luoshi.bodies.subjects import subject_of
from luoshi.common.actor import Actor
from luoshi.common.request import actor_of, address_of
from luoshi.journal.actions import Subject, record


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by the system administrator only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody registers by themselves."""
        return False


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """An outer identity is joined to an account that exists; it never makes one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Nobody registers by themselves."""
        return False


def username_of(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str | None:
    """The name under which failures are counted: what was tried, in whatever field it came."""
    tried = credentials or {}
    return tried.get("username") or tried.get("login") or request.POST.get("login")


def locked_out(
    request: HttpRequest, credentials: dict[str, Any] | None = None, *args: Any, **kwargs: Any
) -> HttpResponse:
    """The page for somebody who failed too often."""
    return render(request, "account/locked.html", {"minutes": settings.LUOSHI["LOCKOUT_MINUTES"]}, status=429)


@receiver(user_logged_in)
def _record_sign_in(sender: Any, request: HttpRequest | None, user: Person, **kwargs: Any) -> None:
    if request is not None:
        with transaction.atomic():
            record(actor=actor_of(request, user), verb="bodies.sign_in", subject=subject_of(user))


@receiver(user_logged_out)
def _record_sign_out(sender: Any, request: HttpRequest | None, user: Person | None, **kwargs: Any) -> None:
    if request is not None and isinstance(user, Person):
        with transaction.atomic():
            record(actor=actor_of(request, user), verb="bodies.sign_out", subject=subject_of(user))


@receiver(user_login_failed)
def _record_failure(
    sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any
) -> None:
    _record_about(credentials.get("username") or credentials.get("login") or "", request, "bodies.sign_in_failed")


@receiver(user_locked_out)
def _record_lock_out(sender: Any, request: HttpRequest | None = None, username: str = "", **kwargs: Any) -> None:
    _record_about(username, request, "bodies.lock_out")


@receiver(password_changed)
def _record_new_password(sender: Any, request: HttpRequest, user: Person, **kwargs: Any) -> None:
    with transaction.atomic():
        Person.objects.filter(pk=user.pk).update(must_change_password=False)
        record(actor=actor_of(request, user), verb="bodies.change_password", subject=subject_of(user))


@receiver(authenticator_added)
def _record_factor(sender: Any, request: HttpRequest, user: Person, **kwargs: Any) -> None:
    with transaction.atomic():
        record(actor=actor_of(request, user), verb="bodies.set_second_factor", subject=subject_of(user))


@receiver(authenticator_removed)
def _record_factor_gone(sender: Any, request: HttpRequest, user: Person, **kwargs: Any) -> None:
    with transaction.atomic():
        record(actor=actor_of(request, user), verb="bodies.drop_second_factor", subject=subject_of(user))


def _record_about(username: str, request: HttpRequest | None, verb: str) -> None:
    """An attempt on an account; only names that exist are kept, a stranger's typing is not."""
    person = Person.objects.filter(username=username).first()
    subject = subject_of(person) if person else Subject("bodies.person", "", "?")
    actor = Actor(id="visitor:", name="访客", address=address_of(request) if request else "")
    with transaction.atomic():
        record(actor=actor, verb=verb, subject=subject)
