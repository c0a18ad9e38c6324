"""Commitments: change, decide, split, merge; on the router of `commitments`, since one address answers one router."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from luoshi.api.commitments import commitment_or_404, router, visible_commitments
from luoshi.api.problems import PROBLEMS, Problem, refused_as_input
from luoshi.api.schemas.commitments import (
    BodyRef,
    BulkIn,
    BulkOut,
    Changes,
    CommitmentOut,
    DecideIn,
    EditIn,
    MergeIn,
    SplitIn,
    show_commitment,
)
from luoshi.api.schemas.values import Id
from luoshi.bodies.models import Body
from luoshi.bodies.queries import scope_of
from luoshi.common.request import actor_of
from luoshi.register.actions import (
    Edit,
    decide,
    edit_commitment,
    edit_commitments,
    merge_commitments,
    split_commitment,
)
from luoshi.register.fields import clean_value
from luoshi.register.models import Commitment

__all__ = ["router"]


@router.patch(
    "/{int:commitment_id}",
    response={200: CommitmentOut, **PROBLEMS},
    operation_id="edit_commitment",
    summary="Change fields of a commitment",
)
def edit(request: HttpRequest, commitment_id: Id, wanted: EditIn) -> CommitmentOut:
    """409 with ``clash`` when somebody else changed one of the same fields since ``revision``."""
    row = commitment_or_404(request, commitment_id)
    _refuse_unborn(row, wanted.revision, "revision")
    changes = _clean(request, wanted.changes, "changes")
    edit_commitment(
        actor=actor_of(request), commitment=row, revision=wanted.revision, changes=changes, reason=wanted.reason
    )
    return show_commitment(commitment_or_404(request, commitment_id))


@router.post(
    "/{int:commitment_id}/decide",
    response={200: CommitmentOut, **PROBLEMS},
    operation_id="decide_commitment",
    summary="Accept, reject, reopen, withdraw or restore",
)
def take_decision(request: HttpRequest, commitment_id: Id, wanted: DecideIn) -> CommitmentOut:
    """A commitment that is in that state already is left alone."""
    row = commitment_or_404(request, commitment_id)
    decide(
        actor=actor_of(request),
        commitment=row,
        decision=wanted.decision.value,
        revision=wanted.revision,
        reason=wanted.reason,
    )
    return show_commitment(commitment_or_404(request, commitment_id))


@router.post(
    "/{int:commitment_id}/split",
    response={200: list[CommitmentOut], **PROBLEMS},
    operation_id="split_commitment",
    summary="Cut a commitment into several",
)
def split(request: HttpRequest, commitment_id: Id, wanted: SplitIn) -> list[CommitmentOut]:
    """The first part keeps the number; the others get new ones and take over every field."""
    row = commitment_or_404(request, commitment_id)
    _refuse_unborn(row, wanted.revision, "revision")
    if not all(0 < cut < len(row.quote) for cut in wanted.cuts):
        raise Problem(422, "bad-input", _("拆分处须在原文之内。"), where="cuts")
    parts = split_commitment(
        actor=actor_of(request), commitment=row, revision=wanted.revision, cuts=wanted.cuts, reason=wanted.reason
    )
    return [show_commitment(part) for part in parts]


@router.post(
    "/merge",
    response={200: CommitmentOut, **PROBLEMS},
    operation_id="merge_commitments",
    summary="Make one commitment of several of one document",
)
def merge(request: HttpRequest, wanted: MergeIn) -> CommitmentOut:
    """The first in the text stays and takes from the others what it lacks."""
    seen = {one.id: one.revision for one in wanted.commitments}
    rows = _all_or_404(request, list(seen), "commitments")
    for row in rows:
        _refuse_unborn(row, seen[row.pk], "commitments")
    merged = merge_commitments(
        actor=actor_of(request),
        commitments=rows,
        revisions=[seen[row.pk] for row in rows],
        reason=wanted.reason,
    )
    return show_commitment(merged)


@router.post(
    "/bulk",
    response={200: BulkOut, **PROBLEMS},
    operation_id="edit_commitments",
    summary="Change many commitments: all or none",
)
def edit_many(request: HttpRequest, wanted: BulkIn) -> BulkOut:
    """One entry in the journal holds every change; ``where`` of a problem names the one in the way."""
    rows = {row.pk: row for row in _all_or_404(request, [one.id for one in wanted.edits], "edits")}
    edits = []
    for number, one in enumerate(wanted.edits):
        _refuse_unborn(rows[one.id], one.revision, f"edits.{number}.revision")
        edits.append(Edit(one.id, one.revision, _clean(request, one.changes, f"edits.{number}.changes")))
    return BulkOut(changed=edit_commitments(actor=actor_of(request), edits=edits, reason=wanted.reason))


def _all_or_404(request: HttpRequest, ids: Sequence[int], where: str) -> list[Commitment]:
    """The commitments; a problem that names the list when one of them is not to be seen."""
    rows = list(visible_commitments(request).filter(pk__in=set(ids)))
    if len(rows) < len(set(ids)):
        raise Problem(404, "not-found", _("没有找到，或您无权查看。"), where=where)
    return rows


def _refuse_unborn(row: Commitment, revision: int, where: str) -> None:
    """A revision that does not exist yet would overwrite whatever is there."""
    if revision > row.revision:
        raise Problem(422, "bad-input", _("没有这个修订。请先取得任务事项现在的 revision。"), where=where)


def _clean(request: HttpRequest, changes: Changes, where: str) -> Mapping[str, Any]:
    """The fields that were named, each checked by itself so that the answer says which one is wrong."""
    wanted = {name: getattr(changes, name) for name in changes.model_fields_set}
    for name, value in wanted.items():
        if isinstance(value, BodyRef):
            wanted[name] = _body(request, value, f"{where}.{name}")
        elif name == "targets" and value is not None:
            wanted[name] = [target.model_dump() for target in value]
    for name, value in wanted.items():
        with refused_as_input(f"{where}.{name}"):
            if not clean_value(name, value) and name == "quote":
                raise Problem(422, "bad-input", _("任务事项不能为空。"), where=f"{where}.quote")
    return wanted


def _body(request: HttpRequest, ref: BodyRef, where: str) -> Body:
    body = Body.objects.visible_to(scope_of(request.user)).filter(pk=ref.id, is_active=True).first()
    if body is None:
        raise Problem(422, "bad-input", _("没有这个单位，或您无权查看。"), where=where)
    return body
