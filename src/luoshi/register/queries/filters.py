"""By what a list of commitments is narrowed, ordered and grouped: read from an address, and back again."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Final
from urllib.parse import urlencode

from django.db import connection
from django.db.models import BooleanField, Case, F, Q, QuerySet, Value, When

from luoshi.bodies.models import Place
from luoshi.documents.enums import Cadence, Kind
from luoshi.register.enums import STANDING, State
from luoshi.register.models import Commitment
from luoshi.register.models.commitment import NEVER
from luoshi_core.assessable import PARTS, Part, to_mask

#: what a body has to do with a commitment
ROLES: Final = ("owner", "checker", "keeper")
DUES: Final = ("overdue", "month", "quarter", "year", "none")
#: "standing" is what a list shows unless something else is asked for
STATES: Final = ("standing", *State.values, "changed", "all")
GATES: Final = ("ok", "gap", *map(str, PARTS))
SORTS: Final[dict[str, tuple[str, ...]]] = {
    "": ("document_id", "start", "serial"),
    "-": ("-document_id", "-start", "-serial"),
    "due": ("due_or_never", "id"),
    "-due": ("-due_or_never", "-id"),
    "owner": ("owner_id", "id"),
    "-owner": ("-owner_id", "-id"),
    "place": ("place_id", "id"),
    "-place": ("-place_id", "-id"),
    "state": ("state", "id"),
    "-state": ("-state", "-id"),
    "updated": ("updated_at", "id"),
    "-updated": ("-updated_at", "-id"),
}
#: grouping -> the order that keeps its groups together
GROUPS: Final = {"document": "", "owner": "owner", "place": "place", "month": "due", "state": "state"}
CHOICES: Final = {
    "role": ROLES,
    "due": DUES,
    "state": STATES,
    "gate": GATES,
    "kind": tuple(Kind.values),
    "cadence": tuple(Cadence.values),
    "sort": tuple(SORTS),
    "group": tuple(GROUPS),
}


@dataclass(frozen=True, slots=True)
class RegisterFilter:
    """What is asked for as of ``today``; the other names are those of the address."""

    q: str = ""
    body: int | None = None
    name: str = ""
    role: str = "owner"
    place: str = ""
    document: int | None = None
    due: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    state: str = "standing"
    gate: str = ""
    kind: str = ""
    cadence: str = ""
    sort: str = ""
    group: str = ""
    today: dt.date = dt.date.min

    @classmethod
    def parse(cls, params: Mapping[str, Any], today: dt.date) -> RegisterFilter:
        """The filter that the query part of an address means; nonsense counts as not asked for."""
        values: dict[str, Any] = {"today": today}
        for field in fields(cls):
            text = str(params.get(field.name) or "").strip()
            value = _read(field.name, text) if text and field.name != "today" else None
            if value is not None:
                values[field.name] = value
        return cls(**values)

    @property
    def address(self) -> str:
        """What differs from the usual, for the query part of an address."""
        usual, mine = asdict(RegisterFilter()), asdict(self)
        return urlencode({name: value for name, value in mine.items() if value != usual[name] and name != "today"})

    def without(self, *names: str) -> RegisterFilter:
        """The same without these conditions."""
        usual = asdict(RegisterFilter())
        return replace(self, **{name: usual[name] for name in names})

    @property
    def order(self) -> tuple[str, ...]:
        """The columns by which the list is ordered; groups stay together."""
        if self.group and GROUPS[self.group] != self.sort.removeprefix("-"):
            return SORTS[GROUPS[self.group]]
        return SORTS[self.sort]


def _read(name: str, text: str) -> Any:
    if name in CHOICES:
        return text if text in CHOICES[name] else None
    if name in {"body", "document"}:
        return int(text) if text.isdecimal() and len(text) < 18 else None
    if name == "place":
        return text if text.isdecimal() and len(text) <= 12 else None
    if name in {"since", "until"}:
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return None
    return text.replace("\0", "")[:200]


def narrow(rows: QuerySet[Commitment], wanted: RegisterFilter) -> QuerySet[Commitment]:
    """The rows that meet every condition but the words (those are ``luoshi.register.queries.register``'s)."""
    conditions = Q(**{wanted.role: wanted.body}) if wanted.body else Q()
    if wanted.name and not wanted.body:
        conditions &= Q(**{f"{'checker' if wanted.role == 'checker' else 'owner'}_name": wanted.name})
    if wanted.place:
        within = Place.objects.filter(code__gte=wanted.place).order_by()
        after = f"{int(wanted.place) + 1:0{len(wanted.place)}d}"
        if len(after) == len(wanted.place):  # behind nothing but nines there is no other code
            within = within.filter(code__lt=after)
        conditions &= Q(place__in=within.values("pk"))
    if wanted.document:
        conditions &= Q(document=wanted.document)
    rest = _in_state(wanted.state) & _due(wanted) & _gate(wanted.gate)
    for name in ("kind", "cadence"):
        if getattr(wanted, name):
            rest &= Q(**{name: getattr(wanted, name)})
    return walked(rows.filter(conditions), rest)


def walked(rows: QuerySet[Commitment], condition: Q) -> QuerySet[Commitment]:
    """The rows that meet a condition which most rows meet: asked of each row in the order of the list.

    SQLite would rather collect all of them by an index first and order them afterwards, so it is not shown that
    there is one.
    """
    if connection.vendor != "sqlite" or not condition:
        return rows.filter(condition)
    return rows.filter(Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField()))


def _in_state(state: str) -> Q:
    if state == "all":
        return Q()
    if state == "standing":
        return Q(state__in=STANDING)
    if state == "changed":
        return Q(published_revision__isnull=False) & ~Q(published_revision=F("revision"))
    return Q(state=state)


def _due(wanted: RegisterFilter) -> Q:
    first, last = wanted.since, wanted.until
    if wanted.due == "overdue":
        first, last = None, wanted.today - dt.timedelta(days=1)
    elif wanted.due == "none":
        return Q(due_or_never=NEVER)
    elif wanted.due:
        first, last = period_around(wanted.today, wanted.due)
    conditions = Q(due_or_never__gte=first) if first else Q()
    if last:
        conditions &= Q(due_or_never__lte=last)
    elif first:
        conditions &= Q(due_or_never__lt=NEVER)
    return conditions


def period_around(today: dt.date, name: str) -> tuple[dt.date, dt.date]:
    """First and last day of the month, quarter or year that a day lies in."""
    first, last = {
        "month": (today.month, today.month),
        "quarter": ((today.month - 1) // 3 * 3 + 1, (today.month - 1) // 3 * 3 + 3),
        "year": (1, 12),
    }[name]
    return dt.date(today.year, first, 1), dt.date(today.year, last, monthrange(today.year, last)[1])


def masks_with(part: Part) -> list[int]:
    """Every value of ``Commitment.missing`` that says that a part is missing."""
    bit = to_mask([part])
    return [mask for mask in range(2 ** len(PARTS)) if mask & bit]


def _gate(gate: str) -> Q:
    if not gate:
        return Q()
    if gate == "ok":
        return Q(missing=0)
    if gate == "gap":
        return Q(missing__gt=0)
    return Q(missing__in=masks_with(Part(gate)))
