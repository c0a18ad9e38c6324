"""A file and what reading found in it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ninja import Schema
from pydantic import Field

from luoshi.api.schemas.values import Named, Remark, named
from luoshi.documents.enums import Cadence, Kind, SourceState
from luoshi.documents.models import Finding, Source


class FileOut(Schema):
    """A file as it came."""

    id: int
    name: str
    sha256: str = Field(description="digest of its bytes; the same bytes again are the same file")
    size: int = Field(description="bytes")
    format: str = Field(description="empty until it is read")
    state: SourceState
    error: str = Field(description="why it cannot be read; empty otherwise")
    body: Named | None
    archive: int | None = Field(description="the archive that it came in")
    is_published: bool = Field(description="whether everybody may see it")
    created_at: dt.datetime
    read_at: dt.datetime | None


class DocumentLine(Schema):
    """A document of a file, in a line."""

    id: int
    title: str
    number: str


class FileDetail(FileOut):
    """A file with its documents."""

    pages: int
    length: int = Field(description="characters of its text")
    remarks: list[Remark]
    documents: list[DocumentLine]
    members: list[Named] = Field(description="the files of an archive")


class FindingOut(Schema):
    """What reading proposes as a commitment."""

    id: int
    document: int
    position: int
    quote: str = Field(description="the exact words")
    path: list[str] = Field(description="its way through the outline")
    spans: list[list[int]] = Field(description="where the words stand in the text: [start, end) in characters")
    owner: str
    partners: list[str]
    leader: str
    due: dt.date | None
    cadence: Cadence
    targets: list[dict[str, Any]]
    kind: Kind
    duplicate_of: int | None
    found: dict[str, Any] = Field(description="how each field was found, and where")
    remarks: list[Remark]


def show_file(source: Source) -> FileOut:
    """A file."""
    return FileOut(**_facts(source))


def show_file_detail(source: Source) -> FileDetail:
    """A file with its documents; three queries."""
    return FileDetail(
        **_facts(source),
        pages=source.pages,
        length=source.length,
        remarks=[Remark(**remark) for remark in source.remarks],
        documents=[
            DocumentLine(id=row.pk, title=row.title, number=row.number)
            for row in source.documents.order_by("position").only("title", "number")
        ],
        members=[Named(id=row.pk, name=row.name) for row in source.members.order_by("pk")],
    )


def _facts(source: Source) -> dict[str, Any]:
    same = ("name", "sha256", "size", "format", "state", "error", "is_published", "created_at", "read_at")
    facts = {name: getattr(source, name) for name in same}
    return {**facts, "id": source.pk, "body": named(source.body), "archive": source.parent_id}


def show_finding(row: Finding) -> FindingOut:
    """A finding."""
    same = (
        "position", "quote", "path", "spans", "owner", "partners", "leader", "due", "cadence", "targets", "kind",
        "found", "remarks",
    )  # fmt: skip
    facts = {name: getattr(row, name) for name in same}
    return FindingOut(**facts, id=row.pk, document=row.document_id, duplicate_of=row.duplicate_of_id)
