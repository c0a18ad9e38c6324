"""Programs that ask, each with a token of its person; files that were read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bringing import SYSTEM, bring
from django.core.cache import cache
from programs import Program

from luoshi.bodies.actions import issue_token
from luoshi.documents.actions.read import _keep_reading
from luoshi.documents.models import Source
from luoshi.register.actions import decide, open_review, publish_register
from luoshi.register.models import Commitment, LedgerImport, LedgerRow, Version
from luoshi_core.reading import read

PLAN = """关于印发文化惠民行动方案的通知

一、设施
市文旅局牵头，市财政局配合，2026年9月底前新建城市书房12座、更新乡镇文化站30个。
二、活动
市图书馆每季度举办老年读者专场，全年不少于40场。
县教育局年底前为全部乡镇中心校配齐专职美育教师。
各单位要高度重视。
"""


@pytest.fixture(autouse=True)
def _no_throttle_left() -> None:
    cache.clear()


@pytest.fixture
def program(world) -> Callable[..., Program]:
    """A program with a token of the named person; without a name one without a token."""

    def make(name: str | None = None, language: str = "zh-hans") -> Program:
        if name is None:
            return Program(None, language)
        label = f"测试 {world.persons[name].tokens.count()}"
        person = world.persons[name]
        return Program(issue_token(actor=world.actor(name), person=person, name=label, days=1)[1], language)

    return make


@pytest.fixture
def document(world):
    """A plan of the city's delivery office that was read."""
    source = bring(world.office, PLAN)
    Source.objects.filter(pk=source.pk).update(state="reading")
    _keep_reading(SYSTEM, source, read(PLAN.encode()))  # in this process: most of these tests want its rows only
    return source.documents.get()


@pytest.fixture
def proposals(world, document) -> list[Commitment]:
    """Its three commitments, proposed."""
    open_review(actor=world.actor("delivery"), document=document)
    return list(Commitment.objects.order_by("start"))


@pytest.fixture
def version(world, document, proposals) -> Version:
    """Its register with the first commitment only."""
    decide(actor=world.actor("delivery"), commitment=proposals[0], decision="accept")
    proposals[0].refresh_from_db()
    return publish_register(actor=world.actor("delivery"), document=document)


@pytest.fixture
def ledger(world, proposals) -> LedgerImport:
    """Somebody else's ledger that was compared: one new row, one change, one conflict, one row that nobody takes."""
    columns = [
        {"letter": letter, "head": head, "field": field, "sure": True, "samples": ["甲"]}
        for letter, head, field in (("A", "重点任务", "quote"), ("B", "责任领导", "leader"))
    ]
    ledger = LedgerImport.objects.create(
        keeper=world.office,
        person=world.persons["delivery"],
        name="台账.xlsx",
        sha256="0" * 64,
        state="previewed",
        document=proposals[0].document,
        sheets=[{"sheet": "任务", "signature": "abc", "titles": ["台账"], "columns": columns, "confirmed": True}],
        counts={"same": 1, "new": 1, "changed": 1, "conflict": 1, "skipped": 1},
    )
    changed = {"leader": {"cell": "B3", "now": "", "file": "张副市长"}}
    conflict = {"leader": {"cell": "B4", "now": "李副市长", "file": "王副市长", "base": ""}}
    new = {"quote": {"cell": "A5", "file": "修缮戏台3座"}, "due": {"cell": "C5", "file": "2026-12-31"}}
    Commitment.objects.filter(pk=proposals[2].pk).update(leader="李副市长")
    facts = [
        {"kind": "changed", "commitment": proposals[1], "revision": 1, "cells": changed},
        {"kind": "conflict", "commitment": proposals[2], "revision": 1, "cells": conflict},
        {"kind": "new", "document": proposals[0].document, "cells": new},
        {"kind": "skipped", "faults": [{"cell": "A6", "zh": "合计行", "en": "a total"}]},
    ]
    LedgerRow.objects.bulk_create(
        LedgerRow(ledger=ledger, position=at, sheet="任务", row=at + 3, **more) for at, more in enumerate(facts)
    )
    return ledger
