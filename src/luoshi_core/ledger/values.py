"""The words of a cell -> the value of a field, in a ledger that luoshi wrote."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from luoshi_core.assessable import EVIDENCE, EvidenceKind
from luoshi_core.ledger.faults import CellFault, formula_fault, no_choice, no_date, no_target
from luoshi_core.ledger.fields import Field, normal_value
from luoshi_core.ledger.targets import NoTarget, parse_targets
from luoshi_core.ledger.words import parted_names
from luoshi_core.ledger.workbook import LedgerCell, LedgerSheet
from luoshi_core.periods import PlanContext
from luoshi_core.reading import Cadence, Kind, Target
from luoshi_core.reading.workbook import CADENCE, KIND

E = TypeVar("E", bound=StrEnum)

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SERIAL = re.compile(r"([34567]\d{4})(?:\.\d+)?")
_EPOCH, _EPOCH_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
_YEARS = range(2000, 2100)
_WIDE = str.maketrans("０１２３４５６７８９．－／％", "0123456789.-/%")


class Unreadable(Exception):
    """Carries the fault of a cell to whoever reads its row."""

    def __init__(self, fault: CellFault) -> None:
        super().__init__(fault.zh)
        self.fault = fault


def narrow(text: str) -> str:
    """Figures and signs of dates in their narrow form: ２０２６．９ is 2026.9."""
    return text.translate(_WIDE)


def value_of(field: Field, sheet: LedgerSheet, cell: LedgerCell) -> Any:
    """The value of a cell; None for a due date, cadence or kind that is blank.

    Raises ``Unreadable``.
    """
    if fault := formula_fault(sheet, cell):
        raise Unreadable(fault)
    reader = _READERS.get(field)
    return normal_value(field, cell.text) if reader is None else reader(sheet, cell)


def _due(sheet: LedgerSheet, cell: LedgerCell) -> dt.date | None:
    if not cell.text:
        return None
    day = exact_day(sheet, cell) or _told_day(cell.text)
    if day is None:
        raise Unreadable(no_date(cell))
    return day


def exact_day(sheet: LedgerSheet, cell: LedgerCell) -> dt.date | None:
    """The day of a date cell, of 2026-09-30, or of a bare number that is a day of this century."""
    if cell.day is not None:
        return cell.day
    words = narrow(cell.text)
    if match := _ISO.fullmatch(words):
        try:
            return dt.date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
    if match := _SERIAL.fullmatch(words):
        day = (_EPOCH_1904 if sheet.since_1904 else _EPOCH) + dt.timedelta(days=int(match[1]))
        return day if day.year in _YEARS else None
    return None


def _told_day(text: str) -> dt.date | None:
    """A day in words that need no year from elsewhere (2026年9月底前)."""
    from luoshi_core.reading.commitments.timing import parse_due_cell  # its patterns take a moment to compile

    timing = parse_due_cell(narrow(text), PlanContext(date=None))
    return timing.due if timing else None


def chosen(cell: LedgerCell, choices: Mapping[E, tuple[str, str]], words: str) -> E:
    """The member that some words of a cell name in Chinese or English.

    Raises ``Unreadable``.
    """
    said = "".join(words.split()).casefold()
    for member, names in choices.items():
        if said in {"".join(name.split()).casefold() for name in (*names, member)}:
            return member
    zh, en = zip(*choices.values(), strict=True)
    raise Unreadable(no_choice(cell, "、".join(zh), ", ".join(en)))


def _cadence(sheet: LedgerSheet, cell: LedgerCell) -> Cadence | None:
    return chosen(cell, CADENCE, cell.text) if cell.text else None


def _kind(sheet: LedgerSheet, cell: LedgerCell) -> Kind | None:
    return chosen(cell, KIND, cell.text) if cell.text else None


def _evidence(sheet: LedgerSheet, cell: LedgerCell) -> tuple[EvidenceKind, ...]:
    return tuple(chosen(cell, EVIDENCE, name) for name in parted_names(cell.text))


def _partners(sheet: LedgerSheet, cell: LedgerCell) -> tuple[str, ...]:
    return parted_names(cell.text)


def _targets(sheet: LedgerSheet, cell: LedgerCell) -> tuple[Target, ...]:
    try:
        return parse_targets(cell.text, told_targets)
    except NoTarget as unread:
        raise Unreadable(no_target(cell, unread.text)) from unread


def told_targets(goal: str, measure: str = "", unit: str = "", *, english: bool = False) -> tuple[Target, ...]:
    """The numbers that the words of a goal name (不少于12座); a bare figure takes ``measure`` and ``unit``."""
    from luoshi_core.reading.commitments.tables.goals import goal_targets  # its patterns take a moment to compile

    matches = goal_targets(measure, goal, unit, (), english=english)
    return tuple(normal_value(Field.TARGETS, [match.target])[0] for match in matches)


_READERS: dict[Field, Callable[[LedgerSheet, LedgerCell], Any]] = {
    Field.DUE: _due,
    Field.CADENCE: _cadence,
    Field.KIND: _kind,
    Field.EVIDENCE: _evidence,
    Field.PARTNERS: _partners,
    Field.TARGETS: _targets,
}
