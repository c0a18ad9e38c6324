"""English sentences, annotated by hand before the reader was run on them."""

from __future__ import annotations

from typing import Any

import pytest

from core.reading.commitments.english_pages import as_promise, promise, read_plan

Case = tuple[str, list[dict[str, Any]]]


def read_item(sentence: str) -> list[dict[str, Any]]:
    return [as_promise(c) for c in read_plan(f"Goal 1: A better town\n1.1 {sentence}")]


ORDERS: list[Case] = [
    (
        "Reduce lorry mileage from 9,000 miles to no more than 7,000 miles in 2027.",
        [
            promise(
                "Reduce lorry mileage from 9,000 miles to no more than 7,000 miles in 2027",
                due="2027-12-31",
                kind="target",
                targets="<= 7000 miles",
            )
        ],
    ),
    (
        "The Tide Board shall meet at least five times a year.",
        [
            promise(
                "The Tide Board shall meet at least five times a year",
                "Tide Board",
                cadence="yearly",
                targets=">= 5 times",
            )
        ],
    ),
    (
        "Internal Audit will check the figures yearly.",
        [promise("Internal Audit will check the figures yearly", "Internal Audit", cadence="yearly")],
    ),
    (
        "Plant 1,200 street trees by the end of 2027.",
        [promise("Plant 1,200 street trees by the end of 2027", due="2027-12-31", targets="= 1200 trees")],
    ),
    (
        "Hold four public workshops in 2026.",
        [promise("Hold four public workshops in 2026", due="2026-12-31", targets="= 4 workshops")],
    ),
    (
        "Publish the budget in plain language each year.",
        [promise("Publish the budget in plain language each year", cadence="yearly")],
    ),
    (
        "Develop a heat plan and submit it to the Council by June 1, 2026.",
        [promise("Develop a heat plan and submit it to the Council by June 1, 2026", due="2026-06-01")],
    ),
    (
        "Continue the free ferry service until June 30, 2027.",
        [promise("Continue the free ferry service until June 30, 2027", due="2027-06-30")],
    ),
    (
        "By December 2026, install 80 benches and repaint 12 crossings.",
        [
            promise(
                "By December 2026, install 80 benches and repaint 12 crossings",
                due="2026-12-31",
                targets="= 80 benches, = 12 crossings",
            )
        ],
    ),
]
SPLITS: list[Case] = [
    (
        "The Library Service will open two branch libraries by 30 September 2026 and extend weekend hours at all five"
        " branches by December 2026.",
        [
            promise(
                "The Library Service will open two branch libraries by 30 September 2026",
                "Library Service",
                due="2026-09-30",
                targets="= 2 libraries",
            ),
            promise(
                "extend weekend hours at all five branches by December 2026",
                "Library Service",
                due="2026-12-31",
                targets="= 5 branches",
            ),
        ],
    ),
    (
        "Complete the depot by May 2027; train 45 drivers by August 2027; and retire the last diesel bus by the end of"
        " 2027.",
        [
            promise("Complete the depot by May 2027", due="2027-05-31"),
            promise("train 45 drivers by August 2027", due="2027-08-31", targets="= 45 drivers"),
            promise("retire the last diesel bus by the end of 2027", due="2027-12-31"),
        ],
    ),
    (
        "Install 80 benches, plant 500 shrubs, and repaint 12 crossings by October 2026.",
        [
            promise("Install 80 benches", targets="= 80 benches"),
            promise("plant 500 shrubs", targets="= 500 shrubs"),
            promise("repaint 12 crossings by October 2026", due="2026-10-31", targets="= 12 crossings"),
        ],
    ),
    (
        "Open the market hall by May 2026, and recruit 15 traders.",
        [
            promise("Open the market hall by May 2026", due="2026-05-31"),
            promise("recruit 15 traders", due="2026-05-31", targets="= 15 traders"),
        ],
    ),
    (
        "The Health Board shall test bathing water weekly. It shall also post the results online by the 5th of each"
        " month.",
        [
            promise("The Health Board shall test bathing water weekly", "Health Board", cadence="weekly"),
            promise(
                "It shall also post the results online by the 5th of each month", "Health Board", cadence="monthly"
            ),
        ],
    ),
    (
        "The Housing Office shall rehouse 30 families by 2027, but shall not use hotels.",
        [
            promise(
                "The Housing Office shall rehouse 30 families by 2027",
                "Housing Office",
                due="2027-12-31",
                targets="= 30 families",
            ),
            promise("shall not use hotels", "Housing Office", cadence="standing", kind="prohibition"),
        ],
    ),
    (
        "The Clerk shall open a help desk, and the Treasurer shall set aside $40,000 for it by March 31, 2026.",
        [
            promise("The Clerk shall open a help desk", "Clerk"),
            promise(
                "the Treasurer shall set aside $40,000 for it by March 31, 2026",
                "Treasurer",
                due="2026-03-31",
                targets="= 40000 $",
            ),
        ],
    ),
]
OWNERS: list[Case] = [
    (
        "By June 2027, the Housing Authority, together with the Tenants' Union and the Energy Office, shall insulate"
        " 600 homes.",
        [
            promise(
                "By June 2027, the Housing Authority, together with the Tenants' Union and the Energy Office, shall"
                " insulate 600 homes",
                "Housing Authority",
                "Tenants' Union",
                "Energy Office",
                due="2027-06-30",
                targets="= 600 homes",
            )
        ],
    ),
    (
        "The Police Department and the Transit Agency shall jointly patrol the bus station every night.",
        [
            promise(
                "The Police Department and the Transit Agency shall jointly patrol the bus station every night",
                "Police Department",
                "Transit Agency",
                cadence="daily",
            )
        ],
    ),
    (
        "The Parks Department will work with the River Trust to restore 3 miles of stream bank by 2028.",
        [
            promise(
                "The Parks Department will work with the River Trust to restore 3 miles of stream bank by 2028",
                "Parks Department",
                "River Trust",
                due="2028-12-31",
                targets="= 3 miles",
            )
        ],
    ),
    (
        "A report on spending shall be submitted by the Finance Office to the Council by 15 March 2026.",
        [
            promise(
                "A report on spending shall be submitted by the Finance Office to the Council by 15 March 2026",
                "Finance Office",
                due="2026-03-15",
            )
        ],
    ),
    (
        "The Fire Department shall, in partnership with Harbor Patrol, hold a drill every quarter.",
        [
            promise(
                "The Fire Department shall, in partnership with Harbor Patrol, hold a drill every quarter",
                "Fire Department",
                "Harbor Patrol",
                cadence="quarterly",
            )
        ],
    ),
    (
        "The Arts Council and local schools will hold three exhibitions in 2027.",
        [
            promise(
                "The Arts Council and local schools will hold three exhibitions in 2027",
                "Arts Council",
                "local schools",
                due="2027-12-31",
                targets="= 3 exhibitions",
            )
        ],
    ),
    (
        "The Council shall establish a youth panel of 15 members by 1 October 2026, supported by the Youth Service.",
        [
            promise(
                "The Council shall establish a youth panel of 15 members by 1 October 2026, supported by the Youth"
                " Service",
                "Council",
                "Youth Service",
                due="2026-10-01",
                targets="= 15 members",
            )
        ],
    ),
    (
        "No later than March 1, 2027, the Director of Culture shall present a festival programme.",
        [
            promise(
                "No later than March 1, 2027, the Director of Culture shall present a festival programme",
                "Director of Culture",
                due="2027-03-01",
            )
        ],
    ),
    (
        "The Council directs the City Manager to return with a funding plan by April 30, 2026.",
        [
            promise(
                "The Council directs the City Manager to return with a funding plan by April 30, 2026",
                "City Manager",
                due="2026-04-30",
            )
        ],
    ),
    (
        "The Museum will open every Sunday from 1 May 2026.",
        [promise("The Museum will open every Sunday from 1 May 2026", "Museum", cadence="weekly")],
    ),
    (
        "The Department of Parks, Recreation, and Youth is required to resurface six courts by July 2026.",
        [
            promise(
                "The Department of Parks, Recreation, and Youth is required to resurface six courts by July 2026",
                "Department of Parks, Recreation, and Youth",
                due="2026-07-31",
                targets="= 6 courts",
            )
        ],
    ),
    (
        "Publish a parking study by May 2026 (Lead: Transport Team; Partners: Larkmoor Traders' Association).",
        [
            promise(
                "Publish a parking study by May 2026",
                "Transport Team",
                "Larkmoor Traders' Association",
                due="2026-05-31",
            )
        ],
    ),
    (
        "Replace the pool roof (Estates Division, Q2 2027).",
        [promise("Replace the pool roof", "Estates Division", due="2027-06-30")],
    ),
    (
        "The Sustainability Office will publish an annual emissions inventory.",
        [
            promise(
                "The Sustainability Office will publish an annual emissions inventory",
                "Sustainability Office",
                cadence="yearly",
            )
        ],
    ),
    (
        "The Mayor shall report on progress to the Council twice a year.",
        [
            promise(
                "The Mayor shall report on progress to the Council twice a year",
                "Mayor",
                cadence="yearly",
                targets="= 2 times",
            )
        ],
    ),
    (
        "Within 90 days of adoption, the Planning Office shall submit a zoning amendment.",
        [
            promise(
                "Within 90 days of adoption, the Planning Office shall submit a zoning amendment",
                "Planning Office",
                due="2026-04-13",
            )
        ],
    ),
]
SHORT_FORMS: list[Case] = [
    (
        "The Highways Team to resurface 14 miles of road by March 2027.",
        [
            promise(
                "The Highways Team to resurface 14 miles of road by March 2027",
                "Highways Team",
                due="2027-03-31",
                targets="= 14 miles",
            )
        ],
    ),
    (
        "It is the responsibility of the Facilities Manager to test fire alarms weekly.",
        [
            promise(
                "It is the responsibility of the Facilities Manager to test fire alarms weekly",
                "Facilities Manager",
                cadence="weekly",
            )
        ],
    ),
    (
        "The City Manager was directed to report back within 60 days.",
        [promise("The City Manager was directed to report back within 60 days", "City Manager", due="2026-03-14")],
    ),
    (
        "The Board voted to extend the lease and directed staff to return with a draft by August 2026.",
        [
            promise(
                "The Board voted to extend the lease and directed staff to return with a draft by August 2026",
                "staff",
                due="2026-08-31",
            )
        ],
    ),
    (
        "Set up a youth parliament, led by the Education Service and supported by Larkmoor Academy.",
        [
            promise(
                "Set up a youth parliament, led by the Education Service and supported by Larkmoor Academy",
                "Education Service",
                "Larkmoor Academy",
            )
        ],
    ),
    (
        "The Director of Works or designee shall inspect culverts after each storm.",
        [
            promise(
                "The Director of Works or designee shall inspect culverts after each storm",
                "Director of Works",
                cadence="standing",
                kind="standing",
            )
        ],
    ),
    (
        "In partnership with Age Matters, deliver 12 digital skills sessions each quarter.",
        [
            promise(
                "In partnership with Age Matters, deliver 12 digital skills sessions each quarter",
                None,
                "Age Matters",
                cadence="quarterly",
                targets="= 12 sessions",
            )
        ],
    ),
]
RULES: list[Case] = [
    (
        "The Clerk shall publish minutes within five working days of each meeting.",
        [
            promise(
                "The Clerk shall publish minutes within five working days of each meeting",
                "Clerk",
                cadence="standing",
                kind="standing",
                targets="<= 5 working days",
            )
        ],
    ),
    (
        "When a complaint is received, the Noise Team must inspect the site within 48 hours.",
        [
            promise(
                "When a complaint is received, the Noise Team must inspect the site within 48 hours",
                "Noise Team",
                cadence="standing",
                kind="standing",
                targets="<= 48 hours",
            )
        ],
    ),
    (
        "If a tenant reports a leak that has lasted more than 3 days, the Repairs Team shall call the same day.",
        [
            promise(
                "If a tenant reports a leak that has lasted more than 3 days, the Repairs Team shall call the same day",
                "Repairs Team",
                cadence="standing",
                kind="standing",
            )
        ],
    ),
    (
        "Council staff shall answer phone calls within 30 seconds.",
        [
            promise(
                "Council staff shall answer phone calls within 30 seconds",
                "Council staff",
                cadence="standing",
                kind="standing",
                targets="<= 30 seconds",
            )
        ],
    ),
    (
        "All food vendors must display their hygiene rating.",
        [
            promise(
                "All food vendors must display their hygiene rating",
                "All food vendors",
                cadence="standing",
                kind="standing",
            )
        ],
    ),
    (
        "Street lighting will be kept in working order at all times.",
        [promise("Street lighting will be kept in working order at all times", cadence="standing", kind="standing")],
    ),
    (
        "The Harbor Master will remove abandoned boats within 30 days after notice, and shall bill the owner for the"
        " cost.",
        [
            promise(
                "The Harbor Master will remove abandoned boats within 30 days after notice, and shall bill the owner"
                " for the cost",
                "Harbor Master",
                cadence="standing",
                kind="standing",
                targets="<= 30 days",
            )
        ],
    ),
]
PROHIBITIONS: list[Case] = [
    (
        "No resident shall be charged for a library card.",
        [promise("No resident shall be charged for a library card", cadence="standing", kind="prohibition")],
    ),
    (
        "No advertising shall be placed in public playgrounds.",
        [promise("No advertising shall be placed in public playgrounds", cadence="standing", kind="prohibition")],
    ),
    (
        "Vendors must not store gas cylinders inside market stalls.",
        [
            promise(
                "Vendors must not store gas cylinders inside market stalls",
                "Vendors",
                cadence="standing",
                kind="prohibition",
            )
        ],
    ),
    (
        "Smoking is prohibited in all bus shelters.",
        [promise("Smoking is prohibited in all bus shelters", cadence="standing", kind="prohibition")],
    ),
    (
        "Do not cut hedges between March and August.",
        [promise("Do not cut hedges between March and August", cadence="standing", kind="prohibition")],
    ),
    (
        "No fewer than 12 inspections shall be carried out each month.",
        [
            promise(
                "No fewer than 12 inspections shall be carried out each month",
                cadence="monthly",
                targets=">= 12 inspections",
            )
        ],
    ),
    (
        "Neither the Director nor any employee shall accept gifts worth more than $50.",
        [
            promise(
                "Neither the Director nor any employee shall accept gifts worth more than $50",
                "Director nor any employee",
                cadence="standing",
                kind="prohibition",
            )
        ],
    ),
    (
        "The speed of trams must not exceed 20 miles an hour on the quay.",
        [
            promise(
                "The speed of trams must not exceed 20 miles an hour on the quay",
                cadence="standing",
                kind="prohibition",
                targets="<= 20 miles",
            )
        ],
    ),
]
TARGETS: list[Case] = [
    (
        "Cut energy use in municipal buildings by 20% by 2028.",
        [
            promise(
                "Cut energy use in municipal buildings by 20% by 2028",
                due="2028-12-31",
                kind="target",
                targets="-% 20 %",
            )
        ],
    ),
    (
        "Raise the recycling rate from 41% to 55% by 2027.",
        [
            promise(
                "Raise the recycling rate from 41% to 55% by 2027", due="2027-12-31", kind="target", targets=">= 55 %"
            )
        ],
    ),
    (
        "Double the number of cycle parking spaces by 2028.",
        [
            promise(
                "Double the number of cycle parking spaces by 2028",
                due="2028-12-31",
                kind="target",
                targets="x 2 times",
            )
        ],
    ),
    (
        "Keep the vacancy rate below 4%.",
        [promise("Keep the vacancy rate below 4%", kind="target", targets="<= 4 %")],
    ),
    (
        "At least 90% of potholes will be repaired within 7 days of being reported.",
        [
            promise(
                "At least 90% of potholes will be repaired within 7 days of being reported",
                cadence="standing",
                kind="target",
                targets=">= 90 %, <= 7 days",
            )
        ],
    ),
    (
        "By 2028, 70 percent of trips to the centre will be made by bus, bicycle or on foot.",
        [
            promise(
                "By 2028, 70 percent of trips to the centre will be made by bus, bicycle or on foot",
                due="2028-12-31",
                kind="target",
                targets="= 70 %",
            )
        ],
    ),
]
NONE = [
    "Residents should keep pavements clear of snow.",
    "The Department may award grants of up to $5,000 to local groups.",
    "Residents are encouraged to report broken lights.",
    "Last year the City repaired 3,200 potholes and planted 410 trees.",
    "Whereas the harbor is the heart of the city and must be protected,",
    "This ordinance shall take effect on July 1, 2026.",
    "Together we will build a city that every child can be proud of.",
    "The state legislature will consider a bill next spring.",
    "“We will finish the bridge by June,” the Mayor said.",
    "The Council will continue to strive for excellence.",
    "Success depends on all of us.",
    "The Clean Rivers Act requires all cities to report discharges by March.",
    "Under the State Housing Act, every city must adopt a housing element by 2027.",
    "The programme will cost $2 million.",
    "Note: figures are rounded.",
    "Budget: $2.4 million over three years.",
    "Support the growth of creative industries.",
    "The proportion of residents satisfied with parks should reach 80% by 2028.",
    "The Department for Roads has asked every county to publish a plan by October.",
    "Council voted 5-2 to adopt the budget.",
    "The Governor has asked all counties to cut waste by 30 percent by 2030.",
]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [*ORDERS, *SPLITS, *OWNERS, *SHORT_FORMS, *RULES, *PROHIBITIONS, *TARGETS],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)
def test_a_sentence_says_who_is_to_do_what_until_when(sentence: str, expected: list[dict[str, Any]]) -> None:
    assert read_item(sentence) == expected


@pytest.mark.parametrize("sentence", NONE)
def test_what_binds_nobody_is_no_commitment(sentence: str) -> None:
    assert read_item(sentence) == []


def test_an_action_line_of_minutes_binds_whom_it_names() -> None:
    (only,) = read_plan(
        "Goal 1: Letters\nThe town needs a reply.\nAction: Clerk to write to the county by 1 June 2026."
    )
    assert as_promise(only) == promise("Clerk to write to the county by 1 June 2026", "Clerk", due="2026-06-01")


def test_an_opinion_piece_binds_nobody_but_reports_what_a_body_has_decided() -> None:
    text = "We must plant 500 trees by 2027. The Parks Board will plant 90 elms by May 2026."
    assert [c.quote for c in read_plan(text, binding=False)] == ["The Parks Board will plant 90 elms by May 2026"]
