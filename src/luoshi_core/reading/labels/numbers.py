"""The numbers of labels."""

from __future__ import annotations

_HALF = str.maketrans("０１２３４５６７８９．", "0123456789.")
_HAN = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def half_width(text: str) -> str:
    """Full-width digits and points made half-width."""
    return text.translate(_HALF)


def count_of(text: str) -> int:
    """The value of 十二, 二十, 一百零三 or 12; 0 for an empty text."""
    if text.isdigit():
        return int(text)
    total = current = 0
    for sign in text:
        if sign in "十百":
            total += max(current, 1) * (10 if sign == "十" else 100)
            current = 0
        else:
            current = _HAN.get(sign, 0)
    return total + current


def roman_value(text: str) -> int:
    """The value of a Roman number in capitals."""
    values = [_ROMAN[sign] for sign in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
