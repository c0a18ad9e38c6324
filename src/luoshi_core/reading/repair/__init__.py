"""Damaged text -> whole paragraphs, every character still traced to its place in the source."""

from luoshi_core.reading.repair.pieces import repair

__all__ = ["repair"]
