"""How the nouns of this app are named in the journal."""

from __future__ import annotations

from luoshi.bodies.models import Body, Person, Place, Post, Proposal, Token
from luoshi.journal.actions import Subject


def subject_of(thing: Body | Person | Place | Post | Proposal | Token) -> Subject:
    """The journal's name for a place, body, person, post, proposed body or token."""
    name = f"{thing.person.name} {thing}" if isinstance(thing, (Post, Token)) else thing.name
    return Subject(thing._meta.label_lower, str(thing.pk), name)
