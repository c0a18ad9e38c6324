"""Every written number of a Chinese sentence with its unit: 12座, １５％, 三分之一, 三成五, 翻两番, 3—5家."""

from __future__ import annotations

import re
from typing import NamedTuple

from luoshi_core.reading.commitments.numerals import parse_number
from luoshi_core.reading.commitments.targets.units import UNITS, unit_at

_FIRST_OF_UNITS = "".join({unit[0] for unit in UNITS})
_DIGITS = r"\d\d*(?:(?:,|，(?=[０-９]{3}))\d{3}(?!\d))*(?:[.．]\d+)?"
_TO = r"(?:[%％个家名人座处场次项元天日年]|[万亿]元?|公里|平方米)?(?:[-—–~～]{1,2}|[至到])"
_NUMERALS = "一二两三四五六七八九十"
_NUMERAL = rf"[{_NUMERALS}][{_NUMERALS}百千万亿零]*(?:点[零〇一二三四五六七八九]+[万亿]?)?"

_FIGURES = re.compile(rf"(?P<first>{_DIGITS})(?:{_TO}(?P<second>{_DIGITS}))?")
_WORDS = re.compile(rf"(?P<first>{_NUMERAL})(?:[至到—](?P<second>{_NUMERAL}))?(?=\s?[余多]?[{_FIRST_OF_UNITS}])")
_PART = re.compile(rf"(百|千|万|\d+|[{_NUMERALS}]+)分之({_DIGITS}|{_NUMERAL}|百)")
_TENTHS = re.compile(rf"[{_NUMERALS}\d]成(?:半|[{_NUMERALS}](?![个家名项]))?(?![员果立效为本套功长品熟交都绩分型人])")
_DOUBLINGS = re.compile(r"翻([一两二三1-3])?番")
_HALF = re.compile(r"半数|一半|[过减折]半")
#: Half an hour, one and a half kilometres; 半年 and 半月 are times for the most part.
_HALF_OF = re.compile(
    rf"(?<![\d{_NUMERALS}每近大多])(?:(?P<whole>\d|[{_NUMERALS}])个)?半个?(?P<unit>小时|天|公里)(?!候)"
)
_ALL = re.compile(r"全(?:[员面])?覆盖")
_RATIO = re.compile(r"(?<![\d:：.])1\s?[:：∶]\s?([1-9]\d*(?:\.\d+)?)(?![\d:：])")
_JOINED_BEFORE = frozenset("-.．_:：∶〔[＋+/")
_SCALE = re.compile(r"\s?(?:余|多|来)?(万亿|[十百千]?[万亿]|[百千](?![分米克瓦伏帕卡]))?(?:余|多)?\s?")
_OPENS_SCALE = frozenset("余多来万亿十百千")
_FACTORS = {"百": (100.0, ""), "千": (1000.0, "")}  # 3千 is 3000; in 2.3万人 the 万 stays with the unit
_SHARE_A_UNIT = re.compile(r"(?:[、和/]\d+(?:\.\d+)?)+")
_HALF_WIDTH = str.maketrans("％／", "%/")


class Figure(NamedTuple):
    """A number with its unit at ``text[start:end]``.

    ``thing`` is the unit without 万 and 亿, ``low`` the lower end of a range,
    ``after`` where the words behind begin (in 70、35微克 the unit stands behind the last);
    ``words`` marks 十二 and the like, ``factor`` a value that multiplies (翻番).
    """

    start: int
    end: int
    value: float
    unit: str
    thing: str = ""
    after: int = 0
    low: float | None = None
    words: bool = False
    factor: bool = False


def scan_figures(text: str) -> list[Figure]:
    """The numbers of a text, left to right; numerals in words only with a unit behind them."""
    shares = [
        figure
        for sign, pattern, read in _SHARES
        if sign in text
        for match in pattern.finditer(text)
        if (figure := read(match))
    ]
    found = [figure for match in _FIGURES.finditer(text) if (figure := _read_figures(text, match))]
    found += [figure for match in _WORDS.finditer(text) if (figure := _read_words(text, match))]
    if shares:
        found = [figure for figure in found if not any(_within(figure, share) for share in shares)] + shares
    if len(found) > 1:
        found.sort(key=_start)
    return found


