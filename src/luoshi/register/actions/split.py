"""One sentence that asks for several things becomes several commitments; several become one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from django.db import transaction
from django.db.models import Max

from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.documents.queries.text import text_between
from luoshi.journal.actions import record
from luoshi.journal.permission import require
from luoshi.register.actions.writing import keep, locked, refuse_stale
from luoshi.register.bridge import exact, refresh, spans_within
from luoshi.register.enums import STANDING, State
from luoshi.register.fields import value_of
from luoshi.register.fulltext import keep_terms
from luoshi.register.models import Change, Commitment
from luoshi.register.subjects import subject_of
from luoshi_core.lifecycle import REGISTER

#: what a part takes over from the whole
INHERITED = (
    "path", "owner", "owner_name", "place", "partners", "leader", "due", "cadence", "kind", "beneficiary", "change",
    "baseline", "evidence", "checker", "checker_name", "found",
)  # fmt: skip
EDGES = " \t\r\n　，,；;。、"


@transaction.atomic
def split_commitment(
    *, actor: Actor, commitment: Commitment, revision: int, cuts: Sequence[int], reason: str = ""
) -> list[Commitment]:
    """Cut a commitment before the characters ``cuts`` of its quote.

    The first part keeps the number; the others get new ones and take over every field,
    each with the targets that stand in its own words.
    Effects: a revision of the first, new commitments in the same state (accepted, where
    the whole stood in a version), a journal entry. Raises Refused when a part would be empty.
    """
    row = locked([commitment.pk])[commitment.pk]
    require(actor, "register.split_commitment", row)
    refuse_stale(row, revision, {"quote": object()})
    if row.state not in {State.PROPOSED, *STANDING}:
        raise Refused(zh="先恢复这一条，再拆分。", en="Restore it before you split it.")
    pieces = _pieces(row, cuts)
    before, targets = value_of(row, "quote"), list(row.targets)
    parts = [_part(row, *piece) for piece in pieces[1:]]
    _narrow(row, *pieces[0])
    used = [tuple(map(tuple, target.get("spans", ()))) for part in (row, *parts) for target in part.targets]
    row.targets += [t for t in targets if tuple(map(tuple, t.get("spans", ()))) not in used and t not in row.targets]
    for part in (row, *parts):
        refresh(part)
    _number(parts)
    change = keep(
        row,
        actor=actor,
        verb="register.split_commitment",
        fields={"quote": [before, row.quote], "targets": [exact(targets), exact(row.targets)]},
        reason=reason,
    )
    Change.objects.bulk_create([change])
    Commitment.objects.bulk_create(parts)
    keep_terms([row, *parts])
    after = {"quote": row.quote, "parts": {part.code: part.quote for part in parts}}
    record(
        actor=actor,
        verb="register.split_commitment",
        subject=subject_of(row),
        before={"quote": before},
        after=after,
        reason=reason,
    )
    return [row, *parts]


@transaction.atomic
def merge_commitments(
    *, actor: Actor, commitments: Sequence[Commitment], revisions: Sequence[int], reason: str = ""
) -> Commitment:
    """Make one commitment of several of the same document; the first in the text stays.

    Its words are all their words, in order; it keeps its own fields and takes from the
    others what it lacks, all partners, targets and kinds of evidence.
    Effects: a revision of the first; the others are rejected, or withdrawn where a version
    holds them, and say what they were merged into; a journal entry.
    """
    rows = sorted(locked(c.pk for c in commitments).values(), key=lambda row: (row.start, row.serial))
    seen = dict(zip((c.pk for c in commitments), revisions, strict=True))
    _refuse_unfit(actor, rows, seen)
    first, others = rows[0], rows[1:]
    before = {"quote": first.quote}
    fields = _take_in(first, others)
    refresh(first)
    changes = [keep(first, actor=actor, verb="register.merge_commitments", fields=fields, reason=reason)]
    for row in others:
        was, row.state = row.state, REGISTER.after(row.state, "withdraw" if row.state == State.REGISTERED else "reject")
        row.merged_into = first
        state = {"state": [was, row.state]}
        changes.append(keep(row, actor=actor, verb="register.merge_commitments", fields=state, reason=reason))
    Change.objects.bulk_create(changes)
    keep_terms([first])
    after = {"quote": first.quote, "merged": [row.code for row in others]}
    record(
        actor=actor,
        verb="register.merge_commitments",
        subject=subject_of(first),
        before=before,
        after=after,
        reason=reason,
    )
    return first


def _pieces(row: Commitment, cuts: Sequence[int]) -> list[tuple[str, list[list[int]]]]:
    """Words and places of every part."""
    edges = sorted({0, *cuts, len(row.quote)})
    if edges[0] < 0 or edges[-1] > len(row.quote):
        raise Refused(zh="拆分处不在原文内。", en="A cut lies outside the words.")
    if len(edges) < 3:
        raise Refused(zh="请至少选一处拆开。", en="Choose at least one place to cut.")
    pieces = []
    for start, end in pairwise(edges):
        words = row.quote[start:end]
        low = start + len(words) - len(words.lstrip(EDGES))
        high = end - (len(words) - len(words.rstrip(EDGES)))
        if low >= high:
            raise Refused(zh="拆出的一段没有文字。", en="A part would have no words.")
        pieces.append((row.quote[low:high], spans_within(row.quote, row.spans, low, high)))
    return pieces


def _part(row: Commitment, quote: str, spans: list[list[int]]) -> Commitment:
    same = {name: getattr(row, name) for name in INHERITED}
    state = State.ACCEPTED if row.state == State.REGISTERED else row.state
    part = Commitment(
        document_id=row.document_id, keeper=row.keeper, state=state, split_from=row, targets=row.targets, **same
    )
    _narrow(part, quote, spans)
    return part


def _narrow(row: Commitment, quote: str, spans: list[list[int]]) -> None:
    row.quote, row.spans = quote, spans
    if spans:
        row.start, row.end = min(a for a, _ in spans), max(b for _, b in spans)
    row.targets = [target for target in row.targets if _inside(target, quote, row.start, row.end)]


def _inside(target: dict[str, Any], quote: str, start: int, end: int) -> bool:
    spans = target.get("spans")
    if spans:
        return all(start <= a and b <= end for a, b in spans)
    return f"{target['value']:g}" in quote


def _number(parts: list[Commitment]) -> None:
    last = Commitment.objects.filter(document_id=parts[0].document_id).aggregate(last=Max("serial"))["last"]
    for number, part in enumerate(parts, last + 1):
        part.serial = number


def _refuse_unfit(actor: Actor, rows: list[Commitment], seen: dict[int, int]) -> None:
    if len(rows) < 2:
        raise Refused(zh="请选两条以上再合并。", en="Choose two or more to merge.")
    if len({row.document_id for row in rows}) > 1:
        raise Refused(zh="只能合并同一份文件里的任务。", en="Only commitments of one document can be merged.")
    for row in rows:
        require(actor, "register.merge_commitments", row)
        refuse_stale(row, seen[row.pk], {"quote": object()})
        if row.state not in {State.PROPOSED, *STANDING}:
            raise Refused(zh=f"{row.code} 已不在审核中，不能合并。", en=f"{row.code} is out of the review.")


def _take_in(first: Commitment, others: list[Commitment]) -> dict[str, list[Any]]:
    """Change the first row; returns the changed fields."""
    names = ("quote", "partners", "targets", "evidence", "leader", "due", "beneficiary", "change", "baseline")
    before = {name: value_of(first, name) for name in names}
    for other in others:
        first.quote = _joined(first, other)
        first.spans = sorted([*first.spans, *(span for span in other.spans if span not in first.spans)])
        first.end = max(first.end, other.end)
        first.partners = list(dict.fromkeys([*first.partners, *other.partners]))
        first.targets = first.targets + [target for target in other.targets if target not in first.targets]
        first.evidence = [*first.evidence, *(kind for kind in other.evidence if kind not in first.evidence)]
        first.due = max(filter(None, (first.due, other.due)), default=None)
        for name in ("leader", "beneficiary", "change", "baseline"):
            setattr(first, name, getattr(first, name) or getattr(other, name))
    return {name: [before[name], value_of(first, name)] for name in names if before[name] != value_of(first, name)}


def _joined(first: Commitment, other: Commitment) -> str:
    """The words of both with what stands between them, where they stand close together."""
    if not first.spans or not other.spans or other.start < first.end:
        return f"{first.quote}\n{other.quote}"
    between = text_between(first.document.source_id, first.end, other.start)
    if not between.strip(EDGES):
        return first.quote + "".join(between.split()) + other.quote
    return f"{first.quote}……{other.quote}"
