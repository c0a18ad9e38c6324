"""Damage within one line: overprinted copies, spaced letters, lines that belong to the page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from luoshi_core.reading.repair.bylines import NAME_ALONE
from luoshi_core.reading.repair.doubling import repeats_itself, suspects, undouble
from luoshi_core.reading.repair.furniture import (
    FIRSTS,
    Mark,
    has_page_head,
    head_key,
    is_head,
    number_or_rule,
    running_heads,
    stands_beside_head,
)
from luoshi_core.reading.repair.geometry import place_by_boxes
from luoshi_core.reading.repair.grids import has_strokes, mark_rows
from luoshi_core.reading.repair.lines import PhysicalLine, physical_lines
from luoshi_core.reading.repair.page_parts import Belongs, Parts, asks_for_names, belongs, may_hold_parts, parts_of
from luoshi_core.reading.repair.sentences import ends_sentence
from luoshi_core.reading.repair.spacing import close_up, has_blanks, is_spaced_out
from luoshi_core.reading.source import Line

_BATCH = 512
_NEAR = 8
_LONGEST_HEADLINE = 80


def mended_lines(text: str, blocks: Iterable[Line]) -> Iterator[PhysicalLine]:
    """The lines of a text with the damage of each undone and the page's own lines marked."""
    lines = physical_lines(text, blocks)
    places = suspects(text)
    place = next(places, None)
    heads = dict.fromkeys(running_heads(text), False)
    while batch := list(islice(lines, _BATCH)):
        hits: list[int] = []
        while place is not None and place < batch[-1].start + len(batch[-1].text):
            hits.append(place)
            place = next(places, None)
        _undouble(batch, hits)
        if batch[0].box or batch[-1].box:
            place_by_boxes(batch)
        printed = text[batch[0].start : batch[-1].start + len(batch[-1].text)]
        if has_blanks(printed):
            _close_up(batch)
        if has_strokes(printed):
            mark_rows(batch)
        _mark(batch, heads, has_page_head(printed) or any(line.traced for line in batch))
        yield from batch


def _undouble(lines: list[PhysicalLine], hits: list[int]) -> None:
    """Overprinting comes in clusters: where one line shows it, its neighbours are looked at too."""
    starts = [line.start for line in lines] if hits else []
    suspicious = {max(bisect_left(starts, hit + 1) - 1, 0) for hit in hits}
    for i, line in enumerate(lines):
        text = line.text
        if text[0] == text[len(text) >> 1] and repeats_itself(text):
            suspicious.add(i)
    looked_at: set[int] = set()
    while suspicious:
        i = suspicious.pop()
        looked_at.add(i)
        before = lines[i].trace()
        after = undouble(before)
        if after is not before:
            lines[i].mend(after)
            suspicious.update(set(range(max(i - _NEAR, 0), min(i + _NEAR, len(lines)))) - looked_at)


def _close_up(lines: list[PhysicalLine]) -> None:
    for line in lines:
        text = line.text
        if (" " in text or "\u3000" in text) and len(text) <= _LONGEST_HEADLINE and is_spaced_out(text):
            line.mend(close_up(line.trace()))
            line.spaced = True


def _mark(lines: list[PhysicalLine], heads: dict[str, bool], page_head: bool) -> None:
    """Mark page numbers and running heads, the head of a newspaper page and what stands beside it.

    ``heads`` tells whether a running head was met before: at first it may be the title.
    """
    last = len(lines) - 1
    loose: list[int] = []
    for i, line in enumerate(lines):
        text = line.text
        if line.mark:
            continue
        if text[0] not in FIRSTS and not text[-1].isdigit() and not page_head and not heads:
            continue
        mark = number_or_rule(text)
        if mark is None and page_head and may_hold_parts(text):
            mark = Mark.HEAD if is_head(text) else None
            loose.append(i)
        if mark is Mark.NUMERAL:
            torn = 0 < i < last and not ends_sentence(lines[i - 1].text) and lines[i - 1].width >= 20
            mark = Mark.NUMBER if torn and lines[i + 1].width >= 20 else None
        elif heads and mark is None and (key := head_key(text)) in heads:
            mark = Mark.NUMBER if heads[key] else None
            heads[key] = True
        line.mark = mark
    _mark_together(lines, loose)
    for i, line in enumerate(lines if page_head else ()):
        if line.mark is Mark.HEAD:
            _spread(lines, range(i + 1, len(lines)))
            _spread(lines, range(i - 1, -1, -1))
    if any(line.mark is Mark.HEAD for line in lines):
        _mark_edges(lines)


def _mark_together(lines: list[PhysicalLine], loose: list[int]) -> None:
    """A head in several lines: none of them is one alone, all of them together are."""
    end = 0
    for at in loose:
        if at < end or (parts := _loose_parts(lines[at])) is None:
            continue
        first, end = at, at + 1
        while first and (above := _loose_parts(lines[first - 1])) is not None:
            first -= 1
            parts |= above
        while end < len(lines) and (below := _loose_parts(lines[end])) is not None:
            end += 1
            parts |= below
        if belongs(parts) is Belongs.SURELY:
            for part in lines[first:end]:
                part.mark = Mark.HEAD


def _mark_edges(lines: list[PhysicalLine]) -> None:
    """The rest of a head that columns tore apart stands at the other end of the page."""
    for order in (lines, lines[::-1]):
        loose = list(takewhile(lambda line: line.mark or _loose_parts(line), order))
        for line in loose if len(loose) < len(lines) else ():
            line.mark = line.mark or Mark.BESIDE


def _loose_parts(line: PhysicalLine) -> Parts | None:
    parts = None if line.mark else parts_of(line.text)
    return parts if parts is not None and belongs(parts) else None


def _spread(lines: list[PhysicalLine], order: Iterable[int]) -> None:
    for i in order:
        line = lines[i]
        if line.mark is Mark.NUMBER:
            continue
        if line.mark or not (stands_beside_head(line.text) or _is_name_of_editor(lines, i)):
            return
        line.mark = Mark.BESIDE


def _is_name_of_editor(lines: list[PhysicalLine], i: int) -> bool:
    above = lines[i - 1] if i else None
    return (
        above is not None
        and above.mark in (Mark.HEAD, Mark.BESIDE)
        and asks_for_names(above.text)
        and NAME_ALONE.match(lines[i].text) is not None
    )
