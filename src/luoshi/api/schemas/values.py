"""Values that several shapes share."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Schema
from pydantic import ConfigDict, Field

#: number of a row; larger numbers fit into no column
Id = Annotated[int, Field(ge=1, le=2**53)]
#: a place in a text
Offset = Annotated[int, Field(ge=0, le=2**31 - 1)]
#: text that every database can hold: without the character 0
CLEAN = r"^[^\x00]*$"
Words = Annotated[str, Field(max_length=500, pattern=CLEAN)]
Name = Annotated[str, Field(max_length=300, pattern=CLEAN)]


class Input(Schema):
    """What a request brings: a misspelled field is refused, not passed over."""

    model_config = ConfigDict(extra="forbid")


class Named(Schema):
    """A row by its number and its name."""

    id: int
    name: str


class Remark(Schema):
    """A hint of the reading."""

    code: str
    zh: str
    en: str
    where: str | None = None


def named(row: Any) -> Named | None:
    """A row by number and name, if there is one."""
    return Named(id=row.pk, name=str(row)) if row is not None else None


def binary(media_type: str) -> dict[str, Any]:
    """What the description of an operation says of an answer that is a file."""
    content = {media_type: {"schema": {"type": "string", "format": "binary"}}}
    return {"responses": {200: {"description": "OK", "content": content}}}
