"""What is asked before anybody can say whether a commitment was kept."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi_core.assessable import EVIDENCE, PARTS, EvidenceKind, Part, from_mask, is_timed, missing_parts, to_mask
from luoshi_core.reading.model import Cadence, Operator

WHOLE = {
    "beneficiary": "读者", "change": "更多人读书", "operators": [], "baseline": "", "timed": True,
    "evidence": ["record"], "checker": "市统计局",
}  # fmt: skip


def _missing(**changes):
    return missing_parts(**{**WHOLE, **changes})


def test_nothing_is_missing_from_a_whole_one():
    assert _missing() == ()


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"beneficiary": ""}, Part.BENEFICIARY),
        ({"beneficiary": " 　\n"}, Part.BENEFICIARY),
        ({"change": ""}, Part.CHANGE),
        ({"change": "  "}, Part.CHANGE),
        ({"timed": False}, Part.TIMING),
        ({"evidence": []}, Part.EVIDENCE),
        ({"evidence": iter(())}, Part.EVIDENCE),
        ({"checker": ""}, Part.CHECKER),
        ({"checker": "　"}, Part.CHECKER),
    ],
)
def test_each_part_is_named_alone(changes, missing):
    assert _missing(**changes) == (missing,)


@pytest.mark.parametrize("operator", Operator)
def test_a_target_is_an_observable_change_and_a_relative_one_asks_for_a_baseline(operator):
    relative = operator in {Operator.RISE, Operator.FALL, Operator.TIMES}
    assert _missing(change="", operators=[operator]) == ((Part.BASELINE,) if relative else ())
    assert _missing(change="", operators=iter([str(operator)])) == ((Part.BASELINE,) if relative else ())
    assert _missing(operators=[operator], baseline="2025年：3万册") == ()
    assert _missing(operators=[Operator.EQUAL, operator], baseline=" ") == ((Part.BASELINE,) if relative else ())


def test_everything_missing_stands_in_the_order_of_the_parts():
    nothing = {"beneficiary": "", "change": "", "baseline": "", "timed": False, "evidence": [], "checker": ""}
    assert missing_parts(**nothing, operators=[]) == tuple(part for part in Part if part != Part.BASELINE)
    assert missing_parts(**nothing, operators=["x"]) == tuple(part for part in Part if part != Part.CHANGE)


@given(st.sets(st.sampled_from(list(Part))))
def test_a_mask_is_the_set_of_its_parts(parts):
    mask = to_mask(parts)
    assert set(from_mask(mask)) == parts
    assert list(from_mask(mask)) == [part for part in Part if part in parts]
    assert to_mask(from_mask(mask)) == mask
    assert (mask == 0) is (not parts)


def test_every_combination_has_a_mask_of_its_own_and_bits_never_move():
    every = [to_mask(c) for n in range(len(Part) + 1) for c in itertools.combinations(Part, n)]
    assert sorted(every) == list(range(2 ** len(Part)))
    # masks lie in databases: a new part goes to the end
    assert [to_mask([part]) for part in (Part.BENEFICIARY, Part.CHANGE, Part.BASELINE)] == [1, 2, 4]
    assert [to_mask([part]) for part in (Part.TIMING, Part.EVIDENCE, Part.CHECKER)] == [8, 16, 32]


def test_a_date_or_a_rhythm_is_a_time():
    assert not is_timed(None, Cadence.ONCE)
    assert is_timed("2026-09-30", Cadence.ONCE)
    assert all(is_timed(None, cadence) for cadence in Cadence if cadence != Cadence.ONCE)


def test_everything_has_a_name_in_both_languages():
    assert set(PARTS) == set(Part)
    assert set(EVIDENCE) == set(EvidenceKind)
    for zh, en in [*PARTS.values(), *EVIDENCE.values()]:
        assert zh
        assert en.isascii()
