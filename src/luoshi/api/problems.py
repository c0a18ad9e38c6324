"""Errors as problem documents (RFC 9457): what is wrong, where, what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError
from pydantic import Field

from luoshi.api.input_words import words_of_fault
from luoshi.common.errors import NotAllowed, Refused
from luoshi.register.errors import Stale
from luoshi_core.errors import LuoshiError

TYPE = "application/problem+json"


class Clash(Schema):
    """What a field says now, and what this request wanted it to say."""

    now: Any
    wanted: Any = Field(None, description="absent where the request named no value")


class ProblemOut(Schema):
    """RFC 9457."""

    type: str = Field(description="always about:blank; tell problems apart by `code`")
    title: str = Field(description="the words of the HTTP status")
    status: int
    detail: str = Field(description="what is wrong and what to do, in Chinese or English by Accept-Language")
    code: str = Field(description="stable name of the problem, such as not-allowed, stale, refused, bad-input")
    where: str | None = Field(description="the part of the request or the commitment that it is about")
    clash: dict[str, Clash] | None = Field(None, description="only with code stale: the fields that were changed")


class Problem(Exception):
    """An answer other than success that no action raised."""

    def __init__(
        self, status: int, code: str, detail: str | Promise, *, where: str | None = None, retry_after: int | None = None
    ) -> None:
        self.status, self.code, self.detail, self.where = status, code, detail, where
        self.retry_after = retry_after
        super().__init__(code)


#: what every operation may answer beside its own
PROBLEMS: dict[Any, Any] = {frozenset({400, 401, 403, 404, 409, 413, 422, 429}): ProblemOut}


@contextmanager
def refused_as_input(where: str) -> Iterator[None]:
    """What the action refuses in here is a fault of the request (422), not of the state (409)."""
    try:
        yield
    except Stale:
        raise
    except Refused as error:
        raise Problem(422, "bad-input", _sentence(error), where=where) from None


def answer_with_problems(api: NinjaAPI) -> None:
    """Let every error that luoshi knows be answered with a problem document."""
    handlers: dict[type[Exception], Callable[..., HttpResponse]] = {
        Problem: _problem,
        LuoshiError: _refusal,
        ValidationError: _bad_input,
        HttpError: _unreadable,
        MultiPartParserError: _unreadable,
        AuthenticationError: lambda request, error: _answer(
            401, "no-token", _("请带上令牌：Authorization: Bearer …。")
        ),
        Http404: lambda request, error: _answer(404, "not-found", _("没有找到，或您无权查看。")),
        **dict.fromkeys((RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent), _too_large),
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)


@csrf_exempt
def nowhere(request: HttpRequest) -> HttpResponse:
    """An address that the API does not have: a program gets a problem, not a page."""
    return _answer(404, "not-found", _("没有找到，或您无权查看。"))


def _problem(request: HttpRequest, error: Problem) -> HttpResponse:
    response = _answer(error.status, error.code, str(error.detail), where=error.where)
    if error.retry_after is not None:
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def _refusal(request: HttpRequest, error: LuoshiError) -> HttpResponse:
    status = 403 if isinstance(error, NotAllowed) else 409
    more = {"clash": _clash(error)} if isinstance(error, Stale) else {}
    return _answer(status, error.code, _sentence(error), where=error.where, **more)


def _sentence(error: LuoshiError) -> str:
    return error.message(get_language() or "zh")


def _clash(error: Stale) -> dict[str, dict[str, Any]]:
    """A decision or a split wants no value of its own; then only what the field says now is told."""
    return {
        name: {"now": now} | ({} if type(wanted) is object else {"wanted": wanted})
        for name, (now, wanted) in error.clash.items()
    }


def _bad_input(request: HttpRequest, error: ValidationError) -> HttpResponse:
    faults: Sequence[Mapping[str, Any]] = error.errors
    first = faults[0]
    part, *way = first["loc"]
    # the whole body is one argument of the view; its name there is nothing that the one who asks could know
    steps = way[1:] if part == "body" else way
    return _answer(422, "bad-input", words_of_fault(first), where=".".join(map(str, steps)) or part)


def _unreadable(request: HttpRequest, error: Exception) -> HttpResponse:
    return _answer(400, "unreadable", _("请求的格式无法解析。"))


def _too_large(request: HttpRequest, error: Exception) -> HttpResponse:
    return _answer(413, "too-large", _("请求过大。"))


def _answer(status: int, code: str, detail: str, *, where: str | None = None, **more: Any) -> HttpResponse:
    title = HTTPStatus(status).phrase
    fields = {"type": "about:blank", "title": title, "status": status, "detail": detail, "code": code, "where": where}
    response = JsonResponse({**fields, **more}, status=status, json_dumps_params={"ensure_ascii": False})
    response.headers["Content-Type"] = TYPE
    if status == 401:
        response.headers["WWW-Authenticate"] = 'Bearer realm="luoshi"'
    return response
