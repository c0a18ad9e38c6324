"""Headings without a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from luoshi_core.reading.labels import Form, Label
from luoshi_core.reading.outline.brackets import responsibility_at
from luoshi_core.reading.outline.titles import Title
from luoshi_core.reading.passages import Grid, Piece
from luoshi_core.reading.source import Role

UNNUMBERED = Label(Form.UNNUMBERED, "", 0)

_LONGEST = 30
_LONGEST_MARKED = 60
_MARKS = re.compile(r"[。；！？…：:;!?，、]")
_NEWSPAPER_MARKS = re.compile(r"[。；…：:;、]")
_SENTENCE_END = re.compile(r"[。；！？…：:;.!?][”’」』）)\"']*$")
_NO_HEADING = re.compile(
    r"^(?:[（(].*[）)]|[•●■◆*·–-].*|[\d\s.,%／/-]+|(?:[一二三四五六七八九十]是|其中|同志们|各位|注|说明|备注|表\s*\d|图\s*\d|序号).*|"
    r".*[\d〇二]{4}年.{1,4}月.{1,4}日.*|.*(?:供稿|摄影|摄|整理|编辑|责编)|Page \d.*)$"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CAPITALS = re.compile(r"[A-Z][A-Z0-9 ,&'’/()–-]{3,}$")


def unnumbered_title(pieces: Sequence[Piece | Grid], at: int, english: bool, newspaper: bool) -> Title | None:
    """The heading that the unlabelled piece at ``at`` is, or None."""
    piece = pieces[at]
    assert isinstance(piece, Piece)
    text = piece.text.text
    if text[-1:] in ("。；，…" if newspaper else "。；，！？…") and piece.role is not Role.HEADING:
        return None
    end = responsibility_at(text)
    title = text[:end].rstrip("：:。. \u3000")
    if not title or _NO_HEADING.match(title):
        return None
    marked = piece.role is Role.HEADING
    if not marked and not (
        _looks_english(title, text, pieces, at) if english else _looks_chinese(title, text, piece, newspaper)
    ):
        return None
    if len(title) > (_LONGEST_MARKED * (1 + english) if marked else _LONGEST * (1 + english)):
        return None
    if not marked and not (_ended(pieces, at) and _opens_text(pieces, at)):
        return None
    return Title(len(title), len(text))


def _looks_chinese(title: str, text: str, piece: Piece, newspaper: bool) -> bool:
    """Newspapers set sentences over their sections (下好先手棋，打好主动仗), offices do not."""
    return (
        not (_NEWSPAPER_MARKS if newspaper else _MARKS).search(text)
        and len(_HAN.findall(title)) >= 4
        and piece.role is Role.BODY
    )


def _looks_english(title: str, text: str, pieces: Sequence[Piece | Grid], at: int) -> bool:
    if _CAPITALS.match(title):
        return True
    piece = pieces[at]
    return (
        isinstance(piece, Piece)
        and piece.role is Role.BODY
        and (piece.gap > 0 or piece.align == "center")
        and title[0].isupper()
        and title == text.rstrip()
        and not re.search(r"[.,;:!?]", title)
        and len(title.split()) <= 8
    )


def _ended(pieces: Sequence[Piece | Grid], at: int) -> bool:
    """Whether what stands before has come to its end, so that this is no broken line of it."""
    if at == 0:
        return True
    before = pieces[at - 1]
    return isinstance(before, Grid) or before.role is Role.HEADING or _SENTENCE_END.search(before.text.text) is not None


def _opens_text(pieces: Sequence[Piece | Grid], at: int) -> bool:
    if at + 1 >= len(pieces):
        return False
    after = pieces[at + 1]
    return isinstance(after, Piece) and (len(after.text) > 30 or _SENTENCE_END.search(after.text.text) is not None)
