"""The life of a commitment in the register."""

from __future__ import annotations

import itertools

import pytest

from luoshi_core.lifecycle import REGISTER, IllegalStep

STATES = ["proposed", "accepted", "rejected", "registered", "withdrawn"]
ALLOWED = {
    ("proposed", "accept"): "accepted",
    ("rejected", "accept"): "accepted",
    ("proposed", "reject"): "rejected",
    ("accepted", "reject"): "rejected",
    ("accepted", "reopen"): "proposed",
    ("rejected", "reopen"): "proposed",
    ("accepted", "publish"): "registered",
    ("registered", "withdraw"): "withdrawn",
    ("withdrawn", "restore"): "registered",
}


@pytest.mark.parametrize(("state", "verb"), list(itertools.product(STATES, REGISTER.steps)))
def test_each_verb_starts_only_from_the_states_of_the_table(state, verb):
    assert REGISTER.allows(state, verb) is ((state, verb) in ALLOWED)
    if (state, verb) in ALLOWED:
        assert REGISTER.after(state, verb) == ALLOWED[state, verb]
    else:
        with pytest.raises(IllegalStep, match=f"“{REGISTER.zh[state]}”状态下不能“{REGISTER.zh[verb]}”"):
            REGISTER.after(state, verb)


def test_the_table_holds_these_steps_and_names_everything_in_chinese():
    steps = {(start, verb): end for verb, (starts, end) in REGISTER.steps.items() for start in starts}
    assert steps == ALLOWED
    assert set(REGISTER.zh) == {*STATES, *REGISTER.steps}


def test_what_was_published_is_never_simply_rejected():
    assert not REGISTER.allows("registered", "reject")
    assert not REGISTER.allows("registered", "reopen")
    with pytest.raises(IllegalStep) as refusal:
        REGISTER.after("registered", "reject")
    assert refusal.value.message("zh") == "“在册”状态下不能“不采纳”；可以从这些状态进行：已采纳、拟任务。"
