"""The article of a page: page furniture taken off, then the element that holds the words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from luoshi_core.reading.formats.html.blocks import SILENT
from luoshi_core.reading.formats.html.page import words_of

_FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "menu", "dialog"})
_FURNITURE = re.compile(
    r"(?:^|[-_\s])(?:(?:main|top|sub|side|left|right|site|global)?-?_?(?:nav|navbar|navi|navigation|menu|sidebar)"
    r"|bread-?_?crumbs?|crumbs?|mbx|dqwz|dqwei|weizhi|cur(?:rent)?-?_?(?:position|location|pos)|curpos|you-?are-?here"
    r"|(?:bd|jia|social|page|article|art)?-?_?(?:share|sharing)(?:[-_]?(?:box|bar|btn|buttons?|tools?|wx|list|links?))?|bdsharebuttonbox|fenxiang"
    r"|foot|footer|copyright|copy-right|banquan|siteinfo|site-info"
    r"|(?:xg|xiangguan|relevant)-?_?(?:wj|xw|lj|wd|jd|news|list|link|links|box|read|article)?"
    r"|related(?:[-_]?\w+)?|recommend(?:[-_]?\w+)?|tuijian|hot-?_?(?:news|list)?|rank(?:ing)?|latest"
    r"|(?:friend|friendly|yq)-?_?(?:link|links|lj)|links"
    r"|print(?:er|[-_]?btn|[-_]?box)?|close(?:[-_]?\w+)?|dayin|tool-?_?(?:bar|box|s)?|toolbar|font-?_?size|zihao|ziti"
    r"|search(?:[-_]?\w+)?|login(?:[-_]?\w+)?|qr-?_?code|qrcode|ewm|erweima|wechat|weixin|comment(?:s|[-_]?\w+)?|pinglun"
    r"|pager?|pagination|prev-?_?next|page-?_?nav|prenext|sxp|banner|topbar|top-?_?bar|header|logo"
    r"|cookie(?:[-_]?\w+)?|popup|modal|advert(?:isement)?|ads?|guanggao|skip-?_?(?:link|to-?content)?|sr-only"
    r"|visually-hidden|noprint|no-print|hidden|hide|feedback|accessib\w*|wza|zhichi)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"版权所有\s*[:：©]|ICP\s*备|ICP\s*证|公网安备|网站标识码|copyright\s*(?:©|\(c\)|(?:19|20)\d\d)|©\s*(?:19|20)\d\d"
    r"|all rights reserved",
    re.IGNORECASE,
)
_BODIES = re.compile(
    r"(?:^|\s)(?:TRS_Editor|TRS_UEDITOR|trs_editor_view|trs_word|UCAP-CONTENT|zoom|zoomcon|v_news_content|vsb_content\w*"
    r"|vsbcontent\w*|js_content|rich_media_content|easysite-news-text|j-fontContent|article-?_?body|articleBody"
    r"|article-?_?con(?:tent|tent1|)?|art_?con|articleContent|news-?_?con(?:tent)?|newsContent|con_?text|conTxt|pages_content"
    r"|xxgk-?_?content|detail-?_?(?:con|news)(?:tent)?|wz_?content|ivs_content|xl_?content|my_doccontent|info_?content|art-con|entry-content|post-content|main_?con_?text|textContent"
    r"|content_?text|content_?body|infoContent|arc_?con(?:tent)?|bt_content|Custom_UnionStyle|govspeak)(?:\s|$)",
    re.IGNORECASE,
)
# a page may hold such characters, but lxml takes none back
_NOT_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAME = 200
"""Characters of a class or id that are looked at."""
_SHORT = 600
"""Characters of a block that may still be a foot line or a bar of links."""


@dataclass(slots=True)
class Weight:
    """How many characters stand below an element, and how many of them in links."""

    words: int = 0
    linked: int = 0

    @property
    def plain(self) -> int:
        """Characters outside links."""
        return self.words - self.linked


def clean(body: etree._Element) -> None:
    """Take off what is not content: scripts, hidden elements, navigation, bars, foot lines."""
    _drop_all([element for element in body.iter() if _is_never_content(element)])
    weights = weigh(body)
    total = weights[body].words
    _drop_all([e for e, weight in weights.items() if e is not body and _is_furniture(e, weight, total)])


def _drop_all(elements: list[etree._Element]) -> None:
    for element in elements:
        parent = element.getparent()
        if parent is None:
            continue
        if element.tail:
            before = element.getprevious()
            if before is None:
                parent.text = _NOT_XML.sub("", (parent.text or "") + element.tail)
            else:
                before.tail = _NOT_XML.sub("", (before.tail or "") + element.tail)
        parent.remove(element)


def _is_never_content(element: etree._Element) -> bool:
    if element.tag in SILENT or not isinstance(element.tag, str):
        return True
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _is_furniture(element: etree._Element, weight: Weight, total: int) -> bool:
    """By its tag, by what its class or id calls it (unless most of the page is in it), or by a copyright line."""
    if weight.words * 2 > total:
        return False
    if element.tag in _FURNITURE_TAGS or element.get("role") in ("navigation", "banner", "contentinfo", "search"):
        return True
    if element.tag == "header":
        return not _is_inside(element, ("article", "main"))
    if element.tag == "td" and _is_foot_line(element):
        return 0 < weight.words < _SHORT
    if element.tag in ("body", "html", "td", "tr", "tbody", "h1", "h2", "h3"):
        return False
    names = f"{(element.get('class') or '')[:_NAME]} {(element.get('id') or '')[:_NAME]}"
    if names != " " and _FURNITURE.search(names) and not _BODIES.search(names):
        return True
    return 0 < weight.words < _SHORT and element.tag in ("div", "p", "table", "ul") and _is_foot_line(element)


def _is_foot_line(element: etree._Element) -> bool:
    return bool(_COPYRIGHT.search(words_of(element)))


def _is_inside(element: etree._Element, tags: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*tags), None) is not None


def weigh(root: etree._Element) -> dict[etree._Element, Weight]:
    """The weight of every element below ``root``, in document order."""
    weights: dict[etree._Element, Weight] = {}
    open_links = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            open_links += element.tag == "a"
            weights[element] = Weight()
            _add(weights[element], element.text, open_links)
            continue
        open_links -= element.tag == "a"
        parent = element.getparent()
        if element is root or parent is None:
            continue
        own, above = weights[element], weights[parent]
        above.words += own.words
        above.linked += own.linked
        _add(above, element.tail, open_links)
    return weights


def _add(weight: Weight, text: str | None, in_link: int) -> None:
    if text:
        count = sum(map(len, text.split()))
        weight.words += count
        weight.linked += count if in_link else 0


def find_main(body: etree._Element) -> etree._Element:
    """The element that holds the article of a cleaned page.

    A container of one of the common publishing systems is trusted; else the walk goes down to where the
    words are and up again as long as only little and hardly linked text is added (title, signature).
    """
    weights = weigh(body)
    named = _named_body(weights, weights[body])
    if named is not None:
        return named
    return _grow(_densest(_start(weights, body), weights), body, weights)


def _named_body(weights: dict[etree._Element, Weight], total: Weight) -> etree._Element | None:
    found = [
        element
        for element, weight in weights.items()
        if weight.plain * 10 >= total.plain * 4 and weight.plain > 0 and _is_body(element)
    ]
    if not found:
        return None
    most = weights[found[0]].plain
    return [element for element in found if weights[element].plain * 20 >= most * 19][-1]


def _is_body(element: etree._Element) -> bool:
    return element.get("itemprop") == "articleBody" or any(
        _BODIES.search((element.get(name) or "")[:_NAME]) for name in ("class", "id")
    )


def _start(weights: dict[etree._Element, Weight], body: etree._Element) -> etree._Element:
    """The <article> or <main> of a page that marks it, else the whole body."""
    for element, weight in weights.items():
        if (element.tag in ("article", "main") or element.get("role") == "main") and (
            weight.plain * 2 >= weights[body].plain
        ):
            return element
    return body


def _densest(start: etree._Element, weights: dict[etree._Element, Weight]) -> etree._Element:
    """Down, as long as one child holds four fifths of the words."""
    element = start
    while True:
        heaviest = max(element, key=lambda child: weights[child].plain, default=None)
        if heaviest is None or weights[heaviest].plain * 5 < weights[element].plain * 4:
            break
        element = heaviest
    return _whole(element, start)


def _whole(element: etree._Element, start: etree._Element) -> etree._Element:
    """The table around a part of a table, the block around inline text."""
    while element is not start and (parent := element.getparent()) is not None:
        if element.tag in ("div", "article", "section", "main", "body", "td", "table", "form"):
            return element
        element = parent
    return element


def _grow(element: etree._Element, body: etree._Element, weights: dict[etree._Element, Weight]) -> etree._Element:
    """Up, as long as what comes in addition is short and mostly no links."""
    while element is not body and (parent := element.getparent()) is not None:
        more = weights[parent].words - weights[element].words
        linked = weights[parent].linked - weights[element].linked
        if linked * 2 > more or (more - linked) * 2 > weights[element].plain + _SHORT or _has_columns(parent):
            break
        element = parent
    return element


def _has_columns(row: etree._Element) -> bool:
    """A row of a layout table whose other cells stand beside the article."""
    return row.tag == "tr" and len(row) > 1
