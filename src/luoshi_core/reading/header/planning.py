"""Which years a document plans for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

_SPAN = re.compile(r"(20\d\d)\s*年?\s*(?:[—–\-－~～至到]+|\bto\b|\bthrough\b)\s*(20\d\d)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)(?!\s*[-–—年/]?\s*\d+\s*号)(?!〕)")
_FIVE_YEARS = {"十四五": 2025, "十五五": 2030, "十六五": 2035}
_REVIEW = re.compile(r"总结|通报|考核|情况|表彰|评估|述职|年报|决算|review|report", re.IGNORECASE)
_PLANNED = re.compile(
    r"(20\d\d)年(?:度)?[^，。；]{0,16}?(?:工作要点|重点工作|工作安排|工作计划|目标任务|主要目标|预期目标|工作任务|主要任务|总体要求|实施方案|行动计划|工作方案|任务清单|工作思路)"
)


class Years(NamedTuple):
    """``year`` a document plans for and, of a plan over several years, the ``end``."""

    year: int | None = None
    end: int | None = None


def planned_years(titles: Iterable[str], opening: Iterable[str], date: dt.date | None) -> Years:
    """The years after the titles (its own, then those of what it prints), else after the first paragraphs."""
    for title in titles:
        if years := _of_title(title, date):
            return years
    for text in opening:
        if (found := _PLANNED.search(text)) and (date is None or int(found[1]) >= date.year):
            return Years(int(found[1]))
    return Years()


def _of_title(title: str, date: dt.date | None) -> Years | None:
    if found := _SPAN.search(title):
        return Years(date.year if date else int(found[1]), int(found[2]))
    if end := next((end for name, end in _FIVE_YEARS.items() if name in title), None):
        return Years(date.year if date else None, end)
    years = [int(year) for year in _YEAR.findall(title)]
    if not years or (date and years[-1] < date.year and _REVIEW.search(title)):
        return None
    return Years(years[-1])
