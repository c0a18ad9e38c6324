"""Publish the register of a document: a version that nobody can change any more."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.documents.models import Document
from luoshi.journal.actions import record
from luoshi.journal.permission import require
from luoshi.register.actions.writing import hold
from luoshi.register.bridge import content_of, exact
from luoshi.register.enums import STANDING, State
from luoshi.register.fields import clean_reason, clean_words
from luoshi.register.models import Commitment, Version, VersionItem
from luoshi.register.subjects import subject_of
from luoshi_core.chain import canonical, digest

LONGEST_NAME = 200


@transaction.atomic
def publish_register(*, actor: Actor, document: Document, name: str = "", reason: str = "") -> Version:
    """Freeze the accepted and registered commitments of a document as its next version.

    What is still undecided stays out and can come with a later version. A version after
    the first says why it is made.
    Effects: a version with its items and their digest; accepted commitments are
    registered; a journal entry. Raises Refused without commitments, without a reason for
    a later version, or when nothing has changed since the latest one.
    """
    require(actor, "register.publish_register", document)
    name, reason = clean_words(name, LONGEST_NAME, "名称", "name"), clean_reason(reason)
    Document.objects.select_for_update().get(pk=document.pk)
    hold(Commitment.objects.filter(document=document))  # what is frozen and what is marked as frozen are the same
    latest = document.versions.first()
    rows = list(_standing(document))
    contents = [content_of(row) for row in rows]
    algorithm = settings.LUOSHI["JOURNAL_DIGEST"]
    seal = contents_digest(contents, algorithm)
    _refuse_needless(contents, latest, reason)
    number = latest.number + 1 if latest else 1
    version = Version.objects.create(
        document=document,
        number=number,
        name=name or default_name(document, number),
        reason=reason,
        published_at=timezone.now(),
        published_by=None if actor.is_system else actor.user,
        count=len(rows),
        assessable=sum(not row.missing for row in rows),
        algorithm=algorithm,
        digest=seal,
    )
    VersionItem.objects.bulk_create(
        (
            VersionItem(version=version, position=position, commitment=row, content=content)
            for position, (row, content) in enumerate(zip(rows, contents, strict=True))
        ),
        batch_size=500,
    )
    every = Commitment.objects.filter(document=document, state__in=STANDING)
    every.update(state=State.REGISTERED, published_revision=F("revision"), updated_at=timezone.now())
    gone = Commitment.objects.filter(document=document, state=State.WITHDRAWN)
    gone.update(published_revision=F("revision"))
    after = {"version": number, "name": version.name, "count": version.count, "digest": version.digest}
    record(actor=actor, verb="register.publish_register", subject=subject_of(document), after=after, reason=reason)
    return version


def default_name(document: Document, number: int) -> str:
    """What a version is called unless somebody names it."""
    rest = f"任务台账（第{number}版）"
    return f"{document}"[: LONGEST_NAME - len(rest)] + rest


def contents_digest(contents: list[dict[str, Any]], algorithm: str) -> str:
    """The digest that a version keeps of its items in order.

    Anybody can compute it again: the canonical JSON of the list of their contents, with
    every fraction written as a text, hashed as the journal is.
    """
    return digest(canonical(exact(contents)), algorithm)


def _standing(document: Document) -> Any:
    rows = Commitment.objects.filter(document=document, state__in=STANDING)
    return rows.select_related("owner", "checker").order_by("start", "serial")


def _refuse_needless(contents: list[dict[str, Any]], latest: Version | None, reason: str) -> None:
    if latest is None:
        if not contents:
            raise Refused(
                zh="还没有采纳任何任务。请先在审核页采纳。",
                en="No commitment is accepted yet. Accept some in the review.",
            )
        return
    if contents_digest(contents, latest.algorithm) == latest.digest:
        raise Refused(zh=f"与“{latest.name}”相比没有变动，不必发布新版。", en=f"Nothing differs from “{latest.name}”.")
    if not reason:
        raise Refused(zh="请写明为什么要发布新版。", en="Say why there is a new version.")
