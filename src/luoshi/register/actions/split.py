"""One sentence that asks for several things becomes several commitments; several become one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.documents.enums import Cadence
from luoshi.documents.models import Document
from luoshi.documents.queries.text import text_between
from luoshi.journal.actions import record
from luoshi.journal.permission import require
from luoshi.register.actions.writing import keep, locked, refuse_unseen, write
from luoshi.register.bridge import exact, refresh
from luoshi.register.enums import STANDING, State
from luoshi.register.fields import FIELDS, clean_reason, value_of
from luoshi.register.fulltext import keep_terms
from luoshi.register.models import Commitment
from luoshi.register.pieces import Piece, between, home_of, pieces_of
from luoshi.register.subjects import subject_of
from luoshi_core.lifecycle import REGISTER

#: what a part takes over from the whole
INHERITED = (
    "path", "owner", "owner_name", "place", "partners", "leader", "due", "cadence", "kind", "beneficiary", "change",
    "baseline", "evidence", "checker", "checker_name", "found",
)  # fmt: skip
#: states in which a commitment is cut or joined
MOVABLE = frozenset({State.PROPOSED, *STANDING})


@transaction.atomic
def split_commitment(
    *, actor: Actor, commitment: Commitment, revision: int, cuts: Sequence[int], reason: str = ""
) -> list[Commitment]:
    """Cut a commitment before the characters ``cuts`` of its quote.

    The first part keeps the number; the others get new ones and take over every field;
    each target goes to the one part whose words it stands in.
    Effects: a revision of the first, new commitments in the same state (accepted, where
    the whole stood in a version), a journal entry. Raises Refused when a part would be empty.
    """
    reason = clean_reason(reason)
    # the document first: whoever gives new numbers in it waits here
    Document.objects.select_for_update().filter(pk=commitment.document_id).first()
    row = locked([commitment.pk])[commitment.pk]
    require(actor, "register.split_commitment", row)
    refuse_unseen(row, revision, ["quote"])
    if row.state not in MOVABLE:
        raise Refused(zh="先恢复这一条，再拆分。", en="Restore it before you split it.")
    before = {name: exact(value_of(row, name)) for name in ("quote", "targets")}
    pieces = pieces_of(row.quote, row.spans, cuts)
    parts = _cut(row, pieces)
    after = {name: exact(value_of(row, name)) for name in before}
    fields = {name: [before[name], after[name]] for name in before if before[name] != after[name]}
    write([keep(row, actor=actor, verb="register.split_commitment", fields=fields, reason=reason)])
    Commitment.objects.bulk_create(parts)
    keep_terms(parts)
    after["parts"] = {part.code: part.quote for part in parts}
    record(
        actor=actor,
        verb="register.split_commitment",
        subject=subject_of(row),
        before=before,
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
    others what it lacks, all partners, targets and kinds of evidence, the latest due date.
    A proposal that takes in what was accepted is accepted.
    Effects: a revision of the first; the others are rejected, or withdrawn where a version
    holds them, and say what they were merged into; a journal entry.
    """
    reason = clean_reason(reason)
    rows = sorted(locked(c.pk for c in commitments).values(), key=lambda row: (row.start, row.serial))
    seen = dict(zip((c.pk for c in commitments), revisions, strict=True))
    _refuse_unfit(actor, rows, seen)
    first, others = rows[0], rows[1:]
    fields = _take_in(first, others)
    refresh(first)
    changes = [keep(first, actor=actor, verb="register.merge_commitments", fields=fields, reason=reason)]
    for row in others:
        was, row.state = row.state, REGISTER.after(row.state, "withdraw" if row.state == State.REGISTERED else "reject")
        row.merged_into = first
        state = {"state": [was, row.state]}
        changes.append(keep(row, actor=actor, verb="register.merge_commitments", fields=state, reason=reason))
    write(changes)
    record(
        actor=actor,
        verb="register.merge_commitments",
        subject=subject_of(first),
        before={name: exact(pair[0]) for name, pair in fields.items()},
        after={name: exact(pair[1]) for name, pair in fields.items()} | {"merged": [row.code for row in others]},
        reason=reason,
    )
    return first


