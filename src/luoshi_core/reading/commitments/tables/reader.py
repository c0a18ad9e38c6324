"""Task tables and ledgers -> commitments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.tables.allocation import deals_out
from luoshi_core.reading.commitments.tables.facts import FactsReader, RowFacts, settle
from luoshi_core.reading.commitments.tables.head import HeadColumn
from luoshi_core.reading.commitments.tables.roles import Role
from luoshi_core.reading.commitments.tables.rows import Entry, entries_of
from luoshi_core.reading.commitments.tables.units import UnitReader
from luoshi_core.reading.commitments.tables.words import TaskWords
from luoshi_core.reading.commitments.timing import Timing
from luoshi_core.reading.header import Header
from luoshi_core.reading.model import Cadence, Commitment, Found, How, Kind
from luoshi_core.reading.passages import Passage


def commitments_of_table(passage: Passage, header: Header, context: PlanContext) -> list[Commitment]:
    """Every commitment of a table, or of the rows of it that a passage names.

    A row gives the units of its task cell; owner, partners, leader and time come
    from its own words, then its cells, then the head of a column, then the headings
    above the table. A merged cell holds for all rows that it covers.
    """
    if passage.grid is None:
        return []
    first, after = passage.rows or (0, passage.grid.rows)
    reader = _TableReader(passage, header, context)
    entries = entries_of(passage.grid, first, after, context.year, deals_out=deals_out(passage, header))
    return [commitment for entry in entries for commitment in reader.read(entry)]


class _TableReader:
    """Reads the entries of one table."""

    def __init__(self, passage: Passage, header: Header, context: PlanContext) -> None:
        self._path = passage.path
        self._units = UnitReader(context, english=header.english)
        self._facts = FactsReader(passage, context, english=header.english)

    def read(self, entry: Entry) -> Iterator[Commitment]:
        """The commitments of one entry."""
        facts = self._facts.read(entry)
        labels = tuple(label for label in entry.labels if label not in self._path)
        number = entry.first(Role.NUMBER)
        own = () if number is None else (_number(number.text.text),)
        path = (*self._path, *labels, *own)
        for words, column in self._units.read(entry):
            inner = (words.label,) if words.label else ()
            yield self._commitment(facts, (*path, *inner), words, column)

    def _commitment(
        self, facts: RowFacts, path: tuple[str, ...], words: TaskWords, column: HeadColumn | None
    ) -> Commitment:
        place = Found(How.OWN_WORDS, words.text.spans())
        number = path[-1] if path else None
        owner, partners, found = settle(facts, words.owner, words.partners, place, number, words.text.text)
        cadence, due = self._time(facts, words, column, place, found)
        if facts.leader is not None:
            found["leader"] = facts.leader[1]
        return Commitment(
            quote=words.text.text,
            spans=place.spans,
            path=path,
            owner=owner,
            partners=partners,
            leader=facts.leader[0] if facts.leader else None,
            due=due.due if due else None,
            cadence=cadence,
            targets=tuple(replace(m.target, spans=text.spans(m.start, m.end)) for m, text in words.targets),
            kind=Kind.STANDING if words.kind is Kind.ACTION and cadence is Cadence.STANDING else words.kind,
            found=found,
            remarks=due.remarks if due else (),
        )

    def _time(
        self, facts: RowFacts, words: TaskWords, column: HeadColumn | None, place: Found, found: dict[str, Found]
    ) -> tuple[Cadence, Timing | None]:
        """Frequency and deadline: own words, the head of a dated column, the cells of the row."""
        if words.cadence is not Cadence.ONCE:
            found["cadence"] = place
            if words.due is not None:
                found["due"] = place
            return words.cadence, words.due
        if words.due is not None:
            found["due"] = place
            return Cadence.ONCE, words.due
        dated = self._facts.of_column(column) if column is not None else None
        for timing, where in (*((dated,) if dated else ()), *facts.times):
            if timing.cadence is not None:
                found["cadence"] = where
                return timing.cadence, None
            found["due"] = where
            return Cadence.ONCE, timing
        return Cadence.ONCE, None


def _number(text: str) -> str:
    """A serial number without its mark; a spreadsheet's 3.0 is 3."""
    number = text.strip().rstrip(".、．")
    return number[:-2] if number.endswith(".0") and number[:-2].isdigit() else number
