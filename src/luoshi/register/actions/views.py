"""Keep a way of looking at the register."""

from __future__ import annotations

from django.db import transaction

from luoshi.bodies.models import Body
from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.journal.actions import record
from luoshi.journal.permission import require
from luoshi.register.models import View
from luoshi.register.subjects import subject_of


@transaction.atomic
def save_view(*, actor: Actor, name: str, query: str, body: Body | None = None) -> View:
    """Keep a query under a name, for oneself or shared with one's body; the same name is overwritten.

    Effects: a row, a journal entry. Raises Refused without a name, or for a body that
    the actor holds no post in.
    """
    require(actor, "register.save_view", None)
    name = name.strip()[:60]
    if not name:
        raise Refused(zh="请给视图起个名字。", en="Give the view a name.")
    if body is not None and not actor.user.posts.filter(body=body, ended_at=None).exists():
        raise Refused(zh="只能共享给您任职的单位。", en="A view can be shared with a body that you hold a post in.")
    values = {"query": query[:2000], "body": body}
    view, _ = View.objects.update_or_create(person=actor.user, name=name, defaults=values)
    record(actor=actor, verb="register.save_view", subject=subject_of(view), after={"query": view.query})
    return view


@transaction.atomic
def remove_view(*, actor: Actor, view: View) -> None:
    """Forget a view that one has saved. Effects: the row is gone, a journal entry."""
    require(actor, "register.remove_view", view)
    subject = subject_of(view)
    view.delete()
    record(actor=actor, verb="register.remove_view", subject=subject)
