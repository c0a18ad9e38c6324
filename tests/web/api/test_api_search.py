"""Search through the API: everything of every kind that the asker may see."""

from __future__ import annotations

import pytest

from luoshi.bodies.fulltext import keep_body_terms
from luoshi.documents.models import Source


@pytest.fixture
def known(world, document):
    """A body and a document that the words 文化 find."""
    keep_body_terms([world.culture.pk, world.north_culture.pk, world.south_culture.pk])
    return document


def groups(asking, **query):
    answer = asking.get("/search", **query)
    assert answer.status_code == 200
    return {group["kind"]: group for group in answer.json()["groups"]}


def test_bodies_documents_and_findings_are_found_each_with_its_page(world, known, program, sign_in):
    found = groups(program("delivery"), q="文化")
    assert list(found) == ["body", "document", "finding"]
    assert {hit["words"] for hit in found["body"]["hits"]} >= {world.culture.name, world.north_culture.name}
    [document] = found["document"]["hits"]
    assert document["words"] == "关于印发文化惠民行动方案的通知"
    assert sign_in("delivery").get(document["address"]).status_code == 200
    assert found["body"]["label"] == "单位"
    assert groups(program("delivery", language="en"), q="文化")["document"]["label"] != "文件"


def test_limit_is_of_each_kind_and_says_whether_there_is_more(known, program):
    found = groups(program("delivery"), q="文化", limit=1)
    assert (len(found["body"]["hits"]), found["body"]["is_all"]) == (1, False)
    assert found["document"]["is_all"]


def test_what_others_keep_is_not_found_until_it_is_published(world, known, program):
    asking = program("nobody")
    assert groups(asking, q="文化") == {}
    Source.objects.update(is_published=True)
    assert "document" in groups(asking, q="文化")


@pytest.mark.parametrize("query", [{}, {"q": ""}, {"q": "字" * 101}, {"q": "a\0b"}, {"q": "文化", "limit": 51}])
def test_words_that_cannot_be_searched_are_refused(world, program, query):
    answer = program("delivery").get("/search", **query)
    assert (answer.status_code, answer.json()["where"]) == (422, "limit" if "limit" in query else "q")
