"""Cell values as a spreadsheet prints them, after the number format of the cell.

Format codes after ECMA-376, part 1, 18.8.30 and 18.8.31; the codes without a
text of their own as they are defined for the language zh-cn.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from luoshi_core.reading.formats.printed_numerals import chinese, digits

Value = float | dt.datetime
_MONTH, _YEAR_MONTH, _FULL = 'm"月"d"日"', 'yyyy"年"m"月"', 'yyyy"年"m"月"d"日"'
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: _YEAR_MONTH, 28: _MONTH, 29: _MONTH, 30: "m/d/yy", 31: _FULL, 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    36: _YEAR_MONTH, 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss", 48: "0.0E+0", 49: "@",
    50: _YEAR_MONTH, 51: _MONTH, 52: _YEAR_MONTH, 53: _MONTH, 54: _MONTH, 57: _YEAR_MONTH, 58: _MONTH,
}  # fmt: skip
"""Format codes by their number; those not named here print as General."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = "一二三四五六日"
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|[_*].|\[(?P<bracket>[^\]]*)\]|(?P<ampm>AM/PM|A/P|上午/下午)'
    r"|(?P<general>General|G/通用格式)|(?P<exponent>E[+-])|(?P<number>[0#?]|(?<=[0#?]),(?=[0#?])|\.|,)|(?P<percent>%)"
    r"|(?P<date>y+|e+|m+|d+|h+|s+|aaaa?)|(?P<text>@)|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_DATE = re.compile(r'"[^"]*"|[\\!].|[_*].|\[(?![hms]+\])[^\]]*\]|General|AM/PM|E[+-]|(?P<date>[ymdhse]|aaa)', re.I)
_PLAIN_PATTERN = re.compile(r"[0#]\.?$")
_CURRENCY = re.compile(r"\$([^-]*)")
_EPOCH, _EPOCH_1904 = dt.datetime(1899, 12, 30), dt.datetime(1904, 1, 1)  # noqa: DTZ001 - cells have no time zone
_LARGEST = 1e15
_LAST_SERIAL = 2_958_466


def general(value: float) -> str:
    """A number without format: whole numbers whole, others with up to ten digits, never with an exponent."""
    if value.is_integer() and abs(value) < _LARGEST:
        return str(int(value))
    short = f"{value:.10g}"
    return f"{Decimal(short):f}" if "e" in short else short


def moment(serial: float, since_1904: bool) -> dt.datetime | None:
    """The day and time that a date serial stands for, to the second; None if it lies outside of the calendar."""
    if not 0 <= serial < _LAST_SERIAL:
        return None
    return (_EPOCH_1904 if since_1904 else _EPOCH) + dt.timedelta(seconds=round(serial * 86400))


@lru_cache(maxsize=1024)
def is_dated(code: str) -> bool:
    """Whether a positive number with this format code is a day or time."""
    return any(match["date"] for match in _DATE.finditer(_sections(code)[0])) if code else False


@lru_cache(maxsize=1024)
def printer(code: str, since_1904: bool = False) -> Callable[[Value], str]:
    """How a cell with this format code prints its number or date."""
    sections = _sections(code)
    if not code or code == "@" or sections[0].casefold() == "general":
        return lambda value: _iso(value) if isinstance(value, dt.datetime) else general(value)
    dated = [bool(any(m["date"] for m in _DATE.finditer(section))) for section in sections]

    def print_value(value: Value) -> str:
        if isinstance(value, dt.datetime):
            return _print_moment(value, sections[0]) if dated[0] else _iso(value)
        if not abs(value) < _LARGEST:
            return general(value)
        at = _section_of(value, len(sections))
        if dated[at]:
            when = moment(value, since_1904)
            return general(value) if when is None else _print_moment(when, sections[at])
        return _print_number(value, sections[at], signed=at != 1)

    return print_value


def _iso(value: dt.datetime) -> str:
    return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")


def _sections(code: str) -> list[str]:
    sections, start = [], 0
    for match in _TOKEN.finditer(code):
        if match["plain"] == ";":
            sections.append(code[start : match.start()])
            start = match.end()
    return [*sections, code[start:]]


