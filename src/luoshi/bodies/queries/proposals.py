"""Proposed bodies as a page shows them: each with the known bodies that it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from luoshi.bodies.enums import ProposalState
from luoshi.bodies.models import Body, Proposal
from luoshi.bodies.models.proposal import ProposalQuerySet
from luoshi.bodies.queries.guess import names_of_bodies
from luoshi.bodies.queries.keeping import Keeping
from luoshi_core.body_names import ranked, split_name


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known body that a printed name may mean, by which of its names, and how alike these are in per cent."""

    body: Body
    name: str
    score: int


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal with its candidates, the likeliest first."""

    proposal: Proposal
    candidates: tuple[Candidate, ...]


def open_proposals(keeping: Keeping) -> ProposalQuerySet:
    """The proposals that wait for the asker's decision."""
    rows = Proposal.objects.filter(state=ProposalState.OPEN).kept_by(keeping)
    return rows.select_related("place", "seat", "parent")


def with_candidates(proposals: Sequence[Proposal]) -> list[ProposalRow]:
    """The known bodies of the same places that each may be; two queries for any number of proposals."""
    known = names_of_bodies({proposal.seat_id for proposal in proposals})
    by_place: dict[int, list[tuple[Body, str]]] = {}
    for body, name in known:
        by_place.setdefault(body.place_id, []).append((body, name))
    return [ProposalRow(p, _candidates(p, by_place.get(p.seat_id, []))) for p in proposals]


def _candidates(proposal: Proposal, known: list[tuple[Body, str]]) -> tuple[Candidate, ...]:
    bodies = {body.pk: body for body, _ in known}
    places = {proposal.seat.name, proposal.place.name, *(body.place.name for body in bodies.values())}
    split = [(body.pk, split_name(name, places)) for body, name in known]
    found = ranked(split_name(proposal.name, places), split)
    return tuple(Candidate(bodies[like.key], like.name, round(100 * like.score)) for like in found)
