"""A bulletin 简报 prints several items under one masthead; each is an article of the bulletin's number and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from statistics import median_low

from luoshi_core.reading.passages import Article, Grid, Piece
from luoshi_core.reading.repair.bylines import ORGAN_ALONE
from luoshi_core.reading.repair.starts import starts_item
from luoshi_core.reading.source import Role

_MASTHEAD = re.compile(r"[一-鿿（）“”]{2,24}(?:简报|快报|动态|信息|专报|通讯|快讯|工作交流)$")
_ISSUE = re.compile(r"第\s*[\d０-９一二三四五六七八九十百]{1,5}\s*期")
_SIGNED = re.compile(r"[（(](?:供稿[:：]\s*)?(?P<body>[^（）()。，；]{3,24})[）)]$")
_CONTENTS = re.compile(r"[【\[]?\s*(?:本期(?:要目|导读|目录|内容|要闻)|目\s*[录次]|要\s*目)\s*[】\]]?[：:]?$")
_HEAD = 6
_SHORTEST, _LONGEST = 6, 45
_LARGER = 1.15


def bulletin_articles(flow: list[Piece | Grid], facts: dict[str, str]) -> Iterator[Article]:
    """The items of a bulletin in order, each below the masthead; nothing for what is no bulletin of several items."""
    starts = _headlines(flow) if _is_bulletin(flow) else []
    if len(starts) < 2:
        return
    head = list(takewhile(lambda piece: not _opens_contents(piece), flow[: starts[0]]))
    for start, end in zip(starts, [*starts[1:], len(flow)], strict=True):
        yield _item(head, flow[start:end], facts)


def _is_bulletin(flow: list[Piece | Grid]) -> bool:
    lines = [piece.text.text for piece in flow[:_HEAD] if isinstance(piece, Piece)]
    return any(map(_MASTHEAD.match, lines)) and any(len(line) < _LONGEST and _ISSUE.search(line) for line in lines)


def _opens_contents(piece: Piece | Grid) -> bool:
    return isinstance(piece, Piece) and _CONTENTS.match(piece.text.text) is not None


def _headlines(flow: list[Piece | Grid]) -> list[int]:
    """Where items begin: at the first headline, and at those that are set like it or stand below a signature."""
    sizes = [piece.size for piece in flow if isinstance(piece, Piece) and piece.size and "。" in piece.text.text]
    usual = median_low(sizes) if sizes else 0.0
    found: list[int] = []
    for i in range(1, len(flow) - 1):
        piece, before, below = flow[i], flow[i - 1], flow[i + 1]
        if not isinstance(piece, Piece) or not isinstance(below, Piece) or not _may_be_headline(piece, below):
            continue
        first = flow[found[0]] if found else None
        signed = isinstance(before, Piece) and _signature(before) is not None
        if not isinstance(first, Piece) or signed or _is_set_like(piece, first, usual):
            found.append(i)
    return found


def _may_be_headline(piece: Piece, below: Piece) -> bool:
    text = piece.text.text
    if not _SHORTEST <= len(text) <= _LONGEST or text[-1] in "。；：，、）)" or starts_item(text):
        return False
    return _MASTHEAD.match(text) is None and _ISSUE.search(text) is None and "。" in below.text.text


def _is_set_like(piece: Piece, first: Piece, usual: float) -> bool:
    if first.role is Role.HEADING or piece.role is Role.HEADING:
        return piece.role is first.role and piece.level == first.level
    if first.size and piece.size:
        return first.size > _LARGER * usual and abs(piece.size - first.size) < 0.1 * first.size
    return first.align == piece.align == "center"


def _signature(piece: Piece) -> re.Match[str] | None:
    """The body that signs an item in brackets on a line of its own."""
    found = _SIGNED.match(piece.text.text)
    return found if found and ORGAN_ALONE.match(found["body"]) else None


def _item(head: list[Piece | Grid], pieces: list[Piece | Grid], facts: dict[str, str]) -> Article:
    for i, piece in enumerate(pieces):
        if isinstance(piece, Piece) and (found := _signature(piece)):
            rest = (*head, *pieces[:i], *pieces[i + 1 :])
            return Article(rest, author=piece.text.cut(*found.span("body")), facts=facts)
    return Article((*head, *pieces), facts=facts)
