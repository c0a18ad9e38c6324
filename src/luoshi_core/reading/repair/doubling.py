"""Bold type that was printed twice, one copy a hair beside the other, comes out doubled.

A program that reads such a page gets every character twice (主主办办：：), every
chunk twice (电话电话：：03540354——26363062636306) or a mixture. So a doubled line
is a row of *squares*, chunks that stand twice, and nothing else; a line of words
that are doubled in the language (研究研究, 高高兴兴) or of figures (2222) is none.
"""

from __future__ import annotations

import re
from functools import cache

from luoshi_core.reading.repair.cutting import cut_out
from luoshi_core.reading.traced import Span, Traced

GATE = re.compile(r"(\S)\1(\S)\2|([：，、；（《])\3")
"""What a text has to hold somewhere, to be worth a closer look."""

_LONGEST_LINE = 240
_LONGEST_CHUNK = 80
_HAN = re.compile(r"[\u4e00-\u9fff]")
_PAIRS = re.compile(r"(?:(\S)\1){3,}")
_CHUNK = re.compile(r"(\S{5,40}?)\1")
_MARKS = re.compile(r"([：，、；（）《》])\1")
_AABB = frozenset(
    [
        "高高兴兴",
        "干干净净",
        "认认真真",
        "平平安安",
        "红红火火",
        "开开心心",
        "清清楚楚",
        "实实在在",
        "扎扎实实",
        "踏踏实实",
        "方方面面",
        "点点滴滴",
        "家家户户",
        "祖祖辈辈",
        "世世代代",
        "口口声声",
        "大大小小",
        "多多少少",
        "明明白白",
        "堂堂正正",
        "老老实实",
        "轰轰烈烈",
        "切切实实",
        "原原本本",
        "兢兢业业",
        "勤勤恳恳",
        "本本分分",
        "稳稳当当",
        "稳稳妥妥",
        "健健康康",
        "快快乐乐",
        "热热闹闹",
        "风风光光",
        "风风雨雨",
        "时时刻刻",
        "日日夜夜",
        "年年岁岁",
        "上上下下",
        "里里外外",
        "前前后后",
        "来来往往",
        "进进出出",
        "反反复复",
        "形形色色",
        "林林总总",
        "浩浩荡荡",
        "仔仔细细",
        "完完整整",
        "规规矩矩",
        "条条框框",
        "坑坑洼洼",
        "沟沟坎坎",
        "犄犄角角",
        "边边角角",
        "村村寨寨",
        "山山水水",
        "花花草草",
        "婆婆妈妈",
        "唯唯诺诺",
        "遮遮掩掩",
        "慢慢吞吞",
        "拖拖拉拉",
        "磕磕绊绊",
        "断断续续",
        "陆陆续续",
        "星星点点",
        "子子孙孙",
        "是是非非",
        "吞吞吐吐",
        "支支吾吾",
        "马马虎虎",
        "彻彻底底",
        "真真切切",
        "安安全全",
        "顺顺利利",
        "和和美美",
        "圆圆满满",
        "简简单单",
        "普普通通",
        "辛辛苦苦",
        "忙忙碌碌",
        "团团圆圆",
        "恩恩怨怨",
        "分分秒秒",
        "字字句句",
    ]
)


def undouble(traced: Traced) -> Traced:
    """The line with every overprinted copy taken out, the first copy kept."""
    text = traced.text
    if len(text) <= _LONGEST_LINE:
        chunks = _squares(text)
        if chunks is not None and _is_damage(text, chunks):
            return cut_out(traced, [Span(end, end + end - start) for start, end in chunks])
    return _undouble_parts(traced)


def repeats_itself(text: str) -> bool:
    """Whether the line is one chunk of some length printed twice (a cheap look)."""
    half = len(text) >> 1
    return half >= 4 and text[0] == text[half] and text[:half] == text[half:] and _HAN.search(text) is not None


def _squares(text: str) -> list[Span] | None:
    """The first copy of each chunk, if the text is nothing but chunks that stand twice."""
    size = len(text)

    @cache
    def parse(at: int) -> tuple[Span, ...] | None:
        while at < size and text[at].isspace():
            at += 1
        if at == size:
            return ()
        for length in range(1, min((size - at) // 2, _LONGEST_CHUNK) + 1):
            middle = at + length
            if text[middle] == text[at] and text.startswith(text[at:middle], middle):
                rest = parse(middle + length)
                if rest is not None:
                    return (Span(at, middle), *rest)
        return None

    found = parse(0)
    return list(found) if found else None


def _is_damage(text: str, chunks: list[Span]) -> bool:
    """Whether squares all over the line can only come from overprinting."""
    if _HAN.search(text) is None:
        return _MARKS.search(text) is not None or (len(chunks) > 2 and "@" in text)
    if len(chunks) == 1:
        return chunks[0].end - chunks[0].start >= 4
    return not all(text[i : i + 4] in _AABB for i in range(0, len(text), 4))


def _undouble_parts(traced: Traced) -> Traced:
    """Doubled words inside a line that is not doubled as a whole."""
    holes: list[Span] = []
    for found in _PAIRS.finditer(traced.text):
        run = found.group()
        if _is_doubled_run(run):
            holes.extend(Span(i, i + 1) for i in range(found.start() + 1, found.end(), 2))
    for found in _CHUNK.finditer(traced.text):
        if len(_HAN.findall(found.group(1))) >= 4 and not any(s < found.end() and found.start() < e for s, e in holes):
            holes.append(Span(*found.span(1)))
    return cut_out(traced, sorted(holes))


def _is_doubled_run(run: str) -> bool:
    if len(set(run)) < 3 or _HAN.search(run) is None:
        return False
    if _MARKS.search(run) is not None:
        return True
    return len(set(_HAN.findall(run))) >= 3 and not any(run[i : i + 4] in _AABB for i in range(0, len(run) - 3, 2))
