"""The words of a task cell -> the units in it, by the rules for running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.chinese.drafts import Draft
from luoshi_core.reading.commitments.chinese.kinds import only_reaches
from luoshi_core.reading.commitments.chinese.paragraphs import ParagraphReader
from luoshi_core.reading.commitments.chinese.slogans import is_slogan
from luoshi_core.reading.commitments.chinese.verbs import VERBS
from luoshi_core.reading.commitments.english.kind import cadence_of, kind_of
from luoshi_core.reading.commitments.english.predicate import Force, Predicate
from luoshi_core.reading.commitments.english.sentences import sentences
from luoshi_core.reading.commitments.english.units import Marks, Unit, units_of_sentence
from luoshi_core.reading.commitments.targets import TargetMatch, find_targets
from luoshi_core.reading.commitments.timing import Timing, find_timings
from luoshi_core.reading.model import Cadence, Kind
from luoshi_core.reading.traced import Traced

_LABEL = re.compile(
    r"(?:^|(?<=[。；;：:\s]))\s*(?:\d{1,2}(?:\.\d{1,2})+\.?(?=\s)|\d{1,2}\s*[.、．)）](?!\d)|[（(]\d{1,2}[)）]"
    r"|[①-⑳]|[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[)）]|[•●▪◆■]|\([a-z]\)|[a-z]\)\s)\s*"
)
_DOTS = frozenset("•●▪◆■")
_LINE = re.compile(r"\s*\n\s*")
_OFFICE = re.compile(r"^[各市县区镇乡].|(?:局|委|办公室|政府|部门|单位|公司|中心|街道|乡镇|集团)$")
_ACTS = re.compile(
    rf"[，,要应须将把对于在按每年月以\d]|(?:全年|年内|[上下]半年|确保|力争|争取|继续|负责|{VERBS})(?![率额量面数]|人[数次]|时[间限])"
)
_MARKS = " \t\n。；;，,.、:："


@dataclass(frozen=True, slots=True)
class TaskWords:
    """A unit in a task cell: its words, and what they say themselves about owner, time and numbers."""

    text: Traced
    owner: str | None = None
    partners: tuple[str, ...] = ()
    due: Timing | None = None
    cadence: Cadence = Cadence.ONCE
    targets: tuple[tuple[TargetMatch, Traced], ...] = ()
    kind: Kind = Kind.ACTION
    label: str = ""

    @property
    def marked(self) -> bool:
        """Whether there is a number, deadline or frequency in it."""
        return bool(self.due or self.targets) or self.cadence is not Cadence.ONCE


class TaskReader:
    """Reads the task cells of one document."""

    def __init__(self, context: PlanContext, *, english: bool) -> None:
        self.context = context
        self.english = english
        self._paragraphs = ParagraphReader(context, rule=False)

    def read(self, cell: Traced) -> list[TaskWords]:
        """The units of a cell; words that nothing can be found in are one unit."""
        units = [
            replace(unit, label=label) if label else unit
            for label, item in items_of(cell)
            for unit in self.read_item(item)
        ]
        if len(units) > 1:
            kept = (
                [unit for unit in units if unit.marked or not is_slogan(unit.text.text)] if not self.english else units
            )
            units = kept or units
        return units

    def read_item(self, item: Traced) -> list[TaskWords]:
        """The units of one numbered item."""
        found = self._english(item) if self.english else self._chinese(item)
        return found or [TaskWords(_bare(item))]

    def _chinese(self, item: Traced) -> list[TaskWords]:
        return [self._of_draft(item, draft) for draft in self._paragraphs.read(item.text).drafts]

    def _of_draft(self, item: Traced, draft: Draft) -> TaskWords:
        cadence = draft.every.cadence if draft.every and draft.every.cadence else Cadence.ONCE
        if cadence is Cadence.ONCE and draft.stands:
            cadence = Cadence.STANDING
        text = _bare(item.cut(draft.start, draft.end))
        reaches = bool(draft.targets) and not draft.condition and only_reaches(text.text)
        owner = None if reaches and _is_of_thing(item.text, draft) else _own_owner(draft)
        if reaches and draft.every is None and not draft.forbids:
            cadence = Cadence.ONCE
        kind = Kind.PROHIBITION if draft.forbids else Kind.TARGET if reaches else Kind.ACTION
        if kind is Kind.ACTION and cadence is Cadence.STANDING:
            kind = Kind.STANDING
        return TaskWords(
            text,
            owner,
            draft.partners if owner else (),
            draft.due,
            cadence,
            tuple((match, item) for match in draft.targets),
            kind,
        )

    def _english(self, item: Traced) -> list[TaskWords]:
        found: list[TaskWords] = []
        for span in sentences(item.text):
            words = item.text[span.start : span.end]
            timings = find_timings(words, self.context)
            targets = find_targets(words, timings, english=True)
            sentence = item.cut(span.start, span.end)
            marks = Marks(timings, targets)
            units = list(units_of_sentence(words, type(span)(0, len(words)), marks, item=True, before=None))
            if not units:
                units = [Unit(0, len(words), Predicate(Force.DUTY, 0), tuple(timings), tuple(targets))]
            found += [self._of_unit(sentence, unit) for unit in units if unit.predicate.force is not Force.NONE]
        return found

    def _of_unit(self, sentence: Traced, unit: Unit) -> TaskWords:
        words = sentence.text[unit.start : unit.end]
        cadence = cadence_of(unit, words)
        due = next((t for t in unit.timings if t.due is not None), unit.inherited)
        return TaskWords(
            _bare(sentence.cut(unit.start, unit.end)),
            unit.predicate.actor,
            unit.predicate.partners,
            due if cadence is Cadence.ONCE else None,
            cadence,
            tuple((match, sentence) for match in unit.targets),
            kind_of(unit, words, cadence),
        )


def _own_owner(draft: Draft) -> str | None:
    """The body that the words name; an institution that could be the object of the task is left to the row."""
    subject = draft.subject
    return subject.owner if subject and (subject.by or subject.leads or _OFFICE.search(subject.owner)) else None


def _is_of_thing(text: str, draft: Draft) -> bool:
    """Whether the name that opens a value to be reached only says whose it is (乡镇卫生院门诊量, 文化站报表)."""
    subject = draft.subject
    if subject is None or draft.carried or subject.by or subject.leads:
        return False
    return _ACTS.match(text, subject.end, draft.end) is None


def items_of(cell: Traced) -> list[tuple[str, Traced]]:
    """The numbered or separate lines of a cell with their labels taken off; broken lines are joined."""
    text = cell.text
    if "\n" not in text and _LABEL.search(text) is None:
        return [("", cell)]
    cuts = sorted({0, *(m.start() for m in _LABEL.finditer(text)), *_ends_of_lines(text)})
    parts = [cell.cut(start, end) for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]
    items = [(label, _joined(item)) for label, item in map(_unlabelled, parts)]
    return [(label, item) for label, item in items if item.text.strip(_MARKS)] or [("", _joined(cell))]


def _ends_of_lines(text: str) -> Iterator[int]:
    for match in _LINE.finditer(text):
        if match.start() and text[match.start() - 1] in "。；;.!":
            yield match.end()


def _unlabelled(part: Traced) -> tuple[str, Traced]:
    match = _LABEL.match(part.text)
    if match is None:
        return "", part.strip()
    label = match[0].strip().rstrip(".、． )）") if match[0].strip()[:1] not in "(（" else match[0].strip()
    return "" if label in _DOTS else label, part.cut(match.end()).strip()


def _joined(part: Traced) -> Traced:
    """The lines of a part put together: with a space between Latin words, else without."""
    if "\n" not in part.text:
        return part
    pieces: list[Traced] = []
    at = 0
    for match in _LINE.finditer(part.text):
        before, after = part.text[match.start() - 1 : match.start()], part.text[match.end() : match.end() + 1]
        pieces.append(part.cut(at, match.start()))
        if before.isascii() and after.isascii() and before and after:
            pieces.append(Traced.inserted(" "))
        at = match.end()
    return Traced.concat([*pieces, part.cut(at)])


def _bare(text: Traced) -> Traced:
    return text.strip(_MARKS)
