"""Chinese or English."""

from __future__ import annotations

import re
from collections.abc import Iterable

from luoshi_core.reading.passages import Grid, Piece

_SAMPLE = 4000
_HAN = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"[A-Za-z]{2,}")


def is_english(pieces: Iterable[Piece | Grid]) -> bool:
    """Whether the first pages hold more English words than Chinese characters."""
    han = words = seen = 0
    for piece in pieces:
        text = "\n".join(cell.text.text for cell in piece.cells) if isinstance(piece, Grid) else piece.text.text
        han += len(_HAN.findall(text[:_SAMPLE]))
        words += len(_WORD.findall(text[:_SAMPLE]))
        seen += len(text)
        if seen > _SAMPLE:
            break
    return words > han
