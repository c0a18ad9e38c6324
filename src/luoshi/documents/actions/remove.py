"""Take a file out again."""

from __future__ import annotations

from django.db import transaction
from django.db.models import ProtectedError, Q, QuerySet
from django.utils import timezone

from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.documents import files
from luoshi.documents.fulltext import DOCUMENT_TERMS, FINDING_TERMS
from luoshi.documents.models import Document, Finding, Source
from luoshi.documents.permission import require_for_source
from luoshi.documents.pictures import forget_pictures
from luoshi.documents.subjects import subject_of
from luoshi.journal.actions import Subject, record


@transaction.atomic
def remove_source(*, actor: Actor, source: Source) -> None:
    """Remove a file with everything found in it.

    Effects: its rows and their terms for the search are gone, a journal entry keeps name
    and digest; after the commit the bytes are gone unless another row needs them. Raises
    Refused once something that is kept for ever, such as a published register, rests on it.
    """
    require_for_source(actor, "documents.remove_source", source)
    before = {"name": source.name, "sha256": source.sha256}
    subject = subject_of(source)
    _forget_terms(Source.objects.filter(pk=source.pk))
    try:
        source.delete()
    except ProtectedError:
        raise Refused(
            zh="这份文件的台账已经发布，不能删除；可以取消公开。",
            en="The register of this document is published, so it stays; you can stop showing it to everybody.",
        ) from None
    record(actor=actor, verb="documents.remove_source", subject=subject, before=before)
    transaction.on_commit(lambda: _forget_bytes([before["sha256"]]))


@transaction.atomic
def expire_sources(*, actor: Actor) -> int:
    """Remove visitors' files whose time is over. Effects: as ``remove_source``, one journal entry for all."""
    require_for_source(actor, "documents.expire_sources")
    over = Source.objects.filter(body=None, expires_at__lt=timezone.now())
    digests = list(over.values_list("sha256", flat=True).distinct())
    count = over.filter(parent=None).count()
    if count:
        _forget_terms(over)
        over.delete()
        record(
            actor=actor,
            verb="documents.expire_sources",
            subject=Subject("documents.source", "", "到期文件"),
            before={"count": count},
        )
        transaction.on_commit(lambda: _forget_bytes(digests))
    return count


def _forget_terms(sources: QuerySet[Source]) -> None:
    ids = sources.values("pk")
    documents = Document.objects.filter(Q(source__in=ids) | Q(source__parent__in=ids))
    FINDING_TERMS.forget(list(Finding.objects.filter(document__in=documents).values_list("pk", flat=True)))
    DOCUMENT_TERMS.forget(list(documents.values_list("pk", flat=True)))


def _forget_bytes(digests: list[str]) -> None:
    needed = set(Source.objects.filter(sha256__in=digests).values_list("sha256", flat=True))
    for digest in set(digests) - needed:
        files.path_of(digest).unlink(missing_ok=True)
        forget_pictures(digest)
