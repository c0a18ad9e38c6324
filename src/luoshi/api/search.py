"""Search: what holds some words, kind by kind."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from luoshi.api.problems import PROBLEMS
from luoshi.api.schemas.search import SearchOut, show_group
from luoshi.api.schemas.values import CLEAN
from luoshi.common.request import actor_of
from luoshi.common.searching import search_everywhere

router = Router()
#: most hits of each kind
MOST = 50


@router.get(
    "/search",
    response={200: SearchOut, **PROBLEMS},
    operation_id="search",
    summary="Find bodies, documents and commitments",
)
def search(
    request: HttpRequest,
    q: Annotated[str, Field(min_length=1, max_length=100, pattern=CLEAN)],
    limit: Annotated[int, Field(ge=1, le=MOST, description=f"hits of each kind, at most {MOST}")] = 20,
) -> SearchOut:
    """As on the pages: whole words, initials of names, the best first. ``address`` leads to the page."""
    return SearchOut(groups=[show_group(group) for group in search_everywhere(q, actor_of(request), limit)])
