"""Who should feel it, in the words of the commitment."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi_core.assessable import beneficiaries_in
from luoshi_core.assessable.beneficiaries import _GROUPS

GROUPS = _GROUPS.split("|")
QUOTES = st.lists(st.one_of(st.sampled_from(GROUPS), st.text(max_size=5), st.just("older people")), max_size=12)


def _words(quote):
    return [quote[a:b] for a, b in beneficiaries_in(quote)]


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("市图书馆每季度举办老年读者专场", ["老年读者"]),
        ("为农村留守儿童和残疾人送书", ["农村留守儿童", "残疾人"]),
        ("服务居民，让居民满意", ["居民"]),
        ("扶持中小微企业与企业", ["中小微企业", "企业"]),
        ("建成泵站3座", []),
        ("", []),
        ("Open the library to Children and older people; children first", ["Children", "older people"]),
        ("the womenfolk of networkers", []),
        ("为老年人 and the public 服务", ["老年人", "the public"]),
    ],
)
def test_groups_that_are_printed(quote, words):
    assert _words(quote) == words


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_is_found_whole(group):
    assert _words(f"服务{group}。") == [group]


@given(QUOTES.map("".join))
def test_places_are_in_order_apart_and_each_word_stands_once(quote):
    found = beneficiaries_in(quote)
    assert all(0 <= a < b <= len(quote) for a, b in found)
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(found))
    words = [word.lower() for word in _words(quote)]
    assert len(words) == len(set(words))
    assert all(word in quote.lower() for word in words)
