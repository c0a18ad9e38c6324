"""The forms that a label of the outline can have, and how they nest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Form(Enum):
    """A form of label with its ``rank`` (who stands under whom) and its ``level`` in the outline.

    GB/T 9704 numbers 一、（一）1.（1）; regulations add 编, 章, 节, 条; English papers
    add words with a number, letters and Roman numbers.
    """

    APPENDED = (0.0, 1)
    PART = (1.0, 1)
    CHAPTER = (2.0, 1)
    NAMED = (2.5, 1)
    SECTION = (3.0, 2)
    ARTICLE = (4.0, 3)
    UNNUMBERED = (5.0, 1)
    HAN = (5.1, 1)
    ROMAN = (5.2, 1)
    HAN_BRACKETED = (6.0, 2)
    CAPITAL = (6.1, 2)
    ARABIC = (7.0, 3)
    DOTTED = (8.0, 3)
    SMALL = (9.0, 2)
    ARABIC_BRACKETED = (10.0, 4)
    ARABIC_HALF = (11.0, 4)
    SMALL_BRACKETED = (11.1, 2)
    ROMAN_BRACKETED = (11.2, 4)
    CAPITAL_BRACKETED = (11.3, 2)
    CIRCLED = (12.0, 4)

    def __init__(self, rank: float, level: int) -> None:
        self.rank = rank
        self.level = level


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a paragraph.

    ``text`` is what goes into path and outline, ``end`` where the words after it
    begin, ``number`` its place in a series (0 if it has none), ``word`` the noun of
    an English one (goal), ``depth`` the number of parts of 1.2.3.
    """

    form: Form
    text: str
    end: int
    number: int = 0
    word: str = ""
    depth: int = 1

    def is_series_of(self, other: Label) -> bool:
        """Whether both labels are of one series (一 and 二, 1.1 and 1.2, Goal 1 and Goal 2)."""
        return self.form is other.form and self.word == other.word and self.depth == other.depth

    @property
    def rank(self) -> float:
        """Smaller stands above; 1.2.3 stands under 1.2."""
        return self.form.rank if self.depth == 1 else self.form.rank + 0.05 * (self.depth - 1)

    @property
    def level(self) -> int:
        """The level in the outline; a numbered step below a goal (Objective 1.2) is 2."""
        return 2 if self.form is Form.NAMED and self.depth > 1 else self.form.level
