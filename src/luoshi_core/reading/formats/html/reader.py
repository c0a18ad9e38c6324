"""Saved web pages: the article without the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from luoshi_core.reading.errors import NoText
from luoshi_core.reading.formats.composer import Composer, DraftCell
from luoshi_core.reading.formats.html.blocks import Sheet, Words, blocks, cells_of, is_hard_wrapped
from luoshi_core.reading.formats.html.facts import count_labels, is_information, is_label, read_facts
from luoshi_core.reading.formats.html.main import clean, find_main
from luoshi_core.reading.formats.html.page import open_page, words_of
from luoshi_core.reading.formats.html.title import title_key
from luoshi_core.reading.source import Format, Role, Source

# every alternative of the first group begins differently, so that a long line cannot be cut up in many ways
_FURNITURE_LINE = re.compile(
    r"^[\s\u3000\xa0>》|【\[（(]*(?:"
    r"(?:打印|关闭|分享到?|收藏|返回|我要纠错|纠错|字体|字号|大|中|小|下载|复制|推荐|顶部|首页|微信|微博|QQ空间|本页|本文|窗口|朋友圈|列表"
    r"|上一页|下一页|无障碍|Print|Close|Share|[\s\u3000\xa0|｜/:：【】\[\]（）()…])+"
    r"|(?:您(?:现在|当前)?的?(?:所在)?位置|当前位置|现在位置|所在位置|You are here)\s*(?:是|为)?\s*[:：].*"
    r"|首页\s*[>»›＞/].*"
    r"|(?:上一[篇条]|下一[篇条])\s*[:：].*"
    r"|.{0,6}扫(?:一扫|描).{0,30}"
    r"|(?:责任编辑|编辑|责编|审核|校对|初审|复审|终审|网络编辑)\s*[:：].{0,40}"
    r"|(?:浏览次数|浏览量|点击数|点击量|阅读次数|阅读量|访问量|阅读)\s*[:：]?\s*\d*\s*次?"
    r")[】\]）)\s\u3000\xa0]*$"
)
_FURNITURE_LENGTH = 150
_RELATED = re.compile(
    r"^[\s\u3000\xa0【\[■▪●◆>]*(?:相关(?:链接|文章|新闻|阅读|文件|文档|解读|报道|信息|内容|政策|稿件|推荐)"
    r"|推荐阅读|热点(?:新闻|推荐|文章)?"
    r"|热门(?:新闻|推荐|文章)?|最新(?:文章|新闻|信息|动态)|延伸阅读|更多(?:新闻|内容)?|猜你喜欢|友情链接|网友评论"
    r"|Related (?:articles|links|content|news))"
    r"[】\]\s\u3000\xa0:：>»]*$",
    re.IGNORECASE,
)
_INFO_LENGTH = 200
_HEAD_BLOCKS = 16


def read_html(data: bytes, name: str | None = None) -> Source:
    """The article of a web page, its facts from meta tags and information lines.

    Raises ``NoText`` or what ``open_page`` raises.
    """
    page = open_page(data)
    facts = read_facts(page.root)
    if page.url:
        facts.setdefault("url", page.url)
    body = next(page.root.iter("body"), page.root)
    clean(body)
    composer = Composer()
    found = list(_without_furniture(blocks(find_main(body))))
    _write_title(facts.get("title"), found, composer)
    write_blocks(found, composer)
    if not composer.blocks:
        raise NoText()
    return Source(Format.HTML, composer.text, composer.blocks, 1, name, page.decoded.remarks, facts)


def write_blocks(found: Iterable[Words | Sheet], composer: Composer) -> None:
    """The blocks of a page or of a fragment written into a composer."""
    for block in found:
        if isinstance(block, Sheet):
            cells, rows, columns = cells_of(block)
            composer.table((DraftCell(*cell) for cell in cells), rows, columns)
        elif block.role is Role.HEADING:
            composer.paragraph(block.text, block.role, block.level, block.align)
        elif is_hard_wrapped(block.lines):
            for line in block.lines:
                composer.line(line, 0, None, None)
        else:
            for line in block.lines:
                composer.paragraph(line, block.role, block.level, block.align)


def _write_title(title: str | None, found: list[Words | Sheet], composer: Composer) -> None:
    """The page's title above the text, unless the text begins with it."""
    if not title:
        return
    head = "".join(title_key(block.text) for block in found[:_HEAD_BLOCKS] if isinstance(block, Words))
    if title_key(title) not in head:
        composer.paragraph(title, Role.HEADING, 1, "center")


def _without_furniture(found: Iterator[Words | Sheet]) -> Iterator[Words | Sheet]:
    """The blocks without breadcrumbs, buttons, information lines and what follows "related articles"."""
    for index, block in enumerate(found):
        if isinstance(block, Sheet):
            if not _is_information_table(block.element):
                yield block
            continue
        if len(block.text) <= _FURNITURE_LENGTH and _RELATED.match(block.text):
            if index > 2:
                return
            continue
        if _is_information_line(block.text) and index < _HEAD_BLOCKS:
            continue
        lines = tuple(line for line in block.lines if not _is_furniture(line))
        if lines:
            yield block._replace(lines=lines)


def _is_furniture(line: str) -> bool:
    return len(line) <= _FURNITURE_LENGTH and bool(_FURNITURE_LINE.match(line))


def _is_information_line(text: str) -> bool:
    """来源：… 发布时间：… 字体：… on one line, or a single such field."""
    return len(text) <= _INFO_LENGTH and (is_label(text) or is_information(text))


def _is_information_table(table: etree._Element) -> bool:
    """The table 索引号, 发文机关, 成文日期 … of government pages."""
    strings = [" ".join(words_of(cell).split())[:_INFO_LENGTH] for cell in table.iter("td", "th")]
    labels = sum(is_label(text) or count_labels(text) > 0 for text in strings)
    return labels >= 3 and labels * 3 >= len(strings)
