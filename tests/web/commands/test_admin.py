"""``luoshi admin``: the first administrators, and the search made anew."""

from __future__ import annotations

import pytest
from bringing import bring_and_read
from click.testing import CliRunner

from luoshi.bodies.fulltext import BODY_TERMS
from luoshi.bodies.models import Body, Person
from luoshi.commands.admin import admin
from luoshi.common.fulltext import Entry
from luoshi.documents.fulltext import DOCUMENT_TERMS
from luoshi.documents.models import Document


@pytest.fixture(autouse=True)
def in_chinese(monkeypatch) -> None:
    monkeypatch.setenv("LUOSHI_LANGUAGE", "zh")


def test_the_indexes_are_made_anew(world):
    source = bring_and_read(world.office, "珩川市美育行动方案\n\n县水利局年底前建成泵站3座。", "方案.txt")
    DOCUMENT_TERMS.rebuild([])
    BODY_TERMS.write([Entry(10_000_000, "县图书馆")])
    done = CliRunner().invoke(admin, ["reindex"])
    assert (
        done.output == "bodies_body_terms：4 条。\ndocuments_document_terms：1 条。\ndocuments_finding_terms：1 条。\n"
        "register_commitment_terms：0 条。\n"
    ), done
    assert Document.objects.get(pk__in=DOCUMENT_TERMS.matching("美育")).source == source
    assert Body.objects.filter(pk__in=BODY_TERMS.matching("文化")).count() == 3


@pytest.mark.parametrize("first", [[], ["add"]])
def test_an_administrator_is_made_with_or_without_saying_add(world, first):
    arguments = ["guanli", "--name", "某甲", "--role", "system", "--body", "珩川市数据局", "--place", "9901"]
    done = CliRunner().invoke(admin, [*first, *arguments, "--password", "a password for tests"])
    assert done.exit_code == 0, done.output
    assert Person.objects.get(username="guanli").posts.get().kind == "system_admin"
