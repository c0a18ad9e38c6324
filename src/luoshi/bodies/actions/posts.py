"""Posts are granted and ended by the security administrator."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

from luoshi.bodies.enums import ADMINISTRATORS, PostKind
from luoshi.bodies.models import Body, Person, Post
from luoshi.bodies.subjects import subject_of
from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.journal.actions import record
from luoshi.journal.permission import require


@transaction.atomic
def grant_post(*, actor: Actor, person: Person, body: Body, kind: PostKind, title: str = "") -> Post:
    """Give a person a post; the same again changes nothing.

    Effects: a row in the journal when it is new.
    Raises Refused when one person would hold two of the three administrator's
    posts, or grants a post to themselves.
    """
    require(actor, "bodies.grant_post", person)
    if actor.user is not None and actor.user.pk == person.pk:
        raise Refused(zh="不能给自己授予岗位。", en="Nobody grants a post to themselves.")
    held = Post.objects.filter(person=person, body=body, kind=kind, ended_at=None).first()
    if held is not None:
        return held
    try:
        with transaction.atomic():
            post = Post.objects.create(person=person, body=body, kind=kind, title=title)
    except IntegrityError:
        if kind not in ADMINISTRATORS:
            raise
        raise Refused(
            zh="系统管理员、安全管理员、审计员须由三人分任。",
            en="System administrator, security administrator and auditor must be three different people.",
        ) from None
    record(actor=actor, verb="bodies.grant_post", subject=subject_of(post), after={"kind": str(kind), "title": title})
    return post


@transaction.atomic
def end_post(*, actor: Actor, post: Post) -> Post:
    """End a post; ended again it stays as it is.

    Effects: ``ended_at`` is set, a row in the journal.
    """
    require(actor, "bodies.end_post", post)
    post = Post.objects.select_for_update().select_related("person", "body").get(pk=post.pk)
    if post.ended_at is None:
        post.ended_at = timezone.now()
        post.save(update_fields=["ended_at"])
        record(actor=actor, verb="bodies.end_post", subject=subject_of(post), before={"kind": post.kind})
    return post
