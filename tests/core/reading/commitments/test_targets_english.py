"""Targets in English sentences."""

import datetime as dt

import pytest

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.targets import find_targets
from luoshi_core.reading.commitments.timing import find_timings

CONTEXT = PlanContext(dt.date(2026, 1, 13), 2026, 2028, (6, 30), english=True)


def matches(text):
    return find_targets(text, find_timings(text, CONTEXT), english=True)


def targets(text):
    return [f"{m.target.op.value}{m.target.value:g} {m.target.unit}" for m in matches(text)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Install 350 covered litter bins by June 2026", "=350 bins"),
        ("Restore 12 acres of tidal marsh", "=12 acres"),
        ("recruit 40 block captains no later than May 15, 2026", "=40 captains"),
        ("monitor water quality at six stations monthly", "=6 stations"),
        ("build 1,200 affordable homes", "=1200 homes"),
        ("complete two new branch libraries", "=2 libraries"),
        ("a dozen pilot sites", "=12 sites"),
        ("open one new fire station", "=1 station"),
        ("Conduct inspections of all 12 libraries", "=12 libraries"),
        ("plant 500 street trees per year", "=500 trees"),
        ("serve 10,000 residents aged 65 and older", "=10000 residents"),
        ("allocate $2.5 million for repairs", "=2.5e+06 $"),
        ("convert 20,000 square feet of paving", "=20000 square feet"),
        ("about 30 volunteers", "=30 volunteers"),
        ("Open tool points in nine branches", "=9 branches"),
    ],
)
def test_a_count_takes_the_noun_it_counts_as_its_unit(text, target):
    assert targets(text) == [target]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("sweep at least twice a week", ">=2 times"),
        ("hold no fewer than four community meetings", ">=4 meetings"),
        ("train 50 or more staff members", ">=50 members"),
        ("a minimum of 20 service hours", ">=20 hours"),
        ("increase the share to at least 75% by 2028", ">=75 %"),
        ("raise the share of renewable power to 80 percent", ">=80 %"),
        ("achieve a 90% satisfaction rate", ">=90 %"),
        ("reduce the response time to no more than 48 hours", "<=48 hours"),
        ("up to 25 grants", "<=25 grants"),
        ("limit wait times to 15 minutes", "<=15 minutes"),
        ("Cap rent increases at 5 percent annually", "<=5 %"),
        ("acknowledge complaints within one business day", "<=1 business day"),
        ("cut the backlog to 100 cases", "<=100 cases"),
        ("respond within 2 business days of receipt", "<=2 business days"),
    ],
)
def test_bounds(text, target):
    assert targets(text) == [target]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("increase ridership by 10 percent", "+%10 %"),
        ("reduce emissions by 40% from 2019 levels by 2030", "-%40 %"),
        ("a 20% reduction in water use", "-%20 %"),
        ("raise turnout by 5 percentage points", "+%5 percentage points"),
        ("cut permit time by a third", "-%33.33 %"),
        ("halve traffic deaths", "-%50 %"),
        ("participation will double from the 2025 level by 2028", "x2 times"),
        ("triple the number of bike lanes", "x3 times"),
        ("protect half of all wetlands", "=50 %"),
        ("two-thirds of households", "=66.67 %"),
        ("increase recycling from 30% to 60%", ">=60 %"),
    ],
)
def test_rises_falls_and_shares(text, target):
    assert targets(text) == [target]


def test_a_base_belongs_to_the_unit():
    assert targets("no fewer than 3 parks per 1,000 residents") == [">=3 parks/1,000 residents"]


@pytest.mark.parametrize(
    "text",
    [
        "add a lesson to the Grade 5 curriculum",
        "Section 3 and Goal 2.1",
        "within 200 feet of the restoration area",
        "If a property remains in violation for more than 10 days, the Division shall issue a citation",
        "For any project over $1 million, the department shall publish a summary",
        "buildings larger than 20,000 square feet shall report",
        "the three-year plan",
        "by the 10th of each month",
        "within 60 days of adoption of this plan",
        "residents aged 65",
        "one of the bridges",
        "call 311",
        "from 2019 levels",
        "at 10 a.m.",
        "extend hours to 9 p.m. by April 1",
        "24 hours a day",
    ],
)
def test_numbers_that_identify_are_none(text):
    assert targets(text) == []


def test_several_numbers_are_several_targets():
    assert targets("Replace 15 miles of water main and 200 lead service lines by 2027") == ["=15 miles", "=200 lines"]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Install 350 covered litter bins by the end of Q3 2026", "covered litter bins"),
        ("Restore 12 acres of tidal marsh at the point", "acres of tidal marsh"),
        ("Reduce the average response time to reports to no more than 48 hours", "average response time to reports"),
        ("Increase the share of fitted drains to at least 75% by 2028", "share of fitted drains"),
    ],
)
def test_the_measure_is_named(text, measure):
    assert matches(text)[0].target.measure == measure
