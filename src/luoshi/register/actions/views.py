"""Keep a way of looking at the register."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from luoshi.bodies.models import Body
from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.journal.actions import record
from luoshi.journal.permission import require
from luoshi.register.fields import clean_words
from luoshi.register.models import View
from luoshi.register.subjects import subject_of


@transaction.atomic
def save_view(*, actor: Actor, name: str, query: str, body: Body | None = None) -> View:
    """Keep a query under a name, for oneself or shared with one's body; the same name is overwritten.

    Effects: a row, a journal entry; none where it stands so already. Raises Refused without a name, or for a body that
    the actor holds no post in.
    """
    require(actor, "register.save_view", None)
    name = clean_words(name, 60, "名称", "name")
    query = clean_words(query, 2000, "条件", "query")
    if not name:
        raise Refused(zh="请给视图起个名字。", en="Give the view a name.")
    if body is not None and not actor.user.posts.filter(body=body, ended_at=None).exists():
        raise Refused(zh="只能共享给您任职的单位。", en="A view can be shared with a body that you hold a post in.")
    values = {"query": query, "body": body}
    known = View.objects.filter(person=actor.user, name=name).first()
    if known is not None and (known.query, known.body_id) == (query, body and body.pk):
        return known
    before = None if known is None else _content(known)
    view, _ = View.objects.update_or_create(person=actor.user, name=name, defaults=values)
    record(actor=actor, verb="register.save_view", subject=subject_of(view), before=before, after=_content(view))
    return view


def _content(view: View) -> dict[str, Any]:
    return {"query": view.query, "body": view.body_id and str(view.body_id)}


@transaction.atomic
def remove_view(*, actor: Actor, view: View) -> None:
    """Forget a view that one has saved; a second time nothing happens. Effects: the row is gone, a journal entry."""
    require(actor, "register.remove_view", view)
    if View.objects.filter(pk=view.pk).delete()[0]:
        record(actor=actor, verb="register.remove_view", subject=subject_of(view), before=_content(view))
