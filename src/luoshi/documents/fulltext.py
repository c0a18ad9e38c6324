"""The words by which documents are found: title, number, issuer and the name of the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from luoshi.common.fulltext import Entry, FullText, register_index

DOCUMENT_TERMS = FullText("documents_document_terms")


def document_entry(document: Any) -> Entry:
    """What is kept of a document, whose source is at hand."""
    words = (document.title, document.number, document.issuer, document.source.name)
    return Entry(document.pk, "\n".join(words), document.title)


def document_entries(documents: Any) -> Iterator[Entry]:
    """What is kept of documents; a queryset of this app, or of a migration's model."""
    return map(document_entry, documents.select_related("source").order_by("pk").iterator(1000))


def _all() -> Iterator[Entry]:
    from luoshi.documents.models import Document

    return document_entries(Document.objects.all())


register_index(DOCUMENT_TERMS, _all)
