"""Bodies met for the first time in a document are proposed; a person decides what they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from luoshi.bodies.actions.bodies import add_alias, add_body
from luoshi.bodies.actions.ended import refuse_ended
from luoshi.bodies.enums import BodyKind, ProposalState
from luoshi.bodies.models import Alias, Body, Place, Proposal
from luoshi.bodies.queries.find_body import known_names
from luoshi.bodies.queries.guess import Guess, guess_bodies
from luoshi.bodies.queries.keeping import lies_in
from luoshi.bodies.references import follow_bodies
from luoshi.bodies.subjects import subject_of
from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.journal.actions import Subject, record
from luoshi.journal.permission import require
from luoshi_core.body_names import cleaned, is_group
from luoshi_core.lifecycle import PROPOSING


@dataclass(frozen=True, slots=True)
class Where:
    """Where a name was met: the document in words, and the path of its page."""

    text: str = ""
    path: str = ""

    @property
    def key(self) -> str:
        """What tells one document from another."""
        return (self.path or self.text)[:200]


@transaction.atomic
def propose_bodies(*, actor: Actor, names: Iterable[str], place: Place, where: Where | str = "") -> list[Proposal]:
    """Propose the bodies that a document prints and nobody knows; a name given twice was printed twice.

    Names that are known in the place, plain groups (各乡镇) and what was dismissed or
    settled before are passed over. The same document again counts anew and adds nothing.
    Effects: proposals and their counts; a row in the journal when there is a new one.
    Returns the open proposals of these names.
    """
    require(actor, "bodies.propose_bodies", place)
    where = where if isinstance(where, Where) else Where(text=where)
    printed = Counter(cleaned(name)[:120] for name in names)
    wanted = [name for name in printed if name and not is_group(name)]
    known = known_names(wanted, place)
    unknown = [name for name in wanted if name not in known]
    rows = {row.name: row for row in Proposal.objects.select_for_update().filter(place=place, name__in=unknown)}
    new = [name for name in unknown if name not in rows]
    guesses = guess_bodies(new, place) if new else {}
    fresh = [_proposed(name, place, guesses[name], where) for name in new]
    for row in (*fresh, *rows.values()):
        if row.state == ProposalState.OPEN:
            _count(row, where, printed[row.name])
    rows |= {row.name: row for row in Proposal.objects.bulk_create(fresh)}
    met = [rows[name] for name in unknown if rows[name].state == ProposalState.OPEN]
    if new:
        subject = Subject("bodies.place", str(place.pk), place.name)
        record(actor=actor, verb="bodies.propose_bodies", subject=subject, after={"names": new, "where": where.text})
    return met


def _proposed(name: str, place: Place, guess: Guess, where: Where) -> Proposal:
    return Proposal(
        name=name,
        place=place,
        seat=guess.seat,
        kind=guess.kind,
        parent=guess.parent,
        first_text=where.text[:300],
        first_path=where.path[:300],
    )


def _count(row: Proposal, where: Where, times: int) -> None:
    met = {**row.met, where.key: times}
    if met != row.met:
        row.met, row.uses = met, sum(met.values())
        if row.pk is not None:
            row.save(update_fields=["met", "uses"])


@transaction.atomic
def add_proposed(
    *,
    actor: Actor,
    proposal: Proposal,
    name: str = "",
    kind: BodyKind | str = "",
    place: Place | None = None,
    parent: Body | None = None,
) -> Body:
    """Add the proposed body; what is not given is taken as guessed (the parent only with the whole guess).

    Effects: a body (its printed name an alias when ``name`` differs), the proposal is
    settled, rows in the journal. Settled already, it gives back the body.
    """
    require(actor, "bodies.decide_proposal", proposal)
    proposal = _locked(proposal)
    if proposal.state == ProposalState.ADDED and proposal.body is not None:
        return proposal.body
    state = PROPOSING.after(proposal.state, "add")
    guessed = not name and not kind and place is None
    body = add_body(
        actor=actor,
        name=name or proposal.name,
        kind=kind or proposal.kind,
        place=place or proposal.seat,
        parent=parent or (proposal.parent if guessed else None),
    )
    if body.name != proposal.name:
        _let_mean(actor, proposal, body)
    _settle(proposal, state, body)
    follow_bodies([body.pk])
    record(actor=actor, verb="bodies.add_proposed", subject=subject_of(body), after={"printed": proposal.name})
    return body


@transaction.atomic
def join_proposed(*, actor: Actor, proposal: Proposal, body: Body) -> Body:
    """Say that the printed name is another name of a known body.

    Effects: an alias, the proposal is settled, rows in the journal.
    Raises Refused when the name means another body there or the body is no more.
    """
    require(actor, "bodies.decide_proposal", proposal)
    if not lies_in(proposal.place, body.place):
        require(actor, "bodies.add_alias", body)
    proposal = _locked(proposal)
    if proposal.state == ProposalState.JOINED and proposal.body_id == body.pk:
        return body
    refuse_ended(body)
    state = PROPOSING.after(proposal.state, "join")
    _let_mean(actor, proposal, body)
    _settle(proposal, state, body)
    follow_bodies([body.pk])
    record(actor=actor, verb="bodies.join_proposed", subject=subject_of(body), after={"printed": proposal.name})
    return body


@transaction.atomic
def dismiss_proposal(*, actor: Actor, proposal: Proposal) -> Proposal:
    """Say that the printed words are no body; they are never proposed again in this place.

    Effects: the proposal is dismissed, a row in the journal.
    """
    return _turn(actor, proposal, "dismiss", ProposalState.DISMISSED)


@transaction.atomic
def reopen_proposal(*, actor: Actor, proposal: Proposal) -> Proposal:
    """Take a dismissal back. Effects: the proposal waits again, a row in the journal."""
    return _turn(actor, proposal, "reopen", ProposalState.OPEN)


def _turn(actor: Actor, proposal: Proposal, step: str, goal: ProposalState) -> Proposal:
    require(actor, "bodies.decide_proposal", proposal)
    proposal = _locked(proposal)
    if proposal.state != goal:
        proposal.state = PROPOSING.after(proposal.state, step)
        proposal.save(update_fields=["state"])
        record(actor=actor, verb=f"bodies.{step}_proposal", subject=subject_of(proposal))
    return proposal


def _locked(proposal: Proposal) -> Proposal:
    rows = Proposal.objects.select_for_update(of=("self",)).select_related("place", "seat", "parent", "body")
    return rows.get(pk=proposal.pk)


def _settle(proposal: Proposal, state: str, body: Body) -> None:
    proposal.state, proposal.body = state, body
    proposal.save(update_fields=["state", "body"])


def _let_mean(actor: Actor, proposal: Proposal, body: Body) -> None:
    """Let the printed name mean the body where the documents are that print it.

    In the body's own place when it is seen from there (it is the same, or the name says
    which place it means); else in the documents' place only: what a county calls a body of
    the city binds nobody but the county.
    """
    if proposal.place_id == body.place_id or body.place.name in proposal.name:
        if body.name == proposal.name:
            return
        if actor.is_system or actor.user.has_perm("bodies.add_alias", body):
            add_alias(actor=actor, body=body, name=proposal.name)
            return
    clash = known_names([proposal.name], proposal.place).get(proposal.name)
    if clash is not None and clash.pk != body.pk:
        raise Refused(
            zh=f"“{proposal.name}”在{proposal.place}已指“{clash.name}”。",
            en=f"“{proposal.name}” already means “{clash.name}” in {proposal.place}.",
        )
    Alias.objects.get_or_create(place=proposal.place, name=proposal.name, defaults={"body": body})
