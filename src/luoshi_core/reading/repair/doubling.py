"""Bold type that was printed twice, one copy a hair beside the other, comes out doubled.

A program that reads such a page gets every character twice (主主办办：：), every
chunk twice (电话电话：：03540354——26363062636306) or a mixture. So a doubled line
is a row of *squares*, chunks that stand twice, and nothing else; a line of words
that are doubled in the language (研究研究, 高高兴兴) or of figures (2222) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from luoshi_core.reading.repair.cutting import cut_out
from luoshi_core.reading.traced import Span, Traced

_GATE = re.compile(r"(\S)\1(?:(\S)\2|(?<=[：，、；（《@]))")

_LONGEST_LINE = 240
_LONGEST_CHUNK = 80
_LONGEST_TEXT = 2000
_HAN = re.compile(r"[\u4e00-\u9fff]")
_PAIRS = re.compile(r"(?:(\S)\1){3,}")
_CHUNK = re.compile(r"(\S{5,40}?)\1")
_MARKS = re.compile(r"([：，、；（）《》])\1")
_DOUBLED_WORDS = (
    " 高兴 干净 认真 平安 红火 开心 清楚 实在 扎实 踏实 方面 点滴 家户 祖辈 世代 口声 大小 多少 明白 堂正 老实 "
    "轰烈 切实 原本 兢业 勤恳 本分 稳当 稳妥 健康 快乐 热闹 风光 风雨 时刻 日夜 年岁 上下 里外 前后 来往 进出 反复 "
    "形色 林总 浩荡 仔细 完整 规矩 条框 坑洼 沟坎 犄角 边角 村寨 山水 花草 婆妈 唯诺 遮掩 慢吞 拖拉 磕绊 断续 陆续 "
    "星点 子孙 是非 吞吐 支吾 马虎 彻底 真切 安全 顺利 和美 圆满 简单 普通 辛苦 忙碌 团圆 恩怨 分秒 字句 "
)


def suspects(text: str) -> Iterator[int]:
    """Where a text shows doubled characters that are neither figures nor drawn lines."""
    return (found.start() for found in _GATE.finditer(text) if not found[2] or found[1].isalpha())


def undouble(traced: Traced) -> Traced:
    """The line with every overprinted copy taken out, the first copy kept."""
    text = traced.text
    if len(text) <= _LONGEST_LINE:
        chunks = _squares(text)
        if chunks and _is_damage(text, chunks):
            return cut_out(traced, [Span(end, end + end - start) for start, end in chunks])
    return _undouble_parts(traced) if len(text) <= _LONGEST_TEXT else traced


def repeats_itself(text: str) -> bool:
    """Whether the line is one chunk of some length printed twice (a cheap look)."""
    half = len(text) >> 1
    return text[0] == text[half] and half >= 4 and text[:half] == text[half:] and _HAN.search(text) is not None


def _squares(text: str) -> list[Span]:
    """The first copy of each chunk, if the text is nothing but chunks that stand twice.

    A tail of Latin letters (the end of an address) may be left over: there dots and spaces have lost their order.
    """
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
        return () if text[at:].isascii() and at * 2 > size else None

    return list(parse(0) or ())


def _is_damage(text: str, chunks: list[Span]) -> bool:
    """Whether squares all over the line can only come from overprinting."""
    if _HAN.search(text) is None:
        return _MARKS.search(text) is not None or (len(chunks) > 2 and "@" in text)
    if len(chunks) == 1:
        return chunks[0].end - chunks[0].start >= 4
    return not all(_is_word(text[i : i + 4]) for i in range(0, len(text), 4))


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
    if _HAN.search(run) is None:
        return False
    if _MARKS.search(run) is not None:
        return True
    return len(set(_HAN.findall(run))) >= 3 and not any(_is_word(run[i : i + 4]) for i in range(0, len(run) - 3, 2))


def _is_word(four: str) -> bool:
    """Whether four characters are a word that the language doubles (高高兴兴)."""
    return len(four) == 4 and f" {four[0]}{four[2]} " in _DOUBLED_WORDS
