"""The register: who sees what, what the conditions choose, how it is turned, changed, kept."""

from __future__ import annotations

import datetime as dt

import pytest
from bringing import bring_and_read
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from luoshi.register.actions import decide_all, edit_commitment, open_review, publish_register
from luoshi.register.models import Commitment, View
from luoshi.register.queries.filters import RegisterFilter
from luoshi.register.queries.register import SIZE, register_page

PLAN = """关于印发文化惠民行动方案的通知

一、设施
珩川市文化和旅游局牵头，2026年9月底前新建城市书房12座。
岫云县文化和旅游局每季度举办老年读者专场，全年不少于40场。
二、队伍
县教育局2027年6月底前配齐专职美育教师30名。
各有关单位年底前建成非遗工坊。
"""
TODAY = dt.date(2026, 11, 1)


@pytest.fixture
def rows(world):
    document = bring_and_read(world.office, PLAN).documents.get()
    actor = world.actor("delivery")
    open_review(actor=actor, document=document)
    found = list(Commitment.objects.order_by("start"))
    assert len(found) == 4
    decide_all(actor=actor, commitments=[(row.pk, None) for row in found[:3]], decision="accept")
    publish_register(actor=actor, document=document)
    return list(Commitment.objects.order_by("start"))


def codes(wanted: str, scope, **more: int) -> list[str]:
    from django.http import QueryDict

    page = register_page(RegisterFilter.parse(QueryDict(wanted), TODAY), scope, **more)
    assert page.total == len(page.rows)
    return [row.code.split(".")[1] for row in page.rows]


@pytest.fixture
def scope(world, rows):
    from luoshi.bodies.queries import scope_of

    return scope_of(world.actor("delivery").user)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("", "123"),
        ("state=all", "1234"),
        ("state=proposed", "4"),
        ("q=城市书房", "1"),
        ("q=cssf", "1"),
        ("q=老年 专场", "2"),
        ("q=文化惠民", "123"),
        ("q=没有这样的字", ""),
        ("due=overdue", "1"),
        ("due=none", "2"),
        ("since=2027-01-01", "3"),
        ("until=2026-12-31", "1"),
        ("since=2026-01-01&until=2027-12-31", "13"),
        ("cadence=quarterly", "2"),
        ("place=990125", "2"),
        ("place=9901", "123"),
        ("gate=ok", ""),
        ("gate=beneficiary", "1"),
        ("gate=gap", "123"),
        ("name=县教育局", "3"),
        ("sort=-", "321"),
        ("sort=due", "132"),
        ("sort=nonsense&due=nonsense&page=x", "123"),
        ("group=month", "132"),
        ("document=999999", ""),
        ("state=changed", ""),
    ],
)
def test_conditions_choose(scope, wanted, expected):
    assert codes(wanted, scope) == list(expected)


def test_conditions_of_bodies(world, scope, rows):
    assert codes(f"body={world.culture.pk}", scope) == ["1"]
    assert codes(f"body={world.office.pk}&role=keeper", scope) == ["1", "2", "3"]


def test_who_owns_it_sees_it_once_it_is_published(world, rows, sign_in):
    address = reverse("desk:register")
    for name, seen in (("delivery", 3), ("leader", 3), ("officer", 1), ("north", 1), ("south", 0), ("auditor", 3)):
        page = sign_in(name).get(address).context["page"]
        assert len(page.rows) == seen, name
    assert sign_in("north").get(address, {"state": "all"}).context["page"].total == 1


def test_the_name_of_a_stranger_is_not_told(world, rows, sign_in):
    page = sign_in("south").get(reverse("desk:register"), {"body": world.north_culture.pk}).content.decode()
    assert world.north_culture.name not in page
    page = sign_in("south").get(reverse("desk:register"), {"document": rows[0].document_id}).content.decode()
    assert rows[0].document.title not in page


def test_a_page_says_what_it_shows(world, rows, sign_in):
    page = sign_in("delivery").get(reverse("desk:register"), {"q": "书房", "due": "overdue", "group": "document"})
    text = page.content.decode()
    assert "含“书房”" in text
    assert "<mark>书房</mark>" in text
    assert "逾期" in text
    assert 'class="heading"' in text
    assert 'aria-sort="ascending"' in text or 'aria-sort="none"' in text


