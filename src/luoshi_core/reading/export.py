"""A reading as plain values in the shape of the gold files, for JSON."""

from __future__ import annotations

from typing import Any

from luoshi_core.reading.model import Commitment, Document, Reading, Target


def to_dict(reading: Reading) -> dict[str, Any]:
    """``{"documents": [...]}``; what the gold files do not know stands beside under further keys."""
    return {"documents": [document_to_dict(d) for d in reading.documents]}


def document_to_dict(document: Document) -> dict[str, Any]:
    """One document."""
    return {
        "title": document.title,
        "number": document.number,
        "issuer": document.issuer,
        "date": document.date.isoformat() if document.date else None,
        "author": document.author,
        "source": document.source,
        "outline": [{"level": h.level, "label": h.label, "title": h.title} for h in document.outline],
        "commitments": [commitment_to_dict(c) for c in document.commitments],
        "calls": [{"quote": c.quote, "path": list(c.path)} for c in document.calls],
    }


def commitment_to_dict(commitment: Commitment) -> dict[str, Any]:
    """One commitment."""
    return {
        "quote": commitment.quote,
        "path": list(commitment.path),
        "owner": commitment.owner,
        "partners": list(commitment.partners),
        "leader": commitment.leader,
        "due": commitment.due.isoformat() if commitment.due else None,
        "cadence": commitment.cadence.value,
        "targets": [target_to_dict(t) for t in commitment.targets],
        "kind": commitment.kind.value,
        "duplicate_of": commitment.duplicate_of,
    }


def target_to_dict(target: Target) -> dict[str, Any]:
    """One target; a whole value is written without a decimal point."""
    value = int(target.value) if target.value == int(target.value) else target.value
    return {"measure": target.measure, "op": target.op.value, "value": value, "unit": target.unit}
