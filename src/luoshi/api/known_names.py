"""A misspelled filter is refused, not passed over: passed over it would choose everything."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from ninja import NinjaAPI

from luoshi.api.input_words import words_of_fault
from luoshi.api.problems import Problem


def refuse_unknown_names(api: NinjaAPI) -> None:
    """Let every operation refuse names in the query part of an address that it does not know."""
    api.add_decorator(_only_known, mode="view")


def _only_known(run: Callable[..., Any]) -> Callable[..., Any]:
    operation: Any = run.__self__  # type: ignore[attr-defined]
    asked = [model for model in operation.models if model.__ninja_param_source__ == "query"]
    known = {name for model in asked for name in model.__ninja_flatten_map__}

    @wraps(run)
    def only_known(request: HttpRequest, **values: Any) -> Any:
        unknown = next((name for name in request.GET if name not in known), None)
        if unknown is None:
            return run(request, **values)
        problem = Problem(422, "bad-input", words_of_fault({"type": "extra_forbidden"}), where=unknown)
        return operation.api.on_exception(request, problem)

    return only_known
