"""What a body is called after its place was renamed."""

from __future__ import annotations

from collections.abc import Iterable

from luoshi_core.body_names.parts import NOT_LEVELS, SUFFIX


def renamed(name: str, places: Iterable[tuple[str, str]]) -> str:
    """The name with the old names of places replaced; ``places`` are pairs (old, new), the nearest place first.

    A name that only says the level (县教育局) follows when the first place changes its level.

    >>> renamed("太谷县文旅局", [("太谷县", "太谷区")]), renamed("县教育局", [("太谷县", "太谷区")])
    ('太谷区文旅局', '区教育局')
    >>> renamed("县城供水公司", [("太谷县", "太谷区")])
    '县城供水公司'
    """
    pairs = [(old, new) for old, new in places if old != new]
    for old, new in pairs:
        if old in name:
            return name.replace(old, new)
    for old, new in pairs[:1]:
        before, after = _level(old), _level(new)
        if before != after and name.startswith(before) and not name.startswith(NOT_LEVELS):
            return after + name[len(before) :]
    return name


def _level(place: str) -> str:
    found = SUFFIX.search(place)
    return found[0][-1] if found and found[0] != "街道" else "\0"
