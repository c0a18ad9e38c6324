"""Write entries at the end of the chain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
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


@dataclass(frozen=True, slots=True)
class Step:
    """What happened to one of many things at once."""

    subject: Subject
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None


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
    return record_each(actor=actor, verb=verb, steps=[Step(subject, before, after)], reason=reason)[0]


def record_each(*, actor: Actor, verb: str, steps: Sequence[Step], reason: str = "") -> list[Entry]:
    """Append an entry for each step, in their order; otherwise as ``record``, in few queries for any number."""
    if not connection.in_atomic_block:
        raise RuntimeError(f"{verb} must be recorded in the transaction of its action")
    if not is_known(verb):
        raise ValueError(f"unknown verb {verb!r}: register it with luoshi.journal.verbs")
    if not steps:
        return []
    head = Head.objects.select_for_update().get(id=1)
    at = timezone.now()
    entries = []
    for step in steps:
        entry = _entry(head, at, actor, verb, step, reason)
        head.seq, head.hash = entry.seq, entry.hash
        entries.append(entry)
    Entry.objects.bulk_create(entries, batch_size=500)
    head.save()
    return entries


def _entry(head: Head, at: dt.datetime, actor: Actor, verb: str, step: Step, reason: str) -> Entry:
    """The entry after the head; not saved."""
    fields = {
        "seq": head.seq + 1,
        "previous": head.hash,
        "digest": settings.LUOSHI["JOURNAL_DIGEST"],
        "at": at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        "actor": actor.id,
        "actor_name": actor.name,
        "address": actor.address,
        "verb": verb,
        "subject_type": step.subject.type,
        "subject_id": step.subject.id,
        "subject_name": step.subject.name,
        "before": step.before,
        "after": step.after,
        "reason": reason,
    }
    text = canonical(fields)
    return Entry(
        seq=head.seq + 1,
        at=at,
        actor=actor.id[:100],
        actor_name=actor.name[:100],
        verb=verb,
        subject_type=step.subject.type,
        subject_id=step.subject.id[:60],
        subject_name=step.subject.name[:200],
        record=text,
        hash=digest(text, settings.LUOSHI["JOURNAL_DIGEST"]),
    )
