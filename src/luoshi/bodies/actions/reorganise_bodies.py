"""Bodies are renamed, merged, split, abolished or put elsewhere by an order of a day."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from luoshi.bodies.actions.absorbing import absorb, locked, remember_name
from luoshi.bodies.actions.ended import refuse_ended
from luoshi.bodies.enums import ReorganisationKind
from luoshi.bodies.models import Alias, Body, Place, Reorganisation, ReorganisationPart
from luoshi.bodies.queries.keeping import lies_in
from luoshi.bodies.references import follow_bodies, open_references
from luoshi.bodies.subjects import subject_of
from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.journal.actions import record
from luoshi.journal.permission import require


@dataclass(frozen=True, slots=True)
class Order:
    """What is ordered: ``bodies`` become ``into`` (known bodies) and ``names`` (new ones).

    ``receiver`` gets what is open when a body is split: one of ``into`` or a name of
    ``names``; the first where nothing is said. ``parent`` and ``place`` are where a
    body is put by a transfer.
    """

    kind: ReorganisationKind
    bodies: tuple[Body, ...]
    into: tuple[Body, ...] = ()
    names: tuple[str, ...] = ()
    receiver: str = ""
    parent: Body | None = None
    place: Place | None = None

    def key(self, on: dt.date) -> str:
        """Which reorganisation this is, so that it is applied once."""
        ids = [sorted(body.pk for body in group) for group in (self.bodies, self.into)]
        where = [thing.pk if thing else None for thing in (self.parent, self.place)]
        words = repr((str(self.kind), ids, sorted(self.names), self.receiver, where, on.isoformat()))
        return "bodies:" + hashlib.sha256(words.encode()).hexdigest()[:40]


@dataclass(frozen=True, slots=True)
class Done:
    """What happened to one body."""

    body: Body
    before: str
    to: Body | None
    after: str
    moved: dict[str, int]


@transaction.atomic
def reorganise_bodies(
    *,
    actor: Actor,
    kind: ReorganisationKind | str,
    bodies: Sequence[Body],
    on: dt.date,
    into: Sequence[Body] = (),
    names: Sequence[str] = (),
    receiver: str = "",
    parent: Body | None = None,
    place: Place | None = None,
    number: str = "",
    source: str = "",
    reason: str = "",
) -> Reorganisation:
    """Carry out a reorganisation as a whole; the same one again gives the same row.

    ``rename``: one body, one of ``names``; the old name still finds it.
    ``merge``: ``bodies`` become one: the first of ``into``, or a new one of ``names``.
    ``split``: one body becomes several (itself may be among ``into``); ``receiver`` says
    by its name which one gets what is open, else the first.
    ``abolish``: a body ends; what is open goes to the first of ``into``.
    ``transfer``: a body comes below ``parent`` and, when given, into ``place``.
    Effects: bodies, names, what refers to them, one row with its parts, one in the journal.
    Raises Refused when the order contradicts itself, lies in the future, or something
    would be left with nobody.
    """
    kind = ReorganisationKind(kind)
    _require_all(actor, [*bodies, *into, *([parent] if parent else [])], place)
    order = Order(kind, tuple(bodies), tuple(into), tuple(n.strip() for n in names), receiver, parent, place)
    _check(order, on)
    known = Reorganisation.objects.filter(key=order.key(on)).first()
    if known is not None:
        return known
    done = _CARRY_OUT[kind](actor, order, on)
    follow_bodies({body.pk for part in done for body in (part.body, part.to) if body is not None})
    row = Reorganisation.objects.create(
        key=order.key(on),
        kind=kind,
        effective_on=on,
        number=number,
        source=source,
        reason=reason,
        applied_by=actor.user,
    )
    keep_parts(row, done)
    after = {"kind": str(kind), "on": on.isoformat(), "number": number, "parts": [_told(part) for part in done]}
    record(actor=actor, verb="bodies.reorganise_bodies", subject=subject_of(bodies[0]), after=after, reason=reason)
    return row


def keep_parts(row: Reorganisation, done: Sequence[Done]) -> None:
    """Keep what happened to each body."""
    ReorganisationPart.objects.bulk_create(
        ReorganisationPart(
            reorganisation=row,
            from_body=part.body,
            to_body=part.to,
            before=part.before,
            after=part.after,
            moved=part.moved,
        )
        for part in done
    )


def _told(part: Done) -> dict[str, object]:
    return {"from": part.before, "to": part.after, "moved": part.moved}


def _require_all(actor: Actor, bodies: Sequence[Body], place: Place | None) -> None:
    for body in bodies:
        require(actor, "bodies.reorganise_bodies", body)
    if place is not None:
        require(actor, "bodies.reorganise_bodies", place)


def _check(order: Order, on: dt.date) -> None:
    if on > timezone.localdate():
        raise Refused(
            zh=f"生效日期 {on} 还没有到，请在生效之日再执行。",
            en=f"{on} has not come yet. Carry it out on the day it takes effect.",
        )
    targets = len(order.into) + len(order.names)
    single = order.kind != ReorganisationKind.MERGE
    fits = {
        ReorganisationKind.RENAME: len(order.names) == 1 and bool(order.names[0]),
        ReorganisationKind.MERGE: targets == 1 and len({*order.bodies, *order.into}) + len(order.names) > 1,
        ReorganisationKind.SPLIT: targets > 1,
        ReorganisationKind.ABOLISH: targets == len(order.into) <= 1,
        ReorganisationKind.TRANSFER: order.parent is not None or order.place is not None,
    }
    if not order.bodies or not fits[order.kind] or (single and len(order.bodies) != 1):
        raise Refused(
            zh="原单位与新单位的数目不合：更名一个变一个，合并几个变一个，拆分一个变几个；划转须写明新的上级或地区。",
            en="The numbers do not fit: a renaming is one to one, a merger several to one, a split one to several;"
            " a transfer needs a new parent or place.",
        )


def _rename(actor: Actor, order: Order, on: dt.date) -> list[Done]:
    (body,) = locked(*order.bodies)
    refuse_ended(body)
    before, after = body.name, order.names[0]
    if before != after:
        _refuse_taken(after, body.place, {body.pk})
        body.aliases.filter(place=body.place, name=after).delete()
        body.name = after
        body.save(update_fields=["name"])
        remember_name(body, body.place, before, on)
    return [Done(body, before, body, after, {})]


def _merge(actor: Actor, order: Order, on: dt.date) -> list[Done]:
    bodies = locked(*order.bodies)
    keep = locked(*order.into)[0] if order.into else _new_body(order.names[0], bodies[0], bodies)
    return [_absorbed(keep, body, on) for body in bodies if body.pk != keep.pk]


def _split(actor: Actor, order: Order, on: dt.date) -> list[Done]:
    (body,) = locked(*order.bodies)
    refuse_ended(body)
    targets = [*locked(*order.into), *(_new_body(name, body, [body]) for name in order.names)]
    receiver = next((t for t in targets if t.name == order.receiver), None)
    if order.receiver and receiver is None:
        raise Refused(
            zh=f"承接单位“{order.receiver}”不在新单位之中。", en=f"“{order.receiver}” is not one of the new bodies."
        )
    stays = next((target for target in targets if target.pk == body.pk), None)
    receiver = receiver or stays or targets[0]
    if stays is not None and receiver.pk != body.pk:
        raise Refused(
            zh=f"“{body.name}”仍保留，未办结的事项留在原单位；请逐项转交。",
            en=f"“{body.name}” remains, so what is open stays with it; hand on single items instead.",
        )
    done = [] if stays else [_absorbed(receiver, body, on)]
    return [*done, *(Done(body, body.name, t, t.name, {}) for t in targets if stays or t.pk != receiver.pk)]


def _abolish(actor: Actor, order: Order, on: dt.date) -> list[Done]:
    (body,) = locked(*order.bodies)
    if order.into:
        return [_absorbed(locked(*order.into)[0], body, on)]
    refuse_ended(body)
    waiting = open_references(body)
    if waiting:
        raise Refused(
            zh=f"“{body.name}”还有 {sum(waiting.values())} 项未了（下级单位、岗位或事项），请写明承接单位。",
            en=f"“{body.name}” still has {sum(waiting.values())} open things (bodies below, posts, commitments)."
            " Name the body that takes them over.",
        )
    body.is_active, body.ended_on = False, on
    body.save(update_fields=["is_active", "ended_on"])
    return [Done(body, body.name, None, "", {})]


def _transfer(actor: Actor, order: Order, on: dt.date) -> list[Done]:
    (body,) = locked(*order.bodies)
    refuse_ended(body)
    before = f"{body.parent or body.place} {body.name}"
    if order.parent is not None:
        _refuse_circle(body, order.parent)
        body.parent = order.parent
    if order.place is not None and order.place.pk != body.place_id:
        _put_into(body, order.place, on)
    body.save(update_fields=["parent", "place"])
    return [Done(body, before[:160], body, f"{body.parent or body.place} {body.name}"[:160], {})]


_CARRY_OUT = {
    ReorganisationKind.RENAME: _rename,
    ReorganisationKind.MERGE: _merge,
    ReorganisationKind.SPLIT: _split,
    ReorganisationKind.ABOLISH: _abolish,
    ReorganisationKind.TRANSFER: _transfer,
}


def _absorbed(keep: Body, gone: Body, on: dt.date) -> Done:
    before = gone.name
    return Done(gone, before, keep, keep.name, absorb(keep=keep, gone=gone, on=on, until=on))


def _new_body(name: str, like: Body, among: Sequence[Body]) -> Body:
    """A new body where an old one is; its name may have been another name of the old ones."""
    known = Body.objects.filter(place=like.place, name=name).first()
    if known is not None:
        refuse_ended(known)
        return known
    _refuse_taken(name, like.place, {body.pk for body in among})
    Alias.objects.filter(place=like.place, name=name).delete()
    return Body.objects.create(name=name, kind=like.kind, place=like.place, parent=like.parent, is_demo=like.is_demo)


def _refuse_taken(name: str, place: Place, own: set[int]) -> None:
    """Raise Refused when a name means a body in the place that is none of the own ones."""
    body = Body.objects.filter(place=place, name=name).exclude(pk__in=own).first()
    alias = Alias.objects.filter(place=place, name=name).exclude(body__in=own).select_related("body").first()
    other = body or (alias.body if alias else None)
    if other is not None:
        raise Refused(
            zh=f"“{name}”在{place}已指“{other.name}”。", en=f"“{name}” already means “{other.name}” in {place}."
        )


def _refuse_circle(body: Body, parent: Body) -> None:
    above: Body | None = parent
    while above is not None:
        if above.pk == body.pk:
            raise Refused(
                zh=f"“{parent.name}”在“{body.name}”之下，不能作它的上级。",
                en=f"“{parent.name}” is below “{body.name}” and cannot be above it.",
            )
        above = above.parent


def _put_into(body: Body, place: Place, on: dt.date) -> None:
    """Put a body into another place; its names follow as far as they are free there."""
    _refuse_taken(body.name, place, {body.pk})
    old = body.place
    for alias in list(body.aliases.filter(place=old)):
        if not lies_in(place, old):
            remember_name(body, place, alias.name, alias.until, alias.since)
    body.place = place
    body.save(update_fields=["place"])
    remember_name(body, old, body.name, on)
