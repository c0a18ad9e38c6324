"""Lines and tables of PDF pages, written as blocks with their indents and gaps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from luoshi_core.reading.formats.composer import Composer
from luoshi_core.reading.formats.pdf.layout import Column
from luoshi_core.reading.formats.pdf.lines import TextLine
from luoshi_core.reading.formats.pdf.tables import PageTable
from luoshi_core.reading.source import Box

_FEW = 5
"""Lines from which a column shows its own margin."""
_INDENT = 1.3
_DEEPEST_INDENT = 40
_GAP = 1.3
"""A step this much larger than usual leaves a blank, unless the type is large itself."""
_GAP_IN_SIZES = 1.75
_WIDEST_HOLE = 10


class PageWriter:
    """Writes page after page; ``margin`` is where most pages begin on the left, in points."""

    def __init__(self, composer: Composer, margin: float) -> None:
        self._composer = composer
        self._usual_margin = margin
        self._page, self._width, self._height = 0, 1.0, 1.0
        self._table: PageTable | None = None
        self._table_page = 0

    def turn(self, page: int, width: float, height: float) -> None:
        """Go on with page number ``page``, of this size in points."""
        self._page, self._width, self._height = page, width, height

    def write_column(self, column: Column, *, alone: bool) -> None:
        """The parts of a column from top to bottom; ``alone`` says that the page has no other."""
        lines: list[TextLine] = []
        for part in column:
            if isinstance(part.content, PageTable):
                self.write_lines(list(_in_rows(lines)), alone=alone)
                lines = []
                self._write_table(part.content)
            else:
                lines += part.lines
        self.write_lines(list(_in_rows(lines)), alone=alone)

    def write_lines(self, lines: list[TextLine], *, alone: bool) -> None:
        """Lines of one column, each below the one before it."""
        if not lines:
            return
        self.finish()
        margin = min([line.left for line in lines])
        if alone and len(lines) < _FEW and self._usual_margin < margin:
            margin = self._usual_margin
        gap = _gap_of(lines)
        bottom = lines[0].bottom
        for line in lines:
            if line.bottom - bottom > gap and line.bottom - bottom > _GAP_IN_SIZES * line.size:
                self._composer.gap()
            bottom = line.bottom
            indent = (line.left - margin) / line.size
            lead = "　" * min(round(indent), _DEEPEST_INDENT) if indent >= _INDENT else ""
            self._composer.line(line.text, self._page, self._box(line), line.size, lead)

    def finish(self) -> None:
        """Write what waits for its continuation on the next page."""
        table, self._table = self._table, None
        if table is not None:
            self._composer.table(table.cells, table.rows, table.columns, page=table.page)

    def _write_table(self, table: PageTable) -> None:
        waiting = self._table
        if waiting is not None and self._table_page == self._page - 1 and waiting.continued_by(table):
            self._table = waiting.joined(table)
        else:
            self.finish()
            self._table = table.on(self._page)
        self._table_page = self._page

    def _box(self, line: TextLine) -> Box:
        width, height = self._width, self._height
        return Box(line.left / width, line.top / height, line.right / width, line.bottom / height)


def _gap_of(lines: list[TextLine]) -> float:
    """The distance between the feet of two lines of the body from which there is a blank between them."""
    feet = [line.bottom for line in lines]
    steps = [low - high for high, low in pairwise(feet) if low > high]
    return _GAP * (median(steps) if len(steps) >= _FEW else _GAP_IN_SIZES * lines[0].size)


def _in_rows(lines: list[TextLine]) -> Iterator[TextLine]:
    """The lines, words that stand side by side put on one line."""
    waiting: TextLine | None = None
    for line in lines:
        if waiting is None:
            waiting = line
        elif line.top < (waiting.top + waiting.bottom) / 2 < line.bottom and line.left >= waiting.right:
            waiting = _side_by_side(waiting, line)
        else:
            yield waiting
            waiting = line
    if waiting is not None:
        yield waiting


def _side_by_side(left: TextLine, right: TextLine) -> TextLine:
    hole = max(1, min(round((right.left - left.right) / left.size), _WIDEST_HOLE))
    box = (left.left, min(left.top, right.top), right.right, max(left.bottom, right.bottom))
    return TextLine(left.text + "　" * hole + right.text, left.start, box, left.size)
