"""The numbers that a browser draws before the items of an ordered list."""

from __future__ import annotations

import re

from lxml import etree

from luoshi_core.reading.formats.printed_numerals import chinese, roman

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"[\s\u3000]*(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十百]{1,4})[）)、.．]|第[\d一二三四五六七八九十百]+[条章节项]|[①-⑳]|[a-zA-Z][.)])"
)
_CHINESE_STYLES = ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "simp-chinese-formal")
_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}


def looks_numbered(text: str) -> bool:
    """Whether an item already begins with a number of its own."""
    return bool(_NUMBERED.match(text))


class Counter:
    """The running number of one list; an unordered list has none."""

    def __init__(self, style: str | None, start: int = 1) -> None:
        self._style = style
        self._value = start - 1

    @classmethod
    def of(cls, element: etree._Element) -> Counter:
        """The counter of an <ol>, or one that stays silent for other lists."""
        style = _style_of(element, "decimal")
        return cls(style if element.tag == "ol" and style != "none" else None, _whole(element.get("start"), 1))

    def next(self, item: etree._Element) -> str:
        """The label of the next item with its mark, "1. " or "一、", or "" where none is drawn."""
        if self._style is None:
            return ""
        self._value = _whole(item.get("value"), self._value + 1)
        style = _style_of(item, self._style)
        return "" if style == "none" else label(self._value, style)


def label(value: int, style: str) -> str:
    """A list number in one of the styles of CSS."""
    if style in _CHINESE_STYLES and 0 < value < 100:
        return f"{chinese(value)}、"
    if style in ("lower-alpha", "lower-latin", "upper-alpha", "upper-latin") and 0 < value <= 26:
        return f"{chr((97 if style.startswith('lower') else 65) + value - 1)}. "
    if style in ("lower-roman", "upper-roman") and 0 < value < 200:
        return f"{roman(value).lower() if style.startswith('lower') else roman(value)}. "
    return f"{value}. "


def _style_of(element: etree._Element, inherited: str) -> str:
    found = _STYLE.search(element.get("style") or "")
    if found:
        return found.group(1).split()[0].lower() if found.group(1).split() else inherited
    return _TYPES.get(element.get("type") or "", inherited)


def _whole(text: str | None, default: int) -> int:
    text = (text or "").strip()
    return int(text) if re.fullmatch(r"-?\d{1,6}", text) else default
