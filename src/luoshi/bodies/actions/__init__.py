"""The verbs about who and where."""

from luoshi.bodies.actions.accounts import add_person, deactivate_person, reset_password, unlock_person
from luoshi.bodies.actions.bodies import add_alias, add_body
from luoshi.bodies.actions.places import PlaceRow, import_places
from luoshi.bodies.actions.posts import end_post, grant_post
from luoshi.bodies.actions.tokens import issue_token, revoke_token

__all__ = [
    "PlaceRow",
    "add_alias",
    "add_body",
    "add_person",
    "deactivate_person",
    "end_post",
    "grant_post",
    "import_places",
    "issue_token",
    "reset_password",
    "revoke_token",
    "unlock_person",
]
