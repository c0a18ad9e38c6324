"""The register 台账: what was promised, narrowed, ordered and grouped; what cannot be assessed, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from luoshi.bodies.models import Place
from luoshi.bodies.queries import scope_of
from luoshi.desk import choices
from luoshi.documents.enums import Cadence, Kind
from luoshi.register.models import Commitment
from luoshi.register.queries.filters import SORTS, RegisterFilter
from luoshi.register.queries.named import name_of_body, places_offered, resolved, views_of
from luoshi.register.queries.register import RegisterPage, group_key, register_page
from luoshi.register.rules import REVIEWERS

#: columns that the list can be ordered by
SORTED_BY = ("", "owner", "due", "state")


@require_GET
@login_required
def register(request: HttpRequest) -> HttpResponse:
    """The commitments that the asker may see, 50 a page."""
    scope, today = scope_of(request.user), timezone.localdate()
    wanted = resolved(RegisterFilter.parse(request.GET, today), scope)
    page = register_page(wanted, scope, _number(request))
    places = places_offered(scope)
    may_edit = scope.holds(*REVIEWERS)
    context = {
        "wanted": wanted,
        "page": page,
        "today": today,
        "items": list(_items(page, wanted)),
        "chosen": list(choices.chosen(wanted, scope, _place(wanted, places))),
        "places": places,
        "views": views_of(scope),
        "numbers": list(_numbers(page)),
        "page_address": f"{wanted.address}&" if wanted.address else "",
        "body_name": name_of_body(wanted, scope) if wanted.body else wanted.name,
        "sorts": {name or "order": _sort_link(wanted, name) for name in SORTED_BY},
        "editable": {row.pk for row in page.rows if may_edit and row.keeper_id in scope.body_ids},
        "choices": _choices(),
        "own_bodies": scope.own_body_ids,
    }
    return render(request, "desk/register.html", context)


def _number(request: HttpRequest) -> int:
    text = request.GET.get("page", "")
    return int(text) if text.isdecimal() and len(text) < 7 else 1


def _place(wanted: RegisterFilter, places: Any) -> Place | None:
    return next((place for place in places if place.code == wanted.place), None)


def _items(page: RegisterPage, wanted: RegisterFilter) -> Iterator[dict[str, Any]]:
    """The rows, the first of each group with the group's heading."""
    last: Any = object()
    for row in page.rows:
        key = group_key(row, wanted.group) if wanted.group else last
        heading = None
        if key != last:
            heading, last = {"words": _heading(row, wanted.group), "count": page.groups.get(key)}, key
        yield {"row": row, "heading": heading}


def _heading(row: Commitment, group: str) -> str:
    if group == "document":
        return f"{row.document} {row.document.number}".strip()
    if group == "owner":
        return row.owner.name if row.owner else _("未对应到单位")
    if group == "month":
        return date_format(row.due, "YEAR_MONTH_FORMAT") if row.due else _("未定时限")
    return row.place.name if group == "place" else row.get_state_display()


def _numbers(page: RegisterPage) -> Iterator[int | None]:
    """The page numbers that are shown: first, last, those around this one; None for a gap."""
    last = page.pages if page.pages is not None else page.number + (1 if page.has_next else 0)
    shown = sorted(
        {1, *range(max(page.number - 2, 1), min(page.number + 2, last) + 1), *([last] if page.pages else [])}
    )
    for at, number in enumerate(shown):
        if at and number - shown[at - 1] > 1:
            yield None
        yield number
    if page.pages is None and page.has_next:
        yield None


def _sort_link(wanted: RegisterFilter, name: str) -> dict[str, str]:
    """Where the head of a column leads, and how the list is ordered by it now (for ``aria-sort``)."""
    up, down = name, f"-{name}"
    now = {up: "ascending", down: "descending"}.get(wanted.sort, "none")
    if wanted.order != SORTS[wanted.sort]:
        now = "none"  # the grouping decides
    return {"address": replace(wanted, sort=down if wanted.sort == up else up).address, "now": now}


def _choices() -> dict[str, Any]:
    return {
        "role": choices.ROLE.items(),
        "due": choices.DUE.items(),
        "state": choices.STATE.items(),
        "group": choices.GROUP.items(),
        "gate": choices.gates(),
        "kind": Kind.choices,
        "cadence": Cadence.choices,
    }
