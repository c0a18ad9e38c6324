"""Whole English plans, annotated by hand before the reader was run on them."""

from __future__ import annotations

from typing import Any

from core.reading.commitments.english_pages import as_promise, promise, read_plan

RESOLUTION = """
WHEREAS, the wells of Brackendale have lost four feet of water since 2019; and
WHEREAS, the State Water Code requires each city to file a drought plan every five years;
NOW, THEREFORE, BE IT RESOLVED by the City Council of Brackendale that the Director of Utilities shall:
(a) repair the Alder Street main no later than June 30, 2026;
(b) read every meter once a month; and
(c) with the help of the Grange Association, install 25 public water gauges by October 1, 2026.
BE IT FURTHER RESOLVED, That lawns shall not be watered between 10 a.m. and 6 p.m.
BE IT FURTHER RESOLVED that the City Clerk is directed to mail a copy of this resolution to every customer within\
 30 days of adoption, and that residents are urged to collect rain water.
This resolution shall take effect immediately.
"""

SERVICE_PLAN = """
# Foreword
Together we will make every street a place to be proud of. By 2030 our town will shine.
# Objective 1: Warm homes
Lead officer: Head of Housing. Partners: Fenwick Advice Centre, Energy Trust
- Insulate 240 council homes by March 2027.
- Inspect every boiler in sheltered housing once a year.
- Promote pride in our estates.
- The Finance Team will publish a list of grants by 1 September 2026.
# Objective 2: Quick repairs
We will:
- answer 95% of calls within 60 seconds;
- complete urgent repairs within 24 hours of a report;
- open a second repairs depot in October 2026.
Tenants may choose the date of a visit.
# Objective 3: Review
All other actions in this plan shall be completed by 31 March 2028.
3.1 Draw up an estate map.
Lead: Planning Policy Team | Timescale: December 2026
3.2 Merge the two waiting lists.
Lead: Lettings Team
"""

IMPROVEMENT_PLAN = """
# Section 1 Findings
The inspectors found that 38% of cases were closed late and that two registers were never opened. Staff have since\
 cleared the backlog.
# Section 2 Actions (by September 30, 2026)
The Records Division is responsible for all actions in this section.
2.1 Merge the two case registers.
2.2 Review open cases weekly; the Legal Office, together with the Records Division, shall train 60 clerks by May 2026.
2.3 Cases must not be closed without a second signature.
2.4 The backlog of cases older than 90 days will fall by half by the end of 2026.
# Section 3 Oversight
The Audit Committee will receive a progress report each quarter until December 2027. It may call witnesses.
If two targets are missed in a row, the Chief Clerk must submit a recovery plan to the Committee.
"""


def found_in(plan: str, **facts: Any) -> list[dict[str, Any]]:
    return [as_promise(c, with_path=True) for c in read_plan(plan, **facts)]


def test_a_resolution_binds_those_whom_it_directs() -> None:
    assert [as_promise(c) for c in read_plan(RESOLUTION, issuer="City Council of Brackendale")] == [
        promise(
            "repair the Alder Street main no later than June 30, 2026",
            "Director of Utilities",
            due="2026-06-30",
        ),
        promise("read every meter once a month", "Director of Utilities", cadence="monthly"),
        promise(
            "with the help of the Grange Association, install 25 public water gauges by October 1, 2026",
            "Director of Utilities",
            "Grange Association",
            due="2026-10-01",
            targets="= 25 gauges",
        ),
        promise("lawns shall not be watered between 10 a.m. and 6 p.m.", cadence="standing", kind="prohibition"),
        promise(
            "the City Clerk is directed to mail a copy of this resolution to every customer within 30 days of adoption",
            "City Clerk",
            due="2026-02-12",
        ),
    ]


def test_a_service_plan_is_read_by_its_bullets_lines_and_lead_ins() -> None:
    housing = ("Head of Housing", "Fenwick Advice Centre", "Energy Trust")
    assert found_in(SERVICE_PLAN) == [
        promise(
            "Insulate 240 council homes by March 2027",
            *housing,
            due="2027-03-31",
            targets="= 240 homes",
            path="Objective 1",
        ),
        promise(
            "Inspect every boiler in sheltered housing once a year", *housing, cadence="yearly", path="Objective 1"
        ),
        promise(
            "The Finance Team will publish a list of grants by 1 September 2026",
            "Finance Team",
            due="2026-09-01",
            path="Objective 1",
        ),
        promise(
            "answer 95% of calls within 60 seconds",
            cadence="standing",
            kind="target",
            targets="= 95 %, <= 60 seconds",
            path="Objective 2",
        ),
        promise(
            "complete urgent repairs within 24 hours of a report",
            cadence="standing",
            kind="standing",
            targets="<= 24 hours",
            path="Objective 2",
        ),
        promise("open a second repairs depot in October 2026", due="2026-10-31", path="Objective 2"),
        promise("Draw up an estate map", "Planning Policy Team", due="2026-12-31", path="Objective 3/3.1"),
        promise("Merge the two waiting lists", "Lettings Team", due="2028-03-31", path="Objective 3/3.2"),
    ]


def test_an_improvement_plan_takes_owner_and_date_from_its_section() -> None:
    assert found_in(IMPROVEMENT_PLAN) == [
        promise("Merge the two case registers", "Records Division", due="2026-09-30", path="Section 2/2.1"),
        promise("Review open cases weekly", "Records Division", cadence="weekly", path="Section 2/2.2"),
        promise(
            "the Legal Office, together with the Records Division, shall train 60 clerks by May 2026",
            "Legal Office",
            "Records Division",
            due="2026-05-31",
            targets="= 60 clerks",
            path="Section 2/2.2",
        ),
        promise(
            "Cases must not be closed without a second signature",
            "Records Division",
            cadence="standing",
            kind="prohibition",
            path="Section 2/2.3",
        ),
        promise(
            "The backlog of cases older than 90 days will fall by half by the end of 2026",
            "Records Division",
            due="2026-12-31",
            kind="target",
            targets="-% 50 %",
            path="Section 2/2.4",
        ),
        promise(
            "The Audit Committee will receive a progress report each quarter until December 2027",
            "Audit Committee",
            due="2027-12-31",
            cadence="quarterly",
            path="Section 3",
        ),
        promise(
            "If two targets are missed in a row, the Chief Clerk must submit a recovery plan to the Committee",
            "Chief Clerk",
            cadence="standing",
            kind="standing",
            path="Section 3",
        ),
    ]


def test_every_field_says_where_it_was_read() -> None:
    text = "Goal 1: Shade (Lead: Parks Office)\n1.1 Plant 90 elms by May 2026."
    commitment = read_plan(text)[0]
    (place,) = commitment.found["owner"].spans
    assert text[place.start : place.end] == "(Lead: Parks Office)"
    (due,) = commitment.found["due"].spans
    assert "May 2026" in text[due.start : due.end]
    (quote,) = commitment.spans
    assert text[quote.start : quote.end] == commitment.quote == "Plant 90 elms by May 2026"
