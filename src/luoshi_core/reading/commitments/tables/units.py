"""The content cells of a row -> units: tasks, tasks with their goals, indicators with a value for each year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.chinese.kinds import only_reaches
from luoshi_core.reading.commitments.english.kind import raises_indicator
from luoshi_core.reading.commitments.tables.goals import goal_targets, is_figure, says_how_far, unit_in
from luoshi_core.reading.commitments.tables.head import HeadColumn
from luoshi_core.reading.commitments.tables.roles import Role
from luoshi_core.reading.commitments.tables.rows import Entry
from luoshi_core.reading.commitments.tables.stages import says_itself
from luoshi_core.reading.commitments.tables.words import TaskReader, TaskWords, items_of
from luoshi_core.reading.commitments.targets import TargetMatch
from luoshi_core.reading.commitments.timing import Timing, find_timings
from luoshi_core.reading.model import Cadence, Kind
from luoshi_core.reading.passages import GridCell
from luoshi_core.reading.traced import Traced

Goals = Sequence[tuple[HeadColumn, GridCell]]


class UnitReader:
    """Reads the content cells of one table."""

    def __init__(self, context: PlanContext, *, english: bool) -> None:
        self._context = context
        self._english = english
        self._tasks = TaskReader(context, english=english)
        self._times: dict[str, tuple[Timing, ...]] = {}

    def read(self, entry: Entry) -> Iterator[tuple[TaskWords, HeadColumn | None]]:
        """The units of an entry, each with the column whose head dates it."""
        task, indicator = _task_cell(entry)
        measure = next((cell for _, cell in reversed(entry.of(Role.INDICATOR))), None)
        if task is not None and measure is not None and not indicator:
            yield from ((words, None) for words in self._tasks.read(task.text))
            task, indicator = measure, True
        goals = [(c, cell) for c, cell in entry.of(Role.GOAL) or entry.of(Role.SCOPE) if _belongs(task, cell)]
        dated = [goal for goal in goals if goal[0].period]
        if sum(bool(column.period) for column in entry.head.of(Role.GOAL)) < 2 or not dated:
            yield from ((words, None) for words in self._with_goals(entry, task, goals, indicator))
            return
        for goal in dated:
            for words in self._of_stage(entry, task, goal, indicator):
                yield words, goal[0]

    def _of_stage(
        self, entry: Entry, task: GridCell | None, goal: tuple[HeadColumn, GridCell], indicator: bool
    ) -> list[TaskWords]:
        """What is to be done or reached in one quarter, month or year: it stands alone where it says so itself."""
        words = goal[1].text
        stage = not is_figure(words.text)
        if stage and task is not None and not indicator:
            units = self._tasks.read(words)
            if len(units) > 1 or says_itself(words.text, task.text.text, english=self._english):
                return units
        return self._with_goals(entry, task, [goal], indicator, stage=stage)

    def _with_goals(
        self, entry: Entry, task: GridCell | None, goals: Goals, indicator: bool, *, stage: bool = False
    ) -> list[TaskWords]:
        """A task with its goals; the goal of one stage stands for the numbers of the whole task."""
        if task is None:
            return [words for _, cell in goals for words in self._tasks.read(cell.text)]
        if indicator:
            return [self._measure(entry, task, goals)] if goals else []
        units = self._tasks.read(task.text)
        if not goals:
            return units
        if len(units) > 1:
            return self._paired(units, task, goals)
        words = units[0]
        for column, goal in goals:
            unit = unit_in(task.text.text) or unit_in(column.words)
            words = self._joined(replace(words, targets=()) if stage else words, goal.text, unit)
        return [words]

    def _measure(self, entry: Entry, task: GridCell, goals: Goals) -> TaskWords:
        """An indicator with its value; a bare figure is followed by the unit that stands beside it."""
        words = TaskWords(task.text.strip(" 。；;"), kind=Kind.TARGET)
        cell = entry.first(Role.UNIT)
        for column, goal in goals:
            unit = cell.text.text if cell is not None else unit_in(task.text.text) or unit_in(column.words)
            shown = cell.text if cell is not None and goal.text.text[-1:].isdigit() else None
            words = self._joined(words, goal.text, unit, shown)
        return words

    def _paired(self, units: list[TaskWords], task: GridCell, goals: Goals) -> list[TaskWords]:
        """Numbered tasks beside as many numbered goals go together one by one."""
        parts = items_of(goals[0][1].text) if len(goals) == 1 else []
        if len(parts) != len(units) or len(items_of(task.text)) != len(units):
            return units
        return [self._joined(unit, part, "") for unit, (_, part) in zip(units, parts, strict=True)]

    def _times_of(self, goal: str) -> tuple[Timing, ...]:
        """The times in a goal cell; goals repeat from row to row."""
        known = self._times.get(goal)
        if known is None:
            known = () if is_figure(goal) else tuple(find_timings(goal, self._context))
            self._times[goal] = known
        return known

    def _joined(self, words: TaskWords, goal: Traced, unit: str, shown: Traced | None = None) -> TaskWords:
        """Measure and goal joined by one space, with the numbers and times of both."""
        goal = goal.strip(" 。；;\n")
        if goal.text in words.text.text:
            return words
        timings = self._times_of(goal.text)
        found = goal_targets(words.text.text, goal.text, unit, timings, english=self._english)
        joined = Traced.concat([words.text, Traced.inserted(" "), goal, *((shown,) if shown else ())])
        plain = words.kind is Kind.ACTION or (self._english and words.kind is Kind.STANDING)
        reaches = plain and self._reaches(words.text.text, goal.text, found)
        cadence = Cadence.ONCE if reaches and words.cadence is Cadence.STANDING else words.cadence
        every = next((t.cadence for t in timings if t.cadence is not None), None)
        return replace(
            words,
            text=joined,
            kind=Kind.TARGET if reaches else words.kind,
            targets=(*words.targets, *((match, goal) for match in found)),
            due=words.due or next((t for t in timings if t.due is not None), None),
            cadence=every if every is not None and cadence is Cadence.ONCE else cadence,
        )

    def _reaches(self, task: str, goal: str, found: Sequence[TargetMatch]) -> bool:
        """Whether task and goal together only say that an indicator comes to a value."""
        if self._english:
            return raises_indicator(task, (match.target for match in found))
        return says_how_far(task, goal) or (is_figure(goal) and only_reaches(_said(task, goal)))


def _task_cell(entry: Entry) -> tuple[GridCell | None, bool]:
    """The cell that says what is to be done, and whether it names an indicator."""
    for roles, indicator in (((Role.DETAIL,), False), ((Role.TASK,), False), ((Role.INDICATOR,), True)):
        cells = entry.of(*roles)
        if cells:
            return cells[-1][1], indicator
    return None, False


def _said(measure: str, figure: str) -> str:
    """A measure and its figure as a sentence would say them."""
    return f"{measure.partition('（')[0]}达到{figure}%"


def _belongs(task: GridCell | None, goal: GridCell) -> bool:
    """A goal that spans more rows than the task is the goal of a group."""
    return task is None or goal.row_span <= task.row_span
