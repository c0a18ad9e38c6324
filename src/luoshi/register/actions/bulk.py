"""Change fields of many commitments and decide about them, in one step."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.register.actions.decide import decide_all
from luoshi.register.actions.edit import Edit, edit_commitments

#: commitments that are changed at once
MOST = 2_000


@transaction.atomic
def change_many(*, actor: Actor, edits: Sequence[Edit], decision: str = "", reason: str = "") -> int:
    """Change fields of commitments, then take a decision about them: all or none.

    Returns how many were changed or decided about. Effects: those of ``edit_commitments`` and
    ``decide_all``. Raises what they raise, naming the first commitment that stands in the way.
    """
    if len(edits) > MOST:
        raise Refused(zh=f"一次最多处理 {MOST} 条，请缩小范围。", en=f"At most {MOST} at once; choose fewer.")
    wanted = [edit for edit in edits if edit.changes]
    changed = set(edit_commitments(actor=actor, edits=wanted, reason=reason)) if wanted else set()
    if decision:
        seen = [(edit.commitment, edit.revision + (edit.commitment in changed)) for edit in edits]
        changed |= set(decide_all(actor=actor, commitments=seen, decision=decision, reason=reason))
    return len(changed)
