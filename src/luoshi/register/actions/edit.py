"""Change fields of commitments: one in the review, many in the register, a ledger's cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from luoshi.bodies.actions import add_alias
from luoshi.bodies.models import Alias, Body
from luoshi.bodies.queries import known_names
from luoshi.common.actor import Actor
from luoshi.common.errors import NotAllowed, Refused
from luoshi.journal.actions import Subject, record
from luoshi.journal.permission import require
from luoshi.register.actions.writing import (
    Changes,
    apply,
    bodies_named,
    keep,
    know_changes,
    locked,
    meant,
    refuse_stale,
    write,
)
from luoshi.register.bridge import exact
from luoshi.register.enums import State
from luoshi.register.fields import BODY_FIELDS, FIELDS, clean_reason, clean_value, value_of
from luoshi.register.models import Change, Commitment
from luoshi.register.subjects import subject_of

LONGEST_ALIAS = Alias._meta.get_field("name").max_length or 0


@dataclass(frozen=True, slots=True)
class Edit:
    """What is wanted of one commitment: the revision that the writer saw, the fields with their new values.

    The value of "owner" and "checker" is a name or the body itself; ``cells`` names the
    cells of a ledger that the values come from.
    """

    commitment: int
    revision: int
    changes: Changes
    cells: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def edit_commitment(
    *, actor: Actor, commitment: Commitment, revision: int, changes: Changes, reason: str = ""
) -> Commitment:
    """Change fields of one commitment.

    Choosing the body that owns it teaches luoshi the printed name: it becomes an alias,
    and the same name in this keeper's other commitments means that body too.
    Effects: a revision, a change, a journal entry; one more entry for the others that it
    binds; nothing when nothing differs.
    Raises Stale when somebody else changed one of the fields since ``revision``, Refused
    for a value that cannot be.
    """
    reason, owner = clean_reason(reason), changes.get("owner")
    others = locked([commitment.pk], also=_namesakes(commitment) if isinstance(owner, Body) else ())
    row = others.pop(commitment.pk)
    require(actor, "register.edit_commitment", row)
    printed = row.owner_name if row.owner_id is None else ""
    done = _edit(row, Edit(row.pk, revision, changes), actor, reason)
    if done is None:
        return row
    write([done])
    record(
        actor=actor,
        verb="register.edit_commitment",
        subject=subject_of(row),
        before={name: exact(pair[0]) for name, pair in done.fields.items()},
        after={name: exact(pair[1]) for name, pair in done.fields.items()},
        reason=reason,
    )
    if isinstance(owner, Body) and printed and _learns(actor, row.keeper, owner, printed):
        _bind(actor, [other for other in others.values() if _waits_for(other, owner, printed)], owner, printed)
    return row


@transaction.atomic
def edit_commitments(
    *, actor: Actor, edits: Sequence[Edit], reason: str = "", origin: str = "", subject: Subject | None = None
) -> list[int]:
    """Change fields of many commitments, all or none; returns the ids of those that changed.

    Effects: as ``edit_commitment``, with one journal entry that holds every change.
    Raises Stale or Refused naming the first commitment that stands in the way, Refused
    when two edits are about the same one.
    """
    reason = clean_reason(reason)
    rows = locked(edit.commitment for edit in edits)
    for row in rows.values():
        require(actor, "register.edit_commitment", row)
    _refuse_twice(rows, edits)
    know_changes(rows, ((edit.commitment, edit.revision) for edit in edits))
    bodies = _bodies(rows, edits)
    changes = []
    for edit in edits:
        row = rows[edit.commitment]
        try:
            done = _edit(row, edit, actor, reason, bodies[row.keeper_id], origin)
        except Refused as error:
            error.where = row.code
            raise
        if done is not None:
            changes.append(done)
    if changes:
        write(changes)
        _record_many(actor, changes, reason, subject)
    return [change.commitment_id for change in changes]


def _record_many(actor: Actor, changes: Sequence[Change], reason: str, subject: Subject | None = None) -> None:
    """One entry: ``before`` and ``after`` hold the fields of every commitment under its code."""
    before, after = (
        {c.commitment.code: {name: exact(pair[side]) for name, pair in c.fields.items()} for c in changes}
        for side in (0, 1)
    )
    record(
        actor=actor,
        verb="register.edit_commitments",
        subject=subject or subject_of(changes[0].commitment),
        before=before,
        after=after,
        reason=reason,
    )


def _refuse_twice(rows: Mapping[int, Commitment], edits: Sequence[Edit]) -> None:
    seen: set[int] = set()
    for edit in edits:
        if edit.commitment in seen:
            raise Refused(
                where=rows[edit.commitment].code, zh="同一条任务改了两次。", en="The commitment is changed twice."
            )
        seen.add(edit.commitment)


def _edit(
    row: Commitment,
    edit: Edit,
    actor: Actor,
    reason: str,
    bodies: Mapping[str, Body] | None = None,
    origin: str = "",
) -> Change | None:
    """Change the row; None when nothing differs."""
    changes = {name: value for name, value in edit.changes.items() if not _stands(row, name, value)}
    if row.spans and "quote" in changes and clean_value("quote", changes["quote"]) != row.quote:
        raise Refused(
            zh="原文照文件抄录，不能改；要改范围，请在审核页重新选取。",
            en="The words are those of the document and cannot be changed; select them anew on the review page.",
        )
    if bodies is None:
        bodies = bodies_named([changes], row.keeper)
    refuse_stale(row, edit.revision, {name: _says(*meant(name, v, bodies)) for name, v in changes.items()})
    done = apply(row, changes, actor=actor, bodies=bodies, cells=edit.cells)
    if not done:
        return None
    _refuse_own_check(row)
    return keep(row, actor=actor, verb="register.edit_commitment", fields=done, reason=reason, origin=origin)


def _stands(row: Commitment, name: str, value: Any) -> bool:
    """Whether a field says exactly this already, be it as the document prints it."""
    return name in FIELDS and name not in BODY_FIELDS and value_of(row, name) == value


def _says(value: Any, body: Body | None) -> Any:
    return body.name if body else value


def _refuse_own_check(row: Commitment) -> None:
    if (row.owner_words and row.owner_words == row.checker_words) or (row.owner_id and row.owner_id == row.checker_id):
        raise Refused(
            zh=f"“{row.owner_words}”是责任单位，不能自己核查自己。",
            en=f"“{row.owner_words}” owns it and cannot check itself.",
        )


def _bodies(rows: Mapping[int, Commitment], edits: Sequence[Edit]) -> dict[int, dict[str, Body]]:
    """The bodies that names mean, for each keeper once."""
    wanted: dict[int, list[Changes]] = defaultdict(list)
    for edit in edits:
        wanted[rows[edit.commitment].keeper_id].append(edit.changes)
    keepers = {row.keeper_id: row.keeper for row in rows.values()}
    return {pk: bodies_named(changes, keepers[pk]) for pk, changes in wanted.items()}


def _namesakes(commitment: Commitment) -> list[int]:
    """The keeper's other commitments with the same printed owner that no body is known for."""
    if commitment.owner_id is not None or not commitment.owner_name:
        return []
    same = Commitment.objects.filter(keeper_id=commitment.keeper_id, owner=None, owner_name=commitment.owner_name)
    return list(same.exclude(state=State.REJECTED).values_list("pk", flat=True))


