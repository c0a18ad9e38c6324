"""Numbers in a sentence that somebody will check."""

from __future__ import annotations

import re
from collections.abc import Sequence

from luoshi_core.reading.commitments.targets_types import TargetMatch
from luoshi_core.reading.commitments.timing_types import Timing
from luoshi_core.reading.model import Operator, Target

__all__ = ["TargetMatch", "find_targets"]

_COUNT = re.compile(r"(\d+(?:\.\d+)?)(万?[家座处名个场次项人册元]|%|公里)")


def find_targets(text: str, timings: Sequence[Timing] = (), english: bool = False) -> list[TargetMatch]:
    """Every number that the words will be checked on; numbers inside ``timings`` are none."""
    found = []
    for match in _COUNT.finditer(text):
        if not any(t.start <= match.start() < t.end for t in timings):
            target = Target("", Operator.EQUAL, float(match[1]), match[2])
            found.append(TargetMatch(match.start(), match.end(), target))
    return found
