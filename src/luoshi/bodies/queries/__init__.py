"""The questions about who and where."""

from luoshi.bodies.queries.find_body import find_body, known_names
from luoshi.bodies.queries.keeping import Keeping, keeping_of
from luoshi.bodies.queries.scope import Scope, scope_of
from luoshi.bodies.queries.search_bodies import search_bodies, visible_bodies

__all__ = [
    "Keeping",
    "Scope",
    "find_body",
    "keeping_of",
    "known_names",
    "scope_of",
    "search_bodies",
    "visible_bodies",
]
