"""What this app itself ties to a body: the bodies below it, and who works there."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from luoshi.bodies.enums import ProposalState
from luoshi.bodies.fulltext import keep_body_terms
from luoshi.bodies.models import Body, Post, Proposal
from luoshi.bodies.references import register_follower, register_mover


def _move_children(old: Body, new: Body) -> int:
    """Bodies below the old one come below the new one; the new one itself takes the place above."""
    _lift(old, new)
    return Body.objects.filter(parent=old).exclude(pk=new.pk).update(parent=new)


def _lift(old: Body, new: Body) -> None:
    """A body that is below its predecessor, however deep, comes up to where that one was."""
    above, seen = new.parent, set()
    while above is not None and above.pk not in seen:
        if above.pk == old.pk:
            new.parent = old.parent
            new.save(update_fields=["parent"])
            return
        seen.add(above.pk)
        above = above.parent


def _count_children(body: Body) -> int:
    return Body.objects.filter(parent=body, is_active=True).count()


def _move_posts(old: Body, new: Body) -> int:
    """Posts end at the old body and begin at the new one; who holds the same there already keeps that one."""
    held = Post.objects.select_for_update().filter(body=old, ended_at=None)
    posts = list(held.order_by("pk"))
    for post in posts:
        post.ended_at = timezone.now()
        post.save(update_fields=["ended_at"])
        Post.objects.get_or_create(
            person_id=post.person_id, body=new, kind=post.kind, ended_at=None, defaults={"title": post.title}
        )
    return len(posts)


def _count_posts(body: Body) -> int:
    return Post.objects.filter(body=body, ended_at=None).count()


def _move_proposals(old: Body, new: Body) -> int:
    return Proposal.objects.filter(Q(parent=old), state=ProposalState.OPEN).update(parent=new)


def register_own() -> None:
    """Make the references inside this app known."""
    register_mover("bodies.children", _move_children, _count_children)
    register_mover("bodies.posts", _move_posts, _count_posts)
    register_mover("bodies.proposals", _move_proposals)
    register_follower("bodies.terms", keep_body_terms)
