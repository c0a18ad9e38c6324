"""A commitment, what may be changed in it, and what was."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Any

from ninja import Schema
from pydantic import Field

from luoshi.api.schemas.values import CLEAN, Id, Input, Name, Named, Offset, Remark, Words, named
from luoshi.documents.enums import Cadence, Kind
from luoshi.register.enums import State
from luoshi.register.fields import value_of
from luoshi.register.models import Change, Commitment
from luoshi_core.assessable import EvidenceKind
from luoshi_core.assessable.gate import Part
from luoshi_core.reading.model import Operator

#: most rows that one request changes
MOST = 500


class Target(Schema):
    """A number that is promised."""

    measure: str
    op: Operator
    value: int | float
    unit: str


class CommitmentOut(Schema):
    """The smallest thing that one body could report as done or not done."""

    id: int
    code: str = Field(description="what people call it by for ever: number of the document, a dot, its number in it")
    revision: int = Field(description="send it back with a change, so that nobody's change is overwritten")
    published_revision: int | None = Field(description="the revision that the latest version holds")
    state: State
    document: int
    keeper: Named = Field(description="the body that keeps the register")
    quote: str
    path: list[str]
    owner: str = Field(description="name of the body that owns it, or the printed name")
    owner_body: Named | None = Field(description="the body, where the name means one")
    partners: list[str]
    leader: str
    due: dt.date | None
    cadence: Cadence
    targets: list[Target]
    kind: Kind
    beneficiary: str
    change: str = Field(description="observable change")
    baseline: str
    evidence: list[EvidenceKind]
    checker: str
    checker_body: Named | None
    missing: list[Part] = Field(description="what keeps it from being assessable")
    duplicate_of: int | None
    updated_at: dt.datetime


class ChangeOut(Schema):
    """A step from one revision to the next."""

    revision: int
    verb: str
    by: str
    at: dt.datetime
    fields: dict[str, list[Any]] = Field(description="field: [before, after]")
    reason: str
    origin: str = Field(description="where the values come from, such as a ledger")


class CommitmentDetail(CommitmentOut):
    """A commitment with its provenance and its history."""

    spans: list[list[int]] = Field(description="where the words stand in the text of the file")
    found: dict[str, Any] = Field(description="where each field comes from: the reading, a person, a cell")
    remarks: list[Remark]
    split_from: int | None
    merged_into: int | None
    history: list[ChangeOut] = Field(description="newest first; the first revision is the proposal itself")


class BodyRef(Input):
    """A body by its number."""

    id: Id


class TargetIn(Input):
    """A number that is promised."""

    measure: Annotated[str, Field(max_length=200, pattern=CLEAN)]
    op: Operator
    value: Annotated[float, Field(ge=-1e15, le=1e15, allow_inf_nan=False)]
    unit: Annotated[str, Field(max_length=40, pattern=CLEAN)]


class Changes(Input):
    """New values; what is left out stays as it is."""

    quote: Annotated[str, Field(max_length=20_000, pattern=CLEAN)] | None = Field(
        None, description="only where the words do not come from a document"
    )
    owner: Name | BodyRef | None = Field(
        None, description="a name, or the body; choosing the body teaches luoshi the printed name"
    )
    partners: list[Name] | None = None
    leader: Annotated[str, Field(max_length=100, pattern=CLEAN)] | None = None
    due: dt.date | None = None
    cadence: Cadence | None = None
    targets: Annotated[list[TargetIn], Field(max_length=100)] | None = None
    kind: Kind | None = None
    beneficiary: Name | None = None
    change: Words | None = None
    baseline: Name | None = None
    evidence: list[EvidenceKind] | None = None
    checker: Name | BodyRef | None = None


class EditIn(Input):
    """A change of one commitment."""

    revision: Id = Field(description="the revision that you saw")
    changes: Changes
    reason: Words = ""


class BulkItem(Input):
    """One of many changes."""

    id: Id
    revision: Id
    changes: Changes


class BulkIn(Input):
    """Changes of many commitments: all or none."""

    edits: Annotated[list[BulkItem], Field(min_length=1, max_length=MOST)]
    reason: Words = ""


class BulkOut(Schema):
    """What a bulk change did."""

    changed: list[int] = Field(description="ids of those that changed; the others said so already")


class Decision(StrEnum):
    """What may be decided about a commitment."""

    ACCEPT = "accept"
    REJECT = "reject"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    RESTORE = "restore"


class DecideIn(Input):
    """A decision."""

    decision: Decision
    revision: Id | None = Field(None, description="the revision that you saw; left out: whatever it says now")
    reason: Words = Field("", description="needed to withdraw and to restore")


class SplitIn(Input):
    """Where to cut a commitment."""

    revision: Id
    cuts: Annotated[list[Offset], Field(min_length=1, max_length=50)] = Field(
        description="characters of the quote before which it is cut"
    )
    reason: Words = ""


class Seen(Input):
    """A commitment as it was seen."""

    id: Id
    revision: Id


class MergeIn(Input):
    """Commitments of one document that become one; the first in the text stays."""

    commitments: Annotated[list[Seen], Field(min_length=2, max_length=50)]
    reason: Words = ""


SAME = (
    "code", "revision", "published_revision", "state", "quote", "path", "partners", "leader", "due", "cadence", "kind",
    "beneficiary", "change", "baseline", "evidence", "updated_at",
)  # fmt: skip


def show_commitment(row: Commitment) -> CommitmentOut:
    """A commitment."""
    return CommitmentOut(**_facts(row))


def show_commitment_detail(row: Commitment) -> CommitmentDetail:
    """A commitment with its history; one query."""
    return CommitmentDetail(
        **_facts(row),
        spans=row.spans,
        found=row.found,
        remarks=[Remark(**remark) for remark in row.remarks],
        split_from=row.split_from_id,
        merged_into=row.merged_into_id,
        history=[_show_change(change) for change in row.changes.order_by("-revision")],
    )


def _facts(row: Commitment) -> dict[str, Any]:
    return {name: getattr(row, name) for name in SAME} | {
        "id": row.pk,
        "document": row.document_id,
        "keeper": named(row.keeper),
        "owner": row.owner_words,
        "owner_body": named(row.owner),
        "checker": row.checker_words,
        "checker_body": named(row.checker),
        "targets": value_of(row, "targets"),
        "missing": row.missing_parts,
        "duplicate_of": row.duplicate_of_id,
    }


def _show_change(row: Change) -> ChangeOut:
    same = ("revision", "verb", "at", "fields", "reason", "origin")
    return ChangeOut(**{name: getattr(row, name) for name in same}, by=row.actor_name)
