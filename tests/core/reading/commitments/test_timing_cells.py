"""Whole cells of a deadline column."""

import datetime as dt

import pytest

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.timing import parse_due_cell

CONTEXT = PlanContext(dt.date(2025, 3, 12))
ENGLISH = PlanContext(dt.date(2026, 1, 13), 2026, 2028, (6, 30), english=True)


@pytest.mark.parametrize(
    ("cell", "due"),
    [
        ("12月底", "2025-12-31"),
        ("6月", "2025-06-30"),
        ("2025年", "2025-12-31"),
        ("2026", "2026-12-31"),
        ("2025-2027年", "2027-12-31"),
        ("2025.6", "2025-06-30"),
        ("2025-06", "2025-06-30"),
        ("2025年6月底前", "2025-06-30"),
        ("2025.6.30", "2025-06-30"),
        ("20250630", "2025-06-30"),
        ("6/30", "2025-06-30"),
        ("6.30前", "2025-06-30"),
        ("全年", "2025-12-31"),
        ("三季度", "2025-09-30"),
        ("2025年12月（已完成）", "2025-12-31"),
        ("6月底前出方案，12月底前建成", "2025-12-31"),
        ("2025年6月底前完成并长期坚持", "2025-06-30"),
        (" 2025年\n9月底 ", "2025-09-30"),
    ],
)
def test_a_cell_gives_its_last_deadline(cell, due):
    timing = parse_due_cell(cell, CONTEXT)
    assert (str(timing.due), timing.cadence) == (due, None)
    assert (timing.start, timing.end) == (0, len(cell))


@pytest.mark.parametrize(
    ("cell", "cadence"),
    [
        ("长期", "standing"),
        ("长期坚持", "standing"),
        ("持续推进", "standing"),
        ("立行立改，长期坚持", "standing"),
        ("全年持续推进", "standing"),
        ("每月", "monthly"),
        ("月度", "monthly"),
        ("按季度", "quarterly"),
        ("每年", "yearly"),
        ("每月25日前", "monthly"),
    ],
)
def test_a_cell_may_give_a_frequency(cell, cadence):
    timing = parse_due_cell(cell, CONTEXT)
    assert (timing.due, timing.cadence.value) == (None, cadence)


@pytest.mark.parametrize("cell", ["", "-", "/", "立行立改", "已完成", "即知即改", "立即整改", "13/45", "2025.13"])
def test_a_cell_without_a_time_gives_nothing(cell):
    assert parse_due_cell(cell, CONTEXT) is None


@pytest.mark.parametrize(
    ("cell", "due"),
    [("Q3 2026", "2026-09-30"), ("FY2027", "2027-06-30"), ("2027", "2027-12-31"), ("June 2026", "2026-06-30")],
)
def test_english_cells_are_read_as_english(cell, due):
    assert str(parse_due_cell(cell, ENGLISH).due) == due


def test_an_english_cell_may_be_ongoing():
    assert parse_due_cell("Ongoing", ENGLISH).cadence.value == "standing"
