"""The flow of a newspaper page cut into bodies of text and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from luoshi_core.reading.passages import Grid, Piece
from luoshi_core.reading.repair.bylines import NEWS_LEAD, ORGAN_ALONE, TAIL_NAME, is_byline
from luoshi_core.reading.repair.furniture import is_contact
from luoshi_core.reading.repair.sentences import ends_sentence
from luoshi_core.reading.repair.starts import FIELD, starts_item
from luoshi_core.reading.source import Role

NOTE = re.compile(
    r"[（(【]?\s*(?:本文\s*)?(?:原载|转载自|转自|摘自|选自|刊于|载于|原刊|(?:稿件|文章|信息)?来源\s*[:：]|据\s*(?:新华社|《|[一-鿿]{2,8}(?:报|网|社))|"
    r"新华社[一-鿿]{0,8}(?:\d{1,2}月)?\d{1,2}日电\s*[）)]?$|作者(?:系|为|单位|简介|是))"
)
"""A line that says where a text first appeared or who its author is."""

_SECTION = re.compile(
    r"(?:简讯|短讯|要闻|要闻速览|要闻简报|简明新闻|一句话新闻|新闻速递|快讯|综合|理论|评论|时评|社评|今日导读|本版导读|导读|言论|副刊|学习|专版|专题|广告|公益广告|"
    r"短评|快评|锐评|微评|微言|今日谈|来论|漫谈|随笔|杂谈|编辑手记|记者手记|经验交流|工作研究|调查研究|基层声音|百姓话题|权威发布|政策解读|热点关注|"
    r"图片新闻|动态|一线|基层动态|时事|视点|观察|理论周刊|思想|论坛|理论视野|学思践悟)$"
)
_INFOBOX = re.compile(
    r"(?:相关链接|链接|新闻链接|延伸阅读|相关阅读|知识链接|名词解释|小贴士|新闻背景|背景链接|数读|数说)[：:]?$"
)
_LONGEST_HEAD = 45
_LONGEST_CRY = 26
_SHORTEST_SPACED = 7
_HEADLINE_SIZE = 1.45
_SUBTITLE = ("——", "—", "--")


@dataclass(slots=True)
class Head:
    """A headline with its subtitle and byline as they stand together on the page."""

    titles: list[Piece] = field(default_factory=list)
    byline: Piece | None = None


@dataclass(slots=True)
class Body:
    """The paragraphs of one article with its sub-headings."""

    pieces: list[Piece | Grid] = field(default_factory=list)

    def text(self) -> str:
        """All its words."""
        return "".join(piece.text.text for piece in self.pieces if isinstance(piece, Piece))


@dataclass(slots=True)
class Between:
    """What stands between two bodies, in order: headlines, and notes that name a source.

    ``inner`` are sub-headings that belong to the body behind it.
    """

    items: list[Head | Piece] = field(default_factory=list)
    inner: list[Piece] = field(default_factory=list)

    @property
    def heads(self) -> list[Head]:
        """The headlines alone."""
        return [item for item in self.items if isinstance(item, Head)]


@dataclass(slots=True)
class Page:
    """Bodies and what stands around them: ``betweens[i]`` before ``bodies[i]``, one more behind the last."""

    bodies: list[Body] = field(default_factory=list)
    betweens: list[Between] = field(default_factory=lambda: [Between()])
    is_open: bool = False

    def add(self, piece: Piece | Grid) -> None:
        """One more paragraph of the body, or the first of a new one."""
        if not self.is_open:
            self.bodies.append(Body())
            self.betweens.append(Between())
            self.is_open = True
        self.bodies[-1].pieces.append(piece)


def cut_page(flow: list[Piece | Grid]) -> Page:
    """The bodies of a page, and the headlines, bylines and notes around them."""
    page = Page()
    by_gaps = _is_parted_by_gaps(flow)
    spaced = _sets_headlines_spaced(flow)
    runs = list(_runs(flow))
    for i, (is_body, run) in enumerate(runs):
        if is_body:
            for piece in run:
                if page.is_open and _cuts(page.bodies[-1].pieces[-1], piece, by_gaps):
                    page.is_open = False
                page.add(piece)
            continue
        block = [piece for piece in run if isinstance(piece, Piece)]
        following = runs[i + 1][1][0] if i + 1 < len(runs) else None
        if (
            page.is_open
            and following is not None
            and not (
                (spaced and any(_is_spaced_headline(piece) for piece in block))
                or _parts_articles(block, page.bodies[-1], following)
            )
        ):
            page.bodies[-1].pieces.extend(block)
            continue
        _fill(page.betweens[-1], block)
        page.is_open = False
    return page


def _runs(flow: list[Piece | Grid]) -> Iterator[tuple[bool, list[Piece | Grid]]]:
    """Paragraphs and what is none, in turn."""
    is_body, run = False, list[Piece | Grid]()
    for i, piece in enumerate(flow):
        kind = is_paragraph(piece, flow[i + 1] if i + 1 < len(flow) else None)
        if kind != is_body and run:
            yield is_body, run
            run = []
        is_body = kind
        run.append(piece)
    if run:
        yield is_body, run


def is_paragraph(piece: Piece | Grid, following: Piece | Grid | None = None) -> bool:
    """Whether a piece is running text (or a table) rather than a headline, byline, note or label."""
    if isinstance(piece, Grid):
        return True
    text = piece.text.text
    if NOTE.match(text) or is_byline(text) or _INFOBOX.match(text) or is_contact(text) or piece.role is Role.HEADING:
        return False
    if text[-1] in "！？!?" and len(text) <= _LONGEST_CRY and "。" not in text:
        return not (isinstance(following, Piece) and not following.gap and is_byline(following.text.text))
    return "。" in text or len(text) > _LONGEST_HEAD or ends_sentence(text)


def _is_parted_by_gaps(flow: list[Piece | Grid]) -> bool:
    """Whether the paragraphs of the page are parted by blank lines."""
    gaps = [
        below.gap
        for above, below in pairwise(flow)
        if isinstance(above, Piece) and isinstance(below, Piece) and "。" in below.text.text
    ]
    return len(gaps) >= 4 and sum(gap > 0 for gap in gaps) * 10 >= len(gaps) * 7


def _sets_headlines_spaced(flow: list[Piece | Grid]) -> bool:
    """Whether the signed headlines of the page are set with spaces, or it has none that could tell."""
    signed = [
        above
        for above, below in pairwise(flow)
        if isinstance(above, Piece) and isinstance(below, Piece) and not below.gap and is_byline(below.text.text)
    ]
    return not signed or any(piece.spaced for piece in signed)


def _is_spaced_headline(piece: Piece) -> bool:
    return piece.spaced and len(piece.text) >= _SHORTEST_SPACED and not starts_item(piece.text.text)


def _cuts(before: Piece | Grid, piece: Piece | Grid, by_gaps: bool) -> bool:
    """Whether a new article starts although no headline stands between."""
    if not isinstance(before, Piece) or not isinstance(piece, Piece):
        return False
    if NEWS_LEAD.match(piece.text.text) or TAIL_NAME.search(before.text.text):
        return True
    return by_gaps and not piece.gap and not piece.indent and before.text.text[-1] in "。！？”"


def _parts_articles(block: list[Piece], body: Body, following: Piece | Grid) -> bool:
    """Whether a block of short lines parts two articles; a sub-heading only parts paragraphs."""
    if isinstance(following, Piece) and NEWS_LEAD.match(following.text.text):
        return True
    last = body.pieces[-1]
    if isinstance(last, Piece) and TAIL_NAME.search(last.text.text):
        return True
    if any(NOTE.match(p.text.text) or is_byline(p.text.text) or _SECTION.match(p.text.text) for p in block):
        return True
    if any(_INFOBOX.match(p.text.text) for p in block):
        return False
    size = last.size if isinstance(last, Piece) else None
    if size and any(p.size and p.size >= size * _HEADLINE_SIZE for p in block):
        return True
    own = [p for p in block if not starts_item(p.text.text)]
    return any(p.gap and not p.text.text.startswith(_SUBTITLE) for p in own[1:]) or _is_signed_by_organ(own)


def _is_signed_by_organ(block: list[Piece]) -> bool:
    return len(block) >= 2 and not block[-1].gap and ORGAN_ALONE.match(block[-1].text.text) is not None


def _fill(between: Between, block: list[Piece]) -> None:
    """Sort the lines of a block into headlines, bylines and notes."""
    for piece in block:
        text = piece.text.text
        head = between.items[-1] if between.items and isinstance(between.items[-1], Head) else None
        if NOTE.match(text):
            between.items.append(piece)
        elif is_byline(text) or (head and head.titles and not piece.gap and ORGAN_ALONE.match(text)):
            if head is None or head.byline is not None or piece.gap > 1:
                between.items.append(head := Head())
            head.byline = piece
        elif _SECTION.match(text) or FIELD.match(text) or is_contact(text):
            continue
        elif starts_item(text) and not (head and not piece.gap):
            between.inner.append(piece)
        elif head and (_goes_with(piece, head) or text.startswith(_SUBTITLE)):
            head.titles.append(piece)
        else:
            between.items.append(Head([piece]))


def _goes_with(piece: Piece, head: Head) -> bool:
    """Whether a line is one more line of the same headline (or the headline below a byline)."""
    if piece.gap or (head.byline is not None and head.titles):
        return False
    size = head.titles[0].size if head.titles else None
    return not (size and piece.size and abs(size - piece.size) > 0.1 * size)
