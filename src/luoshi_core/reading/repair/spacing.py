"""Spaces that type-setting put between characters are taken out; those that part columns or names are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi_core.reading.repair.cutting import cut_out
from luoshi_core.reading.traced import Span, Traced

_HAN = "\u3400-\u9fff"
_MARK = "，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕…"
_BLANK = re.compile(r"\s+")
_TOKEN = re.compile(r"\S+")
_SINGLE = re.compile(rf"[{_HAN}{_MARK}—－·○〇+]{{1}}$|\d{{1,4}}$|[{_MARK}]*[{_HAN}][{_MARK}]*$")
_NAME = re.compile(rf"(?<![{_HAN}])([{_HAN}])[ \u3000]{{1,2}}(?=[{_HAN}](?![{_HAN}]))")
_DATE = re.compile(r"(?<=\d)[ \u3000\xa0](?=[年月日号时点分版期届])|(?<=[年月])[ \u3000\xa0](?=\d{1,2} ?[月日])")
_YEAR = re.compile(r"(?<!\d)(?:[12] \d{3}|[12]\d \d{2}|[12]\d{2} \d)(?= ?年)")
_THOUSANDS = re.compile(rf"(?<![\d.,，])\d{{1,3}}(?:[ \u2009\u202f\xa0]\d{{3}})+(?=[ ]?[万亿]?[{_HAN}])(?! ?年)")
_BROKEN_FIGURE = re.compile(r"\d[ \u2009\u202f\xa0]\d")
_PROSE = re.compile(r"[，。；]")
_STRAY = re.compile(
    rf"(?<=[{_HAN}])[ \xa0](?=[\dA-Za-z“《（〔])|(?<=[\dA-Za-z%％‰”》）〕])[ \xa0](?=[{_HAN}])"
    rf"|(?<=[{_HAN}\d])[ \xa0]+(?=[{_MARK}])|(?<=[{_MARK}])[ \xa0]+(?=[{_HAN}\d{_MARK}])"
)
_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}]) (?=[{_HAN}])")
_LABEL_SPACE = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,6}[章节条编款部分篇]+\s*"
    r"|[（(]?(?:附件|附表|专栏|表|图)?\s*[\d.]{1,6}[）)]?[ \xa0]"
)
_BYLINE = re.compile(r"记者|通讯员|作者|责编|编辑|摄影|校对|文/|图/|出席|列席|参加|主持|□")
_MAIL_ADDRESS = re.compile(r"[A-Za-z\d_.-]{1,64}\s?@[A-Za-z\d\s_.-]{0,64}\.\s?(?:com|cn|org|net|gov)\b")


def has_blanks(text: str) -> bool:
    """Whether there is any space to look at."""
    return " " in text or "\u3000" in text or "\xa0" in text or "\u2009" in text or "\u202f" in text


def close_up(traced: Traced) -> Traced:
    """The text without the spaces that stand inside words, names, figures and dates."""
    text = traced.text
    if is_spaced_out(text):
        return cut_out(traced, (Span(*m.span()) for m in _BLANK.finditer(text)))
    holes = sorted(set(_holes(text)))
    return cut_out(traced, holes) if holes else traced


def is_spaced_out(text: str) -> bool:
    """Whether a line is set with a space after each character, as headlines are."""
    if (text.count(" ") + text.count("\u3000")) * 4 < len(text):
        return False
    tokens = _TOKEN.findall(text)
    if not 2 <= len(tokens) <= 60:
        return False
    single = sum(_SINGLE.match(token) is not None for token in tokens)
    if single == len(tokens):
        return any(not token.isdigit() for token in tokens[:2])
    return single >= 4 and single * 4 >= len(tokens) * 3 and all(len(token) <= 4 for token in tokens)


def _holes(text: str) -> Iterator[Span]:
    for found in _NAME.finditer(text):
        yield Span(found.end(1), found.end())
    for found in _DATE.finditer(text):
        yield Span(*found.span())
    for pattern in (_YEAR, _THOUSANDS) if _BROKEN_FIGURE.search(text) else ():
        for found in pattern.finditer(text):
            yield from _blanks(text, *found.span())
    if "@" in text:
        for found in _MAIL_ADDRESS.finditer(text):
            yield from _blanks(text, *found.span())
    if _PROSE.search(text) is not None:
        yield from _stray(text)


def _stray(text: str) -> Iterator[Span]:
    """Single spaces in running Chinese text."""
    label = _LABEL_SPACE.match(text)
    after = label.end() if label else 0
    for found in _STRAY.finditer(text):
        if found.start() >= after:
            yield Span(*found.span())
    if _BYLINE.search(text) is None:
        for found in _BETWEEN_HAN.finditer(text, after):
            yield Span(*found.span())


def _blanks(text: str, start: int, end: int) -> Iterator[Span]:
    for found in _BLANK.finditer(text, start, end):
        yield Span(*found.span())
