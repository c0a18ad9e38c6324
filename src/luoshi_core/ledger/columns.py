"""The columns of somebody else's ledger and the fields that they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from luoshi_core.ledger.fields import Field

CERTAIN = 1.0
"""The confidence of a head that means nothing else, or that a person confirmed."""


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column with its head words; ``field`` is None for one that is kept as a note.

    ``column`` counts from 0, ``letter`` is its name in the sheet. ``confidence`` goes
    from 0 (not recognised) to 1 (a head that means nothing else).
    """

    column: int
    letter: str
    words: tuple[str, ...]
    field: Field | None
    confidence: float
    role: str | None = None

    @property
    def head(self) -> str:
        """The head words on one line: 责任/牵头单位."""
        return "/".join(self.words)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """A head found in a sheet, and the field of each of its columns.

    ``first`` and ``last`` are its rows as the sheet numbers them. ``signature`` is
    the same for every sheet whose head says the same, wherever it stands: by it a
    confirmed mapping is remembered (``fields``) and applied (``with_fields``).
    """

    sheet: str
    first: int
    last: int
    columns: tuple[MappedColumn, ...]
    titles: tuple[str, ...]
    signature: str
    year: int | None = None

    @property
    def fields(self) -> tuple[Field | None, ...]:
        """The field of each column in their order."""
        return tuple(column.field for column in self.columns)

    @property
    def is_usable(self) -> bool:
        """Whether some column holds the task; without one no row can be read."""
        return Field.QUOTE in self.fields

    def with_fields(self, fields: Sequence[Field | None]) -> ColumnMapping:
        """The mapping as a person confirmed it: one field, or None for a note, for each of ``columns``.

        Raises ``ValueError`` if their number differs.
        """
        pairs = zip(self.columns, fields, strict=True)
        columns = (
            column if field is column.field else replace(column, field=field, confidence=CERTAIN, role=None)
            for column, field in pairs
        )
        return replace(self, columns=tuple(columns))
