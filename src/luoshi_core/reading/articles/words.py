"""How far a headline speaks of the same things as a text, told by the pairs of characters they share."""

from __future__ import annotations

import re

_PAIR = re.compile(r"(?=([一-鿿]{2}))")


def word_pairs(text: str) -> set[str]:
    """Every two Chinese characters that stand together."""
    return set(_PAIR.findall(text))


def shared(headline: set[str], words: set[str]) -> float:
    """The share of the headline's pairs that the text uses, 0 to 1."""
    return len(headline & words) / len(headline) if headline else 0.0
