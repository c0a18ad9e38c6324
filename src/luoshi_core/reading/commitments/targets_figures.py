"""Every written number of a Chinese sentence with its unit: 12座, １５％, 三分之一, 三成五, 翻两番, 3—5家."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from luoshi_core.reading.commitments.numerals import parse_number
from luoshi_core.reading.commitments.targets_units import unit_at

_CHINESE = r"[一二两三四五六七八九十][一二两三四五六七八九十百千万亿零]*(?:点[零〇一二三四五六七八九]+[万亿]?)?"
_ARABIC = r"\d+(?:(?:,|，(?=[０-９]{3}))\d{3}(?!\d))*(?:[.．]\d+)?"
_RANGE = r"(?:[%％个家名人座处场次项元天日年]|[万亿]元?|公里|平方米)?(?:[-—–~～]{1,2}|[至到])"
_NUMBER = re.compile(
    rf"(?P<whole>百|千|万|\d+|[二三四五六七八九十]+)分之(?P<part>{_ARABIC}|{_CHINESE}|百)"
    r"|(?P<tenths>[一二两三四五六七八九\d]成(?:半|[一二三四五六七八九](?![个家名项]))?)(?![员果立效为本套功长品熟交都绩分型人])"
    r"|翻(?P<doublings>[一两二三1-3])?番"
    r"|(?P<half>半数|一半|过半|减半|折半)"
    r"|(?P<all>全覆盖|全员覆盖|全面覆盖)"
    r"|(?<![\d:：.])1\s?[:：∶]\s?(?P<ratio>[1-9]\d*(?:\.\d+)?)(?![\d:：])"
    rf"|(?<![\dA-Za-z.．_:：∶〔\[＋+])(?:(?P<low>{_ARABIC}){_RANGE})?(?P<arabic>{_ARABIC})"
    rf"|(?:(?P<low_chinese>[一二三四五六七八九十]+)[至到—])?(?P<chinese>{_CHINESE})"
)
_SCALE = re.compile(r"\s?(?:余|多|来)?(万亿|[十百千]?[万亿]|[百千](?![分米克瓦伏帕卡]))?(?:余|多)?\s?")
_LARGE = frozenset("十百千万亿")
_FACTORS = {"百": (100.0, ""), "千": (1000.0, "")}  # 3千 is 3000; in 2.3万人 the 万 stays with the unit
_HALF_WIDTH = str.maketrans("％／", "%/")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit at ``text[start:end]``.

    ``low`` is the lower end of a range; ``words`` marks 十二 and the like, ``factor``
    a value that multiplies what it speaks of (翻番).
    """

    start: int
    end: int
    value: float
    unit: str
    low: float | None = None
    words: bool = False
    factor: bool = False

    @property
    def plain_unit(self) -> str:
        """The unit without 万 and 亿."""
        return self.unit.lstrip("十百千万亿") if self.unit[0:1] in _LARGE else self.unit


def scan_figures(text: str) -> Iterator[Figure]:
    """The numbers of a text, left to right; numerals in words only with a unit behind them."""
    for match in _NUMBER.finditer(text):
        figure = _read(match, text)
        if figure is not None:
            yield figure


def _read(match: re.Match[str], text: str) -> Figure | None:
    start, end = match.span()
    if match["arabic"]:
        return _with_unit(match, text)
    if match["chinese"]:
        return _words_with_unit(match, text)
    if match["whole"]:
        part, whole = parse_number(match["part"]), parse_number(match["whole"])
        return None if part is None or not whole else Figure(start, end, _percent(part / whole), "%", words=True)
    if match["tenths"]:
        share = parse_number(match["tenths"])
        return None if share is None else Figure(start, end, _percent(share), "%", words=True)
    if match["ratio"]:
        return Figure(start, end, round(1 / float(match["ratio"]), 4), "")
    if match["half"]:
        return Figure(start, end, 50.0, "%", words=True)
    if match["all"]:
        return Figure(start, end, 100.0, "%", words=True)
    return Figure(start, end, 2.0 ** (parse_number(match["doublings"] or "一") or 1), "倍", words=True, factor=True)


def _percent(share: float) -> float:
    return round(share * 100, 2)


def _with_unit(match: re.Match[str], text: str) -> Figure | None:
    value, low = parse_number(match["arabic"]), parse_number(match["low"] or "")
    if value is None:
        return None
    return _measured(text, match.start(), match.end(), value, low, words=False)


def _words_with_unit(match: re.Match[str], text: str) -> Figure | None:
    written = match["chinese"]
    place = match.end() - (len(written) - len(written.rstrip("万亿")))
    value, low = parse_number(text[match.start("chinese") : place]), parse_number(match["low_chinese"] or "")
    if value is None:
        return None
    figure = _measured(text, match.start(), place, value, low, words=True)
    return figure if figure.unit else None


def _measured(text: str, start: int, place: int, value: float, low: float | None, *, words: bool) -> Figure:
    scale = _SCALE.match(text, place)
    factor, prefix = _FACTORS.get(scale[1], (1.0, scale[1] or "")) if scale else (1.0, "")
    behind = scale.end() if scale else place
    unit = unit_at(text, behind)
    end = behind + len(unit) if unit or prefix or factor > 1 else place
    lower = None if low is None else low * factor
    return Figure(start, end, value * factor, (prefix + unit).translate(_HALF_WIDTH), lower, words)
