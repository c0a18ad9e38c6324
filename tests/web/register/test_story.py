"""From what reading found to a published register, and to its next version."""

from __future__ import annotations

import pytest
from bringing import bring_and_read
from django.db import DatabaseError, transaction

from luoshi.bodies.models import Alias
from luoshi.common.errors import Refused
from luoshi.documents.actions import remove_source
from luoshi.register.actions import (
    add_commitment,
    decide,
    edit_commitment,
    merge_commitments,
    open_review,
    publish_register,
    split_commitment,
)
from luoshi.register.errors import Stale
from luoshi.register.models import Commitment, Version, VersionItem

PLAN = """关于印发文化惠民行动方案的通知

一、设施
市文旅局牵头，市财政局配合，2026年9月底前新建城市书房12座、更新乡镇文化站30个。
二、活动
市图书馆每季度举办老年读者专场，全年不少于40场。
县教育局年底前为全部乡镇中心校配齐专职美育教师。
各单位要高度重视。
"""


@pytest.fixture
def document(world):
    return bring_and_read(world.office, PLAN).documents.get()


def test_a_plan_becomes_a_register(world, document):
    actor = world.actor("delivery")
    assert open_review(actor=actor, document=document) == 3
    assert open_review(actor=actor, document=document) == 0
    first, second, third = Commitment.objects.order_by("start")
    assert first.owner is None
    assert first.owner_name == "市文旅局"
    assert second.beneficiary == "老年读者"

    cut = first.quote.index("、更新")
    parts = split_commitment(actor=actor, commitment=first, revision=first.revision, cuts=[cut])
    text = document.source.leaves.get().text
    assert [text[a:b] for part in parts for a, b in part.spans] == [part.quote for part in parts]
    assert [t["unit"] for part in parts for t in part.targets] == ["座", "个"]

    edited = edit_commitment(
        actor=actor, commitment=parts[0], revision=parts[0].revision, changes={"owner": world.culture}
    )
    assert edited.owner == world.culture
    assert Alias.objects.filter(name="市文旅局", body=world.culture).exists()
    parts[1].refresh_from_db()
    assert parts[1].owner == world.culture

    start = text.index("各单位要")
    added = add_commitment(actor=actor, document=document, start=start, end=start + 9)
    assert added.path == ["二"]
    decide(actor=actor, commitment=added, decision="reject")
    for row in Commitment.objects.filter(state="proposed"):
        decide(actor=actor, commitment=row, decision="accept", revision=row.revision)
    version = publish_register(actor=actor, document=document)
    assert version.count == 4
    with pytest.raises(Refused):
        publish_register(actor=actor, document=document, reason="再发一次")
    with pytest.raises(Refused):
        remove_source(actor=actor, source=document.source)

    third.refresh_from_db()
    edit_commitment(actor=actor, commitment=third, revision=third.revision, changes={"due": "2027-06-30"})
    with pytest.raises(Refused):
        publish_register(actor=actor, document=document)
    second_version = publish_register(actor=actor, document=document, reason="推迟")
    assert second_version.number == 2
    old = VersionItem.objects.get(version=version, commitment=third).content["due"]
    assert old != "2027-06-30"


def test_a_version_cannot_be_changed_by_anybody(world, document):
    actor = world.actor("delivery")
    open_review(actor=actor, document=document)
    decide(actor=actor, commitment=Commitment.objects.first(), decision="accept")
    version = publish_register(actor=actor, document=document)
    for change in (
        lambda: Version.objects.filter(pk=version.pk).update(name="x"),
        lambda: VersionItem.objects.filter(version=version).update(content={}),
        lambda: VersionItem.objects.filter(version=version)._raw_delete("default"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_two_reviewers_do_not_overwrite_each_other(world, document):
    actor, other = world.actor("delivery"), world.actor("leader")
    open_review(actor=actor, document=document)
    row = Commitment.objects.order_by("start").first()
    seen = row.revision
    edit_commitment(actor=actor, commitment=row, revision=seen, changes={"due": "2026-10-31"})
    edit_commitment(actor=other, commitment=row, revision=seen, changes={"leader": "张副市长"})
    row.refresh_from_db()
    assert (row.due.isoformat(), row.leader) == ("2026-10-31", "张副市长")
    with pytest.raises(Stale) as stale:
        edit_commitment(actor=other, commitment=row, revision=seen, changes={"due": "2026-11-30"})
    assert stale.value.clash == {"due": ("2026-10-31", "2026-11-30")}
    with pytest.raises(Stale):
        decide(actor=other, commitment=row, decision="accept", revision=seen)
    merged = merge_commitments(
        actor=actor,
        commitments=list(Commitment.objects.order_by("start")[:2]),
        revisions=[row.revision, 1],
    )
    assert "……" in merged.quote
    assert merged.merged.get().state == "rejected"
