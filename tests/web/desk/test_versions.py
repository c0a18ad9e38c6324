"""Versions: published after a look, compared, read by everybody who may see the file, for ever."""

from __future__ import annotations

import pytest
from bringing import bring_and_read
from django.test import Client
from django.urls import reverse

from luoshi.documents.models import Source
from luoshi.register.actions import decide, decide_all, edit_commitment, open_review
from luoshi.register.models import Commitment, Version

PLAN = """关于建设的通知

一、设施
珩川市文化和旅游局牵头，2026年9月底前新建城市书房12座。
二、活动
县教育局2026年底前建成戏台3座。
县文旅局2026年底前修缮站点5个。
"""


@pytest.fixture
def document(world):
    document = bring_and_read(world.office, PLAN).documents.get()
    actor = world.actor("delivery")
    open_review(actor=actor, document=document)
    decide_all(actor=actor, commitments=[(pk, None) for pk in document.commitments.values_list("pk", flat=True)],
               decision="accept")  # fmt: skip
    return document


def publish(client: Client, document, **values: str):
    return client.post(reverse("desk:versions", args=[document.pk]), values, follow=True)


def test_a_version_is_published_after_a_look_at_what_it_changes(world, document, sign_in):
    client = sign_in("delivery")
    answer = client.get(reverse("desk:versions", args=[document.pk]))
    assert len(answer.context["comparison"].added) == 3
    assert "第1版" in publish(client, document, name="").content.decode()
    first, second, third = Commitment.objects.order_by("start")
    actor = world.actor("delivery")
    edit_commitment(
        actor=actor, commitment=first, revision=first.revision, changes={"due": "2026-10-31"}, reason="雨季停工"
    )
    decide(actor=actor, commitment=third, decision="withdraw", reason="并入二期")
    answer = client.get(reverse("desk:versions", args=[document.pk]))
    comparison = answer.context["comparison"]
    assert comparison.changed[0].fields == {"due": ("2026-09-30", "2026-10-31")}
    assert comparison.changed[0].reasons == ["雨季停工"]
    assert [(gone.code, gone.reasons) for gone in comparison.removed] == [(third.code, ["并入二期"])]
    assert comparison.same == 1
    assert "2026年9月30日" in answer.content.decode()
    assert publish(client, document, name="新版").status_code == 409
    assert Version.objects.count() == 1
    assert publish(client, document, name="新版", reason="一处推迟，一处并入").status_code == 200
    answer = client.get(reverse("desk:versions", args=[document.pk]), {"from": "1", "to": "2"})
    assert len(answer.context["comparison"].removed) == 1
    assert publish(client, document, reason="再来").status_code == 409
    assert second.pk


def test_who_may_not_publish_does_not(world, document, sign_in):
    for name in ("officer", "south", "nobody"):
        assert sign_in(name).get(reverse("desk:versions", args=[document.pk])).status_code == 404, name
        assert publish(sign_in(name), document).status_code == 404, name
    assert publish(sign_in("auditor"), document).status_code == 403
    assert Client().get(reverse("desk:versions", args=[document.pk])).status_code == 302
    assert not Version.objects.exists()


def test_a_published_version_is_read_by_everybody_and_work_in_progress_by_nobody_else(world, document, sign_in):
    client = sign_in("delivery")
    publish(client, document)
    address = reverse("portal:version", args=[Version.objects.get().pk])
    assert Client().get(address).status_code == 404
    assert sign_in("south").get(address).status_code == 404
    Source.objects.update(is_published=True)
    text = Client().get(f"{address}?verify").content.decode()
    assert "城市书房" in text
    assert Version.objects.get().digest in text
    assert "完全一致" in text
    first = Commitment.objects.order_by("start").first()
    edit_commitment(
        actor=world.actor("delivery"), commitment=first, revision=first.revision, changes={"leader": "尚未公开的人"}
    )
    answer = sign_in("south").get(reverse("desk:versions", args=[document.pk]), {"from": "1", "to": "now"})
    assert answer.status_code == 200
    assert "尚未公开的人" not in answer.content.decode()
