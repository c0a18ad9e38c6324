"""What a format reader hands on: the text as published, cut into blocks in reading order.

``Source.text`` is the one coordinate system: every span in every result points
into it. Readers do not repair; they only say what stands where.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from luoshi_core.reading.traced import Span


class Format(StrEnum):
    """What the bytes are, found from the bytes."""

    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    OFD = "ofd"
    XLSX = "xlsx"
    XLS = "xls"
    ZIP = "zip"


class Role(StrEnum):
    """What the format itself says about a paragraph."""

    BODY = "body"
    HEADING = "heading"
    LIST_ITEM = "list item"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in fractions of its width and height, origin at the top left."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """A physical line of a text that was broken by type-setting (.txt, .pdf, .ofd).

    Blank lines are no blocks; a gap is seen from the newlines between two spans
    in the text. ``size`` is the type size in points, where known.
    """

    span: Span
    page: int = 0
    box: Box | None = None
    size: float | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a format that knows its paragraphs (.docx, .html, .md).

    ``level`` is the heading level (1 for the highest) where the format has one;
    ``align`` is "left", "center" or "right". Numbers that a word processor
    generates stand in the text like printed ones.
    """

    span: Span
    role: Role = Role.BODY
    level: int | None = None
    align: str = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; a merged cell is one cell that covers several rows or columns."""

    span: Span
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table; in the text, cells are parted by tabs and rows by newlines."""

    span: Span
    cells: tuple[Cell, ...]
    rows: int
    columns: int
    name: str | None = None
    page: int = 0


Block = Line | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that the reader of the result has to know (a hidden row, a page without text)."""

    code: str
    zh: str
    en: str
    where: str | None = None

    def message(self, language: str = "zh") -> str:
        """The remark in ``language`` ("zh" or "en")."""
        return self.en if language.startswith("en") else self.zh


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it came: its format, its text, its blocks, page by page where it has pages.

    ``facts`` holds what the format says beside the text and what a header needs
    (for a web page: "title", "source", "date", "author", "url"), as printed.
    ``blocks`` may be walked more than once.
    """

    format: Format
    text: str
    blocks: Iterable[Block]
    pages: int = 1
    name: str | None = None
    remarks: tuple[Remark, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)
