"""Change fields of commitments: one in the review, many in the register, a ledger's cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from luoshi.bodies.actions import add_alias
from luoshi.bodies.models import Body
from luoshi.bodies.queries import known_names
from luoshi.common.actor import Actor
from luoshi.common.errors import NotAllowed, Refused
from luoshi.journal.actions import Subject, record
from luoshi.journal.permission import require
from luoshi.register.actions.writing import Changes, apply, bodies_named, keep, locked, refuse_stale
from luoshi.register.bridge import exact
from luoshi.register.enums import State
from luoshi.register.fields import clean_value
from luoshi.register.fulltext import FOUND_BY, keep_terms
from luoshi.register.models import Change, Commitment
from luoshi.register.subjects import subject_of


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
    Effects: a revision, a change, a journal entry; nothing when nothing differs.
    Raises Stale when somebody else changed one of the fields since ``revision``, Refused
    for a value that cannot be.
    """
    row = locked([commitment.pk])[commitment.pk]
    require(actor, "register.edit_commitment", row)
    printed = row.owner_name if row.owner_id is None else ""
    done = _edit(row, Edit(row.pk, revision, changes), actor, reason, {})
    if done is None:
        return row
    Change.objects.bulk_create([done])
    _find_anew([done])
    record(
        actor=actor,
        verb="register.edit_commitment",
        subject=subject_of(row),
        before={name: exact(pair[0]) for name, pair in done.fields.items()},
        after={name: exact(pair[1]) for name, pair in done.fields.items()},
        reason=reason,
    )
    owner = changes.get("owner")
    if isinstance(owner, Body) and printed:
        _remember(actor, row.keeper, owner, printed)
    return row


@transaction.atomic
def edit_commitments(
    *, actor: Actor, edits: Sequence[Edit], reason: str = "", origin: str = "", subject: Subject | None = None
) -> list[int]:
    """Change fields of many commitments, all or none; returns the ids of those that changed.

    Effects: as ``edit_commitment``, with one journal entry that holds every change.
    Raises Stale or Refused naming the first commitment that stands in the way.
    """
    rows = locked(edit.commitment for edit in edits)
    bodies = _bodies(rows, edits)
    changes = []
    for edit in edits:
        row = rows[edit.commitment]
        require(actor, "register.edit_commitment", row)
        try:
            done = _edit(row, edit, actor, reason, bodies[row.keeper_id], origin)
        except Refused as error:
            error.where = row.code
            raise
        if done is not None:
            changes.append(done)
    if not changes:
        return []
    Change.objects.bulk_create(changes, batch_size=500)
    _find_anew(changes)
    after = {rows[c.commitment_id].code: {n: exact(p) for n, p in c.fields.items()} for c in changes}
    first = rows[changes[0].commitment_id]
    record(
        actor=actor,
        verb="register.edit_commitments",
        subject=subject or subject_of(first),
        after=after,
        reason=reason,
    )
    return [change.commitment_id for change in changes]


def _edit(
    row: Commitment, edit: Edit, actor: Actor, reason: str, bodies: Mapping[str, Body], origin: str = ""
) -> Change | None:
    if row.spans and "quote" in edit.changes and clean_value("quote", edit.changes["quote"]) != row.quote:
        raise Refused(
            zh="原文照文件抄录，不能改；要改范围，请在审核页重新选取。",
            en="The words are those of the document and cannot be changed; select them anew on the review page.",
        )
    clean = {name: clean_value(name, value) for name, value in edit.changes.items()}
    refuse_stale(row, edit.revision, clean)
    done = apply(
        row, edit.changes, actor=actor, bodies=bodies or bodies_named([edit.changes], row.keeper), cells=edit.cells
    )
    if not done:
        return None
    _refuse_own_check(row)
    return keep(row, actor=actor, verb="register.edit_commitment", fields=done, reason=reason, origin=origin)


def _find_anew(changes: Sequence[Change]) -> None:
    """What was changed is found by its new words."""
    keep_terms(change.commitment for change in changes if FOUND_BY & change.fields.keys())


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
        if edit.commitment not in rows:
            raise Refused(zh="任务已不存在。", en="The commitment is gone.")
        wanted[rows[edit.commitment].keeper_id].append(edit.changes)
    keepers = {row.keeper_id: row.keeper for row in rows.values()}
    return {pk: bodies_named(changes, keepers[pk]) for pk, changes in wanted.items()}


def _remember(actor: Actor, keeper: Body, owner: Body, printed: str) -> None:
    """The printed name means the chosen body from now on, here and in the keeper's other commitments."""
    if printed == owner.name or printed in known_names([printed], keeper.place):
        return
    try:
        with transaction.atomic():
            add_alias(actor=actor, body=owner, name=printed)
    except (NotAllowed, Refused):
        return
    same = Commitment.objects.filter(keeper=keeper, owner=None, owner_name=printed).exclude(state=State.REJECTED)
    changes = []
    for other in locked(same.values_list("pk", flat=True)).values():
        if other.checker_id == owner.pk:
            continue
        done = apply(other, {"owner": owner}, actor=actor, bodies={})
        changes.append(
            keep(other, actor=actor, verb="register.edit_commitment", fields=done, origin=f"alias {printed}")
        )
    Change.objects.bulk_create(changes, batch_size=500)
    _find_anew(changes)
