"""One walk over the body: labels are read, headings told from tasks, passages placed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from luoshi_core.reading.labels import Form, Label, read_label
from luoshi_core.reading.model import Heading
from luoshi_core.reading.outline.appended import appended_title
from luoshi_core.reading.outline.brackets import is_responsibility, responsibility_at
from luoshi_core.reading.outline.grids import across, column_head_rows, may_head
from luoshi_core.reading.outline.titles import Follows, Title, has_lead_sentence, run_in, stands_alone
from luoshi_core.reading.outline.trail import Step, Trail
from luoshi_core.reading.outline.unnumbered import UNNUMBERED, unnumbered_title
from luoshi_core.reading.passages import Grid, Passage, Piece
from luoshi_core.reading.source import Role
from luoshi_core.reading.traced import Traced

_LONG = 150
"""A longer paragraph without a label is text, whatever stands around it."""

_NOTE = re.compile(r"(?:注|说明|备注|填表说明|Notes?)\s*[:：]?\s*(?:[:：]|(?=\d)|$)")
_NEXT_NOTE = re.compile(r"[。；;]\s*(?=\d{1,2}\s*[.．、](?!\d))")
_LISTS_INLINE = re.compile(
    r"[一-鿿]{0,4}(?:措施|举措|任务|目标|内容)\s*[:：]\s*(?=1\s*[.．、](?!\d)[^\n]*?[。；;]\s*2\s*[.．、](?!\d))"
)
_NOTE_ASKS = re.compile(r"每(?:年|月|周|日|季度|半年)|[日月年底]前|须|应|要|不得|严禁|禁止|负责|牵头")
"""What a note must say to ask anything of anybody; the other notes behind the first only explain."""
_BULLETS = frozenset("•●■◆◇▪▶►○◎◦‣·*–—-－")
_BULLET = re.compile(r"[•●■◆◇▪▶►○◎◦‣·]\s*|[*–—－-]\s+")


class Builder:
    """Walks the pieces of one document; ``outline`` fills while ``passages()`` runs."""

    def __init__(
        self, pieces: Sequence[Piece | Grid], *, english: bool, newspaper: bool, attachments: tuple[str, ...]
    ) -> None:
        self.outline: list[Heading] = []
        self._pieces = pieces
        self._english = english
        self._newspaper = newspaper
        self._attachments = attachments
        self._trail = Trail()
        self._notes: Trail | None = None
        self._at = 0

    def passages(self) -> Iterator[Passage]:
        """The passages in reading order."""
        pieces = self._pieces
        while self._at < len(pieces):
            piece = pieces[self._at]
            self._at += 1
            if isinstance(piece, Grid):
                yield from self._table(piece)
                continue
            label = read_label(piece.text.text, self._trail) if piece.role is not Role.FOOTNOTE else None
            if label:
                yield from self._labelled(piece, label)
            else:
                yield from self._unlabelled(piece)

    def _labelled(self, piece: Piece, label: Label) -> Iterator[Passage]:
        if self._notes is not None and label.rank >= Form.ARABIC.rank:
            yield self._note(piece.text, label)
            return
        self._notes = None
        if label.form is Form.APPENDED:
            yield self._appended(piece, label)
            return
        words = piece.text.cut(label.end)
        as_before = self._trail.sibling_is_heading(label)
        title = stands_alone(
            words.text, label, lambda: self._follows(label), as_before, piece.role is Role.HEADING, self._english
        )
        alone = title is not None
        if title is None and self._may_run_in(label):
            title = run_in(words.text, self._english, as_before)
        self._enter(label, piece, title, words.text)
        if alone:
            self._take_responsibility_lines()
            yield self._passage(words, piece, heading=True)
        elif rest := words.cut(title.stop) if title else words:
            yield self._passage(rest, piece)

    def _may_run_in(self, label: Label) -> bool:
        """Articles have no run-in headings, nor have items that follow one of a plain sentence."""
        if label.form is Form.ARTICLE:
            return False
        return label.rank < Form.ARABIC.rank or label.number <= 1 or self._trail.sibling_leads(label)

    def _enter(self, label: Label, piece: Piece, title: Title | None, words_after: str) -> None:
        step, text = Step(label, label.text, level=piece.level), piece.text
        step.leads = title is not None or has_lead_sentence(words_after)
        if title is not None:
            start = label.end
            words = text.text[start : start + title.end].strip()
            step.heading = Heading(label.level, label.text, words, text.spans(0, start + title.end))
            step.heading_words = text.cut(start, start + title.stop).strip("。 \u3000")
            self.outline.append(step.heading)
        self._trail.enter(step)

    def _unlabelled(self, piece: Piece) -> Iterator[Passage]:
        text = piece.text.text
        if piece.role is Role.FOOTNOTE:
            yield Passage((), text=piece.text, role=piece.role)
            return
        if self._follows_table() and (found := _NOTE.match(text)):
            yield from self._open_notes(piece, found.end())
            return
        if len(text) <= _LONG:
            title = unnumbered_title(self._pieces, self._at - 1, self._english, self._newspaper)
            if title is not None:
                yield self._unnumbered(piece, title)
                return
        if self._notes is not None:
            yield Passage(self._notes.path, text=piece.text, role=piece.role)
            return
        if found := _LISTS_INLINE.match(text):
            yield from self._inline_items(piece, found.end())
            return
        bullet = _BULLET.match(text) if text[:1] in _BULLETS else None
        yield self._passage(piece.text.cut(bullet.end()) if bullet else piece.text, piece)

    def _open_notes(self, piece: Piece, start: int) -> Iterator[Passage]:
        """The notes below a table, which may stand one behind the other in a paragraph: 注：1.…；2.…"""
        self._notes = notes = Trail()
        rest = piece.text.cut(start)
        label = read_label(rest.text, notes) if rest else None
        if label is None:
            yield Passage((), text=piece.text, role=piece.role)
            return
        for part in _numbered_parts(rest):
            label = read_label(part.text, notes)
            if label and (label.number <= 1 or _NOTE_ASKS.search(part.text)):
                yield self._note(part, label)

    def _inline_items(self, piece: Piece, start: int) -> Iterator[Passage]:
        """Numbered items that stand one behind the other in a paragraph: 整改措施：1.…；2.…"""
        for part in _numbered_parts(piece.text.cut(start)):
            if label := read_label(part.text, self._trail):
                self._trail.enter(Step(label, label.text, level=piece.level))
                yield self._passage(part.cut(label.end), piece)

    def _unnumbered(self, piece: Piece, title: Title) -> Passage:
        self._notes = None
        words = piece.text.text[: title.end]
        heading = Heading(1, "", words, piece.text.spans(0, title.end))
        self.outline.append(heading)
        self._trail.enter(Step(UNNUMBERED, words, heading, piece.text, piece.level))
        self._take_responsibility_lines()
        return self._passage(piece.text, piece, heading=True)

    def _appended(self, piece: Piece, label: Label) -> Passage:
        title, count = appended_title(self._pieces, self._at - 1, label.end, self._attachments)
        self._at += count
        heading = Heading(1, label.text, title.text, piece.text.spans(0, label.end) + title.spans())
        self.outline.append(heading)
        self._trail.enter(Step(label, label.text, heading, title))
        return self._passage(title, piece, heading=True)

    def _note(self, text: Traced, label: Label) -> Passage:
        assert self._notes is not None
        self._notes.enter(Step(label, label.text))
        return Passage(self._notes.path, text=text.cut(label.end))

    def _table(self, grid: Grid) -> Iterator[Passage]:
        self._notes = None
        heads = self._heading_rows(grid)
        if not heads:
            yield Passage(
                self._trail.path, grid=grid, headings=self._trail.headings, heading_words=self._trail.heading_words
            )
            return
        depth = len(self._trail)
        starts = sorted(heads)
        if starts[0] > column_head_rows(grid):
            yield self._rows(grid, 0, starts[0])
        for start, end in zip(starts, [*starts[1:], grid.rows], strict=True):
            self._heading_row(heads[start])
            if end > start + 1:
                yield self._rows(grid, start + 1, end)
        self._trail.cut_back(depth)

    def _rows(self, grid: Grid, start: int, end: int) -> Passage:
        trail = self._trail
        return Passage(
            trail.path, grid=grid, rows=(start, end), headings=trail.headings, heading_words=trail.heading_words
        )

    def _heading_rows(self, grid: Grid) -> dict[int, Traced]:
        heads = column_head_rows(grid)
        found: dict[int, Traced] = {}
        for row, cell in across(grid).items():
            text = cell.text.text
            if may_head(text) and row + 1 < grid.rows and (row >= heads or read_label(text, self._trail)):
                found[row] = cell.text
        return found

    def _heading_row(self, text: Traced) -> None:
        label = read_label(text.text, self._trail)
        start = label.end if label else 0
        end = title_end(text.text, start)
        words = text.text[start:end]
        heading = Heading(label.level if label else 1, label.text if label else "", words, text.spans(0, end))
        self.outline.append(heading)
        self._trail.enter(Step(label or UNNUMBERED, label.text if label else words, heading, text.cut(start)))

    def _passage(self, text: Traced, piece: Piece, heading: bool = False) -> Passage:
        trail = self._trail
        return Passage(
            trail.path,
            text=text,
            heading=heading,
            headings=trail.headings,
            heading_words=trail.heading_words,
            role=piece.role,
        )

    def _take_responsibility_lines(self) -> None:
        """A line right below a heading that only says who is responsible belongs to the heading."""
        while self._at < len(self._pieces):
            piece = self._pieces[self._at]
            if isinstance(piece, Grid) or not is_responsibility(piece.text.text):
                return
            self._trail.add_words(piece.text)
            self._at += 1

    def _follows_table(self) -> bool:
        return self._at > 1 and isinstance(self._pieces[self._at - 2], Grid)

    def _follows(self, label: Label) -> Follows:
        at = self._at
        while at < len(self._pieces):
            piece = self._pieces[at]
            if isinstance(piece, Grid):
                return Follows.BELOW
            if not is_responsibility(piece.text.text):
                break
            at += 1
        else:
            return Follows.NOTHING
        after = read_label(piece.text.text, _After(self._trail, label))
        if after is None:
            heading = unnumbered_title(self._pieces, at, self._english, self._newspaper) is not None
            return Follows.ABOVE if heading else Follows.TEXT
        if after.is_series_of(label):
            return Follows.BESIDE
        return Follows.BELOW if after.rank > label.rank else Follows.ABOVE


class _After:
    """The labels as they will be when ``label`` is open."""

    def __init__(self, trail: Trail, label: Label) -> None:
        self._trail = trail
        self._label = label

    def number(self, form: Form) -> int:
        if form is self._label.form:
            return self._label.number
        return self._trail.number(form) if form.rank < self._label.rank else 0


def title_end(text: str, start: int) -> int:
    """Where the title of a heading row ends: before its bracket of responsibilities and its closing mark."""
    end = start + responsibility_at(text[start:])
    return start + len(text[start:end].rstrip("。：:　 "))


def _numbered_parts(text: Traced) -> Iterator[Traced]:
    """The parts of a paragraph that each open with a number."""
    cuts = [0, *(found.end() for found in _NEXT_NOTE.finditer(text.text)), len(text)]
    for begin, end in pairwise(cuts):
        yield text.cut(begin, end)
