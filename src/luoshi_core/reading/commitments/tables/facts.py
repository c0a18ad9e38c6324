"""What the cells of a row say about who answers for its task and until when."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.chinese.bodies import is_body
from luoshi_core.reading.commitments.chinese.inheritance import duty_of_heading
from luoshi_core.reading.commitments.chinese.owners import Parties, read_parties
from luoshi_core.reading.commitments.english.parties import read_english_parties
from luoshi_core.reading.commitments.english.sources import heading_due, heading_sources
from luoshi_core.reading.commitments.tables.head import HeadColumn
from luoshi_core.reading.commitments.tables.roles import Role
from luoshi_core.reading.commitments.tables.rows import Entry
from luoshi_core.reading.commitments.timing import Timing, parse_due_cell
from luoshi_core.reading.model import Found, How
from luoshi_core.reading.passages import GridCell, Passage

T = TypeVar("T")

_DATED_HEAD = re.compile(r"[前底末内]|\b(?:by|before|until)\b", re.IGNORECASE)
_GAP = re.compile(r"\s+")
_TITLED = re.compile(r"长$|书记|主任|主席|委员|常委|领导|director|mayor|member|officer|chief|head", re.IGNORECASE)


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
        self._parties: dict[str, Parties] = {}
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
            parties = self.parties(cell.text.text)
            lists.append(Listed(parties, found, column.role is not Role.PARTNERS))
            if parties.leader and leader is None:
                leader = parties.leader, found
        if not any(item.leads for item in lists):
            lists += self._office_of_person(entry) or self._above
        return RowFacts(tuple(lists), leader, self._times(entry))

    def _office_of_person(self, entry: Entry) -> list[Listed]:
        """A person column that names offices, where no column names bodies."""
        cells = [cell for _, cell in entry.of(Role.PERSON) if _TITLED.search(cell.text.text.strip())]
        return [Listed(self.parties(cell.text.text), _in_cell(cell), True) for cell in cells[:1]]

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

    def parties(self, text: str) -> Parties:
        """What a cell says about who is answerable."""
        return _remembered(self._parties, text, _english_parties if self._english else _chinese_parties)


def _remembered(known: dict[str, T], text: str, read: Callable[[str], T]) -> T:
    if text not in known:
        known[text] = read(text)
    return known[text]


def _chinese_parties(text: str) -> Parties:
    return read_parties(names_on_one_line(text))


def names_on_one_line(text: str) -> str:
    """Names in a narrow cell put together again: a line or gap parts two names only behind a whole name."""
    if _GAP.search(text) is None:
        return text
    pieces = _GAP.split(text.strip())
    joined = pieces[0]
    for piece in pieces[1:]:
        apart = joined[-1:] not in "、，,；;：:（(" and piece[:1] not in "、，,；;）)" and _ends_name(joined, piece)
        joined += f"、{piece}" if apart else piece
    return joined


def _ends_name(words: str, following: str) -> bool:
    last = re.split("[、，,；;：:]", words)[-1]
    return is_body(last) and len(last) > 2 and is_body(re.split("[、，,；;：:（(]", following)[0])


def _english_parties(text: str) -> Parties:
    found = read_english_parties(text)
    return Parties(found.owner, found.partners, found.leader)


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


def person_in(text: str) -> str:
    """The first of several names; a name with its titles stays whole."""
    names = [name.strip() for name in re.split(r"[、,，;；\n/]+", text) if name.strip()]
    if len(names) > 1 and not _TITLED.search(names[0]):
        return names[0]
    return " ".join(text.split())