def _cut(row: Commitment, pieces: Sequence[Piece]) -> list[Commitment]:
    """Narrow the row to the first piece; returns new commitments for the others, numbered and not saved."""
    parts = [row, *(_part(row) for _ in pieces[1:])]
    targets: list[list[dict[str, Any]]] = [[] for _ in pieces]
    for target in row.targets:
        targets[home_of(target, pieces)].append(target)
    for part, piece, own in zip(parts, pieces, targets, strict=True):
        part.quote, part.spans, part.targets = piece.quote, piece.spans, own
        if piece.spans:
            part.start, part.end = min(a for a, _ in piece.spans), max(b for _, b in piece.spans)
        refresh(part)
    last = Commitment.objects.filter(document_id=row.document_id).aggregate(last=Max("serial"))["last"]
    for serial, part in enumerate(parts[1:], last + 1):
        part.serial = serial
    return parts[1:]


def _part(row: Commitment) -> Commitment:
    same = {name: getattr(row, name) for name in INHERITED}
    state = State.ACCEPTED if row.state == State.REGISTERED else row.state
    return Commitment(document_id=row.document_id, keeper=row.keeper, state=state, split_from=row, **same)


def _refuse_unfit(actor: Actor, rows: list[Commitment], seen: dict[int, int]) -> None:
    for row in rows:
        require(actor, "register.merge_commitments", row)
    if len(rows) < 2:
        raise Refused(zh="请选两条以上再合并。", en="Choose two or more to merge.")
    if len({row.document_id for row in rows}) > 1:
        raise Refused(zh="只能合并同一份文件里的任务。", en="Only commitments of one document can be merged.")
    for row in rows:
        refuse_unseen(row, seen[row.pk], ["quote"])
        if row.state not in MOVABLE:
            raise Refused(zh=f"{row.code} 已不在审核中，不能合并。", en=f"{row.code} is out of the review.")


def _take_in(first: Commitment, others: list[Commitment]) -> dict[str, list[Any]]:
    """Change the first row; returns the changed fields."""
    before = {name: value_of(first, name) for name in FIELDS} | {"state": first.state}
    for other in others:
        _take_words(first, other)
        _take_lacking(first, other)
        first.partners = list(dict.fromkeys([*first.partners, *other.partners]))
        first.evidence = [*first.evidence, *(kind for kind in other.evidence if kind not in first.evidence)]
        if other.due and (first.due is None or other.due > first.due):
            _take(first, other, "due")
        if first.state == State.PROPOSED and other.state in STANDING:
            first.state = REGISTER.after(first.state, "accept")
    after = {name: value_of(first, name) for name in FIELDS} | {"state": first.state}
    return {name: [before[name], after[name]] for name in after if before[name] != after[name]}


def _take_words(first: Commitment, other: Commitment) -> None:
    """Take in the words with their places and targets; words that are there already are not said twice."""
    known = other.quote in first.quote
    old = [{**target, "spans": None} for target in first.targets] if known else first.targets
    first.targets = first.targets + [t for t in other.targets if ({**t, "spans": None} if known else t) not in old]
    quote, spans = (first.quote, []) if known else _joined(first, other)
    more = [span for span in [*spans, *other.spans] if span not in first.spans]
    first.quote, first.spans = quote, sorted([*first.spans, *more])
    first.end = max(first.end, other.end)


def _take_lacking(first: Commitment, other: Commitment) -> None:
    for name in ("leader", "beneficiary", "change", "baseline"):
        if not getattr(first, name) and getattr(other, name):
            _take(first, other, name)
    if first.cadence == Cadence.ONCE != other.cadence:
        _take(first, other, "cadence")
    for name, opposite in (("owner", "checker"), ("checker", "owner")):
        words = value_of(other, name)
        if words and not value_of(first, name) and words != value_of(first, opposite):
            setattr(first, f"{name}_name", getattr(other, f"{name}_name"))
            _take(first, other, name)


def _take(first: Commitment, other: Commitment, name: str) -> None:
    """Take over a field with where it came from."""
    setattr(first, name, getattr(other, name))
    if name in other.found:
        first.found = {**first.found, name: other.found[name]}


def _joined(first: Commitment, other: Commitment) -> tuple[str, list[list[int]]]:
    """The words of both with what stands between them, where they stand close together, and its places."""
    if not first.spans or not other.spans or other.start < first.end:
        return f"{first.quote}\n{other.quote}", []
    text = text_between(first.document.source_id, first.end, other.start)
    middle = between(text, first.end, first.quote, other.quote)
    if middle is None:
        return f"{first.quote}……{other.quote}", []
    return f"{first.quote}{middle[0]}{other.quote}", middle[1]
