"""The title of an appended part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from luoshi_core.reading.labels import has_label
from luoshi_core.reading.passages import Grid, Piece
from luoshi_core.reading.traced import EMPTY, Traced

_LONGEST = 60
_MOST_LINES = 4
_NO_TITLE = re.compile(
    r"[。；：:！？]|\.$|^[（(].*(?:单位|填报|盖章).*[）)]$|^(?:序号|单位|填报|年度|\d{4}年\d{1,2}月\d{1,2}日)"
)
_BRACKET = re.compile(r"[（(][^（()）]{1,30}[)）]$")
_COMPLETE = re.compile(
    r"(?:表|方案|清单|台账|名单|目录|办法|计划|要点|规划|意见|细则|分工|安排|标准|指南|制度|规定|要求|流程|示意图|说明|样式|一览)(?:[（(][^（()）]*[）)])?$"
)


def appended_title(
    pieces: Sequence[Piece | Grid], at: int, start: int, attachments: Sequence[str]
) -> tuple[Traced, int]:
    """The title of the appended part whose label ends at ``start``, and how many more pieces it takes."""
    first = pieces[at]
    assert isinstance(first, Piece)
    words = first.text.cut(start).strip("：: \u3000")
    inline, count = bool(words), 0
    while count < _MOST_LINES:
        after = pieces[at + count + 1] if at + count + 1 < len(pieces) else None
        if not isinstance(after, Piece) or not _may_go_on(after.text.text):
            break
        if not _BRACKET.match(after.text.text) and (
            _is_whole(words.text, attachments) or (inline and not _is_whole(words.text + after.text.text, attachments))
        ):
            break
        words = Traced.concat(
            [words, *([Traced.inserted(" ")] if _needs_space(words.text, after.text.text) else []), after.text]
        )
        count += 1
    return words or EMPTY, count


def _is_whole(words: str, attachments: Sequence[str]) -> bool:
    return bool(words) and (words in attachments or _COMPLETE.search(words) is not None)


def _may_go_on(text: str) -> bool:
    if len(text) > _LONGEST * (1 + text.isascii()) or _NO_TITLE.search(text):
        return False
    return not has_label(text)


def _needs_space(before: str, after: str) -> bool:
    return bool(before) and before[-1].isascii() and after[:1].isascii()
