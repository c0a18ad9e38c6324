"""Search from every page: what it finds, for whom, with how many questions."""

from __future__ import annotations

import json

import pytest
from bringing import SYSTEM, bring_and_read
from django.test import Client
from django.urls import reverse

from luoshi.bodies.actions import add_alias
from luoshi.bodies.fulltext import keep_body_terms
from luoshi.bodies.models import Body
from luoshi.common.searching import Found, Hit, Searcher, register_searcher, search_everywhere
from luoshi.documents.actions import remove_source
from luoshi.documents.models import Document, Source

PLAN = "珩川市人民政府办公室关于印发《珩川市美育行动方案》的通知\n珩政办发〔2026〕3号\n\n一、供水\n"
PLAN += "县水利局牵头，2026年9月底前建成泵站3座。\n"


@pytest.fixture
def plan(world) -> Source:
    keep_body_terms(Body.objects.values_list("pk", flat=True))
    source = bring_and_read(world.north_culture, PLAN, "方案.txt")
    assert Document.objects.get().number
    return source


def page(client: Client, words: str) -> str:
    return client.get(reverse("portal:search"), {"q": words}).content.decode()


def suggested(client: Client, words: str) -> list[dict[str, str]]:
    return json.loads(client.get(reverse("portal:suggest"), {"q": words}).content)


@pytest.mark.parametrize(
    "words", ["美育行动", "珩政办发〔2026〕3号", "珩政办发[2026]3号", "珩政办发20263号", "方案 美育", "myxd"]
)
def test_a_document_is_found_by_title_number_and_initials(plan, sign_in, words):
    assert f'href="/sources/{plan.pk}/"' in page(sign_in("north"), words)


def test_the_found_words_are_marked_and_nothing_is_taken_for_html(plan, sign_in):
    assert "<mark>美育</mark>" in page(sign_in("north"), "美育")
    assert "<script>" not in page(sign_in("north"), "<script>alert(1)</script>").split("<main")[1]


def test_others_find_neither_the_document_nor_its_findings_until_it_is_published(plan, sign_in):
    for client in (Client(), sign_in("south"), sign_in("nobody")):
        assert suggested(client, "美育") == suggested(client, "泵站") == []
    Source.objects.update(is_published=True)
    for client in (Client(), sign_in("south")):
        assert {hit["group"] for hit in suggested(client, "美育")} == {"文件"}
        assert suggested(client, "泵站")[0]["address"].startswith(f"/sources/{plan.pk}/#f")


def test_bodies_are_found_by_name_alias_and_initials_within_the_scope(plan, world, sign_in):
    add_alias(actor=SYSTEM, body=world.north_culture, name="县文旅局")
    for words in ("文旅局", "岫云 文化", "xyxwh", "xwlj", "990125"):
        assert f'href="/desk/bodies/{world.north_culture.pk}/"' in page(sign_in("delivery"), words), words
        assert f'href="/desk/bodies/{world.north_culture.pk}/"' not in page(sign_in("south"), words), words
        assert "/desk/bodies/" not in page(Client(), words)


def test_what_is_removed_is_found_no_more(plan, sign_in):
    remove_source(actor=SYSTEM, source=plan)
    assert "没有找到" in page(sign_in("north"), "美育行动")
    bring_and_read(plan.body, PLAN, "方案.txt")
    assert "没有找到" not in page(sign_in("north"), "美育行动")


@pytest.mark.parametrize("words", ["", " ", "'", '"', "*", "AND", "NEAR(文", "\0", "文\0化", "文" * 10_000, "%", "\\"])
def test_whatever_is_typed_gets_an_answer(plan, sign_in, words):
    for name in ("portal:search", "portal:suggest", "desk:complete-body", "desk:bodies", "desk:documents"):
        answer = sign_in("delivery").get(reverse(name), {"q": words, "words": words})
        assert answer.status_code == 200


def test_the_number_of_queries_stays_the_same(plan, world, sign_in, django_assert_max_num_queries):
    client = sign_in("delivery")
    for n in range(12):
        bring_and_read(world.office, f"珩川市美育行动方案{n}\n\n县文化局年底前建成泵站{n + 2}座。", f"美育{n}.txt")
        if n in {0, 11}:
            with django_assert_max_num_queries(22):
                page(client, "文化")
            with django_assert_max_num_queries(22):
                suggested(client, "美育")


def test_a_kind_shows_so_many_and_leads_to_the_rest(plan, world, sign_in):
    for n in range(21):
        bring_and_read(world.office, f"珩川市美育行动方案第{n}号\n\n正文。", f"美育{n}.txt")
    shown = page(sign_in("delivery"), "美育行动")
    assert shown.count('href="/sources/') == 20
    assert 'href="/desk/documents/?words=%E7%BE%8E%E8%82%B2%E8%A1%8C%E5%8A%A8"' in shown
    assert len(suggested(sign_in("delivery"), "美育行动")) == 5
    assert "美育20.txt" in sign_in("delivery").get("/desk/documents/?words=美育行动").content.decode()


def test_another_app_adds_its_kind_without_the_pages_knowing_it(db, monkeypatch):
    monkeypatch.setattr("luoshi.common.searching._SEARCHERS", {})
    register_searcher(Searcher("late", "晚", lambda words, actor, most: Found([Hit(words)]), rank=90))
    register_searcher(Searcher("early", "早", lambda words, actor, most: Found([Hit(words, "/x/", "行")]), rank=1))
    register_searcher(Searcher("nothing", "无", lambda words, actor, most: Found(), rank=5))
    assert [group.kind for group in search_everywhere("字", SYSTEM, 3)] == ["early", "late"]
    assert search_everywhere("  ", SYSTEM, 3) == []
    assert suggested(Client(), "字") == [{"name": "字", "note": "行", "address": "/x/", "group": "早"}]
