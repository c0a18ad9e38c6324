"""Task tables and ledgers -> commitments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.english_parties import read_english_parties
from luoshi_core.reading.commitments.owners import Parties, read_parties
from luoshi_core.reading.commitments.tables_goals import goal_targets, is_figure, unit_in
from luoshi_core.reading.commitments.tables_head import HeadColumn
from luoshi_core.reading.commitments.tables_roles import Role
from luoshi_core.reading.commitments.tables_rows import Entry, entries_of
from luoshi_core.reading.commitments.tables_words import TaskReader, TaskWords, items_of
from luoshi_core.reading.commitments.timing import Timing, find_timings, parse_due_cell
from luoshi_core.reading.header import Header
from luoshi_core.reading.model import Cadence, Commitment, Found, How, Kind, Target
from luoshi_core.reading.passages import GridCell, Passage
from luoshi_core.reading.traced import Traced


def commitments_of_table(passage: Passage, header: Header, context: PlanContext) -> list[Commitment]:
    """Every commitment of a table, or of the rows of it that a passage names."""
    if passage.grid is None:
        return []
    first, after = passage.rows or (0, passage.grid.rows)
    reader = _TableReader(passage, header, context)
    return [c for entry in entries_of(passage.grid, first, after, context.year) for c in reader.read(entry)]


@dataclass(frozen=True, slots=True)
class _RowParties:
    """Who answers for a row, and the cells that say so."""

    owner: str | None
    partners: tuple[str, ...]
    leader: str | None
    found: dict[str, Found]


class _TableReader:
    """Reads the entries of one table; cells with the same words are read once."""

    def __init__(self, passage: Passage, header: Header, context: PlanContext) -> None:
        self.passage = passage
        self.english = header.english
        self.context = context
        self.tasks = TaskReader(context, english=header.english)
        self._timings: dict[str, Timing | None] = {}
        self._parties: dict[str, Parties] = {}

    def read(self, entry: Entry) -> Iterator[Commitment]:
        """The commitments of one entry."""
        path = self._path(entry)
        for words, column in self._units(entry):
            yield self._commitment(entry, path, words, column)

    def _path(self, entry: Entry) -> tuple[str, ...]:
        labels = tuple(label for label in entry.labels if label not in self.passage.path)
        number = entry.first(Role.NUMBER)
        own = (_number(number.text.text),) if number is not None else ()
        return (*self.passage.path, *labels, *own)

    # what is to be done

    def _units(self, entry: Entry) -> Iterator[tuple[TaskWords, HeadColumn | None]]:
        """The units of an entry, each with the goal column that dates it."""
        task, indicator = self._task_cell(entry)
        goals = entry.of(Role.GOAL)
        dated = [(column, cell) for column, cell in goals if column.period]
        plain = [(column, cell) for column, cell in goals if not column.period]
        if dated and (task is not None or not plain):
            for column, cell in dated:
                yield from ((words, column) for words in self._with_goals(entry, task, [(column, cell)], indicator))
        else:
            yield from ((words, None) for words in self._with_goals(entry, task, plain, indicator))

    def _task_cell(self, entry: Entry) -> tuple[GridCell | None, bool]:
        """The cell that says what is to be done, and whether it names an indicator."""
        details = [cell for _, cell in entry.of(Role.DETAIL)]
        tasks = [cell for _, cell in entry.of(Role.TASK)]
        if details or tasks:
            return (details or tasks)[-1], False
        indicators = [cell for _, cell in entry.of(Role.INDICATOR)]
        return (indicators[-1], True) if indicators else (None, False)

    def _with_goals(
        self, entry: Entry, task: GridCell | None, goals: list[tuple[HeadColumn, GridCell]], indicator: bool
    ) -> list[TaskWords]:
        goals = [(column, cell) for column, cell in goals if _belongs(task, cell)]
        if task is None:
            return [words for _, cell in goals for words in self.tasks.read(cell.text)]
        units = self.tasks.read(task.text)
        if not goals or (not indicator and len(units) > 1):
            return [] if indicator else self._paired(units, task, goals)
        return [self._joined(entry, task.text, units[0], goals, indicator)]

    def _paired(self, units: list[TaskWords], task: GridCell, goals: list[tuple[HeadColumn, GridCell]]) -> list[TaskWords]:
        """Numbered tasks beside as many numbered goals go together one by one."""
        if len(goals) != 1:
            return units
        parts = items_of(goals[0][1].text)
        if len(parts) != len(units) or len(items_of(task.text)) != len(units):
            return units
        return [self._with_goal(unit, part, "", False) for unit, part in zip(units, parts, strict=True)]

    def _joined(
        self, entry: Entry, task: Traced, words: TaskWords, goals: list[tuple[HeadColumn, GridCell]], indicator: bool
    ) -> TaskWords:
        if indicator:
            words = TaskWords(task.strip(" 。；;"), kind=Kind.TARGET)
        measure = words.text.text
        cell = entry.first(Role.UNIT)
        for column, goal in goals:
            if goal.text.text in measure:
                continue
            printed = cell.text if cell is not None and is_figure(goal.text.text) else None
            unit = printed.text if printed else unit_in(measure) or unit_in(column.words)
            words = self._with_goal(words, goal.text, unit, indicator, printed)
        return words

    def _with_goal(
        self, words: TaskWords, goal: Traced, unit: str, indicator: bool, printed: Traced | None = None
    ) -> TaskWords:
        """"measure goal" joined by one space, with the numbers and times of both."""
        goal = goal.strip(" 。；;\n")
        timings = tuple(find_timings(goal.text, self.context))
        found = goal_targets(words.text.text, goal.text, unit, timings, english=self.english)
        due = next((t for t in timings if t.due is not None), None)
        every = next((t.cadence for t in timings if t.cadence is not None), None)
        shown = Traced.concat([goal, printed]) if printed else goal
        cadence = words.cadence if words.cadence is not Cadence.ONCE or every is None else every
        kind = words.kind
        if indicator:
            kind = Kind.TARGET
        return replace(
            words,
            text=Traced.concat([words.text, Traced.inserted(" "), shown]),
            targets=(*words.targets, *((match, goal) for match in found)),
            due=words.due or due,
            cadence=cadence,
            kind=kind,
        )

    # who, until when

    def _commitment(
        self, entry: Entry, path: tuple[str, ...], words: TaskWords, column: HeadColumn | None
    ) -> Commitment:
        parties = self._row_parties(entry, words)
        cadence, due, found = self._time(entry, words, column)
        kind = words.kind
        if kind is Kind.ACTION and cadence is Cadence.STANDING:
            kind = Kind.STANDING
        return Commitment(
            quote=words.text.text,
            spans=words.text.spans(),
            path=path,
            owner=parties.owner,
            partners=parties.partners,
            leader=parties.leader,
            due=due.due if due else None,
            cadence=cadence,
            targets=tuple(_traced(match.target, text, match.start, match.end) for match, text in words.targets),
            kind=kind,
            found={**parties.found, **found},
            remarks=due.remarks if due else (),
        )

    def _time(
        self, entry: Entry, words: TaskWords, column: HeadColumn | None
    ) -> tuple[Cadence, Timing | None, dict[str, Found]]:
        own = Found(How.OWN_WORDS, words.text.spans())
        if words.cadence is not Cadence.ONCE:
            return words.cadence, words.due, {"cadence": own} | ({"due": own} if words.due else {})
        if words.due is not None:
            return Cadence.ONCE, words.due, {"due": own}
        for timing, place in self._times_around(entry, column):
            if timing.cadence is not None:
                return timing.cadence, None, {"cadence": place}
            return Cadence.ONCE, timing, {"due": place}
        return Cadence.ONCE, None, {}

    def _times_around(self, entry: Entry, column: HeadColumn | None) -> Iterator[tuple[Timing, Found]]:
        if column is not None and (timing := self._cell_timing(column.period)):
            yield timing, Found(How.COLUMN, column.cell.text.spans())
        for _, cell in entry.of(Role.FREQUENCY, Role.DUE):
            if timing := self._cell_timing(cell.text.text):
                yield timing, Found(How.CELL, cell.text.spans())
        for head in entry.head.of(Role.DETAIL, Role.TASK, Role.GOAL):
            if re.search(r"[前底内]|by |before ", head.words) and (timing := self._cell_timing(head.words)):
                yield timing, Found(How.COLUMN, head.cell.text.spans())

    def _cell_timing(self, text: str) -> Timing | None:
        if text not in self._timings:
            self._timings[text] = parse_due_cell(text, self.context)
        return self._timings[text]

    def _read_parties(self, text: str) -> Parties:
        if text not in self._parties:
            if self.english:
                english = read_english_parties(text)
                self._parties[text] = Parties(english.owner, english.partners, english.leader)
            else:
                self._parties[text] = read_parties(text)
        return self._parties[text]

    def _row_parties(self, entry: Entry, words: TaskWords) -> _RowParties:
        number = entry.first(Role.NUMBER)
        label = _number(number.text.text) if number is not None else None
        owner, names = words.owner, list(words.partners)
        found: dict[str, Found] = {"owner": Found(How.OWN_WORDS, words.text.spans())} if owner else {}
        leader = None
        lists = False
        for column, cell in entry.of(Role.LEAD, Role.BODY, Role.PARTNERS, Role.LEADER):
            place = Found(How.CELL, cell.text.spans())
            if column.role is Role.LEADER:
                leader, found["leader"] = _person(cell.text.text), place
                continue
            parties = self._read_parties(cell.text.text).share_of(label, words.text.text)
            listed = [name for name in (parties.owner, *parties.partners) if name]
            if column.role is not Role.PARTNERS and not lists:
                lists = True
                if words.owner is not None and parties.owner != words.owner:
                    continue
                if owner is None and parties.owner:
                    owner, found["owner"] = parties.owner, place
            if len(listed) > (listed[:1] == [owner]):
                found.setdefault("partners", place)
            names += listed
            leader = leader or parties.leader
        partners = tuple(dict.fromkeys(name for name in names if name != owner))
        return _RowParties(owner, partners, leader, found)


def _belongs(task: GridCell | None, goal: GridCell) -> bool:
    """A goal that spans more rows than the task is the goal of a group."""
    return task is None or goal.row_span <= task.row_span


def _number(text: str) -> str:
    number = re.sub(r"^(\d+)\.0$", r"\1", text.strip())
    return number.rstrip(".、．")


def _person(text: str) -> str:
    """The first of several names; a title with a name stays whole."""
    names = [name for name in re.split(r"[、,，;；\n]+", text.strip()) if name.strip()]
    plain = all(len(re.sub(r"\s", "", name)) <= 4 for name in names) if not text.isascii() else True
    return names[0].strip() if plain and names else " ".join(text.split())


def _traced(target: Target, text: Traced, start: int, end: int) -> Target:
    return replace(target, spans=text.spans(start, end))
