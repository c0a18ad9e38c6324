"""Signing in: no open registration, every sign-in in the journal, a lock-out that says for how long."""

from __future__ import annotations

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.signals import password_changed
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.signals import authenticator_added, authenticator_removed
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError, AuthProcess
from allauth.socialaccount.signals import social_account_added, social_account_removed
from axes.handlers.proxy import AxesProxyHandler
from axes.signals import user_locked_out
from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from luoshi.bodies.models import Person
from luoshi.bodies.subjects import subject_of
from luoshi.common.actor import Actor
from luoshi.common.request import actor_of, address_of
from luoshi.journal.actions import Subject, record

logger = logging.getLogger(__name__)


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

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let in whoever joined this identity, unless the account is locked or closed."""
        if sociallogin.state.get("process") == AuthProcess.CONNECT:
            return
        person = sociallogin.user if sociallogin.is_existing else None
        page = self._refusal(request, person)
        if page:
            _record_about(person.username if person else "", request, "bodies.sign_in_failed")
            raise ImmediateHttpResponse(redirect(page))

    @staticmethod
    def _refusal(request: HttpRequest, person: Person | None) -> str | None:
        """The page that says why not; guessing passwords locks the account, whichever door is tried next."""
        if person is None:
            return "outer_identity_stranger"
        if not person.is_active:
            return "account_inactive"
        if AxesProxyHandler.is_locked(request, {"username": person.username}):
            return "outer_identity_locked"
        return None

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, extra_context: Any = None
    ) -> None:
        """An answer that does not hold is recorded; a visitor who only calls the address leaves no trace."""
        if error == AuthError.CANCELLED:
            return
        if exception is not None:
            logger.warning("the answer of the OpenID provider was refused: %s", str(exception)[:300])
            _record_about("", request, "bodies.sign_in_failed")
        raise ImmediateHttpResponse(redirect("outer_identity_failed"))


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
            record(
                actor=actor_of(request, user),
                verb="bodies.sign_in",
                subject=subject_of(user),
                after=_way_in(request, user),
            )


def _way_in(request: HttpRequest, user: Person) -> dict[str, str] | None:
    """What an auditor wants to know besides: that no password was asked for."""
    methods = {step["method"] for step in get_authentication_records(request, user)}
    return {"through": settings.LUOSHI["OIDC_NAME"]} if "socialaccount" in methods else None


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


@receiver(social_account_added)
def _record_identity(sender: Any, request: HttpRequest, sociallogin: SocialLogin, **kwargs: Any) -> None:
    with transaction.atomic():
        person = sociallogin.account.user
        record(
            actor=actor_of(request, person),
            verb="bodies.join_identity",
            subject=subject_of(person),
            after=_identity(sociallogin.account),
        )


@receiver(social_account_removed)
def _record_identity_gone(sender: Any, request: HttpRequest, socialaccount: SocialAccount, **kwargs: Any) -> None:
    with transaction.atomic():
        person = socialaccount.user
        record(
            actor=actor_of(request, person),
            verb="bodies.drop_identity",
            subject=subject_of(person),
            before=_identity(socialaccount),
        )


def _identity(account: SocialAccount) -> dict[str, str]:
    return {"identity": account.extra_data["userinfo"]["sub"], "through": settings.LUOSHI["OIDC_NAME"]}


def _record_about(username: str, request: HttpRequest | None, verb: str) -> None:
    """An attempt on an account; only names that exist are kept, a stranger's typing is not."""
    person = Person.objects.filter(username=username).first()
    subject = subject_of(person) if person else Subject("bodies.person", "", "?")
    actor = Actor(id="visitor:", name="访客", address=address_of(request) if request else "")
    with transaction.atomic():
        record(actor=actor, verb=verb, subject=subject)
