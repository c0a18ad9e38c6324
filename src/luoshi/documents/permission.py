"""Visitors have no posts; what they may do hangs on a setting and on their own session."""

from __future__ import annotations

from django.conf import settings

from luoshi.common.actor import Actor
from luoshi.common.errors import NotAllowed
from luoshi.documents.models import Source
from luoshi.journal.permission import require
from luoshi.journal.verbs import words_of


def require_for_source(actor: Actor, verb: str, source: Source | None = None) -> None:
    """Raise NotAllowed unless the actor may do the verb; a visitor only to what its session brought in."""
    if not actor.is_visitor:
        require(actor, verb, source)
        return
    own = source is None or (source.body_id is None and source.session == actor.session)
    if not (settings.LUOSHI["VISITOR_READING"] and actor.session and own):
        raise NotAllowed(verb=words_of(verb))
