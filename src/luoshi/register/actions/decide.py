"""Accept, reject, reopen; withdraw and restore what is in the register."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.journal.actions import Step, record_each
from luoshi.journal.permission import require
from luoshi.register.actions.writing import keep, know_changes, locked, refuse_unseen, write
from luoshi.register.fields import clean_reason
from luoshi.register.models import Change, Commitment
from luoshi.register.subjects import subject_of
from luoshi_core.errors import LuoshiError
from luoshi_core.lifecycle import REGISTER

#: decision -> its verb
DECISIONS = {
    "accept": "register.accept_commitment",
    "reject": "register.reject_commitment",
    "reopen": "register.reopen_commitment",
    "withdraw": "register.withdraw_commitment",
    "restore": "register.restore_commitment",
}
#: a published commitment is not taken out or put back without a word
NEED_REASON = ("withdraw", "restore")


def decide(
    *, actor: Actor, commitment: Commitment, decision: str, revision: int | None = None, reason: str = ""
) -> Commitment:
    """Take one decision of ``DECISIONS`` about one commitment; see ``decide_all``."""
    decide_all(actor=actor, commitments=[(commitment.pk, revision)], decision=decision, reason=reason)
    commitment.refresh_from_db()
    return commitment


@transaction.atomic
def decide_all(
    *, actor: Actor, commitments: Sequence[tuple[int, int | None]], decision: str, reason: str = ""
) -> list[int]:
    """Take a decision about commitments, all or none; ``commitments`` are ids with the revision that was seen.

    Effects: the state, a revision, a change and a journal entry for each; one that is in that
    state already is left alone. Returns the ids of those that changed.
    Raises IllegalStep where ``REGISTER`` does not allow it, Stale when somebody else
    changed the commitment since, Refused without a reason where one is needed.
    """
    if decision not in DECISIONS:
        raise Refused(zh=f"没有“{decision}”这种决定。", en=f"There is no decision “{decision}”.")
    rows = locked(pk for pk, _ in commitments)
    for row in rows.values():
        require(actor, DECISIONS[decision], row)
    reason = clean_reason(reason)
    if decision in NEED_REASON and not reason:
        raise Refused(zh="请写明理由。", en="Give a reason.")
    end = REGISTER.steps[decision][1]
    know_changes(rows, commitments)
    changes = []
    for pk, revision in commitments:
        row = rows[pk]
        if row.state == end:
            continue
        before, row.state = row.state, _state_after(row, decision, revision, alone=len(rows) == 1)
        row.merged_into = None
        fields = {"state": [before, row.state]}
        changes.append(keep(row, actor=actor, verb=DECISIONS[decision], fields=fields, reason=reason))
    write(changes)
    steps = [_step(change) for change in changes]
    record_each(actor=actor, verb=DECISIONS[decision], steps=steps, reason=reason)
    return [change.commitment_id for change in changes]


def _state_after(row: Commitment, decision: str, revision: int | None, *, alone: bool) -> str:
    """The state that the decision leads to; among several the refusal names the one that stands in the way."""
    try:
        if revision is not None:
            refuse_unseen(row, revision)
        return REGISTER.after(row.state, decision)
    except LuoshiError as error:
        error.where = None if alone else row.code
        raise


def _step(change: Change) -> Step:
    before, after = change.fields["state"]
    return Step(subject_of(change.commitment), {"state": before}, {"state": after})
