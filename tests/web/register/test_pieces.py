"""Words cut apart and joined."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from luoshi.common.errors import Refused
from luoshi.register.bridge import exact, spans_within
from luoshi.register.fields import clean_value
from luoshi.register.pieces import EDGES, between, home_of, pieces_of, run_on
from luoshi_core.chain import canonical

WORDS = st.text(st.sampled_from("建书房12座，、。 ；a😀\u0301"), min_size=1, max_size=40)


@st.composite
def scattered(draw):
    """A text, a quote out of it and the places of the quote in the text."""
    runs = draw(st.lists(WORDS, min_size=1, max_size=5))
    text, spans = draw(st.text(max_size=5)), []
    for run in runs:
        spans.append([len(text), len(text) + len(run)])
        text += run + draw(st.text(st.sampled_from("\n页1"), min_size=1, max_size=4))
    return text, "".join(runs), spans


@given(scattered(), st.data())
def test_spans_within_point_to_exactly_the_words(case, data):
    text, quote, spans = case
    start = data.draw(st.integers(0, len(quote)))
    end = data.draw(st.integers(start, len(quote)))
    inside = spans_within(quote, spans, start, end)
    assert "".join(text[a:b] for a, b in inside) == quote[start:end]
    assert all(a < b for a, b in inside)


@given(scattered(), st.lists(st.integers(1, 39), min_size=1, max_size=6))
def test_the_parts_are_the_quote_and_stand_where_they_say(case, cuts):
    text, quote, spans = case
    assume(all(cut < len(quote) for cut in cuts))
    try:
        pieces = pieces_of(quote, spans, cuts)
    except Refused:
        bounds = sorted({0, *cuts, len(quote)})
        assert any(not quote[a:b].strip(EDGES) for a, b in itertools.pairwise(bounds))
        return
    assert len(pieces) == len(set(cuts)) + 1
    rest = quote
    for piece in pieces:
        before, piece_words, rest = rest.partition(piece.quote)
        assert not before.strip(EDGES)
        assert piece_words
        assert piece_words == piece_words.strip(EDGES)
        assert "".join(text[a:b] for a, b in piece.spans) == piece.quote
    assert not rest.strip(EDGES)


@given(scattered(), st.sampled_from([1, -1]))
def test_places_that_do_not_add_up_are_all_kept(case, difference):
    _, quote, spans = case
    spans[-1][1] += difference
    assert spans_within(quote, spans, 0, 1) == spans
    assert spans_within(quote, [], 0, 1) == []


@given(scattered(), st.integers(1, 39), st.data())
def test_every_target_goes_to_one_part_and_to_the_one_it_stands_in(case, cut, data):
    _text, quote, spans = case
    assume(cut < len(quote))
    assume(quote[:cut].strip(EDGES))
    assume(quote[cut:].strip(EDGES))
    pieces = pieces_of(quote, spans, [cut])
    piece = data.draw(st.integers(0, 1))
    a, b = data.draw(st.sampled_from(pieces[piece].spans))
    target = {"measure": "x", "op": "=", "value": 99, "unit": "y", "spans": [[a, b]]}
    assert home_of(target, pieces) == piece
    assert 0 <= home_of({**target, "spans": [[10**6, 10**6 + 1]]}, pieces) <= 1


@pytest.mark.parametrize(
    ("target", "part"),
    [
        (("", 12, "座"), 0), (("", 30, "个"), 1), (("", 3, ""), 0), (("文化站", 7, ""), 1), (("", 7, "个"), 1),
        (("无", 7, "无"), 0), (("文化站", 12, "座"), 0),
    ],
)  # fmt: skip
def test_a_target_without_a_place_goes_where_its_words_are(target, part):
    pieces = pieces_of("新建书房12座、更新文化站30个", [], [8])
    measure, value, unit = target
    assert home_of({"measure": measure, "op": "=", "value": value, "unit": unit}, pieces) == part


def test_a_number_inside_another_is_none():
    pieces = pieces_of("投资112万元、2.5亿元、建2座", [], [8, 14])
    target = {"measure": "", "op": "=", "value": 2, "unit": ""}
    assert home_of(target, pieces) == 2


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("建成\n  书房", "建成书房"), ("open three\nlibraries", "open three libraries"), ("  甲\r\n\r\n乙 ", "甲乙"),
        ("建成 APP\n一个", "建成 APP一个"), ("a\n\n\nb", "a b"), (" \n ", ""), ("", ""), ("2026\n年", "2026年"),
    ],
)  # fmt: skip
def test_lines_run_on(text, quote):
    assert run_on(text) == quote


@pytest.mark.parametrize(
    ("text", "before", "after", "joined"),
    [
        ("。", "甲", "乙", ("。", [[7, 8]])), ("；\n  ", "甲", "乙", ("；", [[7, 8]])), ("", "甲", "乙", ("", [])),
        ("; ", "a", "b", ("; ", [[7, 8], [8, 9]])), ("\n", "a", "b", (" ", [[7, 8]])),
        ("、\n、", "甲", "乙", ("、、", [[7, 8], [9, 10]])), ("和", "甲", "乙", None), ("。另", "甲", "乙", None),
    ],
)  # fmt: skip
def test_what_stands_between_neighbours(text, before, after, joined):
    assert between(text, 7, before, after) == joined


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(JSON)
def test_exact_values_can_always_be_sealed_and_say_the_same(value):
    sealed = exact(value)
    assert canonical(sealed)
    assert exact(sealed) == sealed


@given(st.one_of(st.floats(), st.integers(), st.text(), st.none(), st.booleans()))
def test_a_target_is_a_finite_number_or_refused(value):
    target = {"measure": "", "op": "=", "value": value, "unit": ""}
    try:
        (clean,) = clean_value("targets", [target])
    except Refused:
        return
    assert abs(clean["value"]) < 10**15
    assert clean["value"] == float(value)
    assert isinstance(clean["value"], int) or clean["value"] % 1


@given(st.sampled_from(["owner", "leader", "partners", "due", "targets", "evidence", "kind", "change"]), JSON)
def test_any_value_is_made_clean_once_or_refused(name, value):
    try:
        clean = clean_value(name, value)
    except Refused:
        return
    assert clean_value(name, clean) == clean
