"""Which documents and findings do words name?"""

from __future__ import annotations

from django.db.models import Q, QuerySet

from luoshi.bodies.queries import Scope
from luoshi.documents.fulltext import DOCUMENT_TERMS, FINDING_TERMS
from luoshi.documents.models import Document, Finding, Source


def search_documents(words: str, scope: Scope, session: str = "") -> QuerySet[Document]:
    """The documents that the asker may see and that hold the words, newest first, each with its source."""
    visible = Source.objects.visible_to(scope, session).values("pk")
    rows = Document.objects.filter(pk__in=DOCUMENT_TERMS.matching(words), source__in=visible)
    shown = ("title", "number", "issuer", "date", "source__name")
    return rows.select_related("source").only(*shown).order_by("-pk")


def search_findings(words: str, scope: Scope, session: str = "") -> QuerySet[Finding]:
    """The findings that the asker may see and that hold the words, newest first."""
    visible = Source.objects.visible_to(scope, session).values("pk")
    rows = Finding.objects.filter(pk__in=FINDING_TERMS.matching(words), document__source__in=visible)
    return rows.select_related("document").only("quote", "document__title", "document__source_id").order_by("-pk")


def named(words: str) -> Q:
    """Sources of this file name, or with a document that holds the words."""
    documents = Document.objects.filter(pk__in=DOCUMENT_TERMS.matching(words)).values("source")
    return Q(name__icontains=words.replace("\0", " ")) | Q(pk__in=documents)
