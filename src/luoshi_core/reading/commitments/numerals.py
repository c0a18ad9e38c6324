"""Numbers as they are written in Chinese and English documents.

Own rules: the converter that was tried leaves 2.3万 as text with a warning, does not
know full-width digits and is slow; it is the oracle of the tests instead.
"""

from __future__ import annotations

import re
from functools import lru_cache

from luoshi_core.reading.commitments.numerals_english import parse_english

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9}
_SMALL = {"千": 1000, "百": 100, "十": 10}
_LARGE = {"亿": 100_000_000, "万": 10_000}
_SPELLED = {"廿": "二十", "卅": "三十", "拾": "十", "佰": "百", "仟": "千", "萬": "万", "億": "亿"}

_HALF_WIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%") | str.maketrans(_SPELLED)
_ARABIC = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_FIGURE = r"(?:[一二两三四五六七八九壹贰叁肆伍陆柒捌玖]|\d+(?:\.\d+)?)"
_SECTION = re.compile(rf"({_FIGURE}?千)?零?({_FIGURE}?百)?零?({_FIGURE}?十)?零?({_FIGURE})?")
_POSITIONAL = re.compile(r"[零〇○一二两三四五六七八九]{2,}")
_FRACTION = re.compile(r"(.+)分之(.+)")
_TENTHS = re.compile(r"(.)成(?:(半)|(.))?")


@lru_cache(maxsize=4096)  # the same few hundred numerals come back in every document
def parse_number(text: str) -> float | None:
    """The value of a numeral, fractions as fractions (三分之一 -> 0.333…); None when it is none."""
    if text.isdecimal():
        return float(text)
    if text in _DIGITS:
        return float(_DIGITS[text])
    plain = text.strip().translate(_HALF_WIDTH)
    if _ARABIC.fullmatch(plain):
        return float(plain.replace(",", ""))
    if plain.isascii():
        return parse_english(plain)
    return _parse_chinese("".join(plain.split()).replace(",", ""))


def _parse_chinese(text: str) -> float | None:
    if fraction := _FRACTION.fullmatch(text):
        return _parse_fraction(fraction[2], fraction[1])
    if tenths := _TENTHS.fullmatch(text):
        return _parse_tenths(tenths)
    whole, point, decimals = text.partition("点")
    if point:
        return _parse_decimal(whole, decimals)
    if text in ("半", "一半"):
        return 0.5
    if text.endswith("半"):
        return _add_half(text[:-1])
    if _POSITIONAL.fullmatch(text):
        return float("".join(str(_DIGITS[char]) for char in text))
    return _parse_whole(text)


def _parse_fraction(part: str, whole: str) -> float | None:
    upper, lower = parse_number(part), parse_number(whole)
    return upper / lower if upper is not None and lower else None


def _parse_tenths(match: re.Match[str]) -> float | None:
    tenths = parse_number(match[1])
    rest = 5 if match[2] else parse_number(match[3]) if match[3] else 0
    return None if tenths is None or rest is None else (tenths * 10 + rest) / 100


def _parse_decimal(whole: str, decimals: str) -> float | None:
    last = decimals[-1:]
    scale = _LARGE.get(last, 1)
    figures = [_DIGITS.get(char) for char in (decimals[:-1] if scale > 1 else decimals)]
    start = parse_number(whole)
    if start is None or not figures or None in figures:
        return None
    return float(f"{int(start)}.{''.join(map(str, figures))}") * scale


def _add_half(text: str) -> float | None:
    value = parse_number(text)
    return None if value is None else value + 0.5


def _parse_whole(text: str) -> float | None:
    """两千三百, 一万零五, 1.2万, 3千万, 一百二 (the last digit takes the place after the last unit)."""
    for sign, scale in _LARGE.items():
        head, found, tail = text.rpartition(sign)
        if found:
            upper, lower = _parse_whole(head), _parse_rest(tail, scale)
            return None if upper is None or lower is None else upper * scale + lower
    return _parse_section(text)


def _parse_rest(tail: str, scale: int) -> float | None:
    if not tail:
        return 0.0
    if tail in _DIGITS:
        return _DIGITS[tail] * scale / 10
    return _parse_whole(tail)


def _parse_section(text: str) -> float | None:
    match = _SECTION.fullmatch(text)
    if match is None or not text:
        return None
    value, last = 0.0, 10
    for group, scale in enumerate(_SMALL.values(), start=1):
        if (figure := match[group]) is not None:
            value += scale * _figure(figure[:-1])
            last = scale
    ones = match[4]
    if not ones:
        return value
    shorthand = value > 0 and "零" not in text
    return value + _figure(ones) * (last / 10 if shorthand else 1)


def _figure(text: str) -> float:
    if not text:
        return 1.0
    return float(_DIGITS[text]) if text in _DIGITS else float(text)
