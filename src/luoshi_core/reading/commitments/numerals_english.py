"""Numbers in English words: twenty-five, a dozen, two-thirds, one and a half, 1.2 million."""

from __future__ import annotations

import re

_TEENS: tuple[str, ...] = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_TEENS += ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_ONES = dict(zip(_TEENS, range(20), strict=True))
_TENS = dict(
    zip(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), range(20, 100, 10), strict=True)
)
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_GROUPS = {"couple": 2, "dozen": 12, "score": 20}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_ALONE = {"once": 1.0, "twice": 2.0, "thrice": 3.0, "both": 2.0, "half": 0.5}
_FIGURES = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?$")
_SLASHED = re.compile(r"(\d+)/([1-9]\d*)$")

NUMBER_WORDS = (*_ONES, *_TENS, *_SCALES, *_GROUPS)


def parse_english(text: str) -> float | None:
    """The value of an English numeral, fractions as fractions; None when it is none."""
    plain = text.strip().lower()
    if plain in _ALONE:
        return _ALONE[plain]
    if slashed := _SLASHED.match(plain):
        return int(slashed[1]) / int(slashed[2])
    words = [word for word in re.split(r"[\s-]+", plain) if word not in ("and", "of", "")]
    return _read(words) if words and words != ["a"] and words != ["an"] else None


def _read(words: list[str]) -> float | None:
    part = _PARTS.get(words[-1].removesuffix("s").replace("halve", "half"))
    if part is None:
        return _read_whole(words)
    upper = words[:-1]
    if len(upper) > 1 and upper[-1] in ("a", "one"):
        whole = _read_whole(upper[:-1])
        return None if whole is None else whole + 1 / part
    count = _read_whole(upper) if upper and upper[0] not in ("a", "an") else 1.0
    return None if count is None else count / part


def _read_whole(words: list[str]) -> float | None:
    total = section = 0.0
    for place, word in enumerate(words):
        value = _value(word, first=place == 0)
        if value is not None:
            section += value
        elif word in _GROUPS or word == "hundred":
            section = (section or 1) * (_GROUPS.get(word) or 100)
        elif word in _SCALES:
            total, section = total + (section or 1) * _SCALES[word], 0.0
        else:
            return None
    return total + section


def _value(word: str, *, first: bool) -> float | None:
    if _FIGURES.match(word):
        return float(word.replace(",", ""))
    if first and word in ("a", "an"):
        return 0.0
    known = _ONES.get(word)
    return float(known) if known is not None else (float(_TENS[word]) if word in _TENS else None)
