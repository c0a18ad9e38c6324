"""Guessing the second factor locks the account as guessing the password does."""

from __future__ import annotations

from typing import Any

from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.signals import authentication_failed
from axes.handlers.proxy import AxesProxyHandler
from django import forms
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.translation import gettext

from luoshi.bodies.models import Person


class _NotWhileLocked:
    """A form whose code is not even looked at while the account is locked."""

    user: Person

    def clean_code(self) -> str:
        if AxesProxyHandler.is_locked(context.request, {"username": self.user.username}):
            says = gettext("连续登录失败次数过多，请 %(minutes)s 分钟后再试，或请安全管理员解除锁定。")
            raise forms.ValidationError(says % {"minutes": settings.LUOSHI["LOCKOUT_MINUTES"]})
        code: str = super().clean_code()  # type: ignore[misc]
        return code


class SecondFactorForm(_NotWhileLocked, AuthenticateForm):  # type: ignore[misc]
    """The code asked for at a sign-in."""


class SecondFactorAgainForm(_NotWhileLocked, ReauthenticateForm):  # type: ignore[misc]
    """The code asked for before something delicate."""


@receiver(authentication_failed)
def _count_as_failure(sender: Any, request: HttpRequest, user: Person, **kwargs: Any) -> None:
    user_login_failed.send(sender=sender, credentials={"username": user.username}, request=request)
