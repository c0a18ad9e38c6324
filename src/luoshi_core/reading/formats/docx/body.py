"""The blocks of a .docx in reading order: paragraphs, text boxes, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from luoshi_core.reading.formats.composer import DraftCell
from luoshi_core.reading.formats.docx.inline import (
    ALTERNATIVES,
    WRAPPERS,
    InlineReader,
    Words,
    alternative,
    control_content,
    is_contents,
)
from luoshi_core.reading.formats.docx.numbering import Numbering, joined
from luoshi_core.reading.formats.docx.package import W
from luoshi_core.reading.formats.docx.styles import ParagraphFormat, Style, Styles
from luoshi_core.reading.formats.docx.tables import Slot, is_frame, slots, spans
from luoshi_core.reading.source import Role

_CONTENTS_TITLE = re.compile(r"目\s*[录錄次]|(?:table\s+of\s+)?contents", re.IGNORECASE)
_BREAK = re.compile(r"\n(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])\n")


class DraftParagraph(NamedTuple):
    """A paragraph that has no place in the text yet."""

    text: str
    role: Role = Role.BODY
    level: int | None = None
    align: str = "left"


class DraftTable(NamedTuple):
    """A table that has no place in the text yet."""

    cells: tuple[DraftCell, ...]
    rows: int
    columns: int


Draft = DraftParagraph | DraftTable
_CONTENTS = DraftParagraph("", Role.HEADING)
"""Stands where a generated table of contents was left out."""


class BodyReader:
    """Walks the body, its tables, boxes and notes."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.inline = InlineReader()
        self._styles = styles
        self._numbering = numbering
        self._unended = ""

    def read(self, container: etree._Element) -> Iterator[Draft]:
        """The blocks below ``container``, without a generated table of contents and its title."""
        held: Draft | None = None
        for draft in self._blocks(container):
            if draft is _CONTENTS:
                if held is not None and not _is_contents_title(held):
                    yield held
                held = None
                continue
            if held is not None:
                yield held
            held = draft
        if held is not None:
            yield held

    def _blocks(self, container: etree._Element) -> Iterator[Draft]:
        for child in container.iterchildren():
            tag = child.tag
            if tag == W + "p":
                yield from self._paragraph(child)
            elif tag == W + "tbl":
                yield from self._table(child)
            elif tag == W + "altChunk":
                self.inline.seen.add("embedded")
            elif tag == W + "sdt" and is_contents(child):
                yield _CONTENTS
            else:
                for inner in opened(child):
                    yield from self._blocks(inner)

    def _paragraph(self, element: etree._Element) -> Iterator[Draft]:
        words = Words()
        in_contents = self.inline.in_contents
        self.inline.read(element, words)
        properties = element.find(W + "pPr")
        style = self._styles.get(_style_id(properties))
        for box in words.boxes_before:
            yield from self._blocks(box)
        if style.contents or in_contents or (self.inline.in_contents and not words.text):
            yield _CONTENTS
        elif _mark_is_deleted(properties):
            self._unended += words.text
        else:
            yield from self._finished(self._unended + words.text, ParagraphFormat.of(properties), style)
            self._unended = ""
        for box in words.boxes_after:
            yield from self._blocks(box)

    def _finished(self, text: str, own: ParagraphFormat, style: Style) -> Iterator[DraftParagraph]:
        form = own.over(style.format)
        label = self._numbering.label(form.num_id, form.num_level, style)
        if label is not None:
            text = joined(label, text)
        if form.level is not None or style.title:
            yield DraftParagraph(_BREAK.sub("", text).replace("\n", " "), Role.HEADING, form.level, form.align)
            return
        for line in text.split("\n"):
            # writers who end a line by hand mean a new paragraph, except in a heading
            yield DraftParagraph(line, Role.BODY if label is None else Role.LIST_ITEM, None, form.align)
            label = None

    def _table(self, element: etree._Element) -> Iterator[Draft]:
        rows = [row for row in map(slots, _rows(element)) if row]
        if is_frame(rows):
            for row in rows:
                for slot in row:
                    yield from self._blocks(slot.element)
            return
        cells = tuple(self._cell(slot, row, span) for slot, row, span in spans(rows))
        columns = max((slot.column + slot.width for row in rows for slot in row), default=0)
        yield DraftTable(cells, len(rows), columns)

    def _cell(self, slot: Slot, row: int, row_span: int) -> DraftCell:
        text = "\n".join(_flat(draft) for draft in self._blocks(slot.element)).strip()
        return DraftCell(text, row, slot.column, row_span, slot.width)


def opened(element: etree._Element) -> Iterator[etree._Element]:
    """What a wrapper around blocks, rows or cells holds; nothing for any other element."""
    if element.tag == W + "sdt":
        yield from control_content(element)
    elif element.tag == ALTERNATIVES:
        yield from alternative(element)
    elif element.tag in WRAPPERS:
        yield element


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table.iterchildren():
        if child.tag == W + "tr":
            yield child
        else:
            for inner in opened(child):
                yield from _rows(inner)


def _style_id(properties: etree._Element | None) -> str | None:
    style = None if properties is None else properties.find(W + "pStyle")
    return None if style is None else style.get(W + "val")


def _mark_is_deleted(properties: etree._Element | None) -> bool:
    mark = None if properties is None else properties.find(W + "rPr")
    return mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None)


def _is_contents_title(draft: Draft) -> bool:
    return isinstance(draft, DraftParagraph) and _CONTENTS_TITLE.fullmatch(draft.text.strip()) is not None


def _flat(draft: Draft) -> str:
    if isinstance(draft, DraftParagraph):
        return draft.text
    lines: list[list[str]] = [[] for _ in range(draft.rows)]
    for cell in draft.cells:
        lines[cell.row].append(cell.text)
    return "\n".join("\t".join(line) for line in lines)
