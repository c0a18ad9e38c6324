"""The text of a source and its blocks, grown side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from luoshi_core.reading.source import Block, Box, Cell, Line, Paragraph, Role, Table
from luoshi_core.reading.traced import Span


class DraftCell(NamedTuple):
    """A cell whose words have no place in the text yet."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


class Composer:
    """Writes blocks one behind the other; each starts on a line of its own."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._at = 0

    @property
    def text(self) -> str:
        """Everything written so far."""
        return "".join(self._parts)

    def gap(self) -> None:
        """A blank line."""
        self._write("\n")

    def paragraph(self, text: str, role: Role = Role.BODY, level: int | None = None, align: str = "left") -> None:
        """A paragraph; white space alone is a blank line."""
        if text.strip():
            self.blocks.append(Paragraph(self._write(text), role, level, align))
        self._write("\n")

    def line(self, text: str, page: int, box: Box | None, size: float | None, lead: str = "") -> None:
        """A physical line; ``lead`` is the white space that sets it in."""
        at = self._at + len(lead)
        end = at + len(text)
        self._parts += (lead, text, "\n")
        self.blocks.append(Line(Span(at, end), page, box, size))
        self._at = end + 1

    def table(
        self, cells: Iterable[DraftCell], rows: int, columns: int, name: str | None = None, page: int = 0
    ) -> None:
        """A table of cells given row by row and from left to right."""
        start = at = self._at
        line = -1
        placed: list[Cell] = []
        for text, row, column, height, width in cells:
            if placed:
                self._parts.append("\t" if row == line else "\n")
                at += 1
            self._parts.append(text)
            placed.append(Cell(Span(at, at + len(text)), row, column, height, width))
            at, line = at + len(text), row
        self._at = at
        self.blocks.append(Table(Span(start, at), tuple(placed), rows, columns, name, page))
        self._write("\n")

    def _write(self, text: str) -> Span:
        start = self._at
        self._parts.append(text)
        self._at += len(text)
        return Span(start, self._at)
