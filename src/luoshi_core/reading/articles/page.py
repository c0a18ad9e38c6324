"""What the head and foot of a newspaper page say: its date and the newspaper's name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from luoshi_core.reading.passages import Grid, Piece
from luoshi_core.reading.repair.page_parts import DATE, KINDS, SECTION, TODAY, stands_on_newspaper

_STRONG = re.compile(
    r"本版|责编|责任编辑|责校|版式|组版|美编|值班编委|国内统一|CN\s?\d{2}|邮发代号|新闻热线|投稿|日报|晚报|时报|晨报|早报|第\s*[\dA-D一二三四五六七八九十]{1,4}\s*版|\d\s*版"
)
_DATE = re.compile(DATE)
_WEEKDAY = re.compile(
    rf"(?P<date>{DATE})\s*[（(]?(?:星期|周)[一二三四五六日天]|(?:星期|周)[一二三四五六日天][）)]?[\s|｜]*(?P<behind>{DATE})"
)
_NAME = re.compile(
    rf"(?:^|[\s《：:，,、|｜·\d版])(?:(?<=[\d版])(?:{SECTION}))?(?P<name>[一-鿿]{{2,8}}?(?:{KINDS}))(?:社|版|》|[\s，,、|｜·]|\d|(?:{SECTION})|$)|(?P<today>{TODAY})"
)
_MASTHEAD = re.compile(rf"[一-鿿]{{2,8}}(?:{KINDS})$")
_CITY = re.compile(r"(?:^|[：:\s])(?:中共)?(?P<city>[一-鿿]{2,5}?)(?:市|县|区|州|盟|旗)(?:委|人民政府)")
_MAILBOX = re.compile(r"(?P<box>[A-Za-z]{3,})[\w.-]*\s*@")
_PAPERS = {"rb": "日报", "wb": "晚报"}


def shows_newspaper(page: Iterable[Piece]) -> bool:
    """Whether these heads and feet are those of a newspaper (a date with a weekday alone is not enough)."""
    texts = [piece.text.text for piece in page]
    return any(_STRONG.search(text) or stands_on_newspaper(text) for text in texts)


def page_facts(page: list[Piece], rest: list[Piece | Grid]) -> dict[str, str]:
    """The facts of a newspaper page: "date" and "source", as far as the page gives them."""
    facts: dict[str, str] = {}
    texts = [piece.text.text for piece in page]
    date = _date(texts)
    if date:
        facts["date"] = f"{date}日" if "月" in date and "日" not in date else date
    name = _printed_name(texts) or _masthead(rest) or _name_in_mailbox(texts)
    if name:
        facts["source"] = name
    return facts


def _printed_name(texts: list[str]) -> str | None:
    return next((found["name"] or found["today"] for text in texts if (found := _NAME.search(text))), None)


def _date(texts: list[str]) -> str | None:
    """The date that has a weekday beside it, else the first."""
    dates = [found["date"] or found["behind"] for text in texts if (found := _WEEKDAY.search(text))]
    return next(
        iter(dates or [found.group() for text in (*texts, "".join(texts)) if (found := _DATE.search(text))]), None
    )


def _masthead(rest: list[Piece | Grid]) -> str | None:
    """A newspaper's name that opens or closes the page."""
    ends = [*rest[:2], *rest[-1:]]
    return next((p.text.text for p in ends if isinstance(p, Piece) and _MASTHEAD.match(p.text.text)), None)


def _name_in_mailbox(texts: list[str]) -> str | None:
    """The city's daily or evening paper, if the page's mailbox is named after it.

    A party newspaper's mailbox opens with the first letters of its name in pinyin.
    Only with the city from the page's own head do the letters say which paper it is.
    """
    city = next((found["city"] for text in texts if (found := _CITY.search(text))), None)
    if city is None:
        return None
    for text in texts:
        for found in _MAILBOX.finditer(text):
            for letters, kind in _PAPERS.items():
                if _spells(found["box"].lower(), city, letters):
                    return city + kind
    return None


def _spells(box: str, city: str, ending: str) -> bool:
    from pypinyin import Style, pinyin  # a fifth of a second to load, and seldom needed

    initials = pinyin(city, style=Style.FIRST_LETTER, heteronym=True)
    if len(box) < len(city) + len(ending):
        return False
    return all(letter in choices for letter, choices in zip(box, initials, strict=False)) and box[
        len(city) :
    ].startswith(ending)
