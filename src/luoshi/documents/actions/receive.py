"""Take in a file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from luoshi.bodies.models import Body
from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.documents import files
from luoshi.documents.enums import SourceState
from luoshi.documents.models import Source
from luoshi.documents.permission import require_for_source
from luoshi.documents.subjects import subject_of
from luoshi.documents.tasks import enqueue_reading
from luoshi.journal.actions import record


def receive_source(
    *, actor: Actor, name: str, chunks: Iterable[bytes], size: int, body: Body | None = None, is_demo: bool = False
) -> tuple[Source, bool]:
    """Take in a file and have it read; the same content again gives the same row and False.

    ``body`` is the body it belongs to; without one it belongs to the actor's session
    and is removed after the set number of hours.
    Effects: the bytes are in the file store, a row, a journal entry, a reading job
    after the commit; a body's files are read before visitors'. Raises Refused when the
    file is larger than the set limit or too many visitors' files wait already.
    """
    require_for_source(actor, "documents.receive_source")
    limit = settings.LUOSHI["UPLOAD_MB"]
    if size > limit << 20:
        raise Refused(
            zh=f"“{name}”超过 {limit} MB。请拆分后再投入。",
            en=f"“{name}” is larger than {limit} MB. Split it and try again.",
        )
    if body is None:
        _refuse_a_flood()
    stored = files.store(chunks)
    with transaction.atomic():
        session = "" if body else actor.session
        source, created = Source.objects.get_or_create(
            body=body,
            session=session,
            sha256=stored.sha256,
            parent=None,
            defaults={
                "name": name[:255],
                "size": stored.size,
                "brought_by": None if actor.is_visitor or actor.is_system else actor.user,
                "is_demo": is_demo,
                "expires_at": None if body else timezone.now() + timedelta(hours=settings.LUOSHI["VISITOR_HOURS"]),
            },
        )
        if created:
            after = {"name": source.name, "sha256": stored.sha256, "size": stored.size}
            record(actor=actor, verb="documents.receive_source", subject=subject_of(source), after=after)
            enqueue_reading(source)
    return source, created


def _refuse_a_flood() -> None:
    waiting = Source.objects.filter(body=None, state=SourceState.QUEUED).count()
    if waiting >= settings.LUOSHI["VISITOR_WAITING"]:
        raise Refused(
            zh="等候读取的文件太多，请过几分钟再投入；登录后不受此限。",
            en="Too many files wait to be read. Try again in a few minutes, or sign in.",
        )
