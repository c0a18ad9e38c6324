"""The cells of one row of somebody else's ledger -> values, notes and faults."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from typing import Any

from luoshi_core.assessable import EVIDENCE
from luoshi_core.ledger.columns import ColumnMapping, MappedColumn
from luoshi_core.ledger.entries import CellNote, LedgerEntry
from luoshi_core.ledger.faults import CellFault, formula_fault, no_date, no_owner, nothing_above
from luoshi_core.ledger.fields import COLUMNS, Field, normal_value
from luoshi_core.ledger.targets import NoTarget, parse_targets
from luoshi_core.ledger.values import Unreadable, chosen, exact_day, narrow, told_targets
from luoshi_core.ledger.words import parted_names
from luoshi_core.ledger.workbook import LedgerCell, LedgerSheet
from luoshi_core.periods import PlanContext
from luoshi_core.reading import Target
from luoshi_core.reading.commitments.chinese.owners import Parties
from luoshi_core.reading.commitments.tables.goals import unit_in
from luoshi_core.reading.commitments.tables.names import parties_in, person_in, puts_partners_in_brackets
from luoshi_core.reading.commitments.tables.roles import Role
from luoshi_core.reading.commitments.timing import Timing, parse_due_cell
from luoshi_core.reading.workbook import CADENCE, KIND

_SAME = frozenset({"同上", "〃", "″", '"', "”", "“", "ditto"})
_BLANKS = frozenset({*"-—–−－―/／\\…", "——", "--", "无", "n/a", "N/A"})
_YEAR_AND_MONTH = re.compile(r"20\d\d\s*[年./-]\s*\d{1,2}月?份?")
_WHOLE_NUMBER = re.compile(r"(\d+)\.0")
_NAME = re.compile(r"[^\d，,。]{2,30}")
_SHORT = 30
"""A task of at most so many characters may name what the figure beside it measures."""


@dataclass(slots=True)
class _Draft:
    """A row while its cells are read; ``names`` are the parties in the order of the columns."""

    values: dict[Field, Any] = field(default_factory=dict)
    cells: dict[Field, str] = field(default_factory=dict)
    notes: list[CellNote] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    goals: list[tuple[MappedColumn, LedgerCell]] = field(default_factory=list)

    def put(self, key: Field, value: Any, cell: LedgerCell) -> None:
        """Keep the value and where it came from."""
        self.values[key] = value
        self.cells.setdefault(key, cell.address)

    def note(self, column: MappedColumn, cell: LedgerCell) -> None:
        """Keep the words that no field takes."""
        self.notes.append(CellNote(column.head, cell.text, cell.address))


class CellReader:
    """Reads the rows of one sheet; the same words are read once."""

    def __init__(self, sheet: LedgerSheet, mapping: ColumnMapping, context: PlanContext) -> None:
        self._sheet = sheet
        self._mapping = mapping
        self._context = context
        self._above: dict[int, LedgerCell] = {}
        self._parties: dict[tuple[str, bool], Parties] = {}
        self._timings: dict[str, Timing | None] = {}

    def entry(self, at: int, section: LedgerCell | None) -> LedgerEntry:
        """The task of the row ``at``; the heading that it stands under is its item where no column says one."""
        draft = _Draft()
        for column in self._mapping.columns:
            cell = self._cell(at, column.column)
            if cell.text or self._sheet.is_uncalculated(cell):
                self._read(draft, column, cell)
        if section is not None and Field.PATH not in draft.values:
            draft.put(Field.PATH, normal_value(Field.PATH, section.text), section)
        self._settle(draft)
        return LedgerEntry(at + 1, draft.values, draft.cells, tuple(draft.notes), tuple(draft.faults))

    def _cell(self, at: int, column: int) -> LedgerCell:
        cell = self._sheet.cell(at, column)
        if cell.text in _SAME:
            above = self._above.get(column)
            return above if above is not None and above.text else cell
        self._above[column] = cell
        return cell

    def _read(self, draft: _Draft, column: MappedColumn, cell: LedgerCell) -> None:
        fault = formula_fault(self._sheet, cell)
        if fault is not None:
            draft.faults.append(fault)
        elif cell.text in _SAME:
            draft.faults.append(nothing_above(cell))
        elif column.field is None:
            draft.note(column, cell)
        elif cell.text not in _BLANKS or column.field is Field.QUOTE:
            try:
                self._read_field(draft, column, cell, column.field)
            except Unreadable as unread:
                draft.cells.setdefault(column.field, cell.address)
                draft.faults.append(unread.fault)

    def _read_field(self, draft: _Draft, column: MappedColumn, cell: LedgerCell, key: Field) -> None:
        if key is Field.TARGETS:
            draft.goals.append((column, cell))
        elif key in (Field.OWNER, Field.PARTNERS):
            self._bodies(draft, column, cell, key)
        elif key in (Field.DUE, Field.CADENCE):
            self._time(draft, cell, key)
        elif key is Field.EVIDENCE:
            self._evidence(draft, column, cell)
        elif key is Field.KIND:
            draft.put(key, chosen(cell, KIND, cell.text), cell)
        elif key is Field.LEADER:
            draft.put(key, person_in(cell.text), cell)
        else:
            before = draft.values.get(key)
            draft.put(key, f"{before} {_text(key, cell)}" if before else _text(key, cell), cell)

    def _bodies(self, draft: _Draft, column: MappedColumn, cell: LedgerCell, key: Field) -> None:
        told = puts_partners_in_brackets(column.head)
        known = self._parties.get((cell.text, told))
        if known is None:
            known = parties_in(cell.text, english=self._context.english, partners_bracketed=told)
            self._parties[cell.text, told] = known
        names = [name for name in (known.owner, *known.partners) if name]
        if not names:
            raise Unreadable(no_owner(cell))
        if key is Field.OWNER and known.owner:
            draft.put(Field.OWNER, known.owner, cell)
        if key is Field.PARTNERS or len(names) > 1:
            draft.cells.setdefault(Field.PARTNERS, cell.address)
        draft.names += names
        if known.leader and Field.LEADER not in draft.values:
            draft.put(Field.LEADER, known.leader, cell)

    def _time(self, draft: _Draft, cell: LedgerCell, key: Field) -> None:
        day = None if key is Field.CADENCE else self._exact(cell)
        if day is not None:
            draft.put(Field.DUE, day, cell)
            return
        if key is Field.CADENCE and (known := _known_cadence(cell)) is not None:
            draft.put(key, known, cell)
            return
        timing = self._timing(cell.text)
        if timing is not None and timing.due is not None:
            draft.put(Field.DUE, timing.due, cell)
        elif timing is not None and timing.cadence is not None:
            draft.put(Field.CADENCE, timing.cadence, cell)
        else:
            raise Unreadable(_unread_time(cell, key, timing))

    def _exact(self, cell: LedgerCell) -> dt.date | None:
        """The day of a date cell; one that shows only 2026年9月 means the month, whose first day nobody sees."""
        shown = narrow(cell.text)
        if cell.day is not None and cell.day.day == 1 and _YEAR_AND_MONTH.fullmatch(shown):
            return None
        return exact_day(self._sheet, cell)

    def _timing(self, text: str) -> Timing | None:
        if text not in self._timings:
            self._timings[text] = parse_due_cell(narrow(text), self._context)
        return self._timings[text]

    def _evidence(self, draft: _Draft, column: MappedColumn, cell: LedgerCell) -> None:
        try:
            draft.put(Field.EVIDENCE, tuple(chosen(cell, EVIDENCE, name) for name in parted_names(cell.text)), cell)
        except Unreadable:
            draft.note(column, cell)

    def _settle(self, draft: _Draft) -> None:
        owner = draft.values.get(Field.OWNER)
        partners = tuple(name for name in dict.fromkeys(draft.names) if name != owner)
        if partners:
            draft.values[Field.PARTNERS] = partners
        self._settle_goals(draft)

    def _settle_goals(self, draft: _Draft) -> None:
        """A goal, its measure and its unit may stand in a column each."""
        by_role = {column.role: cell.text for column, cell in draft.goals}
        goals = [(column, cell) for column, cell in draft.goals if column.role not in (Role.INDICATOR, Role.UNIT)]
        measure = by_role.get(Role.INDICATOR, "") if goals else ""
        goals = goals or [(column, cell) for column, cell in draft.goals if column.role is Role.INDICATOR]
        quote = draft.values.get(Field.QUOTE, "")
        measure = measure or (quote if len(quote) <= _SHORT else "")
        found: list[Target] = []
        for column, cell in goals:
            unit = by_role.get(Role.UNIT, "") or unit_in(column.words[-1]) or unit_in(measure)
            targets = _plain_targets(cell.text) or told_targets(
                narrow(cell.text), measure, unit, english=self._context.english
            )
            if not targets:
                draft.note(column, cell)
            found += targets
            draft.cells.setdefault(Field.TARGETS, cell.address)
        if found:
            draft.values[Field.TARGETS] = tuple(replace(target, spans=()) for target in found)


def _plain_targets(text: str) -> tuple[Target, ...]:
    """Targets that name their measures themselves, as luoshi writes them (满意度 ≥ 95%); () if they do not."""
    try:
        targets = parse_targets(text)
    except NoTarget:
        return ()
    return targets if all(_NAME.fullmatch(target.measure) for target in targets) else ()


def _text(key: Field, cell: LedgerCell) -> str:
    text = str(normal_value(key, cell.text))
    match = _WHOLE_NUMBER.fullmatch(text) if key is Field.NUMBER else None
    return match[1] if match else text


def _known_cadence(cell: LedgerCell) -> Any:
    try:
        return chosen(cell, CADENCE, cell.text)
    except Unreadable:
        return None


def _unread_time(cell: LedgerCell, key: Field, timing: Timing | None) -> CellFault:
    if timing is not None and timing.remarks:
        remark = timing.remarks[0]
        return CellFault(cell.address, remark.zh, remark.en, remark.code)
    if key is Field.DUE:
        return no_date(cell)
    zh, en = COLUMNS[key].zh, COLUMNS[key].en
    return CellFault(
        cell.address,
        f"“{cell.text[:40]}”认不出{zh}。请写：{'、'.join(names[0] for names in CADENCE.values())}。",
        f"“{cell.text[:40]}” is no {en.lower()}. Write one of: {', '.join(names[1] for names in CADENCE.values())}.",
        "no-choice",
    )
