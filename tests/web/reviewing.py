"""Registers for tests of the verbs about commitments."""

from __future__ import annotations

import json
from typing import Any

from bringing import SYSTEM, bring_and_read

from luoshi.common.actor import Actor
from luoshi.documents.models import Document
from luoshi.journal.models import Entry
from luoshi.journal.queries import find_faults
from luoshi.register.actions import open_review
from luoshi.register.models import Change, Commitment, Version, VersionItem, View

PLAN = """关于印发文化惠民行动方案的通知

一、设施
市文旅局牵头，市财政局配合，2026年9月底前新建城市书房12座、更新乡镇文化站30个。
二、活动
市图书馆每季度举办老年读者专场，全年不少于40场。
县教育局年底前为全部乡镇中心校配齐专职美育教师。
各单位要高度重视。
"""
VISITOR = Actor(id="visitor:", name="访客", session="s")


def reviewed(body: Any, text: str = PLAN) -> Document:
    """A document of a body whose review is open."""
    document = bring_and_read(body, text).documents.first()
    open_review(actor=SYSTEM, document=document)
    return document


def rows_of(document: Document) -> list[Commitment]:
    """Its commitments in the order of the text."""
    return list(Commitment.objects.filter(document=document).order_by("start", "serial"))


def who(world: Any, role: str) -> Actor:
    """The actor of a role, or a visitor."""
    return VISITOR if role == "visitor" else world.actor(role)


def entries(verb: str = "") -> list[dict[str, Any]]:
    """What the journal holds of a verb, oldest first; its chain has to be whole."""
    assert list(find_faults()) == []
    found = Entry.objects.filter(verb__startswith=verb).order_by("seq")
    return [json.loads(entry.record) for entry in found]


def everything() -> tuple[Any, ...]:
    """All that a verb of the register could have changed."""
    tables = (Commitment, Change, Version, VersionItem, View)
    return (*(list(table.objects.order_by("pk").values()) for table in tables), Entry.objects.count())
