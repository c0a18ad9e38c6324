"""Numbers the way office programs print them (formats after ECMA-376, part 1, ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_LEGAL_TRADITIONAL = str.maketrans("贰叁陆", "貳參陸")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CIRCLED_IDEOGRAPHS = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ONES = (
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
    "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
)  # fmt: skip
_TENS = ("", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety")


def chinese(number: int) -> str:
    """Below ten thousand the way it is counted: 十, 二十一, 一百零五."""
    if not 0 < number < 10_000:
        return digits(number)
    text, gap = "", False
    for power in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**power % 10
        if not digit:
            gap = True
            continue
        if gap and text:
            text += "零"
        text, gap = text + _DIGITS[digit] + _UNITS[power], False
    return text[1:] if 10 <= number < 20 else text


def digits(number: int) -> str:
    """Digit by digit: 一〇五."""
    return "".join("〇" if d == "0" else _DIGITS[int(d)] for d in str(number))


def legal(number: int) -> str:
    """As on a cheque: 壹拾贰."""
    text = chinese(number)
    return ("一" + text if 10 <= number < 20 else text).translate(_LEGAL)


def roman(number: int) -> str:
    """In Roman capitals."""
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def letters(number: int) -> str:
    """A to Z, then AA, BB as word processors do."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


def ordinal(number: int) -> str:
    """1st, 2nd, 11th."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}" + {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def cardinal(number: int) -> str:
    """One, Twenty-one; digits from a hundred on."""
    if not 0 <= number < 100:
        return str(number)
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_ONES[ones].lower()}" if ones else "")


def _series(first: str, last: int) -> Callable[[int], str]:
    return lambda n: chr(ord(first) + n - 1) if 1 <= n <= last else str(n)


def _circled(number: int) -> str:
    for low, high, first in ((1, 20, "①"), (21, 35, "㉑"), (36, 50, "㊱")):
        if low <= number <= high:
            return chr(ord(first) + number - low)
    return str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda n: signs[(n - 1) % len(signs)]


def _sexagenary(number: int) -> str:
    return _cycle(_STEMS)(number) + _cycle(_BRANCHES)(number)


def _circled_ideograph(number: int) -> str:
    return _CIRCLED_IDEOGRAPHS[number - 1] if 1 <= number <= 10 else chinese(number)


def _traditional(number: int) -> str:
    return _STEMS[number - 1] if 1 <= number <= 10 else str(number)


def _counting(number: int) -> str:
    return chinese(number) if number < 100 else digits(number)


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda n: f"{n:02d}",
    "decimalFullWidth": lambda n: str(n).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda n: str(n).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _series("⒈", 20),
    "decimalEnclosedParen": _series("⑴", 20),
    "numberInDash": lambda n: f"- {n} -",
    "upperRoman": roman,
    "lowerRoman": lambda n: roman(n).lower(),
    "upperLetter": letters,
    "lowerLetter": lambda n: letters(n).lower(),
    "ordinal": ordinal,
    "cardinalText": cardinal,
    "chineseCounting": _counting,
    "chineseCountingThousand": chinese,
    "chineseLegalSimplified": legal,
    "ideographLegalTraditional": lambda n: legal(n).translate(_LEGAL_TRADITIONAL),
    "ideographDigital": digits,
    "ideographTraditional": _traditional,
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ideographEnclosedCircle": _circled_ideograph,
    "japaneseCounting": chinese,
    "japaneseDigitalTenThousand": digits,
    "japaneseLegal": legal,
    "koreanDigital2": digits,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": chinese,
    "taiwaneseDigital": digits,
    "none": lambda n: "",
}


def printed(number: int, number_format: str) -> str:
    """``number`` as ``number_format`` prints it; an unknown format prints digits."""
    return _FORMATS.get(number_format, str)(number)
