"""A place changes its name or its code, or becomes part of another; its bodies and all below follow."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from luoshi.bodies.actions.absorbing import absorb, remember_name
from luoshi.bodies.actions.reorganise_bodies import Done, keep_parts
from luoshi.bodies.enums import Level, ProposalState, ReorganisationKind
from luoshi.bodies.models import Body, Place, PlaceName, Proposal, Reorganisation, ReorganisationPart
from luoshi.bodies.queries.place_plan import BodyMove, PlaceMove, PlacePlan, plan_places
from luoshi.bodies.references import follow_bodies
from luoshi.bodies.subjects import subject_of
from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.journal.actions import record
from luoshi.journal.permission import require
from luoshi_core.body_names import renamed


@transaction.atomic
def reorganise_places(
    *,
    actor: Actor,
    old: Place,
    code: str,
    name: str,
    on: dt.date,
    kind: ReorganisationKind | str = ReorganisationKind.RENAME,
    number: str = "",
    source: str = "",
    reason: str = "",
    is_year_only: bool = False,
) -> Reorganisation:
    """Let a place become another name or code from a day on; the same again gives the same row.

    The old place keeps its code, is ended and points to the new one, which is made when
    it is not there; bodies and places below move (``plan_places`` says how), the names
    that they bore still find them, and who looked over the old place looks over the new one.
    Effects: places, bodies, names, one row with its parts, one in the journal.
    Raises Refused when the order makes no sense or lies in the future.
    """
    require(actor, "bodies.reorganise_places", old)
    key = f"places:{old.scheme}:{old.code}:{old.pk}:{code}:{name}:{on.year}"[:80]
    known = Reorganisation.objects.filter(key=key).first()
    if known is not None:
        return known
    old = Place.objects.select_for_update(of=("self",)).get(pk=old.pk)
    _refuse_early(old, on)
    plan = plan_places(old, code, name)
    row = Reorganisation.objects.create(
        key=key,
        kind=ReorganisationKind(kind),
        effective_on=on,
        is_year_only=is_year_only,
        number=number,
        source=source,
        reason=reason,
        applied_by=actor.user,
    )
    targets = {move.old.pk: _become(move, on, row) for move in plan.places}
    Place.objects.filter(pk__in=[place.pk for place in plan.left]).update(parent=targets[old.pk])
    done = [_follow(move, targets[move.move.old.pk], on) for move in plan.bodies]
    keep_parts(row, done)
    _move_proposals(plan, targets)
    after = _told(plan, done, on, number)
    record(actor=actor, verb="bodies.reorganise_places", subject=subject_of(old), after=after, reason=reason)
    return row


def _refuse_early(old: Place, on: dt.date) -> None:
    if on > timezone.localdate():
        raise Refused(
            zh=f"生效日期 {on} 还没有到，请在生效之日再执行。",
            en=f"{on} has not come yet. Carry it out on the day it takes effect.",
        )
    if old.ended_on is not None:
        raise Refused(
            zh=f"“{old.name}”（{old.code}）已于 {old.ended_on} 撤销，现为“{old.successor or '—'}”。",
            en=f"“{old.name}” ({old.code}) was ended on {old.ended_on}; it is “{old.successor or '—'}” today.",
        )


def _become(move: PlaceMove, on: dt.date, row: Reorganisation) -> Place:
    """The place that stands for the old one from now on."""
    old, before = move.old, move.old.name
    if move.same_row:
        PlaceName.objects.update_or_create(place=old, name=before, defaults={"until": on})
        old.name = move.name
        old.save(update_fields=["name"])
        target = old
    else:
        target = Place.objects.filter(scheme=old.scheme, code=move.code).first() or _made(move)
        old.ended_on, old.successor = on, target
        old.save(update_fields=["ended_on", "successor"])
        Place.objects.filter(successor=old).update(successor=target)
    ReorganisationPart.objects.create(
        reorganisation=row,
        from_place=old,
        to_place=target,
        before=f"{before} {old.code}",
        after=f"{move.name} {move.code}",
    )
    return target


def _made(move: PlaceMove) -> Place:
    codes = [move.code[: int(level)] for level in Level if int(level) < len(move.code)]
    above = Place.objects.filter(scheme=move.old.scheme, code__in=codes).order_by("-level").first()
    town = move.name.endswith("街道") or (len(move.code) == Level.COUNTY and move.name.endswith("区"))
    return Place.objects.create(
        scheme=move.old.scheme,
        code=move.code,
        vintage=move.old.vintage,
        name=move.name,
        level=Level(len(move.code)),
        parent=above,
        is_town=town,
        shape=move.old.shape,
    )


def _follow(planned: BodyMove, target: Place, on: dt.date) -> Done:
    """Take one body along."""
    body, before, home = planned.body, planned.body.name, planned.body.place
    if planned.into is not None:
        keep = Body.objects.select_related("place", "parent").get(pk=planned.into.pk)
        moved = absorb(keep=keep, gone=body, on=on, until=on)
        return Done(body, before, keep, keep.name, moved)
    place = target if home.pk == planned.move.old.pk else home
    body.name, body.place = planned.name, place
    body.aliases.filter(place=place, name=planned.name).delete()
    body.save(update_fields=["name", "place"])
    remember_name(body, home, before, on)
    _rename_aliases(body, place, planned, on)
    follow_bodies([body.pk])
    return Done(body, before, body, body.name, {})


def _rename_aliases(body: Body, place: Place, planned: BodyMove, on: dt.date) -> None:
    """Short names follow as well: 太谷县文旅局 still finds it, and from now on so does 太谷区文旅局."""
    for alias in list(body.aliases.filter(until=None)):
        after = renamed(alias.name, planned.move.pairs)
        if after == alias.name:
            continue
        alias.until = on if alias.since is None or alias.since <= on else alias.since
        alias.save(update_fields=["until"])
        if after != body.name:
            remember_name(body, place, after, None, on)


def _move_proposals(plan: PlacePlan, targets: dict[int, Place]) -> None:
    for move in plan.places:
        target = targets[move.old.pk]
        if target.pk == move.old.pk:
            continue
        Proposal.objects.filter(seat=move.old, state=ProposalState.OPEN).update(seat=target)
        there = Proposal.objects.filter(place=target).values_list("name", flat=True)
        Proposal.objects.filter(place=move.old, state=ProposalState.OPEN).exclude(name__in=list(there)).update(
            place=target
        )


def _told(plan: PlacePlan, done: list[Done], on: dt.date, number: str) -> dict[str, object]:
    moved: dict[str, int] = {}
    for part in done:
        for name, count in part.moved.items():
            moved[name] = moved.get(name, 0) + count
    return {
        "on": on.isoformat(),
        "number": number,
        "places": [f"{move.old.name} {move.old.code} → {move.name} {move.code}" for move in plan.places],
        "bodies": [f"{part.before} → {part.after}" for part in done],
        "moved": moved,
    }
