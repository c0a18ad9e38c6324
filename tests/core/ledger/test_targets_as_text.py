"""Targets and names in one cell come apart as they were put together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi_core.ledger import NoTarget, normal_value, parse_targets, targets_text
from luoshi_core.ledger.fields import Field
from luoshi_core.ledger.words import joined_names, normal_text, parted_names
from luoshi_core.reading import Operator, Target

AWKWARD = st.text(st.sampled_from("≥≤=+−×<>＝；;\n0１.,-\\座 城%、（）()，/"), max_size=8)
WORDS = (AWKWARD | st.text(max_size=6)).map(normal_text)
TARGETS = st.lists(
    st.builds(Target, WORDS, st.sampled_from(Operator), st.floats(allow_nan=False, allow_infinity=False), WORDS)
)


@settings(max_examples=300, deadline=None)
@given(TARGETS, st.sampled_from(["；", "; "]))
def test_targets_come_back_equal(targets, separator):
    assert parse_targets(targets_text(targets, separator)) == tuple(targets)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS.filter(bool)), st.sampled_from(["、", ", "]))
def test_names_come_back_equal(names, separator):
    assert parted_names(joined_names(names, separator)) == tuple(names)


@given(st.text())
def test_normal_text_stays_as_it_is(text):
    assert normal_text(normal_text(text)) == normal_text(text)


@pytest.mark.parametrize(
    ("target", "text"),
    [
        (Target("城市书房", Operator.AT_LEAST, 12.0, "座"), "城市书房 ≥ 12座"),
        (Target("能耗", Operator.FALL, 3.25, "%"), "能耗 −3.25%"),
        (Target("接待量", Operator.TIMES, 2.0, "倍"), "接待量 × 2倍"),
        (Target("投资", Operator.EQUAL, 123456789.01, "元"), "投资 = 123456789.01元"),
        (Target("互联网+政务", Operator.RISE, 0.1, "%"), "互联网+政务 +0.1%"),
        (Target("座次", Operator.AT_LEAST, 3.0, "٣"), "座次 ≥ 3٣"),
        (Target("A+1类", Operator.AT_MOST, 1e-7, ""), "A\\+\\1类 ≤ 0.0000001"),
    ],
)
def test_people_can_read_them(target, text):
    assert targets_text([target]) == text
    assert parse_targets(text) == (target,)


@pytest.mark.parametrize("text", ["城市书房12座", "≥", "城市书房 ≥ 12座；再多些"])
def test_what_is_no_target_says_which_part(text):
    with pytest.raises(NoTarget) as refused:
        parse_targets(text)
    assert refused.value.text == text.rpartition("；")[2]


def test_names_with_brackets_stay_whole():
    assert parted_names("市财政局、各县（市、区），市住建局/市水利局") == (
        "市财政局",
        "各县（市、区）",
        "市住建局",
        "市水利局",
    )


def test_a_target_loses_its_places_and_nothing_else():
    target = Target(" 满意度 ", Operator.AT_LEAST, 95, "%")
    assert normal_value(Field.TARGETS, [target]) == (Target("满意度", Operator.AT_LEAST, 95.0, "%"),)
