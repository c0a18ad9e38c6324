"""Findings of the reading -> commitments; commitments -> what a version freezes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from luoshi.bodies.models import Body
from luoshi.common.errors import Refused
from luoshi.documents.models import Document, Finding
from luoshi.register.fields import FIELDS, value_of
from luoshi.register.models import Commitment
from luoshi_core.assessable import beneficiaries_in, is_timed, missing_parts, to_mask

Spans = Sequence[Sequence[int]]
MOST_GROUPS = Commitment._meta.get_field("beneficiary").max_length or 0


def keeper_of(document: Document) -> Body:
    """The body that keeps the register of a document: the one that its file belongs to.

    Raises Refused for a visitor's file, which belongs to nobody.
    """
    body = document.source.body
    if body is None:
        raise Refused(
            zh="访客的文件不建台账。请登录后重新投入。",
            en="A visitor's file has no register. Sign in and bring it in again.",
        )
    return body


def proposal_of(finding: Finding, document: Document, keeper: Body, bodies: Mapping[str, Body]) -> Commitment:
    """A commitment as reading proposes it, not saved; ``bodies`` are those that printed names mean."""
    owner = bodies.get(finding.owner)
    found = dict(finding.found)
    groups = beneficiaries_in(finding.quote)
    if groups:
        places = [span for group in groups for span in spans_within(finding.quote, finding.spans, *group)]
        found["beneficiary"] = {"how": "own words", "spans": places}
    commitment = Commitment(
        document=document,
        serial=finding.position + 1,
        keeper=keeper,
        finding=finding,
        quote=finding.quote,
        path=finding.path,
        spans=finding.spans,
        start=finding.start,
        end=finding.end,
        owner=owner,
        owner_name=finding.owner,
        partners=finding.partners,
        leader=finding.leader,
        due=finding.due,
        cadence=finding.cadence,
        targets=finding.targets,
        kind=finding.kind,
        beneficiary=groups_in(finding.quote),
        found=found,
        remarks=finding.remarks,
    )
    refresh(commitment)
    return commitment


def groups_in(quote: str) -> str:
    """Who should feel it, as far as the words name them and the field holds."""
    words = [quote[a:b] for a, b in beneficiaries_in(quote)]
    while len("、".join(words)) > MOST_GROUPS:
        words.pop()
    return "、".join(words)


def refresh(commitment: Commitment) -> None:
    """Compute what follows from the other fields: the place and the parts that are missing."""
    commitment.place = commitment.owner.place if commitment.owner else commitment.keeper.place
    commitment.missing = to_mask(
        missing_parts(
            beneficiary=commitment.beneficiary,
            change=commitment.change,
            operators=[target["op"] for target in commitment.targets],
            baseline=commitment.baseline,
            timed=is_timed(commitment.due, commitment.cadence),
            evidence=commitment.evidence,
            checker=commitment.checker_words,
        )
    )


def content_of(commitment: Commitment) -> dict[str, Any]:
    """What a version freezes of a commitment: its code, its way through the outline, every field, what is missing."""
    values = {name: value_of(commitment, name) for name in FIELDS}
    return {
        "code": commitment.code,
        "path": commitment.path,
        **values,
        "missing": [str(part) for part in commitment.missing_parts],
    }


def spans_within(quote: str, spans: Spans, start: int, end: int) -> list[list[int]]:
    """The places in the text of the characters ``[start, end)`` of a quote.

    All places of the quote where repairing the text has added or removed characters,
    so that they cannot be counted off.
    """
    if sum(b - a for a, b in spans) != len(quote):
        return [list(span) for span in spans]
    inside, at = [], 0
    for a, b in spans:
        low, high = max(start - at, 0), min(end - at, b - a)
        if low < high:
            inside.append([a + low, a + high])
        at += b - a
    return inside


def exact(value: Any) -> Any:
    """The value with every fraction as text: the journal and digests know no floats."""
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, dict):
        return {key: exact(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [exact(item) for item in value]
    return value
