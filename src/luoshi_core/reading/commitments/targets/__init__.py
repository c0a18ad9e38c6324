"""Numbers in a sentence that somebody will check, Chinese or English."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi_core.reading.commitments.targets.chinese import find_chinese_targets
from luoshi_core.reading.commitments.targets.english import find_english_targets
from luoshi_core.reading.commitments.targets.types import TargetMatch
from luoshi_core.reading.commitments.timing.types import Timing

__all__ = ["TargetMatch", "find_targets"]


def find_targets(text: str, timings: Sequence[Timing] = (), english: bool = False) -> list[TargetMatch]:
    """Every number that the words will be checked on, left to right; numbers inside ``timings`` are none.

    A range (3—5个) gives two targets, at least the lower and at most the upper end.
    """
    return find_english_targets(text, timings) if english else find_chinese_targets(text, timings)
