"""The head of a Chinese document: what stands above its body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from luoshi_core.reading.header.bodies import body_names, is_body_line
from luoshi_core.reading.header.dates import CHINESE
from luoshi_core.reading.header.findings import Findings
from luoshi_core.reading.header.forms import read_form
from luoshi_core.reading.header.lines import (
    SALUTATION,
    byline_of,
    office_holders_body,
    person_of,
    read_line,
    recipients_of,
)
from luoshi_core.reading.header.titles import (
    alike,
    goes_on,
    is_complete,
    is_masthead,
    is_notice,
    masthead_body,
    may_be_title,
)
from luoshi_core.reading.labels import has_label
from luoshi_core.reading.passages import Grid, Piece
from luoshi_core.reading.source import Role
from luoshi_core.reading.traced import Traced

_FARTHEST = 60
_CONTENTS = re.compile(r"目\s*[录次]$")
_LEADER = re.compile(r".*(?:[.…·．]{3,}|\t|\s{3,})\s*\d{1,3}\s*$")
_SPEECH = re.compile(r"(?:讲话|致辞|发言|演讲|报告|讲稿|党课)")
_OCCASION = re.compile(
    rf"[—–\-―─]*\s*[（(]?({CHINESE})?\s*在.{{4,60}}(?:会议?|仪式|活动|论坛|大会|座谈会|班|式|届.{{0,6}}次会议)上?[）)]?$"
)
#: 根据录音整理 under the title of a speech, perhaps behind the day on which it was held.
_TAKEN_DOWN = re.compile(rf"[（(]\s*({CHINESE})?[^（()）]{{0,30}}整理[^（()）]{{0,24}}[）)]$")
_SERIES_OF_ITS_OWN = re.compile(r"附\s*件\s*[\d一二三四五六七八九十]{0,2}\s*[:：]?$")


class Head:
    """Reads line after line until the body begins.

    ``title`` are the traced lines of the title; ``recipients`` the 主送机关 as printed;
    ``page_title`` is what a web page says that it is; a notice may print its own title below that.
    """

    def __init__(self, pieces: Sequence[Piece | Grid], into: Findings, page_title: str = "") -> None:
        self.title: list[Traced] = []
        self.recipients: tuple[str, ...] = ()
        self.recipients_at: Traced | None = None
        self._pieces = pieces
        self._into = into
        self._blocks: list[list[Traced]] = []
        self._page_title = page_title
        self._closed = True
        self._title_level: int | None = None

    def read(self) -> int:
        """Read the head; how many pieces it has."""
        at = 0
        while at < min(len(self._pieces), _FARTHEST):
            piece = self._pieces[at]
            if isinstance(piece, Grid):
                if at + 1 < len(self._pieces) and read_form(piece, self._into):
                    at += 1
                    continue
                break
            if _CONTENTS.match(piece.text.text):
                at = self._after_contents(at)
                continue
            if not self._take(piece, at):
                break
            at += 1
            if self.recipients:
                break
        self._settle()
        return at

    def _take(self, piece: Piece, at: int) -> bool:
        line = piece.text
        text = line.text
        if not self._blocks and _SERIES_OF_ITS_OWN.match(text):
            return True
        if piece.role is Role.LIST_ITEM or (len(text) < 300 and has_label(text)):
            return False
        if len(text) < 300 and read_line(line, self._into):
            self._closed = True
            return True
        if recipients := recipients_of(text) if self._blocks or self._page_title else ():
            self.recipients, self.recipients_at = recipients, line
            return True
        if SALUTATION.match(text):
            return True
        return self._take_byline(line) or self._take_title(piece)

    def _take_byline(self, line: Traced) -> bool:
        if name := byline_of(line.text):
            self._into.put("author", name, line)
            return True
        if found := _OCCASION.match(line.text) or (self._blocks and _TAKEN_DOWN.match(line.text)):
            self._into.put("date", found[1] or "", line)
            return True
        if not self._blocks or not is_complete(self._text(self._blocks[-1])):
            return False
        if _SPEECH.search(self._text(self._blocks[-1])) and (name := person_of(line.text)):
            self._into.put("author", name, line)
            self._into.put("reporting", office_holders_body(line.text) or "", line)
            return True
        if is_body_line(line.text) and not self._is_over_the_title(self._blocks[-1]):
            self._into.put("issuer", "、".join(body_names(line.text)), line)
            return True
        return False

    def _take_title(self, piece: Piece) -> bool:
        text = piece.text.text
        last = self._blocks[-1] if self._blocks else None
        below_page_title = last is not None and self._text(last) == self._page_title
        if not may_be_title(text) or (self._is_heading_of_body(piece) and not below_page_title):
            return False
        if below_page_title:
            if not is_notice(text) and not alike(text, self._page_title):
                return False
            self._closed = True
        if last is None or self._closed or not self._joins(last, text):
            if last is not None and is_complete(self._text(last)) and not self._is_over_the_title(last):
                return False
            self._blocks.append([])
        self._blocks[-1].append(piece.text)
        self._title_level = piece.level if piece.role is Role.HEADING else self._title_level
        self._closed = False
        return True

    def _joins(self, block: list[Traced], text: str) -> bool:
        words = self._text(block)
        if is_masthead(words) and not goes_on(text):
            return False
        return not is_complete(words) or goes_on(text)

    def _is_over_the_title(self, block: list[Traced]) -> bool:
        words = self._text(block)
        return is_masthead(words) or is_body_line(words) or words == self._page_title

    def _is_heading_of_body(self, piece: Piece) -> bool:
        """A heading of a lower level than the title's, or plain text under a centred title."""
        if piece.role is not Role.HEADING or self._title_level is None:
            return False
        return piece.level is not None and piece.level > self._title_level

    def _settle(self) -> None:
        """The last block is the title; what stands over it names the series and its body."""
        if not self._blocks:
            return
        self.title = self._blocks[-1]
        named_over = self._blocks if is_masthead(self._text(self.title)) else self._blocks[:-1]
        for block in named_over:
            words = self._text(block)
            if name := masthead_body(words):
                self._into.put("masthead", "、".join(body_names(name)) if is_body_line(name) else "", *block)

    def _after_contents(self, at: int) -> int:
        """Where the text goes on after a table of contents.

        That is behind the lines with page numbers, or where its first entry comes again.
        """
        lines = [piece.text.text if isinstance(piece, Piece) else "" for piece in self._pieces[at + 1 : at + 300]]
        leaders = next((i for i, text in enumerate(lines) if not _LEADER.match(text)), len(lines))
        if leaders or not lines:
            return at + 1 + leaders
        again = next((i for i, text in enumerate(lines) if i and text == lines[0]), 0)
        return at + 1 + again

    @staticmethod
    def _text(block: list[Traced]) -> str:
        return "".join(line.text for line in block)