def test_the_number_of_queries_is_constant(world, rows, sign_in):
    client = sign_in("delivery")

    def queries(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as caught:
            assert client.get(address).status_code == 200
        return len(caught)

    addresses = [f"{reverse('desk:register')}?{part}" for part in ("", "group=owner", "q=书房", "sort=due")]
    addresses.append(reverse("desk:gaps"))
    before = [queries(address) for address in addresses]
    row = rows[0]
    Commitment.objects.bulk_create(
        Commitment(
            document=row.document, serial=1000 + n, keeper=row.keeper, owner=row.owner, place=row.place,
            state="registered", quote=f"建成书房{n}座",
        )
        for n in range(150)
    )  # fmt: skip
    after = [queries(address) for address in addresses]
    assert [b - a for a, b in zip(before, after, strict=True)] <= [1, 1, 1, 1, 0]
    page = client.get(addresses[0], {"page": 4})
    assert len(page.context["page"].rows) == 3
    assert page.context["page"].total == 3 * SIZE + 3


def test_many_are_changed_after_a_look(world, rows, sign_in):
    client, address = sign_in("delivery"), reverse("desk:bulk")
    chosen = [f"{row.pk}:{row.revision}" for row in rows[:3]]
    assert "批量处理 3 条" in client.post(address, {"row": chosen}).content.decode()
    wanted = {"chosen": " ".join(chosen), "checker": "市统计局", "partners": "市体育局", "evidence": ["record"]}
    look = client.post(address, {**wanted, "step": "preview"})
    steps = {step.name: step.count for step in look.context["steps"]}
    assert steps == {"checker": 3, "partners": 3, "evidence": 3}
    assert not Commitment.objects.filter(checker_name="市统计局").exists()
    done = client.post(address, {**wanted, "step": "do"}, follow=True)
    assert "已处理 3 条" in done.content.decode()
    row = Commitment.objects.get(pk=rows[0].pk)
    assert (row.checker_words, row.partners[-1], row.evidence) == ("市统计局", "市体育局", ["record"])
    assert client.post(address, {"chosen": " ".join(chosen), "step": "preview"}).context["form"].errors


def test_all_that_match_are_changed_and_no_others(world, rows, sign_in):
    client = sign_in("delivery")
    address = f"{reverse('desk:bulk')}?q=城市书房"
    form = client.post(address, {"all": "1"})
    assert [row.pk for row in form.context["rows"]] == [rows[0].pk]


def test_one_row_in_the_way_stops_all_and_is_named(world, rows, sign_in):
    client, address = sign_in("delivery"), reverse("desk:bulk")
    chosen = " ".join(f"{row.pk}:{row.revision}" for row in rows)
    answer = client.post(address, {"chosen": chosen, "decision": "withdraw", "reason": "并入新方案", "step": "do"})
    assert answer.status_code == 409
    assert f"{rows[3].code}：" in answer.content.decode()
    assert not Commitment.objects.filter(state="withdrawn").exists()
    edit_commitment(
        actor=world.actor("leader"), commitment=rows[1], revision=rows[1].revision, changes={"leader": "张副市长"}
    )
    mine = {"chosen": chosen, "leader": "李副市长", "step": "do"}
    answer = client.post(address, mine)
    assert answer.status_code == 409
    assert f"{rows[1].code}：" in answer.content.decode()
    assert not Commitment.objects.filter(leader="李副市长").exists()


def test_nobody_changes_what_others_keep(world, rows, sign_in):
    row = rows[0]
    for name in ("officer", "south", "auditor"):
        client = sign_in(name)
        wanted = {"chosen": f"{row.pk}:{row.revision}", "leader": "某某", "step": "do"}
        assert client.post(reverse("desk:bulk"), wanted).status_code == 302
        assert client.post(reverse("desk:commitment", args=[row.pk]), {"revision": row.revision}).status_code in {
            403, 404, 422,
        }  # fmt: skip
    assert Client().post(reverse("desk:bulk")).status_code == 302
    assert not Commitment.objects.filter(leader="某某").exists()


def test_views_are_kept_shared_and_removed(world, rows, sign_in):
    client = sign_in("delivery")
    client.post(reverse("desk:save-view"), {"name": "逾期的", "query": "due=overdue&evil=1", "share": "1"})
    view = View.objects.get()
    assert view.query == "due=overdue"
    assert "逾期的" in sign_in("leader").get(reverse("desk:register")).content.decode()
    assert "逾期的" not in sign_in("officer").get(reverse("desk:register")).content.decode()
    assert sign_in("leader").post(reverse("desk:remove-view", args=[view.pk])).status_code == 404
    client.post(reverse("desk:remove-view", args=[view.pk]))
    assert not View.objects.exists()


def test_gaps_are_counted_with_links(world, rows, sign_in):
    answer = sign_in("delivery").get(reverse("desk:gaps"))
    summary = answer.context["summary"]
    assert (summary.sum.total, summary.sum.gaps) == (3, 3)
    assert summary.documents[0].parts["checker"] == 3
    assert f"document={rows[0].document_id}&amp;gate=checker" in answer.content.decode()
    assert sign_in("south").get(reverse("desk:gaps")).context["summary"].sum.total == 0


def test_the_search_of_every_page_finds_commitments_that_one_may_see(world, rows, sign_in):
    def found(name: str, words: str = "城市书房") -> bytes:
        return sign_in(name).get(reverse("portal:search"), {"q": words}).content

    address = reverse("desk:commitment", args=[rows[0].pk]).encode()
    assert address in found("delivery")
    assert address in found("officer", "cssf")
    assert address not in found("south")
    assert address not in Client().get(reverse("portal:search"), {"q": "城市书房"}).content


def test_what_is_written_is_found_at_once_and_what_is_gone_no_longer(world, scope, rows):
    actor = world.actor("delivery")
    edit_commitment(
        actor=actor, commitment=rows[0], revision=rows[0].revision, changes={"owner": "市体育局", "beneficiary": "棋友"}
    )
    assert codes("q=棋友", scope) == ["1"]
    assert codes("q=体育局", scope) == ["1"]
    Commitment.objects.filter(pk=rows[3].pk).delete()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM register_commitment_terms")
        assert cursor.fetchone()[0] == 3
