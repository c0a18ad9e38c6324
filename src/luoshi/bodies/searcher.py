"""Bodies in the search of every page."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from luoshi.bodies.queries import search_bodies
from luoshi.common.actor import Actor
from luoshi.common.searching import Found, Hit, Searcher, found_of


def _find(words: str, actor: Actor, most: int) -> Found:
    bodies = search_bodies(words, actor.user, most + 1)
    hits = [
        Hit(
            words=body.name,
            address=reverse("desk:body", args=[body.pk]),
            context=" · ".join([str(body.place), *(alias.name for alias in body.aliases.all()[:4])]),
        )
        for body in bodies
    ]
    return found_of(hits, most, f"{reverse('desk:bodies')}?{urlencode({'words': words})}")


BODIES = Searcher("body", _("单位"), _find, rank=10)