def _section_of(value: float, count: int) -> int:
    if value < 0 and count > 1:
        return 1
    return 2 if value == 0 and count > 2 else 0


def _literal(match: re.Match[str]) -> str | None:
    """What a token prints by itself, None if it stands for a part of the value."""
    if match["bracket"] is not None:
        currency = _CURRENCY.match(match["bracket"])
        return currency[1] if currency else ""
    for group in ("quoted", "escaped", "plain", "percent"):
        if match[group] is not None:
            return match[group]
    return "" if match[0][0] in "_*" else None


def _print_number(value: float, section: str, *, signed: bool) -> str:
    tokens = list(_TOKEN.finditer(section))
    pattern = "".join(m["number"] for m in tokens if m["number"])
    unusual = any(m["exponent"] for m in tokens) or "?" in pattern or not _PLAIN_PATTERN.search(pattern)
    if unusual and (pattern or any(m["general"] for m in tokens)):
        # scientific notation, fractions and scaling by thousands only repeat the value in another shape
        return general(value)
    percents = sum(1 for m in tokens if m["percent"])
    # in decimal steps: a binary 0.285 * 100 is less than 28.5
    figure = _figure(Decimal(repr(abs(value))).scaleb(2 * percents), pattern)
    negative = "-" if value < 0 and signed and figure.strip("0.,") else ""
    text, placed = "", False
    for match in tokens:
        literal = _literal(match)
        if literal is not None:
            text += literal
        elif (match["number"] or match["text"]) and not placed:
            text, placed = text + negative + figure, True
    return text.strip()


def _figure(value: Decimal, pattern: str) -> str:
    whole, _, fraction = pattern.replace(",", "").partition(".")
    decimals = min(len(fraction), 15)
    # half a cent is printed upwards, while Python rounds it to the even neighbour
    rounded = value.quantize(Decimal(1).scaleb(-decimals), rounding="ROUND_HALF_UP")
    text = f"{rounded:,f}" if "," in pattern else f"{rounded:f}"
    front, _, behind = text.partition(".")
    for place in reversed(fraction[:decimals]):
        if place != "#" or not behind.endswith("0"):
            break
        behind = behind[:-1]
    front = front.rjust(whole.count("0"), "0") if "0" in whole or front != "0" else ""
    return f"{front}.{behind}" if behind else front


def _print_moment(when: dt.datetime, section: str) -> str:
    chinese_digits = "dbnum1" in section.casefold()
    text, after_hour = "", False
    tokens = list(_TOKEN.finditer(section))
    for at, match in enumerate(tokens):
        part = match["date"]
        if part:
            minutes = part[0] in "mM" and (after_hour or _before_seconds(tokens[at + 1 :]))
            text += _date_part(when, part.casefold(), minutes, chinese_digits)
            after_hour = part[0] in "hH"
        elif match["ampm"]:
            text += "上午" if when.hour < 12 else "下午"
        elif match["bracket"] and match["bracket"].casefold().strip("hms") == "":
            text += str(when.hour)
            after_hour = True
        elif match["number"]:
            text += match["number"].replace("0", "").replace("#", "").replace("?", "")
        else:
            text += _literal(match) or ""
    return text.strip()


def _before_seconds(tokens: list[re.Match[str]]) -> bool:
    return next((m["date"][0] in "sS" for m in tokens if m["date"]), False)


def _date_part(when: dt.datetime, part: str, minutes: bool, in_chinese: bool) -> str:
    kind, width = part[0], len(part)
    if kind in "ye":
        year = digits(when.year) if in_chinese else str(when.year)
        return year[-2:] if kind == "y" and width <= 2 else year
    if kind == "a" or (kind == "d" and width > 2):
        return ("星期" if width == 4 else "周" if kind == "d" else "") + _WEEKDAYS[when.weekday()]
    if kind == "m" and not minutes and width > 2:
        return _MONTHS[when.month - 1]
    number = {"m": when.minute if minutes else when.month, "d": when.day, "h": when.hour, "s": when.second}[kind]
    return chinese(number) if in_chinese and number else f"{number:0{min(width, 2)}d}"
