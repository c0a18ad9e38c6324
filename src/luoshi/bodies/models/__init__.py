"""Who and where."""

from luoshi.bodies.models.body import Alias, Body
from luoshi.bodies.models.person import Person
from luoshi.bodies.models.place import Place, PlaceName
from luoshi.bodies.models.post import Post
from luoshi.bodies.models.proposal import Proposal
from luoshi.bodies.models.reorganisation import Reorganisation, ReorganisationPart
from luoshi.bodies.models.token import Token

__all__ = [
    "Alias",
    "Body",
    "Person",
    "Place",
    "PlaceName",
    "Post",
    "Proposal",
    "Reorganisation",
    "ReorganisationPart",
    "Token",
]
