"""Physical lines: what stands on each, how wide it is, how far it is set in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from luoshi_core.reading.repair.furniture import Mark
from luoshi_core.reading.source import Box, Line
from luoshi_core.reading.traced import Traced


class PhysicalLine:
    """One line as type-setting left it.

    ``text`` is stripped; ``width`` and ``indent`` count half-width columns (a Chinese
    character has two); ``gap`` is the number of blank lines before it. ``traced`` is
    None while the characters still stand together at ``start`` in the source;
    ``mark`` is set if the line belongs to the page and not to the text, ``spaced``
    if it was set with a space after each character, ``torn`` if it opens a page or column,
    ``in_sentence`` if a page ended in the middle of the sentence that goes on with it.
    """

    traced: Traced | None = None
    mark: Mark | None = None
    box: Box | None = None
    size: float | None = None
    page = 0
    align = "left"
    spaced = False
    torn = False
    in_sentence = False

    def __init__(self, text: str, start: int, indent: int, gap: int) -> None:
        self.text = text
        self.start = start
        self.indent = indent
        self.gap = gap
        self.width = len(text.encode("gb18030", "replace"))

    def trace(self) -> Traced:
        """The text with the place of its characters."""
        return self.traced or Traced.of(self.text, self.start)

    def mend(self, traced: Traced) -> None:
        """Put a repaired text in place of the printed one."""
        self.traced = traced
        self.text = traced.text
        self.width = len(traced.text.encode("gb18030", "replace"))


def physical_lines(text: str, lines: Iterable[Line]) -> Iterator[PhysicalLine]:
    """The lines of a text that hold anything, each with its gap and its indent."""
    last = page = 0
    for line in lines:
        start, end = line.span
        raw = text[start:end]
        stripped = raw.strip()
        if not stripped:
            continue
        gap = max(text.count("\n", last, start) - 1, 0) if start - last > 1 else 0
        lead = start
        if start and text[start - 1] in " \t\u3000\xa0":
            lead = text.rfind("\n", 0, start) + 1
        indent = 0
        if lead < start or raw[0] != stripped[0]:
            start += len(raw) - len(raw.lstrip())
            indent = _columns(text[lead:start])
            indent = indent if indent > 1 else 0
        found = PhysicalLine(stripped, start, indent, gap)
        if line.box or line.size or line.page:
            found.box, found.size, found.page = line.box, line.size, line.page
            found.torn = line.page != page and last > 0
            page = line.page
        yield found
        last = end


def _columns(blank: str) -> int:
    return len(blank) + blank.count("\u3000") + 3 * blank.count("\t")
