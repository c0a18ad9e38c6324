"""The labels and headings that are open at a point of the text."""

from __future__ import annotations

from dataclasses import dataclass

from luoshi_core.reading.labels import Form, Label
from luoshi_core.reading.model import Heading
from luoshi_core.reading.traced import Traced

_SIDE_BY_SIDE = frozenset({Form.NAMED, Form.SMALL_BRACKETED, Form.ROMAN_BRACKETED, Form.CAPITAL_BRACKETED})
"""Forms of which one may stand under another in any order (goal, objective, action; (a), (1), (A))."""


@dataclass(slots=True)
class Step:
    """One open label.

    ``words`` is what it adds to a path, ``level`` the heading level that the format
    gave, ``leads`` whether its paragraph opens with a short sentence. ``earlier`` counts
    those of its series before it, ``items`` says that labels stand below it, ``parted``
    that an unnumbered heading stands below it or one of those.
    """

    label: Label
    words: str
    heading: Heading | None = None
    heading_words: Traced | None = None
    level: int | None = None
    leads: bool = False
    earlier: int = 0
    items: bool = False
    parted: bool = False


class Trail:
    """The open labels, outermost first, with the path and headings they make."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._refresh()

    def number(self, form: Form) -> int:
        """The number of the open label of this form, 0 if there is none."""
        return next((step.label.number for step in reversed(self._steps) if step.label.form is form), 0)

    def sibling_is_heading(self, label: Label) -> bool:
        """Whether the label before this one in its series opened a heading."""
        return any(step.heading is not None and step.label.is_series_of(label) for step in self._steps)

    def sibling_leads(self, label: Label) -> bool:
        """Whether the paragraph of the label before this one in its series opened with a short sentence."""
        return any(step.leads and step.label.is_series_of(label) for step in self._steps)

    def enter(self, step: Step) -> None:
        """Close what does not hold the new label, and open it."""
        depth = self._depth_for(step)
        before = next((s for s in self._steps[depth:] if s.label.is_series_of(step.label)), None)
        if before is not None:
            step.earlier, step.parted = before.earlier + 1, before.parted
        for holder in self._steps[:depth]:
            holder.items |= step.label.form is not Form.UNNUMBERED
            holder.parted |= step.label.form is Form.UNNUMBERED
        del self._steps[depth:]
        self._steps.append(step)
        self._refresh()

    def add_words(self, words: Traced) -> None:
        """More words of the innermost heading (a line below it that says who is responsible)."""
        last = self._steps[-1]
        last.heading_words = Traced.concat([last.heading_words, words]) if last.heading_words else words
        self._refresh()

    def __len__(self) -> int:
        return len(self._steps)

    def cut_back(self, length: int) -> None:
        """Close all but the first ``length`` labels."""
        del self._steps[length:]
        self._refresh()

    def _depth_for(self, step: Step) -> int:
        label = step.label
        if label.form is Form.UNNUMBERED:
            if step.level is not None:
                return self._depth_by_level(step.level)
            if (ended := self._ended_series()) is not None:
                return ended
        for i, open_step in enumerate(self._steps):
            if open_step.label.is_series_of(label):
                return i
        return next(
            (i for i, open_step in enumerate(self._steps) if self._closes(label, open_step.label)), len(self._steps)
        )

    @staticmethod
    def _closes(label: Label, above: Label) -> bool:
        """Whether ``label`` ends what stands under ``above``."""
        if label.form in _SIDE_BY_SIDE and above.form in _SIDE_BY_SIDE and label.depth >= above.depth:
            return False
        return above.rank >= label.rank or (label.form is Form.NAMED and above.form is Form.UNNUMBERED)

    def _ended_series(self) -> int | None:
        """Where a named series (Goal 1, Goal 2 …) is at its end when an unnumbered heading comes.

        No member had such headings before its items, so this one stands beside them: Money, after Goal 3.
        """
        return next(
            (
                i
                for i, step in enumerate(self._steps)
                if step.label.form is Form.NAMED and step.heading and step.earlier and step.items and not step.parted
            ),
            None,
        )

    def _depth_by_level(self, level: int) -> int:
        for i, step in enumerate(self._steps):
            if (step.label.rank >= Form.UNNUMBERED.rank) if step.level is None else (step.level >= level):
                return i
        return len(self._steps)

    def _refresh(self) -> None:
        self.path = tuple(step.words for step in self._steps)
        headed = [step for step in self._steps if step.heading is not None]
        self.headings = tuple(step.heading for step in headed if step.heading is not None)
        self.heading_words = tuple(step.heading_words or Traced.inserted("") for step in headed)
