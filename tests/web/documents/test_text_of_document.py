"""Stretches of the text, and the headings that they stand under."""

from __future__ import annotations

import pytest
from bringing import bring_and_read

from luoshi.documents.models import Leaf, Passage
from luoshi.documents.queries.text import path_at, text_between

TEXT = "甲乙丙丁戊己庚辛壬癸"


@pytest.fixture
def source(world):
    """A text in three leaves."""
    source = bring_and_read(world.office, "一段话。\n")
    source.leaves.all().delete()
    for number, (start, end) in enumerate([(0, 3), (3, 3), (3, 7), (7, 10)]):
        Leaf.objects.create(source=source, number=number, start=start, end=end, text=TEXT[start:end])
    return source


def test_any_stretch_is_that_of_the_whole_text(source):
    for start in range(11):
        for end in range(start, 11):
            assert text_between(source.pk, start, end) == TEXT[start:end]


def test_what_lies_outside_is_left_off(source):
    assert text_between(source.pk, -5, 4) == TEXT[:4]
    assert text_between(source.pk, 8, 99) == TEXT[8:]
    assert text_between(source.pk, 50, 60) == ""
    assert text_between(source.pk, 6, 2) == ""
    assert text_between(source.pk + 1, 0, 10) == ""


def test_only_the_leaves_that_are_needed_are_asked_for(source, django_assert_num_queries):
    with django_assert_num_queries(1):
        text_between(source.pk, 0, 10)


def test_the_way_through_the_outline(source):
    document = source.documents.first()
    document.passages.all().delete()
    for position, (level, label, title, spans) in enumerate(
        [
            (1, "一", "总则", [[0, 2]]),
            (2, "（一）", "目标", [[2, 3]]),
            (2, "", "原则", [[4, 5]]),
            (1, "二", "措施", [[7, 8]]),
        ]
    ):
        Passage.objects.create(document=document, position=position, level=level, label=label, title=title, spans=spans)
    assert [path_at(document, offset) for offset in (0, 1, 2, 3, 4, 6, 7, 9)] == [
        ["一"], ["一"], ["一", "（一）"], ["一", "（一）"], ["一", "原则"], ["一", "原则"], ["二"], ["二"],
    ]  # fmt: skip


def test_before_the_first_heading_there_is_no_way(source):
    document = source.documents.first()
    document.passages.all().delete()
    assert path_at(document, 5) == []
    Passage.objects.create(document=document, position=0, level=1, label="一", title="总则", spans=[[3, 5]])
    assert path_at(document, 2) == []
    assert path_at(document, 3) == ["一"]
