"""Where a sentence ends."""

from __future__ import annotations

import re

FINAL = frozenset("。！？!?；;：:…")
"""After these a sentence, or what announces a list, is finished."""
_CLOSERS = frozenset("”’）」』)》〉】]\"'")
_CLOSED_SENTENCE = re.compile(r"[。！？!?；;…](?:[”’）」』)\"']+|[（(][^（）()。]{1,30}[）)])$")


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence (or what a colon announces) may end."""
    last = text[-1]
    if last in FINAL:
        return True
    if last in _CLOSERS:
        return _CLOSED_SENTENCE.search(text) is not None
    return last == "."
