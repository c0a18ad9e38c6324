"""The numbers that Word puts before paragraphs, counted as Word counts them.

Rules after ECMA-376, part 1, 17.9 (numbering definitions, levels, overrides).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from luoshi_core.reading.formats.docx.package import W, number, switched_on, value
from luoshi_core.reading.formats.docx.styles import Style, Styles
from luoshi_core.reading.formats.printed_numerals import printed

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_WIDE_END = re.compile(r"[、，。．）】〕〉》：；①-⓿㉑-㉟㊀-㊿]$")
_NARROW_END = tuple(".)]:;")
_WIDE_START = re.compile(r"[㐀-鿿　-〿＀-￯“‘]")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str | None = None

    @classmethod
    def of(cls, element: etree._Element) -> _Level:
        start = number(element, "start")
        return cls(
            # without an element the count starts at 0 by the standard
            0 if start is None else start,
            next((f.get(W + "val", "decimal") for f in element.iter(W + "numFmt") if _plain(f)), "decimal"),
            value(element, "lvlText") or "",
            switched_on(element, "isLgl"),
            number(element, "lvlRestart"),
            value(element, "pStyle"),
        )


def _plain(element: etree._Element) -> bool:
    return element.get(W + "val") != "custom"


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """All lists of a document and how far each has counted."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, etree._Element] = {}
        self._by_link: dict[str, str] = {}
        self._numbers: dict[str, etree._Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        if root is not None:
            self._index(root)

    def _index(self, root: etree._Element) -> None:
        for element in root.iterchildren(W + "abstractNum"):
            key = element.get(W + "abstractNumId", "")
            self._abstracts[key] = element
            link = value(element, "styleLink")
            if link is not None:
                self._by_link[link] = key
        for element in root.iterchildren(W + "num"):
            self._numbers[element.get(W + "numId", "")] = element

    def label(self, num_id: str | None, level: int | None, style: Style) -> str | None:
        """Count one paragraph and give the number printed before it.

        None if the paragraph is in no list; an empty text if it has a bullet.
        """
        numbered = self._list(num_id) if num_id not in (None, "0") else None
        if num_id is None or numbered is None:
            return None
        at = self._level_of(numbered, level, style)
        if at not in numbered.levels:
            return None
        counters = self._count(num_id, numbered, at)
        return _printed_label(numbered, at, counters)

    def _level_of(self, numbered: _List, level: int | None, style: Style) -> int:
        if level is not None:
            return level
        return next((at for at, rule in numbered.levels.items() if rule.style in style.ancestry), 0)

    def _count(self, num_id: str, numbered: _List, at: int) -> list[int | None]:
        counters = self._counters.setdefault(numbered.abstract, [None] * _LEVELS)
        before = counters[at]
        counters[at] = numbered.levels[at].start if before is None else before + 1
        if at in numbered.starts and (num_id, at) not in self._started:
            counters[at] = numbered.starts[at]
        self._started.add((num_id, at))
        for deeper in range(at + 1, _LEVELS):
            restart = numbered.levels[deeper].restart if deeper in numbered.levels else None
            if restart is None or at < restart:
                counters[deeper] = None
        return counters

    def _list(self, num_id: str) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._read_list(num_id)
        return self._lists[num_id]

    def _read_list(self, num_id: str) -> _List | None:
        element = self._numbers.get(num_id)
        key = value(element, "abstractNumId")
        if element is None or key is None:
            return None
        key = self._real_abstract(key)
        levels = self._levels(self._abstracts.get(key))
        starts: dict[int, int] = {}
        for override in element.iterchildren(W + "lvlOverride"):
            at = int(override.get(W + "ilvl", "0"))
            levels.update(self._levels(override))
            start = number(override, "startOverride")
            if start is not None:
                starts[at] = start
                levels[at] = replace(levels.get(at, _Level()), start=start)
        return _List(key, levels, starts)

    def _real_abstract(self, key: str) -> str:
        link = value(self._abstracts.get(key), "numStyleLink")
        if link is None:
            return key
        if link in self._by_link:
            return self._by_link[link]
        linked = value(self._numbers.get(self._styles.get(link).format.num_id or ""), "abstractNumId")
        return key if linked is None else linked

    @staticmethod
    def _levels(parent: etree._Element | None) -> dict[int, _Level]:
        elements = () if parent is None else parent.iterchildren(W + "lvl")
        found = ((e.get(W + "ilvl", ""), _Level.of(e)) for e in elements)
        return {int(at): level for at, level in found if at.isdecimal() and int(at) < _LEVELS}


def _printed_label(numbered: _List, at: int, counters: list[int | None]) -> str:
    rule = numbered.levels[at]
    if rule.format == "bullet":
        return ""

    def figure(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        level = numbered.levels.get(place, _Level())
        count = counters[place]
        return printed(level.start if count is None else count, "decimal" if rule.legal else level.format)

    return _PLACE.sub(figure, rule.text)


def joined(label: str, text: str) -> str:
    """The number and the words behind it, spaced as they are in print: 一、目标; 1. Goals; 第一条 目的."""
    label, text = label.strip(), text.lstrip()
    if not label or not text:
        return label or text
    close = _WIDE_END.search(label) or (label.endswith(_NARROW_END) and _WIDE_START.match(text))
    return f"{label}{text}" if close else f"{label} {text}"
