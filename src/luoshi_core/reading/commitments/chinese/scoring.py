"""How work is marked: points, weights and grades that say what a result is worth and bind nobody."""

from __future__ import annotations

import re

_POINTS = r"[\d一二三四五六七八九十两.]+(?:[-—~～至][\d.]+)?分(?!钟|之|公)"
#: Every branch starts with literal characters: the search passes over all others.
_SCORES = re.compile(
    rf"[扣加得计记减](?:至|到)?(?:最[高多]|不超过)*{_POINTS}"
    r"|百分制|扣完为止|不得分|不计分|就[高低][扣加计]分|满分为?\d"
    rf"|最[高多](?:不超过|可?[加扣得计])+{_POINTS}"
    r"|分(?<=\d分)(?:（■*）)?[^，。；\d]{0,4}为(?:[“优良先差]|一般|基本|不?合格|较|不?称职|[一二三四]等|达标|[ABCD])"
)
_WEIGHS = re.compile(
    r"占(?<=[考核评议测成绩价果分]占)(?:总分|总成绩|总评|比重?|权重|年度|考核|综合|最终|[的得成绩分])*(?:的)?[\d.]+(?:%|分)|占[\d.]+分(?!钟)|权重[为占是]?[\d.]+"
)
_MARKS_COLUMN = re.compile(r"分值|评分|计分|扣分|赋分|记分|得分|标准分|基准分|权重")


def scores(words: str) -> bool:
    """Whether the words only say how something is marked; quotations and brackets are blotted out."""
    if "分" in words and _SCORES.search(words):
        return True
    return ("占" in words or "权重" in words) and _WEIGHS.search(words) is not None


def names_marks(head: str) -> bool:
    """Whether the head of a column says that its cells hold marks or how to give them."""
    return _MARKS_COLUMN.search(head) is not None
