"""What stands between repair and meaning: pieces, articles and passages.

A *piece* is a paragraph or table after repair. An *article* is a run of pieces
that belong to one published text. A *passage* 条文 is a node of its outline: a
paragraph or table that knows the headings above it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from luoshi_core.reading.model import Heading
from luoshi_core.reading.source import Role
from luoshi_core.reading.traced import Traced


@dataclass(frozen=True, slots=True)
class Piece:
    """A whole paragraph: lines joined, damage undone.

    ``gap`` counts the blank lines before it in the source; ``align`` is "left",
    "center" or "right" as far as known; ``indent`` is the number of leading
    full-width spaces (or their equal) taken off; ``size`` the type size in points.
    ``spaced`` says that it was set with a space after each character, as headlines are.
    ``furniture`` marks the head or foot of a newspaper page; no article keeps such pieces.
    """

    text: Traced
    role: Role = Role.BODY
    level: int | None = None
    align: str = "left"
    indent: int = 0
    gap: int = 0
    page: int = 0
    size: float | None = None
    furniture: bool = False
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell after repair; row and column are those of its top left corner."""

    text: Traced
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table after repair."""

    cells: tuple[GridCell, ...]
    rows: int
    columns: int
    name: str | None = None
    page: int = 0
    _cover: dict[int, dict[int, GridCell]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def at(self, row: int, column: int) -> GridCell | None:
        """The cell that covers this place, merged ones included."""
        return self.row(row).get(column)

    def row(self, row: int) -> dict[int, GridCell]:
        """The cells that cover a row, by column; a merged one stands under each of its columns."""
        if not self._cover:
            self._index()
        return self._cover.get(row, {})

    def _index(self) -> None:
        cover = self._cover
        for cell in self.cells:
            columns = range(cell.column, min(cell.column + cell.column_span, self.columns))
            for row in range(cell.row, min(cell.row + cell.row_span, self.rows)):
                places = cover.setdefault(row, {})
                for column in columns:
                    places.setdefault(column, cell)


@dataclass(frozen=True, slots=True)
class Article:
    """The pieces of one published text, with what the page itself says about it.

    ``title`` and ``author`` are set where segmentation had to find them (a
    newspaper page); for a single document they are None and the header finds them.
    ``facts`` as in Source, with "date" and "source" of the page where it has them.
    """

    pieces: tuple[Piece | Grid, ...]
    title: Traced | None = None
    author: Traced | None = None
    source: Traced | None = None
    newspaper: bool = False
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or table with its place in the outline.

    ``path`` holds the labels that lead to it, its own included; ``headings`` the
    headings above it, outermost first, with their full words (a responsibility
    bracket after a heading is in ``heading_words``, not in the title). ``text`` is
    without the label and without a run-in heading; for a table it is None and
    ``grid`` is set with ``rows``, the rows (from, to) that stand under the same
    heading row. ``heading`` marks a passage that is nothing but a heading.
    """

    path: tuple[str, ...]
    text: Traced | None = None
    grid: Grid | None = None
    rows: tuple[int, int] | None = None
    heading: bool = False
    headings: tuple[Heading, ...] = ()
    heading_words: tuple[Traced, ...] = ()
    role: Role = Role.BODY
