"""Elements of a page -> paragraphs, list items and tables, as a browser would set them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from luoshi_core.reading.formats.html.tables import is_data_table, table_cells
from luoshi_core.reading.formats.list_numbers import Counter, looks_numbered
from luoshi_core.reading.source import Role

BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure"
        " footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol option p pre section summary table"
        " tbody td tfoot th thead tr ul",
    )
)
SILENT = frozenset(
    re.findall(
        r"\w+",
        "script style noscript iframe template head button select input textarea svg canvas audio video object embed"
        " map rt rp title meta link",
    )
)
_CJK = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_IN_CHINESE = re.compile(f"[{_CJK}]")
_BREAK_IN_CHINESE = re.compile(f"\n(?=[{_CJK}])|(?<=[{_CJK}])\n")
_BLANKS = re.compile("[ \t\r\n\f]+")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\xad]")
_ALIGN = re.compile(r"text-align\s*:\s*(left|center|right)", re.IGNORECASE)
_PREFORMATTED = re.compile(r"white-space\s*:\s*pre", re.IGNORECASE)
BREAK = "\x1e"
"""Stands for <br> until the paragraph is written; no page can contain it after decoding."""
_SENTENCE_END = tuple("。；：！？…”）.;:!?")


class Words(NamedTuple):
    """A paragraph of a page; ``lines`` are parted by <br> or by the newlines of preformatted text."""

    lines: tuple[str, ...]
    role: Role
    level: int | None
    align: str

    @property
    def text(self) -> str:
        """The lines joined as if nothing broke them: Chinese without a space."""
        return _BREAK_IN_CHINESE.sub("", "\n".join(self.lines)).replace("\n", " ")


class Sheet(NamedTuple):
    """A data table of a page, still as its element."""

    element: etree._Element


class _State(NamedTuple):
    role: Role = Role.BODY
    level: int | None = None
    align: str = "left"
    preformatted: bool = False


def blocks(element: etree._Element) -> Iterator[Words | Sheet]:
    """The paragraphs and data tables below an element in reading order."""
    yield from _Walk().run(element)


class _Walk:
    """One walk down the tree; ``_inline`` gathers words until the next block begins or ends."""

    def __init__(self) -> None:
        self._inline: list[str] = []
        self._states = [_State()]
        self._counters: list[Counter] = []
        self._number = ""

    def run(self, root: etree._Element) -> Iterator[Words | Sheet]:
        walk = etree.iterwalk(root, events=("start", "end"))
        sheet: etree._Element | None = None
        for event, element in walk:
            tag = element.tag
            if event == "end":
                if element is not sheet:
                    yield from self._end(tag)
                if element.tail and element is not root:
                    self._inline.append(element.tail)
            elif tag in SILENT or not isinstance(tag, str):
                walk.skip_subtree()
            elif tag == "table" and element is not root and is_data_table(element):
                yield from self._flush()
                yield from _captions(element)
                yield Sheet(element)
                sheet = element
                walk.skip_subtree()
            else:
                yield from self._start(element, tag)
        yield from self._flush()

    def _start(self, element: etree._Element, tag: str) -> Iterator[Words]:
        if tag in BLOCKS:
            yield from self._flush()
            self._states.append(_state(element, tag, self._states[-1]))
            self._open_list(element, tag)
        elif tag == "br":
            self._inline.append(BREAK)
        if element.text:
            self._inline.append(element.text)

    def _end(self, tag: str) -> Iterator[Words]:
        if tag not in BLOCKS:
            return
        yield from self._flush()
        if tag in ("ol", "ul", "menu", "dir") and self._counters:
            self._counters.pop()
        if tag == "li":
            self._number = ""
        self._states.pop()

    def _open_list(self, element: etree._Element, tag: str) -> None:
        if tag in ("ol", "ul", "menu", "dir"):
            self._counters.append(Counter.of(element))
        elif tag == "li":
            self._number = self._counters[-1].next(element) if self._counters else ""

    def _flush(self) -> Iterator[Words]:
        if not self._inline:
            return
        raw = "".join(self._inline)
        self._inline.clear()
        state = self._states[-1]
        lines = preformatted_lines(raw) if state.preformatted else set_lines(raw)
        if not lines:
            return
        if self._number:
            if not looks_numbered(lines[0]):
                lines = (self._number + lines[0].lstrip(), *lines[1:])
            self._number = ""
        yield Words(lines, state.role, state.level, state.align)


def _captions(table: etree._Element) -> Iterator[Words]:
    for caption in table.iterchildren("caption"):
        for found in blocks(caption):
            if isinstance(found, Words):
                yield found._replace(align="center")


def _state(element: etree._Element, tag: str, outer: _State) -> _State:
    role, level, pre = outer.role, outer.level, outer.preformatted
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        role, level = Role.HEADING, int(tag[1])
    elif tag == "li":
        role, level = Role.LIST_ITEM, None
    elif tag == "pre":
        pre = True
    return _State(role, level, alignment(element, tag) or outer.align, pre or _is_preformatted(element))


def _is_preformatted(element: etree._Element) -> bool:
    style = element.get("style")
    return bool(style and _PREFORMATTED.search(style))


def alignment(element: etree._Element, tag: str) -> str | None:
    """ "left", "center" or "right" where the element itself says so."""
    if tag == "center":
        return "center"
    found = _ALIGN.search(element.get("style") or "")
    said = found.group(1).lower() if found else (element.get("align") or "").lower()
    return said if said in ("left", "center", "right") else None


def set_lines(raw: str) -> tuple[str, ...]:
    """Inline text as a browser sets it: blanks run together, lines only at <br>."""
    text = _BLANKS.sub(_one_blank, _INVISIBLE.sub("", raw))
    lines = (line.strip(" ") for line in text.split(BREAK))
    return tuple(line for line in lines if line.strip())


def _one_blank(run: re.Match[str]) -> str:
    """A space, or nothing where the source only breaks its lines beside a Chinese character."""
    if "\n" not in run.group() and "\r" not in run.group():
        return " "
    text, (start, end) = run.string, run.span()
    beside = text[start - 1 : start] + text[end : end + 1]
    return "" if _IN_CHINESE.search(beside) else " "


def preformatted_lines(raw: str) -> tuple[str, ...]:
    """Preformatted text line by line."""
    lines = _INVISIBLE.sub("", raw).replace("\r\n", "\n").replace(BREAK, "\n").split("\n")
    return tuple(line.rstrip() for line in lines if line.strip())


def is_hard_wrapped(lines: tuple[str, ...]) -> bool:
    """Whether <br> stands at the margin and not at the end of paragraphs: even lines that stop in mid-sentence."""
    inner = [line.strip() for line in lines[:-1]]
    if len(inner) < 3:
        return False
    longest = max(map(len, inner))
    full = sum(len(line) >= longest * 0.8 and not line.endswith(_SENTENCE_END) for line in inner)
    return longest >= 12 and full * 2 >= len(inner)


def cell_text(cell: etree._Element) -> str:
    """The words of a table cell, paragraph below paragraph."""
    return "\n".join(_cell_lines(blocks(cell)))


def _cell_lines(found: Iterable[Words | Sheet]) -> Iterator[str]:
    for block in found:
        if isinstance(block, Words):
            yield from (line.strip() for line in block.lines)


def cells_of(sheet: Sheet) -> tuple[list[tuple[str, int, int, int, int]], int, int]:
    """The cells of a data table (words, row, column, rows, columns), its rows and its columns."""
    return table_cells(sheet.element, cell_text)
