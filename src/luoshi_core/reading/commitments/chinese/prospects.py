"""What a sentence may come to, told from its words before they are taken apart.

Most sentences bind nobody. Each rule here leaves out only what `judging.Judge`
would turn down in every unit of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto

from luoshi_core.reading.commitments.chinese.clauses import PROHIBITION
from luoshi_core.reading.commitments.chinese.frames import is_urged
from luoshi_core.reading.commitments.chinese.kinds import keeps_grade
from luoshi_core.reading.commitments.chinese.slogans import opens_as_task
from luoshi_core.reading.commitments.chinese.tense import is_wanted
from luoshi_core.reading.commitments.chinese.verbs import has_concrete_verb, has_verb


class Prospect(Enum):
    """What keeps a sentence in the running: nothing does, only a body or a condition does, or its words do."""

    NONE = auto()
    NEEDS_BODY = auto()
    OPEN = auto()


def prospect_of(words: str, starts: Iterable[int], article: bool) -> Prospect:
    """The prospect of a sentence that holds no number, deadline or frequency; ``starts`` are those of its clauses."""
    if PROHIBITION.search(words):
        return Prospect.OPEN
    if article:
        return Prospect.NEEDS_BODY if has_concrete_verb(words) else Prospect.NONE
    if is_urged(words):
        return Prospect.NONE
    if (
        keeps_grade(words)
        or any(opens_as_task(words, start) for start in starts)
        or (is_wanted(words) and has_concrete_verb(words))
    ):
        return Prospect.OPEN
    return Prospect.NEEDS_BODY if "负责" in words or has_verb(words, 0, len(words)) else Prospect.NONE
