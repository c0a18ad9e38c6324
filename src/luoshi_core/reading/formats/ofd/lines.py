"""Runs of glyphs on a page -> the lines a reader sees, columns one after the other."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple


class Glyphs(NamedTuple):
    """Characters drawn in one go; millimetres from the top left corner of the page.

    ``turned`` says that they run down the page and stand on no common baseline.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    turned: bool = False


class PageLine(NamedTuple):
    """A line of a page."""

    text: str
    left: float
    right: float
    baseline: float
    size: float


_SAME_LINE = 0.45
"""Of the smaller size: how far baselines of one line may be apart."""
_SPACE = 0.35
"""Of the size: a gap that a space stands for, beside a Latin letter or a digit."""
_WIDE_GAP = 1.2
"""Of the size: a gap that is seen between Chinese characters as well."""


def lines_of(runs: list[Glyphs]) -> list[PageLine]:
    """The lines of a page from top to bottom, each joined from left to right."""
    found: list[list[Glyphs]] = []
    for run in sorted(runs, key=lambda run: (run.baseline, run.left)):
        if found and not run.turned and not found[-1][0].turned and _stand_together(found[-1][0], run):
            found[-1].append(run)
        else:
            found.append([run])
    return [line for group in found if (line := _join(group)).text.strip()]


def _stand_together(first: Glyphs, run: Glyphs) -> bool:
    return run.baseline - first.baseline <= _SAME_LINE * min(first.size, run.size)


def _join(group: list[Glyphs]) -> PageLine:
    runs = _drawn_once(sorted(group, key=lambda run: run.left))
    text = runs[0].text
    for before, run in pairwise(runs):
        text += _between(before, run) + run.text
    largest = max(runs, key=lambda run: len(run.text))
    return PageLine(text, runs[0].left, max(run.right for run in runs), largest.baseline, largest.size)


def _drawn_once(runs: list[Glyphs]) -> list[Glyphs]:
    """Without the copies that stand on top of their original to make it look bold."""
    kept: list[Glyphs] = []
    for run in runs:
        if not any(_is_copy(run, other) for other in kept[-4:]):
            kept.append(run)
    return kept


def _is_copy(run: Glyphs, other: Glyphs) -> bool:
    near = 0.3 * run.size
    return run.text == other.text and abs(run.left - other.left) < near and abs(run.baseline - other.baseline) < near


def _between(before: Glyphs, after: Glyphs) -> str:
    gap = after.left - before.right
    size = max(before.size, after.size)
    if before.text[-1:].isspace() or after.text[:1].isspace():
        return ""
    if gap > _WIDE_GAP * size:
        return "  "
    latin = before.text[-1:] < "\u2e80" or after.text[:1] < "\u2e80"
    return " " if latin and gap > _SPACE * size else ""
