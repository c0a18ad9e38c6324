"""The verbs about who and where."""

from luoshi.bodies.actions.accounts import add_person, deactivate_person, reset_password, unlock_person
from luoshi.bodies.actions.apply_change import apply_change
from luoshi.bodies.actions.bodies import add_alias, add_body
from luoshi.bodies.actions.merge import merge_bodies
from luoshi.bodies.actions.places import PlaceRow, import_places
from luoshi.bodies.actions.posts import end_post, grant_post
from luoshi.bodies.actions.proposals import (
    Where,
    add_proposed,
    dismiss_proposal,
    join_proposed,
    propose_bodies,
    reopen_proposal,
)
from luoshi.bodies.actions.reorganise_bodies import reorganise_bodies
from luoshi.bodies.actions.reorganise_places import reorganise_places
from luoshi.bodies.actions.tokens import issue_token, revoke_token

__all__ = [
    "PlaceRow",
    "Where",
    "add_alias",
    "add_body",
    "add_person",
    "add_proposed",
    "apply_change",
    "deactivate_person",
    "dismiss_proposal",
    "end_post",
    "grant_post",
    "import_places",
    "issue_token",
    "join_proposed",
    "merge_bodies",
    "propose_bodies",
    "reopen_proposal",
    "reorganise_bodies",
    "reorganise_places",
    "reset_password",
    "revoke_token",
    "unlock_person",
]
