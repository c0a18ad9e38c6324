"""Numbers as they are written in Chinese and English documents."""

from __future__ import annotations

import unicodedata


def parse_number(text: str) -> float | None:
    """The value of a numeral; None when it is none."""
    try:
        return float(unicodedata.normalize("NFKC", text).replace(",", ""))
    except ValueError:
        return None
