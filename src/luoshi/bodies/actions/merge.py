"""One body that was added under several names becomes one."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from luoshi.bodies.actions.absorbing import absorb, locked
from luoshi.bodies.models import Body
from luoshi.bodies.subjects import subject_of
from luoshi.common.actor import Actor
from luoshi.journal.actions import record
from luoshi.journal.permission import require


@transaction.atomic
def merge_bodies(*, actor: Actor, keep: Body, gone: Body, reason: str = "") -> Body:
    """Let one body stand for another that is the same; the same again changes nothing.

    Effects: the names of ``gone`` become names of ``keep``; ``gone`` is closed today and
    points to ``keep``; what is open moves (``luoshi.bodies.references``); one row in the
    journal with the counts. What is done stays with ``gone`` and is seen by ``keep``.
    Raises Refused when one of them was ended before.
    """
    require(actor, "bodies.merge_bodies", keep)
    require(actor, "bodies.merge_bodies", gone)
    keep, gone = locked(keep, gone)
    if gone.successor_id == keep.pk:
        return keep
    moved = absorb(keep=keep, gone=gone, on=timezone.localdate(), until=None)
    after = {"gone": gone.name, "gone_id": gone.pk, "moved": moved}
    record(actor=actor, verb="bodies.merge_bodies", subject=subject_of(keep), after=after, reason=reason)
    return keep
