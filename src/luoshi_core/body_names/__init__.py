"""What a printed name of a body says: its place, its office, its kind, and which known body it may mean."""

from luoshi_core.body_names.groups import is_group
from luoshi_core.body_names.kinds import kind_of
from luoshi_core.body_names.likeness import Likeness, likeness, ranked
from luoshi_core.body_names.parts import BodyName, cleaned, split_name
from luoshi_core.body_names.renaming import renamed
from luoshi_core.body_names.standard import standard_office

__all__ = [
    "BodyName",
    "Likeness",
    "cleaned",
    "is_group",
    "kind_of",
    "likeness",
    "ranked",
    "renamed",
    "split_name",
    "standard_office",
]
