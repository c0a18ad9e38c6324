"""Labels at the start of a paragraph: 一、（一）1.（1）, 第一章, 附件1, Goal 1, 3.1, (a)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

from luoshi_core.reading.labels.forms import Form, Label
from luoshi_core.reading.labels.numbers import count_of, half_width, roman_value

_HAN = "一二三四五六七八九十百"
_GAP = r"[\s\u3000]*"


class Series(Protocol):
    """What is known of the labels read so far."""

    def number(self, form: Form) -> int:
        """The number of the open label of this form, 0 if there is none."""


_HAN_LABEL = re.compile(
    rf"([{_HAN}]{{1,4}}){_GAP}(?:[、．.]{_GAP}(?!(?:[{_HAN}]+(?:季度|期|月|类|级|线|、))|\d+[.．]?\d*[%％])|[\s\u3000]+(?=\S))"
)
_ORDINAL = re.compile(
    rf"第{_GAP}([{_HAN}零〇\d０-９]{{1,6}}){_GAP}"
    rf"(?:(编|篇|部{_GAP}分)|(章)|(节)|(条)(之[{_HAN}]+)?)(?:[\s\u3000]+|[：:、]{_GAP}|$|(?=[【\[]))"
)
_ORDINAL_TIGHT = re.compile(
    rf"第([{_HAN}零〇\d]{{1,6}})(?:(编|篇|部分)|(章)|(节)|(条)())(?![所规的和及至中之、，（(第]|款|项|指)"
)
#: （三）项规定的, （一）至（三）, （一）、（二）point to a label; 项目, 条件, 目标, 和谐 only begin like that.
_POINTED_TO = r"(?:项(?!目)|款(?![项待式物])|条(?![件例块线码])|目(?![标录前的])|[至和、及]\s*[（(第])"
_HAN_BRACKETED = re.compile(rf"[（(]{_GAP}([{_HAN}]{{1,4}}){_GAP}[)）](?!{_POINTED_TO}){_GAP}[、．.]?{_GAP}")
_ARABIC_BRACKETED = re.compile(rf"[（(]{_GAP}([\d０-９]{{1,3}}){_GAP}[)）](?!{_POINTED_TO}){_GAP}[、．.]?{_GAP}")
_LETTER_BRACKETED = re.compile(r"\((?:([ivx]{2,4})|([a-z]{1,2})|([A-Z]))\)\s*")
_ARABIC_HALF = re.compile(rf"([\d０-９]{{1,2}}){_GAP}[)）]{_GAP}")
_ARABIC = re.compile(rf"([\d０-９]{{1,3}}){_GAP}(?:、|[.．](?![\d０-９])){_GAP}")
_DOTTED = re.compile(
    rf"([\d０-９]{{1,2}})[.．]([\d０-９]{{1,4}}(?:[.．][\d０-９]{{1,2}}){{0,2}})([.．、]?)({_GAP})(.?)", re.DOTALL
)
_CIRCLED = re.compile(rf"([①-⑳⑴-⒇⒈-⒛㈠-㈩]){_GAP}[、．.]?{_GAP}")
_APPENDED = re.compile(
    rf"附{_GAP}(件|表|录){_GAP}(?:([\d０-９]{{1,2}}(?:-\d{{1,2}})?|[{_HAN}]{{1,3}})?{_GAP}(?:$|[:：]{_GAP}|[\s\u3000]+(?=\S)|(?=《))"
    rf"|([\d０-９]{{1,2}}|[{_HAN}]{{1,3}})[.．、]{_GAP})"
)
_APPENDED_ENGLISH = re.compile(
    r"(Exhibit|Appendix|Annex|Attachment|Schedule|Addendum)(?:\s+([A-Z](?![a-z])|\d{1,2}|[IVX]+(?![a-z])))?\s*(?:$|[:.–—-]+\s*)",
    re.IGNORECASE,
)
_NUMBER_WORDS = r"One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
_NAMED_NUMBER = rf"(\d{{1,3}}(?:\.(?:\d{{1,3}}|[A-Z]))*[A-Za-z]?(?!\w)|[IVXLC]+(?!\w)|[A-Z](?!\w)|{_NUMBER_WORDS})"
_NAMED = re.compile(
    r"(Goal|Objective|Strategy|Strategic\s+Priority|Priority(?:\s+Area)?|Focus\s+Area|Pillar|Theme|Initiative|Action(?:\s+Item)?"
    r"|Section|Sec\.|Chapter|Part|Article|Recommendation|Outcome|Milestone|Phase|Step|Task|Commitment|Policy|Item|Title|Division"
    rf"|Aim|Ambition|Workstream)\s+{_NAMED_NUMBER}(?:\s*(?:[:.–—|]+|\s-)\s*|\s*$|\s+(?=[A-Z][^.;]{{0,80}}$))",
    re.IGNORECASE,
)
_NAMED_OTHERWISE = re.compile(
    r"(?!Table|Figure|Page|Note|Box|Map|Photo|Chart|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|FY|Day|Week|Ward|District|Room)"
    r"([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s+(\d{1,2}(?:\.\d{1,2})*)\s*(?::|\s[–—-])\s*(?=\S)"
)
_CODE = re.compile(r"([A-Z]{1,3})-?(\d{1,2}(?:\.\d{1,2}){0,2})(?:[.:)]\s+|\s+(?=[A-Z][a-z]))")
_CAPITAL = re.compile(r"(?:([IVX]{1,5})|([A-Z]))[.)]\s+(?=\S)")
_SMALL = re.compile(r"([a-z])[.)]\s+(?=\S)")
_DATE_PART = frozenset("月年日时点号")
_MEASURES = frozenset("万亿千百余多%％‰个家处座所名人场次件项公平米吨元倍户亩台套条班期辆支种类站里岁小天周分")


class _NoSeries:
    def number(self, form: Form) -> int:
        return 0


_NONE = _NoSeries()


def has_label(text: str) -> bool:
    """Whether a paragraph opens with a label, read without knowing what stands before it."""
    return read_label(text, _NONE) is not None


def read_label(text: str, series: Series) -> Label | None:
    """The label that opens a paragraph, or None."""
    reader = _READERS.get(text[:1])
    return reader(text, series) if reader else None


def _han(text: str, series: Series) -> Label | None:
    found = _HAN_LABEL.match(text)
    if not found:
        return None
    number = count_of(found[1])
    separated_by_space = found[0].rstrip()[-1] not in "、．."
    if separated_by_space and (len(text) > 40 or number != series.number(Form.HAN) + 1):
        return None
    return Label(Form.HAN, found[1], found.end(), number)


def _ordinal(text: str, series: Series) -> Label | None:
    found = _ORDINAL.match(text) or _ORDINAL_TIGHT.match(text)
    if not found:
        return None
    form = Form.PART if found[2] else Form.CHAPTER if found[3] else Form.SECTION if found[4] else Form.ARTICLE
    label = re.sub(r"[\s\u3000：:、]", "", half_width(found[0]))
    return Label(form, label, found.end(), count_of(found[1]))


def _bracketed(text: str, series: Series) -> Label | None:
    if found := _HAN_BRACKETED.match(text):
        return Label(Form.HAN_BRACKETED, f"（{found[1]}）", found.end(), count_of(found[1]))
    if found := _ARABIC_BRACKETED.match(text):
        digits = half_width(found[1])
        english = found.end() < len(text) and text[0] == "(" and text[found.end()].isascii()
        return Label(Form.ARABIC_BRACKETED, f"({digits})" if english else f"（{digits}）", found.end(), int(digits))
    if found := _LETTER_BRACKETED.match(text):
        if found[1]:
            return Label(Form.ROMAN_BRACKETED, f"({found[1]})", found.end())
        if found[2]:
            return Label(Form.SMALL_BRACKETED, f"({found[2]})", found.end())
        return Label(Form.CAPITAL_BRACKETED, f"({found[3]})", found.end())
    return None


def _digits(text: str, series: Series) -> Label | None:
    if found := _ARABIC.match(text):
        digits = half_width(found[1])
        return Label(Form.ARABIC, digits, found.end(), int(digits))
    if found := _DOTTED.match(text):
        return _dotted(found, series)
    if found := _ARABIC_HALF.match(text):
        digits = half_width(found[1])
        return Label(Form.ARABIC_HALF, f"{digits}）", found.end(), int(digits))
    return None


def _dotted(found: re.Match[str], series: Series) -> Label | None:
    """1.1 is a label of two parts, but 1.6月底前 is the label 1 before a date and 2.5万人 is none."""
    first, rest = half_width(found[1]), half_width(found[2]).replace("．", ".")
    follows = found[5]
    if follows in _DATE_PART and not found[3] and "." not in rest:
        return Label(Form.ARABIC, first, found.start(2), int(first))
    if len(rest.split(".")[0]) > 2 or not follows:
        return None
    if not found[3] and not found[4] and follows in _MEASURES:
        counted = series.number(Form.ARABIC) > 0 and int(first) == series.number(Form.ARABIC) + 1
        return Label(Form.ARABIC, first, found.start(2), int(first)) if counted else None
    parts = rest.split(".")
    return Label(Form.DOTTED, f"{first}.{rest}", found.start(5), int(parts[-1]), depth=1 + len(parts))


def _circled(text: str, series: Series) -> Label | None:
    found = _CIRCLED.match(text)
    if not found:
        return None
    sign = found[1]
    if "⒈" <= sign <= "⒛":
        return Label(Form.ARABIC, str(ord(sign) - ord("⒈") + 1), found.end(), ord(sign) - ord("⒈") + 1)
    if "㈠" <= sign <= "㈩":
        return Label(Form.HAN_BRACKETED, f"（{_HAN[ord(sign) - ord('㈠')]}）", found.end(), ord(sign) - ord("㈠") + 1)
    if "⑴" <= sign <= "⒇":
        number = ord(sign) - ord("⑴") + 1
        return Label(Form.ARABIC_BRACKETED, f"（{number}）", found.end(), number)
    return Label(Form.CIRCLED, sign, found.end(), ord(sign) - ord("①") + 1)


def _appended(text: str, series: Series) -> Label | None:
    found = _APPENDED.match(text)
    if not found or len(text) > 80:
        return None
    digits = half_width(found[2] or found[3] or "")
    return Label(Form.APPENDED, f"附{found[1]}{digits}", found.end(), count_of(digits))


def _letters(text: str, series: Series) -> Label | None:
    if len(text) < 160 and (found := _APPENDED_ENGLISH.match(text)):
        return Label(Form.APPENDED, " ".join(filter(None, (found[1], found[2]))), found.end())
    if found := _NAMED.match(text) or _NAMED_OTHERWISE.match(text):
        word = " ".join(found[1].split())
        return Label(Form.NAMED, f"{word} {found[2]}", found.end(), word=word.lower(), depth=1 + found[2].count("."))
    if found := _CODE.match(text):
        code = found[0].strip().rstrip(".:)")
        return Label(Form.DOTTED, code, found.end(), word=found[1], depth=1 + found[2].count("."))
    if found := _CAPITAL.match(text):
        return _capital(found, series)
    if found := _SMALL.match(text):
        number = ord(found[1]) - ord("a") + 1
        return Label(Form.SMALL, found[1], found.end(), number) if number == series.number(Form.SMALL) + 1 else None
    return None


def _capital(found: re.Match[str], series: Series) -> Label | None:
    """Letters and Roman numbers look alike, so each has to carry its series on; an initial then rarely does."""
    sign = found[1] or found[2]
    if found[1] and roman_value(sign) == series.number(Form.ROMAN) + 1:
        return Label(Form.ROMAN, sign, found.end(), roman_value(sign))
    number = ord(sign) - ord("A") + 1
    if len(sign) == 1 and number == series.number(Form.CAPITAL) + 1:
        return Label(Form.CAPITAL, sign, found.end(), number)
    return None


_READERS: dict[str, Callable[[str, Series], Label | None]] = {
    **dict.fromkeys(_HAN, _han),
    "第": _ordinal,
    **dict.fromkeys("（(", _bracketed),
    **dict.fromkeys("0123456789０１２３４５６７８９", _digits),
    **dict.fromkeys(
        [chr(c) for low, high in ("①⑳", "⑴⒇", "⒈⒛", "㈠㈩") for c in range(ord(low), ord(high) + 1)], _circled
    ),
    "附": _appended,
    **dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", _letters),
}
