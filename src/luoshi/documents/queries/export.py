"""What was found in a file as the core's values."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from luoshi.documents.bridge import document_of
from luoshi.documents.models import Call, Document, Finding, Passage, Source
from luoshi_core import reading as core


def documents_of(source: Source) -> list[core.Document]:
    """The documents of a file, or of all files of an archive, in order; four queries."""
    sources = [source.pk, *source.members.values_list("pk", flat=True)]
    rows = list(Document.objects.filter(source__in=sources).order_by("source", "position"))
    findings, passages, calls = (_by_document(model, sources) for model in (Finding, Passage, Call))
    return [document_of(row, findings.get(row.pk, []), passages.get(row.pk, []), calls.get(row.pk, [])) for row in rows]


def _by_document(model: Any, sources: list[int]) -> dict[int, list[Any]]:
    rows = model.objects.filter(document__source__in=sources).order_by("document_id", "position")
    return {key: list(group) for key, group in groupby(rows, key=lambda row: row.document_id)}
