"""A .zip of documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from luoshi_core.reading.source import Remark


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Archive:
    """The readable members of an archive, unpacked one at a time."""

    data: bytes
    remarks: tuple[Remark, ...] = ()

    def members(self) -> Iterator[Member]:
        """The files in the archive's order."""
        return iter(())
