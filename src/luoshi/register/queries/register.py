"""A page of the register, as fast for 100,000 commitments as for 100, with a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Q, QuerySet

from luoshi.bodies.models import Body
from luoshi.bodies.queries import Scope
from luoshi.register.enums import State
from luoshi.register.fulltext import COMMITMENT_TERMS
from luoshi.register.models import Commitment
from luoshi.register.models.commitment import NEVER
from luoshi.register.queries.filters import RegisterFilter, narrow, walked

__all__ = ["RegisterFilter", "RegisterPage", "find_commitments", "matches", "register_page", "visible"]

SIZE = 50
#: more than this is not counted to the last one
COUNTED = 10_000
#: who sees no more than this is asked for by the keys of what is seen; so is what no more hold the words
FEW = 1_000
#: states in which owner and checker see a commitment that another body keeps
SEEN_BY_OTHERS = (State.REGISTERED, State.WITHDRAWN)
#: long columns that no list shows
NOT_LISTED = ("spans", "path", "found", "remarks", "baseline", "change")


@dataclass(frozen=True, slots=True)
class Matches:
    """The commitments that meet a filter and that the asker may see; ``counted`` where counting is cheap."""

    rows: QuerySet[Commitment]
    counted: bool = True


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """One page: its rows, which page it is, how many rows there are.

    ``total`` is None when not all were counted: then there are more than ``at_least``.
    ``groups`` are the sizes of the groups on the page, by their keys.
    """

    rows: Sequence[Commitment]
    number: int
    total: int | None
    at_least: int
    has_next: bool
    groups: dict[Any, int] = field(default_factory=dict)

    @property
    def pages(self) -> int | None:
        """How many pages there are, where that is known."""
        return None if self.total is None else max(-(-self.total // SIZE), 1)

    @property
    def first(self) -> int:
        """The number of the first row of the page."""
        return (self.number - 1) * SIZE + 1

    @property
    def last(self) -> int:
        """The number of the last row of the page."""
        return (self.number - 1) * SIZE + len(self.rows)


def matches(wanted: RegisterFilter, scope: Scope) -> Matches:
    """What meets the filter and may be seen; at most two small queries are asked for it."""
    rows, counted = visible(scope), True
    if wanted.q:
        hits = COMMITMENT_TERMS.matching(wanted.q)
        keys = list(Commitment.objects.filter(pk__in=hits).order_by().values_list("pk", flat=True)[: FEW + 1])
        counted = len(keys) <= FEW
        rows = rows.filter(pk__in=keys if counted else hits)
    return Matches(narrow(rows, wanted), counted)


def find_commitments(wanted: RegisterFilter, scope: Scope) -> QuerySet[Commitment]:
    """What meets the filter and may be seen, in the order that it asks for."""
    return matches(wanted, scope).rows.order_by(*wanted.order)


def register_page(wanted: RegisterFilter, scope: Scope, number: int = 1) -> RegisterPage:
    """A page of the list: first the keys out of an index, then the rows of these keys."""
    found = matches(wanted, scope)
    number = max(number, 1)
    start = (number - 1) * SIZE
    keys = list(found.rows.order_by(*wanted.order).values_list("pk", flat=True)[start : start + SIZE + 1])
    total, at_least = _count(found, start, len(keys))
    has_next, keys = len(keys) > SIZE, keys[:SIZE]
    by_key = Commitment.objects.select_related("owner", "checker", "keeper", "document", "place").defer(*NOT_LISTED)
    rows = {row.pk: row for row in by_key.filter(pk__in=keys)}
    shown = [rows[key] for key in keys if key in rows]
    return RegisterPage(shown, number, total, at_least, has_next, group_sizes(found.rows, wanted.group, shown))


def _count(found: Matches, start: int, shown: int) -> tuple[int | None, int]:
    """The number of rows, if it can be told, and how many there are at least."""
    if 0 < shown <= SIZE or (shown == 0 and start == 0):
        return start + shown, start + shown
    if not found.counted:
        return None, start + min(shown, SIZE)
    most = max(COUNTED, start + 10 * SIZE)
    count = found.rows.order_by()[: most + 1].count()
    return (None, most) if count > most else (count, count)


def visible(scope: Scope) -> QuerySet[Commitment]:
    """The commitments that the asker's bodies and places keep, own or check: as ``visible_to``, for long lists.

    Who sees few is asked for their keys; for who sees many, the list is walked in its own order.
    """
    if scope.everything:
        return Commitment.objects.all()
    bodies = Body.objects.visible_to(scope).order_by().values("pk")
    kept = Commitment.objects.filter(keeper__in=bodies)
    owned = Commitment.objects.filter(owner__in=bodies, state__in=SEEN_BY_OTHERS)
    checked = Commitment.objects.filter(checker__in=bodies, state__in=SEEN_BY_OTHERS)
    parts = [part.order_by().values_list("pk", flat=True) for part in (kept, owned, checked)]
    keys = list(parts[0].union(*parts[1:], all=True)[: FEW + 1])
    if len(keys) <= FEW:
        return Commitment.objects.filter(pk__in=set(keys))
    mine = Q(keeper__in=bodies) | Q(owner__in=bodies, state__in=SEEN_BY_OTHERS)
    mine |= Q(checker__in=bodies, state__in=SEEN_BY_OTHERS)
    return walked(Commitment.objects.all(), mine)


def group_key(row: Commitment, group: str) -> Any:
    """The group that a row stands in: a key of ``RegisterPage.groups``."""
    if group == "month":
        return (row.due.year, row.due.month) if row.due else None
    return row.state if group == "state" else getattr(row, f"{group}_id")


def group_sizes(rows: QuerySet[Commitment], group: str, shown: Sequence[Commitment]) -> dict[Any, int]:
    """How many rows the groups hold that ``shown`` stand in; one query, none without a grouping."""
    if not group or not shown:
        return {}
    keys = {group_key(row, group) for row in shown}
    if group == "month":
        return _month_sizes(rows, keys)
    some = Q(**{f"{group}__in": keys - {None}}) | (Q(**{f"{group}__isnull": True}) if None in keys else Q(pk__in=[]))
    return dict(rows.filter(some).order_by().values_list(group).annotate(n=Count("pk")))


def _month_sizes(rows: QuerySet[Commitment], keys: set[Any]) -> dict[Any, int]:
    """Counted by ranges of days: these lie side by side in an index, a month taken out of each day does not."""
    ranges = {key: Q(due_or_never__range=_days_of(key)) for key in keys}
    some = reduce(or_, ranges.values())
    counts = {f"month_{at}": Count("pk", filter=days) for at, days in enumerate(ranges.values())}
    found = rows.filter(some).order_by().aggregate(**counts)
    return dict(zip(ranges, found.values(), strict=True))


def _days_of(key: tuple[int, int] | None) -> tuple[dt.date, dt.date]:
    if key is None:
        return NEVER, NEVER
    return dt.date(*key, 1), dt.date(*key, monthrange(*key)[1])
