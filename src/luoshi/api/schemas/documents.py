"""A document, its outline and its versions."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ninja import Schema
from pydantic import Field

from luoshi.api.schemas.values import Input, Offset, Remark, Words
from luoshi.documents.models import Document
from luoshi.register.models import Version


class DocumentOut(Schema):
    """A document of a file."""

    id: int
    file: int
    title: str
    number: str = Field(description="发文字号")
    issuer: str = Field(description="发文机关")
    date: dt.date | None = Field(description="成文日期")


class Heading(Schema):
    """A heading of the outline."""

    level: int
    label: str
    title: str
    spans: list[list[int]]


class Counts(Schema):
    """How far the review is."""

    findings: int
    commitments: dict[str, int] = Field(description="number in each state, of those that you may see")
    assessable: int = Field(description="of those that stand, how many lack nothing")
    versions: int


class DocumentDetail(DocumentOut):
    """A document with its head and outline."""

    author: str
    publication: str
    header: dict[str, Any]
    remarks: list[Remark]
    outline: list[Heading]
    counts: Counts


class ReviewOut(Schema):
    """What beginning a review did."""

    proposals: int = Field(description="new proposals; 0 when the review had begun before")


class SelectionIn(Input):
    """Words that reading has overlooked."""

    start: Offset = Field(description="first character in the text of the file")
    end: Offset = Field(description="character behind the last")


class PublishIn(Input):
    """The next version."""

    name: Words = Field(default="", description="left out: title and number", max_length=200)
    reason: Words = Field(default="", description="why there is a new version; needed after the first")


class VersionOut(Schema):
    """The register of a document as it was published, for ever."""

    id: int
    document: int
    number: int
    name: str
    reason: str
    published_at: dt.datetime
    published_by: str
    count: int
    assessable: int
    digest: str = Field(description="covers the items in order; the journal names it too")


class VersionItemOut(Schema):
    """A commitment as a version froze it."""

    position: int
    commitment: int
    content: dict[str, Any]


class ChangedItem(Schema):
    """A commitment that two versions tell differently."""

    code: str
    quote: str
    fields: dict[str, list[Any]] = Field(description="field: [old, new]")


class RemovedItem(Schema):
    """A commitment that only the older version holds."""

    code: str
    quote: str


class ComparisonOut(Schema):
    """What two versions of one document differ in."""

    added: list[dict[str, Any]] = Field(description="contents as the newer version froze them")
    removed: list[RemovedItem]
    changed: list[ChangedItem]
    same: int = Field(description="how many say the same in both")


def document_facts(row: Document) -> dict[str, Any]:
    """The facts of a document."""
    same = ("title", "number", "issuer", "date")
    return {"id": row.pk, "file": row.source_id} | {name: getattr(row, name) for name in same}


def show_document(row: Document) -> DocumentOut:
    """A document."""
    return DocumentOut(**document_facts(row))


def show_version(row: Version) -> VersionOut:
    """A version."""
    same = ("number", "name", "reason", "published_at", "count", "assessable", "digest")
    facts = {name: getattr(row, name) for name in same}
    by = row.published_by.name if row.published_by else ""
    return VersionOut(**facts, id=row.pk, document=row.document_id, published_by=by)
