"""The page of one commitment: its words first, where each field came from, what happened to it."""

from __future__ import annotations

import pytest
from bringing import bring_and_read
from django.test import Client
from django.urls import reverse

from luoshi.register.actions import decide, edit_commitment, open_review, publish_register
from luoshi.register.models import Commitment

PLAN = """关于建设的通知

一、设施
珩川市文化和旅游局牵头，2026年9月底前新建城市书房12座。
二、活动
县教育局年底前建成戏台3座。
"""


@pytest.fixture
def row(world):
    document = bring_and_read(world.office, PLAN).documents.get()
    open_review(actor=world.actor("delivery"), document=document)
    return Commitment.objects.order_by("start").first()


def page(client: Client, row: Commitment):
    return client.get(reverse("desk:commitment", args=[row.pk]))


def sent(row: Commitment, **other: object) -> dict[str, object]:
    """What the form of the page sends back, with something changed."""
    data = {
        "revision": row.revision, "owner": row.owner_words, "owner_body": row.owner_id or "", "partners": "",
        "leader": row.leader, "due": row.due.isoformat() if row.due else "", "cadence": row.cadence, "kind": row.kind,
        "beneficiary": row.beneficiary, "change": row.change, "baseline": row.baseline, "checker": "",
        "targets-measure": [t["measure"] for t in row.targets], "targets-op": [t["op"] for t in row.targets],
        "targets-value": [str(t["value"]) for t in row.targets], "targets-unit": [t["unit"] for t in row.targets],
    }  # fmt: skip
    return {**data, **other}


def test_the_page_starts_with_the_quoted_words_and_names_what_is_missing(world, row, sign_in):
    text = page(sign_in("delivery"), row).content.decode()
    assert text.index("<blockquote") < text.index("责任单位</dt>")
    assert row.quote in text
    assert "核查单位</b>" in text
    assert f"#f{row.finding_id}" in text
    assert "本句" in text or "标题" in text


def test_only_who_sees_it_opens_it(world, row, sign_in):
    assert page(Client(), row).status_code == 302
    for name in ("officer", "north", "south", "nobody"):
        assert page(sign_in(name), row).status_code == 404, name
    decide(actor=world.actor("delivery"), commitment=row, decision="accept")
    publish_register(actor=world.actor("delivery"), document=row.document)
    assert page(sign_in("officer"), row).status_code == 200
    assert "commitment-form" not in page(sign_in("officer"), row).content.decode()
    assert page(sign_in("south"), row).status_code == 404


def test_a_change_is_kept_with_who_when_and_why(world, row, sign_in):
    client = sign_in("delivery")
    address = reverse("desk:commitment", args=[row.pk])
    wanted = sent(row, leader="张副市长", checker="市统计局", evidence=["record"], reason="按会议纪要")
    text = client.post(address, wanted, follow=True).content.decode()
    row.refresh_from_db()
    assert (row.leader, row.checker_words, row.evidence) == ("张副市长", "市统计局", ["record"])
    assert row.changes.get().fields.keys() == {"leader", "checker", "evidence"}
    assert "某delivery" in text
    assert "按会议纪要" in text
    assert "<ins>张副市长</ins>" in text


def test_who_comes_second_sees_both_values_and_decides(world, row, sign_in):
    client, address = sign_in("delivery"), reverse("desk:commitment", args=[row.pk])
    edit_commitment(actor=world.actor("leader"), commitment=row, revision=row.revision, changes={"due": "2026-10-31"})
    answer = client.post(address, sent(row, due="2026-12-31"))
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "2026年10月31日" in text
    assert "2026年12月31日" in text
    row.refresh_from_db()
    assert row.due.isoformat() == "2026-10-31"
    assert client.post(address, sent(row, due="2026-12-31")).status_code == 302
    row.refresh_from_db()
    assert row.due.isoformat() == "2026-12-31"


def test_what_cannot_be_is_said_at_the_form(world, row, sign_in):
    client, address = sign_in("delivery"), reverse("desk:commitment", args=[row.pk])
    answer = client.post(address, sent(row, **{"targets-value": ["很多"]}))
    assert answer.status_code == 422
    assert "很多" in answer.content.decode()
    answer = client.post(address, sent(row, checker=row.owner_words))
    assert answer.status_code == 409
    assert "不能自己核查自己" in answer.content.decode()


def test_it_is_decided_about_here(world, row, sign_in):
    client = sign_in("delivery")
    decided = lambda verb, **more: client.post(  # noqa: E731
        reverse("desk:commitment-decide", args=[row.pk, verb]), {"revision": row.revision, **more}
    )
    assert decided("accept").status_code == 302
    publish_register(actor=world.actor("delivery"), document=row.document)
    row.refresh_from_db()
    text = page(client, row).content.decode()
    assert "第1版" in text
    assert decided("withdraw").status_code == 409
    assert decided("withdraw", reason="并入他案").status_code == 302
    row.refresh_from_db()
    assert row.state == "withdrawn"
    assert sign_in("officer").post(reverse("desk:commitment-decide", args=[row.pk, "restore"])).status_code in {
        403,
        409,
    }
    assert client.post(reverse("desk:commitment-decide", args=[row.pk, "sing"])).status_code == 404
