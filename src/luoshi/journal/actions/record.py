"""Write an entry at the end of the chain."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import timezone

from luoshi.common.actor import Actor
from luoshi.journal.models import Entry, Head
from luoshi.journal.verbs import is_known
from luoshi_core.chain import canonical, digest


@dataclass(frozen=True, slots=True)
class Subject:
    """What an entry is about; all text, so that the entry outlives it."""

    type: str
    id: str
    name: str


def record(
    *,
    actor: Actor,
    verb: str,
    subject: Subject,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
) -> Entry:
    """Append one entry; call it last in the transaction of the action.

    Effects: one row in the journal, the head of the chain moved on; the head is
    locked until the transaction ends, so entries stand in the order of commits.
    Raises RuntimeError outside a transaction and ValueError for an unknown verb:
    both are mistakes of the caller and fail loudly.
    """
    if not connection.in_atomic_block:
        raise RuntimeError(f"{verb} must be recorded in the transaction of its action")
    if not is_known(verb):
        raise ValueError(f"unknown verb {verb!r}: register it with luoshi.journal.verbs")
    head = Head.objects.select_for_update().get(id=1)
    at = timezone.now()
    fields = {
        "seq": head.seq + 1,
        "previous": head.hash,
        "digest": settings.LUOSHI["JOURNAL_DIGEST"],
        "at": at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        "actor": actor.id,
        "actor_name": actor.name,
        "address": actor.address,
        "verb": verb,
        "subject_type": subject.type,
        "subject_id": subject.id,
        "subject_name": subject.name,
        "before": before,
        "after": after,
        "reason": reason,
    }
    text = canonical(fields)
    entry = Entry.objects.create(
        seq=head.seq + 1,
        at=at,
        actor=actor.id[:100],
        actor_name=actor.name[:100],
        verb=verb,
        subject_type=subject.type,
        subject_id=subject.id[:60],
        subject_name=subject.name[:200],
        record=text,
        hash=digest(text, settings.LUOSHI["JOURNAL_DIGEST"]),
    )
    Head.objects.filter(id=1).update(seq=entry.seq, hash=entry.hash)
    return entry
