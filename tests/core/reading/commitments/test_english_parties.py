"""Bodies in English lists, brackets and lines."""

from __future__ import annotations

import pytest

from luoshi_core.reading.commitments.english.parties import bracket_at_end, is_actor, names_in, read_english_parties


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "the Police Department, the Fire Department and the Library",
            ["Police Department", "Fire Department", "Library"],
        ),
        ("Parks and Harbor Commission", ["Parks and Harbor Commission"]),
        (
            "Department of Parks, Recreation, and Culture; Housing Authority",
            ["Department of Parks, Recreation, and Culture", "Housing Authority"],
        ),
        ("Department of Health and Human Services, DPW", ["Department of Health and Human Services", "DPW"]),
        ("Head of Housing and Planning", ["Head of Housing and Planning"]),
        ("the Tenant Board, the Housing Team and Shelter Aid", ["Tenant Board", "Housing Team", "Shelter Aid"]),
        ("City Clerk and City Attorney", ["City Clerk", "City Attorney"]),
        ("Parks Team / Tree Trust | others", ["Parks Team", "Tree Trust"]),
        ("—", []),
    ],
)
def test_a_list_is_cut_between_bodies_only(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "owner", "partners", "due"),
    [
        (
            "Lead: Works Department. Partners: Police, Traders' Alliance",
            "Works Department",
            ("Police", "Traders' Alliance"),
            None,
        ),
        (
            "Lead agency: Housing Team | Partners: Marsh Trust | Timescale: March 2027",
            "Housing Team",
            ("Marsh Trust",),
            "March 2027",
        ),
        (
            "Responsibility: Director of Environment; Deadline: 30 June 2026",
            "Director of Environment",
            (),
            "30 June 2026",
        ),
        (
            "Led by: Library Service, supported by: Friends of the Library",
            "Library Service",
            ("Friends of the Library",),
            None,
        ),
        ("Arts Team, Parks Team (lead)", "Parks Team", ("Arts Team",), None),
    ],
)
def test_keys_say_who_leads_who_helps_and_until_when(
    text: str, owner: str, partners: tuple[str, ...], due: str | None
) -> None:
    found = read_english_parties(text)
    assert (found.owner, found.partners, found.due) == (owner, partners, due)


def test_a_sponsor_is_the_leader() -> None:
    assert read_english_parties("Cabinet member: Cllr A. Moor. Lead: Arts Team").leader == "Cllr A. Moor"


def test_only_a_bracket_about_responsibility_ends_a_paragraph() -> None:
    text = "Plant 40 trees (Parks Department, Q2 2027)"
    found = bracket_at_end(text)
    assert found is not None
    assert (text[found[0] :], found[1].owner, found[1].due) == (
        "(Parks Department, Q2 2027)",
        "Parks Department",
        "Q2 2027",
    )
    assert bracket_at_end("Open a hub (see Annex B)") is None
    assert bracket_at_end("Restore the pier (phase two)") is None
    assert bracket_at_end("Lead the delivery of the plan by June 2026") is None


@pytest.mark.parametrize(
    "name", ["the City Manager", "DPW", "Members of the Board", "all food vendors", "Friends of the Library"]
)
def test_bodies_and_people_act(name: str) -> None:
    assert is_actor(name)


@pytest.mark.parametrize(
    "name", ["the annual report", "street lighting", "Heron Point", "the Clean Rivers Act", "participation"]
)
def test_things_and_places_do_not_act(name: str) -> None:
    assert not is_actor(name)


def test_brackets_without_words_name_nobody() -> None:
    assert not is_actor("( )")
