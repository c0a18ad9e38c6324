"""What belongs to the page and not to the text: page numbers, running heads, a newspaper page's head and foot."""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum

from luoshi_core.reading.repair.page_parts import Belongs, belongs, may_hold_parts, parts_of
from luoshi_core.reading.repair.sentences import FINAL

_LONGEST = 60
_LONGEST_RUNNING_HEAD = 40
_SAMPLE = 300_000


class Mark(Enum):
    """How surely a line belongs to the page."""

    NUMBER = "page number"
    HEAD = "head or foot of a newspaper page"
    BESIDE = "belongs to the page if it stands beside its head"
    RULE = "a line drawn across the page"
    ROW = "a row of a table in plain text"
    NUMERAL = "a bare number, a page number only in the middle of a sentence"


DROPPED = frozenset({Mark.NUMBER, Mark.RULE})
"""What no piece is made of."""

_NUMBER = re.compile(
    r"(?:[—–―－‐\-·•~～]{1,3}\s*\d{1,4}\s*[—–―－‐\-·•~～]{1,3}"
    r"|第\s*\d{1,4}\s*页(?:\s*[,，、/（(]?\s*共\s*\d{1,4}\s*页\s*[)）]?)?|共\s*\d{1,4}\s*页\s*[,，、/]?\s*第\s*\d{1,4}\s*页"
    r"|(?i:page)\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\|\s*\d{1,4}\s*\|?|(?i:p)\.?\s?\d{1,4}"
    r"|[（(〔\[]?\s*(?:紧接|下转|上接)\s*(?:第?\s*[\dA-Za-z一二三四五六七八九十]{1,4}\s*版|[一-鿿]{1,6}版|第\s*\d+\s*页)[^。]{0,8}[)）〕\]]?)$"
)
_RULE = re.compile(r"[━─═―‐—－–_=*＊~～\-]{4,}$|[|+├┌└][\s|+:\-─┼┬┴┤┐┘]{2,}$")
_CONTENTS = re.compile(r".{2,50}?(?:[.．·…]{4,}|…{2,}|(?:\s*[.．·…]){5,})\s*[（(]?\d{1,3}[）)]?$")
_CONTENTS_TAB = re.compile(
    r"(?:第?[一二三四五六七八九十\d]+[章节、．.]|[（(][一二三四五六七八九十]+[）)]).{2,40}\t\s*\d{1,3}$"
)
_NUMERAL = re.compile(r"(?!(?:19|20)\d\d$)\d{1,4}(?:\s*/\s*\d{1,4})?$|[ivxIVX]{1,5}$")
_HEAD = re.compile(
    r".{0,6}本版\s*(?:责任编辑|责编|编辑|责校|校对|美编|主编|策划|执行|投稿|邮箱|电话|制图|组稿|图片|稿件|版式)"
    r"|(?:第?\s*[\dA-D一二三四五六七八九十]{1,4}\s*版?\s*)?[^\s，。：:]{0,12}\s*"
    r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*[（(]?(?:星期|周)[一二三四五六日天]"
    r"(?![，。、]|(?:上|下)午|[^\s]{0,8}[，。；])"
)
_BESIDE = re.compile(
    r"(?:主办|主管|承办|协办|责任编辑|责编|编辑|值班编委|值班主任|执行主编|主编|美编|校对|审读|组版|版式|制图|检校|零售价|定价|总编辑|社长|"
    r"(?:投稿|新闻|读者|广告|本版|电子|订阅|发行)?(?:邮箱|信箱|热线|电话)|传真|网址|E-?mail|邮编|地址|社址|印刷)(?:\s*[：:/／]|[^，。；]{0,24}$)"
)
_CONTACT = re.compile(
    r"(?:(?:投稿|新闻|读者|广告|本版|电子|订阅|发行)*(?:邮箱|信箱|热线|电话|传真)|网址|E-?mail|邮编|社址|印刷|零售价|定价)\s*[：:]"
)
FIRSTS = frozenset("―—–－‐-·•~～第共Pp|（(〔[下上紧0123456789ivxIVX━─═_=*＊～+├┌└")
"""A page number or a rule opens with one of these."""
_CONTENTS_LAST = frozenset("0123456789)）")
_HEAD_WORDS = (
    *(
        "版",
        "星期",
        "周",
        "国内统一",
        "CN",
        "邮发",
        "热线",
        "社址",
        "本报地址",
        "农历",
        "零售",
        "日报",
        "晚报",
        "今日",
        "责编",
    ),
    *("责任编辑", "扫码", "二维码", "客户端"),
)
_NUMBER_LINE = re.compile(r"^[ \t\u3000]*[—–―－\-第P][^\n]{0,20}$", re.MULTILINE)
_DIGITS = re.compile(r"\d+")


def has_page_head(text: str) -> bool:
    """Whether some lines can hold the head of a newspaper page (a cheap look)."""
    return any(word in text for word in _HEAD_WORDS)


def mark_of(text: str) -> Mark | None:
    """What the line tells about itself."""
    mark = number_or_rule(text)
    return Mark.HEAD if mark is None and may_hold_parts(text) and is_head(text) else mark


def number_or_rule(text: str) -> Mark | None:
    """What the line tells about itself, heads and feet of newspaper pages aside."""
    if len(text) > _LONGEST:
        return Mark.NUMBER if text[-1].isdigit() and is_contents(text) else None
    if text[-1] in _CONTENTS_LAST and is_contents(text):
        return Mark.NUMBER
    if text[0] in FIRSTS:
        if _NUMBER.match(text):
            return Mark.NUMBER
        if _RULE.match(text):
            return Mark.RULE
        if len(text) < 10 and _NUMERAL.match(text):
            return Mark.NUMERAL
    return None


def is_head(text: str) -> bool:
    """Whether a line is plainly the head or foot of a newspaper page; ask ``may_hold_parts`` before."""
    if len(text) <= _LONGEST and _HEAD.match(text):
        return True
    parts = parts_of(text)
    return parts is not None and belongs(parts) is Belongs.SURELY


def is_contents(text: str) -> bool:
    """Whether a line is an entry of a table of contents, which only repeats a heading."""
    if len(text) > 2 * _LONGEST or not ("…" in text or ".." in text or "·" in text or "\t" in text or "．．" in text):
        return False
    return _CONTENTS.match(text) is not None or _CONTENTS_TAB.match(text) is not None


def stands_beside_head(text: str) -> bool:
    """Whether a line beside a page's head belongs to the page as well."""
    if len(text) > 2 * _LONGEST:
        return False
    parts = parts_of(text)
    return (parts is not None and belongs(parts) is not None) or _BESIDE.match(text) is not None


def is_contact(text: str) -> bool:
    """Whether a line gives a newspaper's mailbox, telephone or printer."""
    return len(text) <= 2 * _LONGEST and _CONTACT.match(text) is not None


def running_heads(text: str) -> frozenset[str]:
    """The lines (figures as #) that stand beside page numbers again and again."""
    beside: Counter[str] = Counter()
    numbers = 0
    for found in _NUMBER_LINE.finditer(text, 0, _SAMPLE):
        if _NUMBER.match(found.group().strip()) is None:
            continue
        numbers += 1
        before = text[: found.start()].rstrip()
        after = text[found.end() : found.end() + 200].lstrip()
        beside.update({head_key(before[before.rfind("\n") + 1 :]), head_key(after.split("\n", 1)[0])})
    return frozenset(
        key
        for key, count in beside.items()
        if count >= 2 and count * 2 >= numbers and 0 < len(key) <= _LONGEST_RUNNING_HEAD and key[-1] not in FINAL
    )


def head_key(text: str) -> str:
    """A line with its white space gone and its figures as #."""
    return _DIGITS.sub("#", "".join(text.split()))
