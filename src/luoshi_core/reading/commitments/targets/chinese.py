"""Targets in a Chinese sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from luoshi_core.reading.commitments.targets.exclusions import is_no_target, is_rank
from luoshi_core.reading.commitments.targets.figures import Figure, scan_figures
from luoshi_core.reading.commitments.targets.measure import name_measure
from luoshi_core.reading.commitments.targets.operators import behind_of, has_operator, operator_of
from luoshi_core.reading.commitments.targets.types import TargetMatch
from luoshi_core.reading.commitments.timing.types import Timing
from luoshi_core.reading.model import Cadence, Operator, Target

_SOMETHING = re.compile(r"[\d一二两三四五六七八九十百千半番覆]")
_CITED = re.compile(r"《[^《》]*》|“[^“”，。；]{1,14}”|[〔﹝][12]\d{3}[〕﹞][第\d号]*")
_BOUNDARY = re.compile(r"[，。；：！？,;（）()\n]")
_BASE = re.compile(
    r"每(?P<base>(?:\d+(?:\.\d+)?[十百千]?[万千百]?|[一二两三四五六七八九十]+[百千万]?|[十百]?[百千万])(?:[名位个])?"
    r"(?:常住人口|户籍人口|人口|人|居民|户|家庭|平方公里|亩|张床位|老年人|老人|学生|儿童|劳动者|职工|件|例|起|万元|元)?)[^，。；]*$"
)
_JOINS = frozenset(("、", "和", "及", "与", "或", "/"))
_BLANK = "\u3000"
_NO_RHYTHM = (None, Cadence.STANDING)
_ENDS = re.compile(r"\s*(?:[，。；、：,;）)]|$)")
_UNIT_IN_BRACKETS = re.compile(
    r"[（(](?:单位[：:])?(?P<unit>[^（）()\d]{1,8})[）)][：:\s]*(?:[≥≤><=＞＜＝]|不?[低少超高大]于?过?|达到?)*\s*$"
)


class _Sentence:
    """A text with its clauses; ``plain`` as ``_without_names`` gives it."""

    def __init__(self, text: str, plain: str, timings: Sequence[Timing]) -> None:
        self.text = text
        self.plain = plain
        self.timings = timings
        self._clauses = [0, *[match.end() for match in _BOUNDARY.finditer(plain)]]

    def start(self, figure: Figure, floor: int) -> int:
        """Where the words before a figure start that may belong to it: its clause, not before ``floor``."""
        clauses = self._clauses
        return max(clauses[bisect_right(clauses, figure.start) - 1], floor)

    def clause(self, start: int, figure: Figure) -> str:
        """The words from ``start`` to a figure, from the last timing on."""
        for timing in self.timings:
            if start < timing.end <= figure.start:
                start = timing.end
        return self.plain[start : figure.start]

    def naming_words(self, start: int, figure: Figure) -> str:
        """The words from ``start`` to a figure, without those that say when."""
        words = ""
        for timing in self.timings:
            if start <= timing.start < figure.start:
                words += self.text[start : timing.start]
                start = timing.end
        return words + self.text[start : figure.start]

    def is_periodic(self, figure: Figure) -> bool:
        """Whether the clause of a figure names a frequency."""
        place = bisect_right(self._clauses, figure.start)
        end = self._clauses[place] if place < len(self._clauses) else len(self.plain)
        rhythms = [timing.start for timing in self.timings if timing.cadence not in _NO_RHYTHM]
        return any(self._clauses[place - 1] <= start < end for start in rhythms)


def find_chinese_targets(text: str, timings: Sequence[Timing]) -> list[TargetMatch]:
    """Every number that the words will be checked on, left to right."""
    if _SOMETHING.search(text) is None:
        return []
    plain = _without_names(text, timings)
    figures = scan_figures(plain)
    return _targets(_Sentence(text, plain, timings), figures) if figures else []


def _without_names(text: str, timings: Sequence[Timing]) -> str:
    """The text with names, titles and timings blanked out: their numbers are not read."""
    named = "《" in text or "“" in text or "〔" in text
    plain = _CITED.sub(lambda match: "〇" * len(match[0]), text) if named else text
    for timing in timings:
        plain = plain[: timing.start] + _BLANK * (timing.end - timing.start) + plain[timing.end :]
    return plain


def _targets(sentence: _Sentence, figures: Sequence[Figure]) -> list[TargetMatch]:
    found: list[TargetMatch] = []
    plain, measure = sentence.plain, ""
    previous: tuple[Figure, Operator] | None = None
    for figure in figures:
        floor = previous[0].end if previous else 0
        start = sentence.start(figure, floor)
        clause = sentence.clause(start, figure)
        if is_no_target(plain, clause, figure, periodic=figure.value == 1 and sentence.is_periodic(figure)):
            continue
        if not _counts(plain, clause, figure, previous):
            continue
        operator = Operator.AT_LEAST if _covers_all(plain, figure) else operator_of(clause, figure, plain)
        if previous and clause in _JOINS and operator is Operator.EQUAL and figure.unit == previous[0].unit:
            operator = previous[1]
        words = sentence.naming_words(start, figure)
        measure = name_measure(sentence.text, words, figure, behind_of(figure, plain)) or measure
        previous = (figure, operator)
        found += _spell(plain, figure, operator, clause, measure)
    return found


def _covers_all(text: str, figure: Figure) -> bool:
    """全覆盖 is a level to be reached, not a count."""
    return text.startswith("覆盖", figure.end - 2)


def _counts(text: str, clause: str, figure: Figure, previous: tuple[Figure, Operator] | None) -> bool:
    """Whether a number without a proper unit, or 全覆盖, stands where it can be checked."""
    if _covers_all(text, figure):
        doubled = previous is not None and previous[0].unit == "%" and figure.start - previous[0].end <= 1
        return not doubled and (_ends(text, figure) or clause.endswith(("实现", "达到", "做到", "确保")))
    if figure.unit in ("", "万", "亿"):
        return has_operator(clause, figure, text) or (_ends(text, figure) and _measured_by_words(text, figure))
    return True


def _ends(text: str, figure: Figure) -> bool:
    return _ENDS.match(text, figure.end) is not None


def _measured_by_words(text: str, figure: Figure) -> bool:
    return bool(figure.unit) or _UNIT_IN_BRACKETS.search(text, 0, figure.start) is not None


def _spell(plain: str, figure: Figure, operator: Operator, clause: str, measure: str) -> list[TargetMatch]:
    """The target that a figure sets; a range sets two."""
    end = behind_of(figure, plain)
    unit = _unit(plain, figure)
    value = _times(figure, clause) if operator is Operator.TIMES else figure.value
    lower: list[TargetMatch] = []
    if figure.low is not None:
        bounds = operator is Operator.EQUAL
        least = Target(measure, Operator.AT_LEAST if bounds else operator, figure.low, unit)
        lower.append(TargetMatch(figure.start, end, least))
        operator = Operator.AT_MOST if bounds else operator
    if is_rank(clause):
        operator = Operator.AT_MOST
    return [*lower, TargetMatch(figure.start, end, Target(measure, operator, value, unit))]


def _unit(text: str, figure: Figure) -> str:
    if not figure.unit:
        bracket = _UNIT_IN_BRACKETS.search(text, 0, figure.start)
        return bracket["unit"] if bracket else ""
    unit = figure.unit.removeprefix("个") if figure.unit == "个百分点" else figure.unit
    base = _BASE.search(text, 0, figure.start) if text.find("每", 0, figure.start) >= 0 else None
    return f"{unit}/{base['base'].replace('人口', '人')}" if base else unit


def _times(figure: Figure, clause: str) -> float:
    """增长1倍 doubles; 增长到3倍 and 翻两番 (four times) say the factor itself."""
    grows = re.search(r"(?:增长|提高|提升|增加|扩大|上升)(?!到|至|为|[^，。；]*[到至为]$)", clause)
    return figure.value + 1 if grows and not figure.factor else figure.value
