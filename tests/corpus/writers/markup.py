"""The light markup in which the binary documents of the corpus are kept.

One line is one block: ``= title``, ``c centred``, ``> right``, ``1# heading`` to ``4# item``
(numbered by the word processor, the number is not in the text), ``H1 heading`` and ``* item`` of a
bulleted list (by the styles of those names), ``---`` new page, ``|a|b`` table
row, ``?|a|b`` hidden row; anything else is a paragraph. In a row ``^`` continues the cell above,
``<`` the cell to the left, ``⏎`` breaks the line inside the cell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MARK = re.compile(r"(=|c|>|[1-4]#|@|H1|\*) (.*)")


@dataclass
class Block:
    """One block: ``kind`` is its mark ("p" for a paragraph, "|" for a table, "---" for a new page)."""

    kind: str
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)


def parse(source: str) -> list[Block]:
    """All blocks in order; neighbouring rows form one table."""
    blocks: list[Block] = []
    for line in filter(str.strip, source.splitlines()):
        if line.startswith(("|", "?|")):
            _add_row(blocks, line)
        elif line.strip() == "---":
            blocks.append(Block("---"))
        elif mark := MARK.match(line):
            blocks.append(Block(mark[1], mark[2]))
        else:
            blocks.append(Block("p", line))
    return blocks


def _add_row(blocks: list[Block], line: str) -> None:
    if not blocks or blocks[-1].kind != "|":
        blocks.append(Block("|"))
    table = blocks[-1]
    if line.startswith("?"):
        table.hidden.append(len(table.rows))
    cells = line.split("|")[1:]
    table.rows.append([cell.replace("⏎", "\n") for cell in cells])


def spans(rows: list[list[str]]) -> list[tuple[int, int, int, int]]:
    """Merged areas as (top, left, bottom, right), 0-based and inclusive."""
    areas = []
    for top, row in enumerate(rows):
        for left, text in enumerate(row):
            if text in ("^", "<"):
                continue
            right, bottom = _reach(rows, top, left)
            if (bottom, right) != (top, left):
                areas.append((top, left, bottom, right))
    return areas


def _reach(rows: list[list[str]], top: int, left: int) -> tuple[int, int]:
    right, bottom = left, top
    while right + 1 < len(rows[top]) and rows[top][right + 1] == "<":
        right += 1
    while bottom + 1 < len(rows) and left < len(rows[bottom + 1]) and rows[bottom + 1][left] == "^":
        bottom += 1
    return right, bottom
