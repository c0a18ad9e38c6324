"""How every verb of this app writes: one revision on, one change kept, what follows recomputed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.utils import timezone

from luoshi.bodies.models import Body
from luoshi.bodies.queries import known_names
from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.register.bridge import refresh
from luoshi.register.errors import Stale
from luoshi.register.fields import BODY_FIELDS, FIELDS, assign, clean_value, compared, value_of
from luoshi.register.fulltext import FOUND_BY, keep_terms
from luoshi.register.models import Change, Commitment

Changes = Mapping[str, Any]


def locked(ids: Iterable[int], also: Iterable[int] = ()) -> dict[int, Commitment]:
    """The commitments with these ids, held until the transaction ends; of ``also`` those that are still there.

    Raises Refused when one of ``ids`` is gone.
    """
    ids = set(ids)
    # held before they are read: on PostgreSQL a row that was waited for comes joined to its former owner
    held = hold(Commitment.objects.filter(pk__in=ids.union(also)))
    if not ids <= held:
        raise Refused(zh="任务已不存在。", en="The commitment is gone.")
    rows = Commitment.objects.filter(pk__in=held).order_by("pk")
    return {row.pk: row for row in rows.select_related("document", "owner__place", "checker", "keeper__place")}


def hold(rows: QuerySet[Commitment]) -> set[int]:
    """Hold commitments until the transaction ends, everywhere in the same order, so that no two wait for each other."""
    return set(rows.order_by("pk").select_for_update().values_list("pk", flat=True))


def bodies_named(changes: Iterable[Changes], keeper: Body) -> dict[str, Body]:
    """The bodies that the names in changes mean for this keeper."""
    names = {
        unicodedata.normalize("NFC", c[name]).strip()
        for c in changes
        for name in BODY_FIELDS
        if isinstance(c.get(name), str) and "\0" not in c[name]
    }
    return known_names(names, keeper.place) if names - {""} else {}


def refuse_stale(commitment: Commitment, revision: int, changes: Changes) -> None:
    """Raise Stale when somebody else has changed one of these fields to something else since ``revision``.

    Changes of other fields are no hindrance: both stay.
    """
    others = _changed_since(commitment, revision)
    clash = {
        name: (value_of(commitment, name), value)
        for name, value in changes.items()
        if name in others and compared(name, value) != value_of(commitment, name)
    }
    if clash:
        last = others[next(iter(clash))]
        raise Stale(clash=clash, by=last.actor_name, at=last.at)


def refuse_unseen(commitment: Commitment, revision: int, names: Iterable[str] = tuple(FIELDS)) -> None:
    """Raise Stale when one of these fields was changed at all since ``revision``: nobody decides about unseen words."""
    others = _changed_since(commitment, revision)
    clash = {name: (value_of(commitment, name), None) for name in names if name in others}
    if clash:
        last = others[next(iter(clash))]
        raise Stale(clash=clash, by=last.actor_name, at=last.at)


def _changed_since(commitment: Commitment, revision: int) -> dict[str, Change]:
    """The latest change of every field after a revision."""
    if revision >= commitment.revision:
        return {}
    since = [change for change in commitment.changes.all() if change.revision > revision]
    return {name: change for change in reversed(since) for name in change.fields}


def know_changes(rows: Mapping[int, Commitment], seen: Iterable[tuple[int, int | None]]) -> None:
    """Fetch at once the changes of those commitments that went on since the revision that was seen."""
    behind = [rows[pk] for pk, revision in seen if revision is not None and revision < rows[pk].revision]
    prefetch_related_objects(behind, "changes")


def meant(name: str, wanted: Any, bodies: Mapping[str, Body]) -> tuple[Any, Body | None]:
    """A wanted value made clean, and the body that it means where the field names one."""
    value = clean_value(name, wanted)
    if isinstance(wanted, Body):
        return value, wanted
    return value, bodies.get(value) if name in BODY_FIELDS else None


def apply(
    commitment: Commitment, changes: Changes, *, actor: Actor, bodies: Mapping[str, Body], cells: Mapping[str, str] = {}
) -> dict[str, list[Any]]:
    """Set what differs; returns ``{field: [before, after]}``, empty when nothing does. Nothing is saved.

    ``cells`` names the cell of a ledger that a field comes from. Raises Refused for a
    value that cannot be, naming the field.
    """
    done: dict[str, list[Any]] = {}
    for name, wanted in changes.items():
        value, body = meant(name, wanted, bodies)
        before = value_of(commitment, name)
        same_body = body is None or body.pk == getattr(commitment, f"{name}_id")
        if same_body and compared(name, body.name if body else value) == before:
            continue
        assign(commitment, name, value, body)
        done[name] = [before, value_of(commitment, name)]
        commitment.found = {**commitment.found, name: by_hand(actor, cell=cells.get(name, ""))}
    if done:
        refresh(commitment)
    return done


def by_hand(actor: Actor, *, how: str = "person", cell: str = "") -> dict[str, str]:
    """Where a field comes from that somebody filled: who, when, out of which cell."""
    at = timezone.localtime().isoformat(timespec="seconds")
    return {"how": "cell" if cell else how, "by": actor.name, "at": at, **({"cell": cell} if cell else {})}


def keep(
    commitment: Commitment,
    *,
    actor: Actor,
    verb: str,
    fields: Mapping[str, Any],
    reason: str = "",
    origin: str = "",
) -> Change:
    """Lead a commitment one revision on; ``write`` saves it with the change that this returns."""
    commitment.revision += 1
    return Change(
        commitment=commitment,
        revision=commitment.revision,
        verb=verb,
        actor=actor.id[:100],
        actor_name=actor.name[:100],
        fields=dict(fields),
        reason=reason[:500],
        origin=origin[:200],
    )


def write(changes: Sequence[Change]) -> None:
    """Save changes and the commitments that they are about, found by their new words; few queries for any number."""
    rows = list({change.commitment_id: change.commitment for change in changes}.values())
    if len(rows) == 1:
        rows[0].save()
    else:
        # every row is there and held, so this only ever updates; a bulk_update would write every value as a CASE
        Commitment.objects.bulk_create(
            rows, batch_size=500, update_conflicts=True, unique_fields=["id"], update_fields=_WRITTEN
        )
    Change.objects.bulk_create(changes, batch_size=500)
    keep_terms({c.commitment_id: c.commitment for c in changes if FOUND_BY & c.fields.keys()}.values())


_WRITTEN = [field.name for field in Commitment._meta.concrete_fields if not (field.primary_key or field.generated)]
