"""Tables in a few lines, and what a reader finds in them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from core.reading.commitments.english_pages import as_promise
from core.reading.pages import pieces
from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.tables.reader import commitments_of_table
from luoshi_core.reading.header import Header
from luoshi_core.reading.model import Commitment, Heading
from luoshi_core.reading.passages import Grid, Passage
from luoshi_core.reading.traced import Traced


def read_table(
    text: str,
    *,
    path: tuple[str, ...] = (),
    rows: tuple[int, int] | None = None,
    headings: tuple[str, ...] = (),
    **facts: Any,
) -> list[Commitment]:
    """The commitments of a table in a document of February 10, 2026 that plans for that year.

    Rows are lines of ``|a|b``; ``<`` goes on with the cell to the left, ``^`` with the
    one above; ``\\n`` breaks a line inside a cell.
    """
    (table,) = (piece for piece in pieces(text.strip("\n")) if isinstance(piece, Grid))
    known: dict[str, Any] = {"date": dt.date(2026, 2, 10), "plan_year": 2026, **facts}
    header = Header("", (), **known)
    passage = Passage(
        path,
        grid=table,
        rows=rows,
        headings=tuple(Heading(1, "", words) for words in headings),
        heading_words=tuple(map(Traced.inserted, headings)),
    )
    return commitments_of_table(passage, header, PlanContext.of(header))


def rows_of(text: str, **facts: Any) -> list[dict[str, Any]]:
    """The same as plain values, with the path."""
    return [as_promise(c, with_path=True) for c in read_table(text, **facts)]


def quotes(text: str, **facts: Any) -> list[str]:
    """Only the words."""
    return [c.quote for c in read_table(text, **facts)]
