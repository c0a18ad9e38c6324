"""What the cells of a row say about who answers for its task and until when."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.chinese.inheritance import duty_of_heading
from luoshi_core.reading.commitments.chinese.owners import Parties
from luoshi_core.reading.commitments.english.sources import heading_due, heading_sources
from luoshi_core.reading.commitments.tables.head import HeadColumn
from luoshi_core.reading.commitments.tables.names import TITLED, parties_in, person_in, puts_partners_in_brackets
from luoshi_core.reading.commitments.tables.roles import Role
from luoshi_core.reading.commitments.tables.rows import Entry
from luoshi_core.reading.commitments.timing import Timing, parse_due_cell
from luoshi_core.reading.model import Found, How
from luoshi_core.reading.passages import GridCell, Passage

T = TypeVar("T")

_DATED_HEAD = re.compile(r"[前底末内]|\b(?:by|before|until)\b", re.IGNORECASE)
_ANSWERABLE = re.compile(r"(?:^|/)(?:[一-鿿]{0,4}责任人)(?:[（(][^（）()]*[)）])?$")


@dataclass(frozen=True, slots=True)
class Listed:
    """One list of parties and where it stands; ``leads`` says that it may name the owner."""

    parties: Parties
    found: Found
    leads: bool


@dataclass(frozen=True, slots=True)
class RowFacts:
    """Lists of parties (nearest first), the leader, and times with their places (nearest first)."""

    lists: tuple[Listed, ...]
    leader: tuple[str, Found] | None
    times: tuple[tuple[Timing, Found], ...]


class FactsReader:
    """Reads the cells around the tasks of one table; the same words are read once."""

    def __init__(self, passage: Passage, context: PlanContext, *, english: bool) -> None:
        self._context = context
        self._english = english
        self._timings: dict[str, Timing | None] = {}
        self._parties: dict[bool, dict[str, Parties]] = {False: {}, True: {}}
        self._head_times: dict[int, tuple[tuple[Timing, Found], ...]] = {}
        self._above, self._above_times = _of_headings(passage, context, english=english)

    def read(self, entry: Entry) -> RowFacts:
        """The facts of one entry."""
        lists: list[Listed] = []
        leader: tuple[str, Found] | None = None
        for column, cell in entry.of(Role.LEAD, Role.BODY, Role.PARTNERS, Role.LEADER):
            found = _in_cell(cell)
            if column.role is Role.LEADER:
                leader = leader or (person_in(cell.text.text), found)
                continue
            parties = self._parties_in(cell, column)
            lists.append(Listed(parties, found, column.role is not Role.PARTNERS))
            if parties.leader and leader is None:
                leader = parties.leader, found
        if not any(item.leads for item in lists):
            lists += self._office_of_person(entry) or self._above
        return RowFacts(tuple(lists), leader or self._answerable(entry), self._times(entry))

    @staticmethod
    def _answerable(entry: Entry) -> tuple[str, Found] | None:
        """The 责任人 of a ledger of problems, who leads the rectification, where a column of its own names the body."""
        if not entry.head.of(Role.PROBLEM) or not entry.head.of(Role.LEAD, Role.BODY):
            return None
        cells = (cell for column, cell in entry.of(Role.PERSON) if _ANSWERABLE.search(column.words))
        return next(((person_in(cell.text.text), _in_cell(cell)) for cell in cells), None)

    def _office_of_person(self, entry: Entry) -> list[Listed]:
        """A person column that names offices, where no column names bodies."""
        cells = [(c, cell) for c, cell in entry.of(Role.PERSON) if TITLED.search(cell.text.text.strip())]
        return [Listed(self._parties_in(cell, column), _in_cell(cell), True) for column, cell in cells[:1]]

    def _times(self, entry: Entry) -> tuple[tuple[Timing, Found], ...]:
        times = []
        for _, cell in entry.of(Role.FREQUENCY, Role.DUE):
            timing = self.timing(cell.text.text)
            if timing is not None:
                times.append((timing, _in_cell(cell)))
        return (*times, *self._of_head(entry), *self._above_times)

    def _of_head(self, entry: Entry) -> tuple[tuple[Timing, Found], ...]:
        """The deadline that the head of a task column sets."""
        key = id(entry.head)
        if key not in self._head_times:
            columns = entry.head.of(Role.DETAIL, Role.TASK, Role.GOAL)
            self._head_times[key] = tuple(found for column in columns if (found := self.of_column(column)))
        return self._head_times[key]

    def of_column(self, column: HeadColumn) -> tuple[Timing, Found] | None:
        """The time that a head sets: a period of its own (2027年), or a deadline in its words."""
        words = column.period or (column.words if _DATED_HEAD.search(column.words) else "")
        timing = self.timing(words) if words else None
        return (timing, Found(How.COLUMN, column.cell.text.spans())) if timing else None

    def timing(self, text: str) -> Timing | None:
        """What a cell says about time."""
        return _remembered(self._timings, text, lambda words: parse_due_cell(words, self._context))

    def _parties_in(self, cell: GridCell, column: HeadColumn) -> Parties:
        """What a cell says about who is answerable."""
        told = puts_partners_in_brackets(column.words)
        return _remembered(
            self._parties[told],
            cell.text.text,
            lambda words: parties_in(words, english=self._english, partners_bracketed=told),
        )


def _remembered(known: dict[str, T], text: str, read: Callable[[str], T]) -> T:
    if text not in known:
        known[text] = read(text)
    return known[text]


def _in_cell(cell: GridCell) -> Found:
    return Found(How.CELL, cell.text.spans())


def _of_headings(
    passage: Passage, context: PlanContext, *, english: bool
) -> tuple[list[Listed], tuple[tuple[Timing, Found], ...]]:
    """What the headings above the table say, innermost first."""
    if english:
        sources = [(s.parties, s.found) for s in heading_sources(passage)]
        lists = [Listed(Parties(p.owner, p.partners, p.leader), found, True) for p, found in sources if p]
        due = heading_due(passage, context)
        return lists[:1], (due,) if due else ()
    duties = [duty for words in reversed(passage.heading_words) if (duty := duty_of_heading(words, context))]
    lists = [Listed(duty.parties, Found(duty.how, duty.spans), True) for duty in duties if duty.parties]
    times = [(t, Found(duty.how, duty.spans)) for duty in duties if (t := duty.timing) and t.due]
    return lists[:1], tuple(times[:1])


def settle(
    facts: RowFacts, own: str | None, partners: Iterable[str], place: Found, number: str | None, words: str
) -> tuple[str | None, tuple[str, ...], dict[str, Found]]:
    """Owner and partners of one unit: its own words first, then the lists of its row."""
    owner, names = own, list(partners)
    found = {"owner": place} if own else {}
    led = False
    for item in facts.lists:
        parties = item.parties.share_of(number, words) if item.parties.shares else item.parties
        listed = [name for name in (parties.owner, *parties.partners) if name]
        if item.leads and not led:
            led = True
            if owner is not None and parties.owner != owner:
                continue
            if owner is None and parties.owner:
                owner, found["owner"] = parties.owner, item.found
        others = [name for name in listed if name != owner]
        if others:
            found.setdefault("partners", item.found)
            names += others
    return owner, tuple(dict.fromkeys(name for name in names if name != owner)), found
