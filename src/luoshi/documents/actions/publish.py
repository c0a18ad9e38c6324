"""Show a file to everybody, or no longer."""

from __future__ import annotations

from django.db import transaction

from luoshi.common.actor import Actor
from luoshi.documents.models import Source
from luoshi.documents.permission import require_for_source
from luoshi.documents.subjects import subject_of
from luoshi.journal.actions import record


def publish_source(*, actor: Actor, source: Source) -> Source:
    """Let everybody see a file and what was found in it. Effects: a flag, a journal entry."""
    return _set_published(actor, source, "documents.publish_source", True)


def withdraw_source(*, actor: Actor, source: Source) -> Source:
    """Show a file to its body and place only. Effects: a flag, a journal entry."""
    return _set_published(actor, source, "documents.withdraw_source", False)


@transaction.atomic
def _set_published(actor: Actor, source: Source, verb: str, published: bool) -> Source:
    require_for_source(actor, verb, source)
    source = Source.objects.select_for_update().get(pk=source.pk)
    if source.is_published != published:
        source.is_published = published
        source.save(update_fields=["is_published"])
        Source.objects.filter(parent=source).update(is_published=published)
        record(actor=actor, verb=verb, subject=subject_of(source), after={"is_published": published})
    return source
