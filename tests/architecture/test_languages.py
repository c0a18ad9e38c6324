"""Chinese first, English complete."""

from __future__ import annotations

import re

import pytest
from django.utils import translation

from support.messages import collect, read_english

PLACES = re.compile(r"%\(\w+\)s|\{\w*\}")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def parts(value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,)


def test_every_string_has_an_english_translation_and_nothing_else_is_kept():
    wanted = {message.id for message in collect() if message.id}
    there = {message.id: message.string for message in read_english() if message.id}
    assert wanted == set(there)
    assert [key for key, words in there.items() if not all(parts(words))] == []


@pytest.mark.parametrize("message", [m for m in read_english() if m.id], ids=lambda m: parts(m.id)[0][:20])
def test_a_translation_keeps_the_places_for_values_and_holds_no_chinese(message):
    for words in parts(message.string):
        assert sorted(PLACES.findall(words)) == sorted(PLACES.findall(parts(message.id)[0]))
        assert not CHINESE.search(words.replace("落实", ""))


def test_the_compiled_catalogue_is_the_written_one():
    with translation.override("en"):
        assert translation.gettext("责任单位") == "Owner"
