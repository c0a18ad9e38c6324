"""An index finds the same on both databases, whatever is asked of it."""

from __future__ import annotations

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from luoshi.bodies.enums import Level, Scheme
from luoshi.bodies.models import Place
from luoshi.common.fulltext import CREATE, Entry, FullText, capped_count
from luoshi_core.terms import initial_terms, query_of, terms_of
from support.meaning import holds

TRIED = FullText("tried_terms")
NAMES = ["珩川市", "岫云县文化和旅游局", "文旅局", "漪南县、文化馆", "12.34 泵站", "珩政发〔2026〕3号"]
HOSTILE = [
    "'", '"', "\\", "''", '""', "%", "_", "*", "文*", "AND", "文旅 AND", "NEAR(文 旅)", "NOT", "OR OR", "^", "-文",
    "terms:文", "\0", "文\0旅", "\ud800", "'); DROP TABLE tried_terms; --", "(", ")", "文:*", "<->", "&|!", "~",
    "~wlj", "{}", "{table}", "%s", "文" * 10_000, "a" * 10_000, "文 " * 5_000, "1." * 5_000, "é", "ⅷ", "﷽",
    "\u202e文", "",
]  # fmt: skip


@pytest.fixture
def rows(db: None) -> list[Place]:
    with connection.cursor() as cursor:
        for statement in CREATE[connection.vendor]:
            cursor.execute(statement.format(table=TRIED.table))
    places = [
        Place.objects.create(scheme=Scheme.DEMO, code=f"{i:02d}", vintage="2026", name=name, level=Level.PROVINCE)
        for i, name in enumerate(NAMES)
    ]
    TRIED.write(Entry(place.pk, place.name, place.name) for place in places)
    return places


def found(words: str) -> list[str]:
    return [place.name for place in Place.objects.filter(pk__in=TRIED.matching(words)).order_by("code")]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("文化", ["岫云县文化和旅游局", "漪南县、文化馆"]),
        ("文化 旅游", ["岫云县文化和旅游局"]),
        ("化文", []),
        ("文化和旅", ["岫云县文化和旅游局"]),
        ("文化和旅游", ["岫云县文化和旅游局"]),
        ("漪南县文化馆", []),
        ("局", ["岫云县文化和旅游局", "文旅局"]),
        ("县", ["岫云县文化和旅游局", "漪南县、文化馆"]),
        ("wlj", ["文旅局"]),
        ("wh", ["岫云县文化和旅游局", "漪南县、文化馆"]),
        ("12.", ["12.34 泵站"]),
        ("珩政发(2026)3号", ["珩政发〔2026〕3号"]),
        ("珩政发20263号", ["珩政发〔2026〕3号"]),
        ("", []),
        ("？", []),
    ],
)
def test_words_find_rows(rows, words, names):
    assert found(words) == names


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_never_break_and_nothing_is_lost(rows, words):
    found(words)
    TRIED.write([Entry(rows[0].pk, words, words)])
    assert found("文旅局") == ["文旅局"]


def test_a_phrase_reaches_over_no_sign_and_a_very_long_text_is_kept_as_far_as_it_goes(rows):
    TRIED.write([Entry(rows[0].pk, "水库、泵站。" + "渠" * 20_000 + "堤坝", "堤" * 20_000)])
    assert [found(words) for words in ("水库泵站", "水库、泵站", "泵站渠", "渠渠渠", "堤坝")] == [
        [],
        [NAMES[0]],
        [],
        [NAMES[0]],
        [],
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(st.characters() | st.sampled_from("文化旅游局县'\"*()&|!:<>~.12wl "), max_size=30), st.data())
def test_what_the_databases_find_is_what_the_core_means(rows, text, data):
    TRIED.write([Entry(rows[0].pk, text, text)])
    start = data.draw(st.integers(0, len(text)))
    words = text[start : data.draw(st.integers(start, len(text)))]
    meant = holds(terms_of(text) + initial_terms(text), query_of(words))
    assert Place.objects.filter(pk__in=TRIED.matching(words), pk=rows[0].pk).exists() == meant


def test_a_row_is_replaced_forgotten_and_made_anew(rows):
    TRIED.write([Entry(rows[2].pk, "住建局", "")])
    assert (found("文旅"), found("住建")) == ([], ["文旅局"])
    TRIED.forget([rows[2].pk])
    assert found("住建") == []
    assert TRIED.rebuild(Entry(place.pk, place.name) for place in rows[2:4]) == 2
    assert (found("文旅局"), found("岫云")) == (["文旅局"], [])


def test_it_joins_other_conditions_and_can_be_turned_round(rows):
    every = Place.objects.all()
    assert every.filter(pk__in=TRIED.matching("文化"), name__contains="馆").count() == 1
    assert every.exclude(pk__in=TRIED.matching("文化")).count() == len(NAMES) - 2
    assert every.exclude(pk__in=TRIED.matching("")).count() == len(NAMES)


def test_a_count_stops_at_its_cap(rows):
    assert capped_count(Place.objects.all(), 3) == 4
    assert capped_count(Place.objects.all(), 100) == len(NAMES)


def test_many_rows_are_written_in_batches_each_in_its_place(rows):
    assert TRIED.write(Entry(i, f"第{i}号 泵站") for i in range(1, 2501)) == 2500
    assert TRIED.write(Entry(i, f"第{i}号 水库") for i in range(1, 2501)) == 2500
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {TRIED.table}")
        assert cursor.fetchone()[0] == 2500 + sum(place.pk > 2500 for place in rows)