def _waits_for(other: Commitment, owner: Body, printed: str) -> bool:
    """Whether its printed owner is now known, unless that body is the one to check it."""
    checks = other.checker_id == owner.pk or other.checker_words in (printed, owner.name)
    return other.owner_id is None and other.owner_name == printed and not checks


def _learns(actor: Actor, keeper: Body, owner: Body, printed: str) -> bool:
    """Whether the printed name means the chosen body from now on."""
    known = known_names([printed], keeper.place).get(printed)
    if known is not None or printed == owner.name:
        return known is None or known.pk == owner.pk
    if len(printed) > LONGEST_ALIAS:
        return False
    try:
        with transaction.atomic():
            add_alias(actor=actor, body=owner, name=printed)
    except (NotAllowed, Refused):
        return False
    return True


def _bind(actor: Actor, others: Sequence[Commitment], owner: Body, printed: str) -> None:
    """The printed name in other commitments means the body, too."""
    changes = []
    for other in others:
        done = apply(other, {"owner": owner}, actor=actor, bodies={})
        origin = f"alias {printed}"
        changes.append(keep(other, actor=actor, verb="register.edit_commitment", fields=done, origin=origin))
    if changes:
        write(changes)
        _record_many(actor, changes, reason=f"“{printed}”即“{owner.name}”")
