"""Small documents written as text: one line a paragraph.

``^`` centres a line, ``>`` sets it to the right, ``#`` … ``###`` make it a heading of
the format, ``-`` a list item, ``|a|b`` is a row of a table (``<`` goes on with the cell
to the left, ``^`` with the one above); a blank line is a gap.
"""

from __future__ import annotations

from luoshi_core.reading.header import Header, read_header
from luoshi_core.reading.model import Heading
from luoshi_core.reading.outline import build_passages
from luoshi_core.reading.passages import Article, Grid, GridCell, Passage, Piece
from luoshi_core.reading.source import Role
from luoshi_core.reading.traced import Traced


def pieces(text: str) -> tuple[Piece | Grid, ...]:
    """The paragraphs and tables of a small document, each with its place in ``text``."""
    out: list[Piece | Grid] = []
    rows: list[tuple[str, int]] = []
    at = gap = 0
    for line in text.split("\n"):
        if rows and not line.startswith("|"):
            out.append(grid(rows))
            rows = []
        if line.startswith("|"):
            rows.append((line, at))
        elif line.strip():
            out.append(_piece(line, at, gap))
        gap = 0 if line.strip() else gap + 1
        at += len(line) + 1
    if rows:
        out.append(grid(rows))
    return tuple(out)


def _piece(line: str, at: int, gap: int) -> Piece:
    mark = line[: len(line) - len(line.lstrip("^>#-"))] if line[0] in "^>#" or line.startswith("- ") else ""
    rest = line[len(mark) :]
    words = rest.strip()
    start = at + len(mark) + len(rest) - len(rest.lstrip())
    indent = len(rest) - len(rest.lstrip("\u3000"))
    role = {"#": Role.HEADING, "-": Role.LIST_ITEM}.get(mark[:1], Role.BODY)
    align = {"^": "center", ">": "right"}.get(mark, "left")
    return Piece(
        Traced.of(words, start),
        role=role,
        level=len(mark) if role is Role.HEADING else None,
        align=align,
        indent=indent,
        gap=gap,
    )


def grid(rows: list[tuple[str, int]]) -> Grid:
    """A table; ``rows`` are its lines with their places."""
    places: dict[tuple[int, int], list[int]] = {}
    texts: dict[tuple[int, int], Traced] = {}
    width = 0
    for r, (line, at) in enumerate(rows):
        at += 1
        for c, cell in enumerate(line[1:].split("|")):
            width = max(width, c + 1)
            if cell == "<":
                origin = next(key for key, covered in places.items() if covered[0] == r and covered[3] == c)
                places[origin][3] = c + 1
            elif cell == "^":
                origin = next(k for k, p in places.items() if p[2] == r and p[1] <= c < p[3])
                places[origin][2] = r + 1
            else:
                places[r, c] = [r, c, r + 1, c + 1]
                texts[r, c] = Traced.of(cell.strip(), at)
            at += len(cell) + 1
    cells = tuple(
        GridCell(texts[key], top, left, bottom - top, right - left)
        for key, (top, left, bottom, right) in places.items()
    )
    return Grid(cells, len(rows), width)


def article(text: str, **facts: str) -> Article:
    """A document of its own; ``facts`` as a web page gives them."""
    return Article(pieces(text.strip("\n")), facts=facts)


def header(text: str, **facts: str) -> Header:
    """The header of a small document."""
    return read_header(article(text, **facts))


def outlined(text: str, *, newspaper: bool = False) -> tuple[list[Heading], tuple[Passage, ...]]:
    """The outline and the passages of a body, its header empty."""
    body = pieces(text.strip("\n"))
    english = sum(c.isascii() and c.isalpha() for c in text) > len(text) / 2
    outline, passages = build_passages(body, Header("", body, english=english, newspaper=newspaper))
    return outline, tuple(passages)


def headings(text: str) -> list[tuple[int, str, str]]:
    """The outline of a body as (level, label, title)."""
    return [(h.level, h.label, h.title) for h in outlined(text)[0]]


def paths(text: str) -> dict[str, tuple[str, ...]]:
    """The path of each passage of a body that is no heading, by its first words."""
    return {p.text.text[:12]: p.path for p in outlined(text)[1] if p.text is not None and not p.heading}
