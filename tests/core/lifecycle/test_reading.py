"""The life of a file that is being read."""

from __future__ import annotations

import itertools

import pytest

from luoshi_core.lifecycle import READING, IllegalStep

STATES = ["queued", "reading", "read", "failed"]
ALLOWED = {
    ("queued", "start"): "reading",
    ("reading", "finish"): "read",
    ("reading", "fail"): "failed",
    ("failed", "retry"): "queued",
    ("reading", "retry"): "queued",
}


@pytest.mark.parametrize(("state", "verb"), list(itertools.product(STATES, READING.steps)))
def test_each_verb_starts_only_from_the_states_of_the_table(state, verb):
    assert READING.allows(state, verb) is ((state, verb) in ALLOWED)
    if (state, verb) in ALLOWED:
        assert READING.after(state, verb) == ALLOWED[state, verb]
    else:
        with pytest.raises(IllegalStep, match=f"“{READING.zh[state]}”状态下不能“{READING.zh[verb]}”"):
            READING.after(state, verb)


def test_a_refusal_speaks_both_languages():
    with pytest.raises(IllegalStep) as refusal:
        READING.after("read", "start")
    assert "is not possible in the state “read”" in refusal.value.message("en")
    assert refusal.value.message("zh") == "“已读取”状态下不能“开始读取”；可以从这些状态进行：等待读取。"
