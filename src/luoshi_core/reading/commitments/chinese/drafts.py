"""Units of a paragraph with what their own sentence says about owner, time and numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from luoshi_core.reading.commitments.chinese.owners import Parties
from luoshi_core.reading.commitments.chinese.subjects import Subject
from luoshi_core.reading.commitments.targets import TargetMatch
from luoshi_core.reading.commitments.timing import Timing


@dataclass(slots=True)
class Bracket:
    """A bracket in a paragraph that says who is responsible, or until when."""

    start: int
    end: int
    parties: Parties
    timings: list[Timing]


@dataclass(slots=True)
class Draft:
    """``text[start:end]`` of a passage, with what the words around it in its sentence say."""

    start: int
    end: int
    words: str
    subject: Subject | None = None
    partners: tuple[str, ...] = ()
    carried: bool = False
    due: Timing | None = None
    due_carried: bool = False
    every: Timing | None = None
    targets: list[TargetMatch] = field(default_factory=list)
    forbids: bool = False
    condition: bool = False
    stands: bool = False
    marked: bool = False
    limits: bool = False
    bracket: Bracket | None = None
    past: bool = False
    year_only: bool = False
    urged: bool = False


@dataclass(slots=True)
class Reading:
    """What a paragraph holds: drafts in reading order and its brackets."""

    drafts: list[Draft]
    brackets: list[Bracket]
