"""The order in which the parts of a page are read.

Lines that follow one another closely are runs. A page is cut into strips by
horizontal white space; strips that share a gutter are read together, column by
column (recursive cuts after Nagy and Seth, 1984, with the strips of a common
gutter kept whole).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from luoshi_core.reading.formats.pdf.headlines import is_headline, spanned_gutters
from luoshi_core.reading.formats.pdf.lines import TextLine

_DEEPEST = 8
_MOST_COLUMNS = 8
_MOST_PARTS = 1500
_LOOSE = 0.65
_ALIGNED = 0.8
_RUN_GAP = 2.2
_RUN_INDENT = 4.0
_RUN_RAGGED = 0.3
_SIZE_CHANGE = 0.2
_GUTTER = 0.8


@dataclass(slots=True)
class Part:
    """Something that is read in one go: a run of lines, or a table (``content`` is then the table)."""

    left: float
    top: float
    right: float
    bottom: float
    lines: list[TextLine]
    content: object = None


Column = list[Part]
"""Parts below one another."""
AsTable = Callable[[list[list[Part]]], object | None]


def jumps(lines: Sequence[TextLine]) -> int:
    """How often a line does not stand below the one before it."""
    count, bottom = 0, -1.0
    for line in lines:
        if line.top < bottom:
            count += 1
        bottom = (line.top + line.bottom) / 2
    return count


def plain_columns(lines: list[TextLine]) -> list[list[TextLine]] | None:
    """The columns of a page that is drawn as it is read, each right of the one before; None for any other page."""
    columns: list[list[TextLine]] = []
    bottom = float("inf")
    for line in lines:
        if line.top < bottom:
            columns.append([])
        columns[-1].append(line)
        bottom = (line.top + line.bottom) / 2
    if len(columns) > 1 and (len(columns) > _MOST_COLUMNS or min(map(len, columns)) < 2):
        return None
    ends = [max(line.right for line in column) for column in columns[:-1]]
    starts = [min(line.left for line in column) for column in columns[1:]]
    return columns if all(end <= start for end, start in zip(ends, starts, strict=True)) else None


def part_of(lines: list[TextLine]) -> Part:
    """A run of lines with its box."""
    return Part(
        min(line.left for line in lines),
        min(line.top for line in lines),
        max(line.right for line in lines),
        max(line.bottom for line in lines),
        lines,
    )


def runs(lines: Iterable[TextLine], width: float) -> list[Part]:
    """Lines in the file's order, grouped as long as each goes on below the one before; ``width`` is the page's."""
    grouped: list[list[TextLine]] = []
    for line in lines:
        if grouped and _goes_on(grouped[-1][-1], line, width):
            grouped[-1].append(line)
        else:
            grouped.append([line])
    return [part_of(group) for group in grouped]


def _goes_on(above: TextLine, line: TextLine, width: float) -> bool:
    size = max(above.size, line.size)
    return (
        (above.top + above.bottom) / 2 < line.top < above.bottom + _RUN_GAP * size
        and line.left < above.right
        and above.left < line.right
        and abs(line.left - above.left) < _RUN_INDENT * size
        and abs(line.right - above.right) < _RUN_RAGGED * width
        and abs(line.size - above.size) <= _SIZE_CHANGE * size
    )


def reading_order(parts: list[Part], size: float, as_table: AsTable) -> list[Column]:
    """The columns of a page one after the other; ``size`` is the type size of the body.

    ``as_table`` is asked for parts side by side that look like columns whether they are a table.
    """
    return _cut(parts, _GUTTER * size, as_table, 0)


def _cut(parts: list[Part], gutter: float, as_table: AsTable, depth: int) -> list[Column]:
    if len(parts) < 2 or depth > _DEEPEST or len(parts) > _MOST_PARTS:
        return [parts] if parts else []
    bands = _bands(_strips(parts), gutter)
    columns: list[Column] = []
    for band in bands:
        gutters = _gutters(band, gutter)
        spanned = spanned_gutters(band, gutters)
        if spanned and len(spanned) == len(gutters):
            columns.extend(_cut_across(band, next(iter(spanned.values())), gutter, as_table, depth))
            continue
        sides = _columned(band, [found for found in gutters if found not in spanned])
        table = as_table(sides) if len(sides) > 1 else None
        if table is not None:
            columns.append([_enclosing(band, table)])
        elif len(sides) > 1 and _is_in_rows(sides):
            columns.append(_row_by_row(sides))
        elif len(sides) > 1:
            for side in sides:
                columns.extend(_cut(side, gutter, as_table, depth + 1))
        elif columns and len(bands) > 1:
            columns[-1].extend(_rows(band)) if _is_below(columns[-1], band) else columns.append(_rows(band))
        else:
            columns.append(_rows(band))
    return columns


def _cut_across(band: list[Part], headline: Part, gutter: float, as_table: AsTable, depth: int) -> list[Column]:
    """What stands above a headline over columns, then the headline, then what stands below it."""
    above = [part for part in band if part is not headline and part.top < headline.top]
    below = [part for part in band if part is not headline and part.top >= headline.top]
    return [
        *_cut(above, gutter, as_table, depth + 1),
        [headline],
        *_cut(below, gutter, as_table, depth + 1),
    ]


def _is_in_rows(sides: list[list[Part]]) -> bool:
    """Whether the lines on the right only go on with short ones on the left (时间：…　　地点：…)."""
    left, right = ([line for part in side for line in part.lines] for side in (sides[0], sides[-1]))
    if len(sides) > 2 or not left or not right:
        return False
    room = min(line.left for line in right) - min(line.left for line in left)
    in_turn = sorted(left, key=_top)
    if any(low.top < (above.top + above.bottom) / 2 for above, low in pairwise(in_turn)):
        return False
    if sum(line.right - line.left for line in left) > _LOOSE * room * len(left):
        return False
    middles = [(line.top + line.bottom) / 2 for line in left]
    return sum(any(line.top < y < line.bottom for y in middles) for line in right) >= _ALIGNED * len(right)


def _top(line: TextLine) -> float:
    return line.top


def _row_by_row(sides: list[list[Part]]) -> Column:
    rows: list[list[TextLine]] = []
    for line in sorted((line for side in sides for part in side for line in part.lines), key=_top):
        if rows and line.top < (rows[-1][0].top + rows[-1][0].bottom) / 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [part_of([line]) for row in rows for line in sorted(row, key=lambda found: found.left)]


def _enclosing(band: list[Part], content: object) -> Part:
    whole = part_of([line for part in band for line in part.lines])
    return Part(whole.left, whole.top, whole.right, whole.bottom, [], content)


def _is_below(column: Column, band: list[Part]) -> bool:
    """Whether a band without gutter only goes on with the column above it."""
    return min(part.left for part in band) < max(part.right for part in column) and max(
        part.right for part in band
    ) > min(part.left for part in column)


def _rows(band: list[Part]) -> list[Part]:
    """Parts of a band that cannot be cut: those side by side in one row from left to right, others as drawn."""
    top, bottom = max(part.top for part in band), min(part.bottom for part in band)
    return sorted(band, key=lambda part: part.left) if top < bottom else band


def _strips(parts: list[Part]) -> list[list[Part]]:
    """Parts between horizontal white spaces, from top to bottom."""
    strips: list[list[Part]] = []
    bottom = 0.0
    for part in sorted(parts, key=lambda p: p.top):
        if strips and part.top < bottom - 0.2 * (part.bottom - part.top) / max(len(part.lines), 1):
            strips[-1].append(part)
            bottom = max(bottom, part.bottom)
        else:
            strips.append([part])
            bottom = part.bottom
    drawn = {id(part): at for at, part in enumerate(parts)}
    return [sorted(strip, key=lambda part: drawn[id(part)]) for strip in strips]


def _bands(strips: list[list[Part]], gutter: float) -> list[list[Part]]:
    """Strips put together as long as a gutter runs through all of them."""
    bands: list[list[Part]] = []
    for strip in strips:
        if bands and not _opens_stories(bands[-1], strip, gutter) and _share_gutter(bands[-1], strip, gutter):
            bands[-1] = bands[-1] + strip
        else:
            bands.append(strip)
    return bands


def _opens_stories(band: list[Part], strip: list[Part], gutter: float) -> bool:
    """Whether a strip of headlines, one of them over several columns of the text above, parts it from what is below."""
    size = gutter / _GUTTER
    if not all(is_headline(part, size) for part in strip) or all(is_headline(part, size) for part in band):
        return False
    return any(part.left < left and part.right > right for left, right in _gutters(band, gutter) for part in strip)


def _share_gutter(band: list[Part], strip: list[Part], gutter: float) -> bool:
    if not _gutters(band, gutter) and not _gutters(strip, gutter):
        return False
    common = _gutters(band + strip, gutter)
    # a short line above columns belongs to them only if it stands at their head, not at the right edge
    return bool(common) and (bool(_gutters(band, gutter)) or max(part.right for part in band) <= common[0][1])


def _gutters(parts: list[Part], gutter: float) -> list[tuple[float, float]]:
    """White spaces from top to bottom between the outermost words."""
    found = []
    right = float("inf")
    for part in sorted(parts, key=lambda p: p.left):
        if part.left - right >= gutter:
            found.append((right, part.left))
        right = part.right if right == float("inf") else max(right, part.right)
    return found


def _columned(band: list[Part], gutters: list[tuple[float, float]]) -> list[list[Part]]:
    """What stands on the sides of the gutters; the whole band if that is only one row of words set apart."""
    sides = _sides(band, gutters)
    tall = sum(1 for side in sides if sum(max(len(p.lines), 2 * bool(p.content)) for p in side) > 1)
    return sides if len(sides) > 1 and tall > 1 else [band]


def _sides(band: list[Part], gutters: list[tuple[float, float]]) -> list[list[Part]]:
    borders = [(left + right) / 2 for left, right in gutters]
    sides: list[list[Part]] = [[] for _ in range(len(borders) + 1)]
    for part in band:
        sides[sum(1 for border in borders if part.left > border)].append(part)
    return sides
