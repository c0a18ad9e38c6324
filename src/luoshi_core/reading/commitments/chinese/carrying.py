"""What one unit of a sentence hands on to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from luoshi_core.reading.commitments.chinese.clauses import Clause
from luoshi_core.reading.commitments.chinese.drafts import Draft
from luoshi_core.reading.commitments.chinese.splitting import Unit
from luoshi_core.reading.commitments.chinese.subjects import Subject
from luoshi_core.reading.commitments.chinese.tense import is_past, is_wanted, looks_ahead
from luoshi_core.reading.commitments.timing import Timing


class Carry:
    """The subject, the deadline, and that the sentence tells of the past."""

    def __init__(self, today: dt.date | None, subject: Subject | None) -> None:
        self._today = today
        self._subject = subject
        self._due: Timing | None = None
        self._past = False
        self._condition = False
        #: Who helps, for each body that leads and those behind it.
        self.helpers: list[tuple[str, ...]] = [()]

    def lead_in(self, timings: Iterable[Timing]) -> None:
        """A deadline in the words before the first unit, which are left out."""
        self._due = next((timing for timing in timings if timing.due), None)

    def enter(self, clause: Clause) -> None:
        """Before a unit: a deadline and a condition do not pass a semicolon."""
        if clause.stop and clause.stop in "；;":
            self._due, self._condition = None, False

    def hand_on(self, draft: Draft, unit: Unit) -> None:
        """Complete a unit from those before it and remember it for those behind it."""
        self._give_subject(draft, unit)
        if self._condition and draft.due is None and draft.every is None:
            draft.stands = True
        self._condition |= draft.condition
        if draft.due is None and draft.every is None and not draft.stands and self._due:
            draft.due, draft.due_carried = self._due, True
        elif draft.due and draft.due.due and not draft.forbids:
            self._due = draft.due
        self._tell_time(draft)

    def _give_subject(self, draft: Draft, unit: Unit) -> None:
        named = [c.subject for c in unit if c.subject]
        subject = next((s for s in named if s.leads), named[0]) if named else None
        before = self._subject
        if subject and before and subject.owner != before.owner and (subject.leads or unit[0].stop in "；;"):
            self.helpers.append(())
        for clause in unit:
            if clause.helpers:
                self.helpers[-1] = (*self.helpers[-1], *clause.helpers)
        if subject:
            draft.subject = self._subject = subject
            draft.partners = (*subject.partners, *subject.helpers)
            if subject.leads and subject.helpers:
                self.helpers[-1] = (*self.helpers[-1], *subject.helpers)
        elif self._subject:
            draft.subject, draft.carried = self._subject, True
            draft.partners = self._subject.partners
        draft.partners = (*draft.partners, *(name for clause in unit for name in clause.joined))

    def _tell_time(self, draft: Draft) -> None:
        due = draft.due.due if draft.due and not draft.due_carried else None
        ahead = bool(due and (self._today is None or due >= self._today))
        gone = due is not None and not ahead and not draft.forbids
        if is_past(draft.words, ahead) or (gone and not is_wanted(draft.words)):
            self._past = True
        elif self._past and (ahead or draft.forbids or looks_ahead(draft.words)):
            self._past = False
        draft.past = self._past
