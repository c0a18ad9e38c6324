"""Who asks: the person behind a token, or the one who has signed in with a browser."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja.security import APIKeyCookie, HttpBearer
from ninja.utils import check_csrf

from luoshi.api.problems import Problem
from luoshi.bodies.duties import open_duty
from luoshi.bodies.models import Person
from luoshi.bodies.tokens import person_behind
from luoshi.common.request import address_of

#: wrong tokens from one address within so many seconds after which the answer is 429
WRONG, SECONDS = 20, 300


class TokenKey(HttpBearer):
    """A token issued on the page of an account."""

    def authenticate(self, request: HttpRequest, token: str) -> Person:
        """The person behind the token, who is ``request.user`` from now on."""
        person = person_behind(token)
        if person is None:
            raise _wrong(request)
        _refuse_with_open_duty(person)
        request.user = person
        return person


class SessionKey(APIKeyCookie):
    """The session of a browser that has signed in; what changes something needs the CSRF token too."""

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Any:
        """The signed-in person, if there is one; a visitor is told to come with a token, not about CSRF."""
        if not request.user.is_authenticated:
            return None
        if check_csrf(request):
            raise Problem(403, "csrf", _("缺少 CSRF 令牌。程序请改用 Authorization: Bearer。"))
        return self.authenticate(request, None)

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        """The signed-in person."""
        _refuse_with_open_duty(request.user)
        return request.user


def _refuse_with_open_duty(person: Any) -> None:
    if open_duty(person):
        raise Problem(403, "duty-open", _("请先在网页上登录，完成修改密码或启用第二因素，再使用接口。"))


def _wrong(request: HttpRequest) -> Problem:
    """The answer to a wrong token.

    A secret has 256 random bits and is not guessed; the count keeps a program that has lost
    its token from asking for ever. Right tokens from the same address still pass: behind
    one address there may be a whole office.
    """
    key = f"api-wrong-token:{address_of(request)}"
    cache.add(key, 0, SECONDS)
    try:
        count = cache.incr(key)
    except ValueError:  # it ran out between the two calls
        count = 1
    if count > WRONG:
        return Problem(429, "too-many-wrong-tokens", _("错误的令牌太多，请几分钟后再试。"), retry_after=SECONDS)
    return Problem(401, "wrong-token", _("令牌无效、已到期或已吊销。请在“我的账号”签发新的令牌。"))
