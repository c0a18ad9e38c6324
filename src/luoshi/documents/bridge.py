"""Readings of the core <-> rows of this app."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from luoshi.documents.models import Call, Document, Finding, Passage, Source
from luoshi_core import reading as core
from luoshi_core.reading.export import target_to_dict

Spans = Iterable[core.Span]


def remarks_of(remarks: Iterable[core.Remark]) -> list[dict[str, str | None]]:
    """Remarks as they are stored."""
    return [{"code": r.code, "zh": r.zh, "en": r.en, "where": r.where} for r in remarks]


def spans_of(spans: Spans) -> list[list[int]]:
    """Spans as they are stored."""
    return [[span.start, span.end] for span in spans]


def found_of(found: Any) -> dict[str, Any]:
    """Where each field came from."""
    return {name: {"how": place.how.value, "spans": spans_of(place.spans)} for name, place in found.items()}


def document_row(source: Source, position: int, document: core.Document) -> Document:
    """The row of a document; not saved."""
    return Document(
        source=source,
        position=position,
        title=document.title[:300],
        number=(document.number or "")[:100],
        issuer=(document.issuer or "")[:300],
        date=document.date,
        author=(document.author or "")[:200],
        publication=(document.source or "")[:200],
        header={
            "recipients": list(document.recipients),
            "copied_to": list(document.copied_to),
            "printed": document.printed,
            "attachments": list(document.attachments),
            "found": found_of(document.found),
        },
        spans=spans_of(document.spans),
        remarks=remarks_of(document.remarks),
    )


def passage_rows(row: Document, document: core.Document) -> list[Passage]:
    """The outline; not saved."""
    return [
        Passage(
            document=row, position=i, level=h.level, label=h.label[:40], title=h.title[:300], spans=spans_of(h.spans)
        )
        for i, h in enumerate(document.outline)
    ]


def call_rows(row: Document, document: core.Document) -> list[Call]:
    """The calls; not saved."""
    return [
        Call(document=row, position=i, quote=c.quote, path=list(c.path), spans=spans_of(c.spans))
        for i, c in enumerate(document.calls)
    ]


def finding_rows(row: Document, document: core.Document) -> list[Finding]:
    """What was found, without ``duplicate_of``; not saved."""
    return [
        Finding(
            document=row,
            position=i,
            quote=c.quote,
            path=list(c.path),
            spans=spans_of(c.spans),
            start=min((s.start for s in c.spans), default=0),
            end=max((s.end for s in c.spans), default=0),
            owner=(c.owner or "")[:300],
            partners=list(c.partners),
            leader=(c.leader or "")[:100],
            due=c.due,
            cadence=c.cadence.value,
            targets=[{**target_to_dict(t), "spans": spans_of(t.spans)} for t in c.targets],
            kind=c.kind.value,
            found=found_of(c.found),
            remarks=remarks_of(c.remarks),
        )
        for i, c in enumerate(document.commitments)
    ]


def commitment_fields(commitment: core.Commitment) -> dict[str, Any]:
    """Owner, partners, leader, time, targets and kind that reading found, as they are stored; without any place."""
    return {
        "owner_name": (commitment.owner or "")[:300],
        "partners": list(commitment.partners),
        "leader": (commitment.leader or "")[:100],
        "due": commitment.due,
        "cadence": commitment.cadence.value,
        "targets": [target_to_dict(target) for target in commitment.targets],
        "kind": commitment.kind.value,
    }


def commitment_of(finding: Finding, duplicate_of: int | None = None) -> core.Commitment:
    """A finding as the core's value, for exports; ``duplicate_of`` is a position in its document."""
    return core.Commitment(
        quote=finding.quote,
        spans=_spans(finding.spans),
        path=tuple(finding.path),
        owner=finding.owner or None,
        partners=tuple(finding.partners),
        leader=finding.leader or None,
        due=finding.due,
        cadence=core.Cadence(finding.cadence),
        targets=tuple(
            core.Target(t["measure"], core.Operator(t["op"]), t["value"], t["unit"], _spans(t.get("spans", ())))
            for t in finding.targets
        ),
        kind=core.Kind(finding.kind),
        duplicate_of=duplicate_of,
    )


def document_of(
    row: Document, findings: Iterable[Finding], outline: Iterable[Passage], calls: Iterable[Call]
) -> core.Document:
    """A document with its parts as the core's value, for exports."""
    findings = list(findings)
    position = {finding.pk: finding.position for finding in findings}
    return core.Document(
        title=row.title,
        number=row.number or None,
        issuer=row.issuer or None,
        date=row.date,
        author=row.author or None,
        source=row.publication or None,
        outline=tuple(core.Heading(p.level, p.label, p.title, _spans(p.spans)) for p in outline),
        commitments=tuple(commitment_of(f, position.get(f.duplicate_of_id or 0)) for f in findings),
        calls=tuple(core.Call(c.quote, _spans(c.spans), tuple(c.path)) for c in calls),
    )


def _spans(stored: Iterable[Iterable[int]]) -> tuple[core.Span, ...]:
    return tuple(core.Span(*pair) for pair in stored)
