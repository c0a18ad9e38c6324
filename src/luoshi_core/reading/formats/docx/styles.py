"""What the paragraph styles of a .docx say: heading level, alignment, numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from luoshi_core.reading.formats.docx.package import W, number, value

_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])(?!\d)", re.IGNORECASE)
_TITLE = re.compile(r"title|标题|標題|文档标题|公文标题", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录|目錄)\s*(?:\d|heading|标题)", re.IGNORECASE)
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """Paragraph properties that matter for reading; None where nothing is said.

    ``outline`` counts from 0 as the file does, 9 being body text.
    """

    outline: int | None = None
    justification: str | None = None
    num_id: str | None = None
    num_level: int | None = None

    @classmethod
    def of(cls, properties: etree._Element | None) -> ParagraphFormat:
        """What a ``w:pPr`` says by itself."""
        if properties is None:
            return _NOTHING
        numbering = properties.find(W + "numPr")
        return cls(
            number(properties, "outlineLvl"),
            value(properties, "jc"),
            value(numbering, "numId"),
            number(numbering, "ilvl"),
        )

    def over(self, other: ParagraphFormat) -> ParagraphFormat:
        """These properties, and those of ``other`` where these say nothing."""
        own_list = self.num_id is not None
        return ParagraphFormat(
            other.outline if self.outline is None else self.outline,
            self.justification or other.justification,
            self.num_id if own_list else other.num_id,
            self.num_level if own_list or self.num_level is not None else other.num_level,
        )

    @property
    def level(self) -> int | None:
        """The heading level, 1 for the highest."""
        return None if self.outline is None or not 0 <= self.outline < _BODY_LEVEL else self.outline + 1

    @property
    def align(self) -> str:
        """left, center or right."""
        return {"center": "center", "right": "right", "end": "right"}.get(self.justification or "", "left")


_NOTHING = ParagraphFormat()


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style with all that it inherits."""

    format: ParagraphFormat = _NOTHING
    title: bool = False
    contents: bool = False
    ancestry: tuple[str, ...] = ()


_PLAIN = Style()


class Styles:
    """The paragraph styles of a document by their id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._default: str | None = None
        self._known: dict[str, Style] = {}
        for element in () if root is None else root.iter(W + "style"):
            if element.get(W + "type") in ("paragraph", "numbering"):
                self._add(element)

    def _add(self, element: etree._Element) -> None:
        name = element.get(W + "styleId", "")
        self._elements[name] = element
        if element.get(W + "default") in ("1", "true", "on") and element.get(W + "type") == "paragraph":
            self._default = name

    def get(self, style_id: str | None) -> Style:
        """The style called ``style_id``, or the document's default style."""
        key = style_id if style_id in self._elements else self._default
        if key is None:
            return _PLAIN
        if key not in self._known:
            self._known[key] = self._resolve(key)
        return self._known[key]

    def _resolve(self, style_id: str) -> Style:
        form, names, ancestry = _NOTHING, [], []
        for key, element in self._chain(style_id):
            names.append(value(element, "name") or "")
            ancestry.append(key)
            form = form.over(_own_format(element, names[-1]))
        return Style(
            form, bool(_TITLE.fullmatch(names[0])), any(_CONTENTS.match(name) for name in names), tuple(ancestry)
        )

    def _chain(self, style_id: str) -> Iterator[tuple[str, etree._Element]]:
        seen: set[str] = set()
        key: str | None = style_id
        while key is not None and key not in seen and key in self._elements:
            seen.add(key)
            yield key, self._elements[key]
            key = value(self._elements[key], "basedOn")


def _own_format(element: etree._Element, name: str) -> ParagraphFormat:
    form = ParagraphFormat.of(element.find(W + "pPr"))
    heading = _HEADING.match(name)
    # built-in heading styles carry their level in the name even where a converter dropped the property
    return form.over(ParagraphFormat(outline=int(heading[1]) - 1)) if heading else form
