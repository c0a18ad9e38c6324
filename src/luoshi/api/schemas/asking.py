"""By what lists are narrowed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from django.utils import timezone
from ninja import Schema
from pydantic import AwareDatetime, Field

from luoshi.api.schemas.values import CLEAN, Id
from luoshi.documents.enums import Cadence, Kind
from luoshi.register.queries.filters import DUES, GATES, ROLES, STATES, RegisterFilter

if TYPE_CHECKING:
    Role: TypeAlias = str
    State: TypeAlias = str
    Due: TypeAlias = str
    Gate: TypeAlias = str
else:
    Role, State, Due, Gate = (Literal[choices] for choices in (ROLES, STATES, DUES, GATES))

Search = Annotated[str, Field(max_length=100, pattern=CLEAN)]
#: times outside of these cannot be turned into every time zone
FIRST, LAST = dt.datetime(1900, 1, 1, tzinfo=dt.UTC), dt.datetime(2900, 1, 1, tzinfo=dt.UTC)


class CommitmentFilter(Schema):
    """Which commitments; the names are those in the address of the page 台账, so a filter can be copied from there."""

    q: Search = Field("", description="words, initials of a name, the number of a document or the code")
    state: State = Field("standing", description="standing: accepted and registered; changed: since the last version")
    document: Id | None = None
    body: Id | None = Field(None, description="the body that has to do with it in the `role`")
    name: Annotated[str, Field(max_length=200, pattern=CLEAN)] = Field(
        "", description="the body by a name of it or as it is printed, where `body` is left out"
    )
    role: Role = Field("owner", description="what `body` or `name` has to do with it")
    place: Annotated[str, Field(pattern=r"^([0-9]{1,12})?$")] = Field(
        "", description="code of the place of the owner: its first digits take in every place below"
    )
    due: Due | None = Field(None, description="as of today; goes before `since` and `until`; none: without a date")
    since: dt.date | None = Field(None, description="due on this day or later")
    until: dt.date | None = Field(None, description="due on this day or earlier")
    gate: Gate | None = Field(None, description="ok: lacks nothing; gap: lacks something; or the part that it lacks")
    kind: Kind | None = None
    cadence: Cadence | None = None

    def wanted(self) -> RegisterFilter:
        """The same as the question of the register, as of today."""
        asked = {name: getattr(self, name) for name in CommitmentFilter.model_fields}
        asked = {name: value for name, value in asked.items() if value is not None}
        return RegisterFilter(**asked, today=timezone.localdate())


class ListFilter(CommitmentFilter):
    """The same for a list that is asked for again and again."""

    changed_since: Annotated[AwareDatetime, Field(ge=FIRST, le=LAST)] | None = Field(
        None, description="changed at this time or later; with `state` = all nothing that was rejected is overlooked"
    )
