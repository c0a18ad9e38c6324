"""What a search finds."""

from __future__ import annotations

from ninja import Schema
from pydantic import Field

from luoshi.common.searching import Group


class HitOut(Schema):
    """Something found."""

    words: str
    context: str = Field(description="a line that places it")
    address: str = Field(description="its page, without the host; empty where you may not open one")


class GroupOut(Schema):
    """The hits of one kind."""

    kind: str = Field(description="such as body, document, finding")
    label: str = Field(description="the kind in the language of the answer")
    hits: list[HitOut]
    is_all: bool = Field(description="false where there are more than `limit`")


class SearchOut(Schema):
    """What holds the words; kinds without a hit are left out."""

    groups: list[GroupOut]


def show_group(group: Group) -> GroupOut:
    """The hits of one kind."""
    hits = [HitOut(words=hit.words, context=hit.context, address=hit.address) for hit in group.found.hits]
    return GroupOut(kind=group.kind, label=str(group.label), hits=hits, is_all=group.found.is_all)
