"""Documents and what was found in them in the search of every page."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from luoshi.bodies.queries import scope_of
from luoshi.common.actor import Actor
from luoshi.common.searching import Found, Hit, Searcher, found_of
from luoshi.documents.models import Document, Finding
from luoshi.documents.queries import search_documents, search_findings


def _documents(words: str, actor: Actor, most: int) -> Found:
    rows = search_documents(words, scope_of(actor.user), actor.session)[: most + 1]
    more = "" if actor.is_visitor else f"{reverse('desk:documents')}?{urlencode({'words': words})}"
    return found_of([_of_document(row) for row in rows], most, more)


def _of_document(row: Document) -> Hit:
    date = date_format(row.date, "DATE_FORMAT") if row.date else ""
    facts = (row.number, row.issuer, date, "" if row.source.name == row.title else row.source.name)
    return Hit(str(row), reverse("portal:source", args=[row.source_id]), " · ".join(filter(None, facts)))


def _findings(words: str, actor: Actor, most: int) -> Found:
    rows = search_findings(words, scope_of(actor.user), actor.session)[: most + 1]
    return found_of([_of_finding(row) for row in rows], most)


def _of_finding(row: Finding) -> Hit:
    address = reverse("portal:source", args=[row.document.source_id])
    return Hit(row.quote, f"{address}#f{row.pk}", str(row.document))


DOCUMENTS = Searcher("document", _("文件"), _documents, rank=20)
FINDINGS = Searcher("finding", _("任务事项"), _findings, rank=30)
