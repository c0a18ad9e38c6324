"""What two versions of a register differ in."""

from __future__ import annotations

from typing import Any, NamedTuple

Content = dict[str, Any]


class Changed(NamedTuple):
    """A commitment that both versions hold and tell differently: ``fields[name] == [old, new]``."""

    code: str
    fields: dict[str, list[Any]]


class Comparison(NamedTuple):
    """What the newer one holds besides, holds no longer, and tells differently; each in the order of its version."""

    added: list[Content]
    removed: list[Content]
    changed: list[Changed]


def compare(old: list[Content], new: list[Content]) -> Comparison:
    """Compare the contents of two versions, as ``luoshi.register.bridge.content_of`` gave them."""
    before = {content["code"]: content for content in old}
    after = {content["code"]: content for content in new}
    pairs = ((code, _fields(before[code], content)) for code, content in after.items() if code in before)
    return Comparison(
        added=[content for content in new if content["code"] not in before],
        removed=[content for content in old if content["code"] not in after],
        changed=[Changed(code, fields) for code, fields in pairs if fields],
    )


def _fields(old: Content, new: Content) -> dict[str, list[Any]]:
    """A field that one of them does not know yet counts as nothing there."""
    names = dict.fromkeys([*old, *new])
    return {name: [old.get(name), new.get(name)] for name in names if old.get(name) != new.get(name)}
