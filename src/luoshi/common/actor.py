"""Who acts: a person, the system itself, or a visitor without an account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who changes something; every action needs one.

    ``user`` is what permission predicates are asked about; ``id`` and ``name`` are
    kept as text in the journal and outlive the account; ``session`` ties a visitor
    to what the same session brought in.
    """

    id: str
    name: str
    user: Any = None
    address: str = ""
    session: str = ""

    @classmethod
    def system(cls, task: str) -> Actor:
        """The system acting by itself in a named task."""
        return cls(id=f"system:{task}", name=f"系统（{task}）")

    @property
    def is_system(self) -> bool:
        """Whether nobody but luoshi itself acts."""
        return self.id.startswith("system:")

    @property
    def is_visitor(self) -> bool:
        """Whether it is somebody who has not signed in."""
        return self.id.startswith("visitor:")
