"""Commitments in the search of every page."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from luoshi.bodies.queries import scope_of
from luoshi.common.actor import Actor
from luoshi.common.searching import Found, Hit, Searcher, found_of
from luoshi.register.models import Commitment
from luoshi.register.queries.search_commitments import search_commitments


def _find(words: str, actor: Actor, most: int) -> Found:
    if actor.user is None:
        return Found()
    hits = [_hit(row) for row in search_commitments(words, scope_of(actor.user), most + 1)]
    return found_of(hits, most, f"{reverse('desk:register')}?{urlencode({'q': words})}")


def _hit(row: Commitment) -> Hit:
    due = date_format(row.due, "DATE_FORMAT") if row.due else ""
    facts = (row.code, row.owner_words, due, str(row.get_state_display()), str(row.document))
    return Hit(row.quote, reverse("desk:commitment", args=[row.pk]), " · ".join(filter(None, facts)))


COMMITMENTS = Searcher("commitment", _("台账任务"), _find, rank=25)
