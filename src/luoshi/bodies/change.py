"""One change of a division, as the data tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from luoshi.bodies.enums import ReorganisationKind

#: what of the data is a change that a place and its bodies follow; the rest is told and left to a person
KINDS: Final = {
    "更名": ReorganisationKind.RENAME,
    "同名改码": ReorganisationKind.RENAME,
    "撤县设市": ReorganisationKind.RENAME,
    "撤县设区": ReorganisationKind.RENAME,
    "撤市设区": ReorganisationKind.RENAME,
    "撤旗设区": ReorganisationKind.RENAME,
    "撤地设市": ReorganisationKind.RENAME,
    "区划调整": ReorganisationKind.RENAME,
    "撤区设区": ReorganisationKind.MERGE,
    "撤销": ReorganisationKind.MERGE,
}


@dataclass(frozen=True, slots=True)
class Change:
    """One event; codes without trailing zeros, "" where there is none."""

    year: int
    type: str
    old_code: str
    old_name: str
    new_code: str
    new_name: str
    number: str
    source: str
    detail: str

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.year}-{self.old_code}-{self.new_code}-{self.type}"

    @property
    def kind(self) -> ReorganisationKind | None:
        """What luoshi does when it is applied, or None when it only tells."""
        whole = self.old_code and self.new_code and self.old_name and self.new_name
        changed = (self.old_code, self.old_name) != (self.new_code, self.new_name)
        return KINDS.get(self.type) if whole and changed else None
