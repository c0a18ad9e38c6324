"""A number to be checked, and where it stands."""

from __future__ import annotations

from typing import NamedTuple

from luoshi_core.reading.model import Target


class TargetMatch(NamedTuple):
    """A target and the words ``text[start:end]`` that give it; ``target.spans`` is left to the caller."""

    start: int
    end: int
    target: Target
