"""What differs between two states of a register: pure, over what versions freeze (``bridge.content_of``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from luoshi.register.fields import FIELDS

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Changed:
    """A commitment that stands in both: ``fields[name] == (before, after)``, and why it was changed."""

    code: str
    quote: str
    fields: Mapping[str, tuple[Any, Any]]
    reasons: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Gone:
    """A commitment that only the older one holds, and why it was taken out."""

    code: str
    quote: str
    reasons: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was added, removed, changed; how many are the same."""

    added: Sequence[Content] = field(default=())
    removed: Sequence[Gone] = field(default=())
    changed: Sequence[Changed] = field(default=())
    same: int = 0

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.added or self.removed or self.changed)


def compare(
    before: Sequence[Content], after: Sequence[Content], reasons: Mapping[str, Sequence[str]] | None = None
) -> Comparison:
    """Compare by codes; ``reasons`` are the words that people gave, by code."""
    reasons = reasons or {}
    old, new = ({content["code"]: content for content in contents} for contents in (before, after))
    differing = {code: _differences(old[code], content) for code, content in new.items() if code in old}
    changed = [
        Changed(code, new[code]["quote"], fields, reasons.get(code, ())) for code, fields in differing.items() if fields
    ]
    return Comparison(
        added=[content for code, content in new.items() if code not in old],
        removed=[Gone(code, c["quote"], reasons.get(code, ())) for code, c in old.items() if code not in new],
        changed=changed,
        same=len(differing) - len(changed),
    )


def _differences(before: Content, after: Content) -> dict[str, tuple[Any, Any]]:
    return {name: (before.get(name), after.get(name)) for name in FIELDS if before.get(name) != after.get(name)}
