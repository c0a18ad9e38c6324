"""The words by which documents are found (title, number, issuer, name of the file) and findings (what they quote)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from luoshi.common.fulltext import Entry, FullText, register_index

DOCUMENT_TERMS = FullText("documents_document_terms")
FINDING_TERMS = FullText("documents_finding_terms")


def document_entry(document: Any) -> Entry:
    """What is kept of a document, whose source is at hand."""
    words = (document.title, document.number, document.issuer, document.source.name)
    return Entry(document.pk, "\n".join(words), document.title)


def document_entries(documents: Any) -> Iterator[Entry]:
    """What is kept of documents; a queryset of this app, or of a migration's model."""
    return map(document_entry, documents.select_related("source").order_by("pk").iterator(1000))


def finding_entries(findings: Iterable[Any]) -> Iterator[Entry]:
    """What is kept of findings."""
    return (Entry(finding.pk, finding.quote) for finding in findings)


def stored_findings(findings: Any) -> Iterator[Entry]:
    """What is kept of all rows of a queryset of this app, or of a migration's model."""
    return finding_entries(findings.only("quote").order_by("pk").iterator(1000))


def _all_documents() -> Iterator[Entry]:
    from luoshi.documents.models import Document

    return document_entries(Document.objects.all())


def _all_findings() -> Iterator[Entry]:
    from luoshi.documents.models import Finding

    return stored_findings(Finding.objects.all())


register_index(DOCUMENT_TERMS, _all_documents)
register_index(FINDING_TERMS, _all_findings)