def _start(figure: Figure) -> int:
    return figure.start


def _within(figure: Figure, share: Figure) -> bool:
    return share.start <= figure.start < share.end


def _is_joined(text: str, start: int) -> bool:
    """Whether the digits continue a name: PM2.5, G105, 1+3, 第3.2条."""
    before = text[start - 1] if start else " "
    if before in "：:" and start > 1 and not text[start - 2].isdigit():
        return False  # 整改目标：43处文物点全部建档
    return before in _JOINED_BEFORE or (before.isalpha() and before.isascii())


def _read_part(match: re.Match[str]) -> Figure | None:
    whole, part = parse_number(match[1]), parse_number(match[2])
    return None if part is None or not whole else _share(match, part / whole)


def _read_tenths(match: re.Match[str]) -> Figure | None:
    value = parse_number(match[0])
    return None if value is None else _share(match, value)


def _read_half(match: re.Match[str]) -> Figure:
    return _share(match, 0.5)


def _read_half_of(match: re.Match[str]) -> Figure | None:
    value = (parse_number(match["whole"] or "") or 0) + 0.5
    return Figure(match.start(), match.end(), value, match["unit"], match["unit"], match.end(), words=True)


def _read_all(match: re.Match[str]) -> Figure:
    return _share(match, 1.0)


def _read_ratio(match: re.Match[str]) -> Figure:
    return Figure(match.start(), match.end(), round(1 / float(match[1]), 4), "", after=match.end())


def _read_doublings(match: re.Match[str]) -> Figure:
    times = parse_number(match[1] or "一") or 1
    return Figure(match.start(), match.end(), 2.0**times, "倍", after=match.end(), words=True, factor=True)


def _share(match: re.Match[str], value: float) -> Figure:
    return Figure(match.start(), match.end(), round(value * 100, 2), "%", after=match.end(), words=True)


_SHARES = (
    ("分之", _PART, _read_part),
    ("成", _TENTHS, _read_tenths),
    ("番", _DOUBLINGS, _read_doublings),
    ("半", _HALF, _read_half),
    ("半", _HALF_OF, _read_half_of),
    ("盖", _ALL, _read_all),
    (":", _RATIO, _read_ratio),
    ("：", _RATIO, _read_ratio),
    ("∶", _RATIO, _read_ratio),
)


def _read_figures(text: str, match: re.Match[str]) -> Figure | None:
    if _is_joined(text, match.start()):
        return None
    first, second = match.group("first", "second")
    value = parse_number(second or first)
    low = parse_number(first) if second else None
    return None if value is None else _measured(text, match.start(), match.end(), value, low, words=False)


def _read_words(text: str, match: re.Match[str]) -> Figure | None:
    first, second = match.group("first", "second")
    written = second or first
    plain = written.rstrip("万亿") or written
    value = parse_number(plain)
    low = parse_number(first) if second else None
    place = match.end() - (len(written) - len(plain))
    figure = None if value is None else _measured(text, match.start(), place, value, low, words=True)
    return figure if figure and figure.unit else None


def _measured(text: str, start: int, place: int, value: float, low: float | None, *, words: bool) -> Figure:
    factor, prefix, behind = 1.0, "", place
    first = text[place : place + 1]
    if (first in _OPENS_SCALE or first.isspace()) and (scale := _SCALE.match(text, place)):
        factor, prefix = _FACTORS.get(scale[1], (1.0, scale[1] or ""))
        behind = scale.end()
    unit = unit_at(text, behind)
    end = behind + len(unit) if unit or prefix or factor > 1 else place
    after = end
    if end == place and start and (others := _SHARE_A_UNIT.match(text, place)):
        unit = unit_at(text, others.end())
        after = others.end() + len(unit)
    lower = None if low is None else low * factor
    return Figure(start, end, value * factor, (prefix + unit).translate(_HALF_WIDTH), unit, after, lower, words)
