"""Headlines, titles and sub-headings that were set in several lines become one line each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from luoshi_core.reading.repair.bylines import ORGAN_ALONE, is_byline
from luoshi_core.reading.repair.lines import PhysicalLine
from luoshi_core.reading.repair.sentences import ends_sentence
from luoshi_core.reading.repair.starts import DATE_ALONE, starts_item

Paragraph = list[PhysicalLine]

_WIDEST = 60
_MOST_LINES = 4
_LONGEST_GROUP = 12
"""More short lines than these without a gap are a list."""
_HAN = re.compile(r"[一-鿿]")
_KIND = re.compile(
    r"(?:通知|意见|方案|计划|要点|规划|纲要|办法|规定|细则|条例|决定|决议|公告|通告|公报|通报|报告|请示|批复|复函|函|纪要|清单|台账|汇编|措施|规则|"
    r"章程|制度|预案|指引|指南|标准|目录|责任书|思路|安排|分工|总结|讲话|解读|倡议书|公示|答复|回复|表)"
    r"(?:[（(][^（）()]{1,16}[）)])?$"
)
_ORGAN = re.compile(r"(?:局|委员会|委|办公室|厅|政府|党组|党委|部|院|会|中心|集团|公司|指挥部|领导小组)$")
_LETTERHEAD = re.compile(r"[一-鿿（）、]{4,40}(?<!文件)(?<!简报)(?<!通报)(?<!专报)(?<!信息)$")
_NUMBER = re.compile(
    r"[〔\[（(【]\s*(?:19|20)\d\d\s*[〕\]）)】]|^[（(]?(?:总)?第\s*[\d一二三四五六七八九十]+\s*[期号][）)]?$|^№"
)
_FORWARD = re.compile(
    r"(?:的|和|与|及|以及|暨|对|为|以|把|将|向|从|于|在|让|使|《[^》]*|“[^”]*|关于|推进|加强|深化|促进)$"
)
_LATIN_FORWARD = re.compile(r"(?i)^(?!.*[.:;])[A-Z].*\s(?:of|the|for|and|to|in|on|a|an|with|&)$")
_YEARS = re.compile(r"20\d\d\s*(?:(?:[–—-]|to)\s*(?:20)?\d\d)?$")
_LATIN_TITLE = re.compile(
    r"(?!.*[.:;,])[A-Z].*\b(?i:plan|strategy|programme|program|agenda|framework|roadmap|budget|report)$"
)
_BACKWARD = re.compile(
    r"(?:的|和|与|及|暨|之)(?=[一-鿿])|[》”）]|——|工作(?:方案|要点|计划)$|实施(?:方案|意见|细则)$|(?:方案|要点|计划|意见|通知|办法)(?:[（(]|$)"
)


def join_headlines(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The same paragraphs, the lines of one headline in one."""
    group: list[Paragraph] = []
    last: Paragraph | None = None
    is_list = False
    for paragraph in paragraphs:
        short = _is_short(paragraph)
        if is_list and short and not paragraph[0].gap:
            yield paragraph
            continue
        is_list = False
        if group and (paragraph[0].gap or not short):
            yield from _joined(group, _is_long(last) or _is_long(paragraph))
            last, group = group[-1], []
        if short:
            group.append(paragraph)
        else:
            yield paragraph
            last = paragraph
        if len(group) > _LONGEST_GROUP:
            yield from group
            last, group, is_list = group[-1], [], True
    yield from _joined(group, _is_long(last))


def _is_short(paragraph: Paragraph) -> bool:
    line, last = paragraph[0], paragraph[-1]
    return (
        len(paragraph) < _MOST_LINES
        and line.mark is None
        and sum(part.width for part in paragraph) <= _WIDEST * len(paragraph)
        and not ends_sentence(last.text)
        and (len(paragraph) == 1 or not any(mark in part.text for part in paragraph for mark in "，。；"))
        and "\t" not in line.text
        and "|" not in line.text
    )


def _is_long(paragraph: Paragraph | None) -> bool:
    return paragraph is not None and len(paragraph) > 1


def _joined(group: list[Paragraph], wrapped: bool) -> Iterator[Paragraph]:
    """Put together what belongs together in a run of short lines without a gap."""
    if len(group) < 2:
        yield from group
        return
    lines = [paragraph[0] for paragraph in group]
    while lines and is_byline(lines[-1].text):
        lines.pop()
    pair = wrapped and len(lines) == 2
    headline: Paragraph = []
    for paragraph in group:
        if headline and _continues(headline, paragraph, pair):
            headline.extend(paragraph)
            continue
        if headline:
            yield headline
        headline = list(paragraph)
    yield headline


def _continues(headline: Paragraph, below: Paragraph, pair: bool) -> bool:
    before, line = headline[-1], below[0]
    text, title = "".join(part.text for part in below), "".join(part.text for part in headline)
    if len(headline) >= _MOST_LINES or _is_apart(text):
        return False
    if _YEARS.match(text) and _LATIN_TITLE.match(title) and not _differs(before, line):
        return True
    if not _HAN.search(text) or not _HAN.search(title):
        return _LATIN_FORWARD.search(title) is not None and text[0].isalpha()
    if _is_apart(before.text) or _is_note(before.text) or _differs(before, line):
        return False
    if before.spaced or line.spaced:
        return before.spaced and line.spaced
    if text.startswith("关于"):
        return _LETTERHEAD.match(title) is not None
    if _KIND.search(title):
        return False
    if "关于" in title or _KIND.search(text) or _FORWARD.search(title) or _BACKWARD.match(text):
        return True
    return pair and 4 <= len(before.text) >= len(text) - 4 and not (_ORGAN.search(title) or ORGAN_ALONE.match(text))


def _is_apart(text: str) -> bool:
    """A date, a number, a byline or an item never belongs to a headline of two lines."""
    return (
        DATE_ALONE.match(text) is not None
        or _NUMBER.search(text) is not None
        or is_byline(text)
        or starts_item(text)
        or text.endswith("文件")
        or "  " in text
        or "\u3000\u3000" in text
    )


def _is_note(text: str) -> bool:
    return text[0] in "（(" and text[-1] in "）)"


def _differs(before: PhysicalLine, line: PhysicalLine) -> bool:
    return bool(before.size and line.size and abs(before.size - line.size) > 0.1 * line.size)
