"""Ledgers on their way into the register."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from ninja import Schema
from pydantic import Field

from luoshi.api.schemas.values import CLEAN, Id, Input, Named, Words, named
from luoshi.register.enums import ImportState, RowKind
from luoshi.register.models import LedgerImport, LedgerRow
from luoshi_core.ledger import HIDDEN
from luoshi_core.ledger import Field as LedgerField

#: most columns of a head and heads of a workbook that are confirmed at once
COLUMNS, HEADS = 1_000, 100
#: most rows of which the file's values are taken
MOST = 20_000
#: what a column may be said to hold
MEANINGS = tuple(str(field) for field in LedgerField if field not in HIDDEN)
if TYPE_CHECKING:
    Meaning: TypeAlias = str
else:
    Meaning = Literal[MEANINGS]


class LedgerOut(Schema):
    """A workbook that was brought in for a register; nothing is changed before it is applied."""

    id: int
    name: str
    keeper: Named = Field(description="the body whose register it goes into")
    by: Named = Field(description="who brought it in")
    state: ImportState = Field(
        description="reading: ask again; mapping: confirm its heads; previewed: look at its rows, then apply it"
    )
    error: str = Field(description="why it cannot be read; empty otherwise")
    is_own: bool = Field(description="whether luoshi exported it, so that its rows are known by their codes")
    counts: dict[str, int] = Field(description="rows of each kind; same: rows that change nothing")
    document: int | None = Field(description="the document that new commitments of somebody else's ledger belong to")
    created_at: dt.datetime
    applied_at: dt.datetime | None


class Column(Schema):
    """A column of somebody else's ledger."""

    letter: str
    head: str
    field: str | None = Field(description="what luoshi takes it for, or what was confirmed; null: kept as a note")
    sure: bool
    samples: list[str] = Field(description="its first cells")


class Head(Schema):
    """The head of a sheet."""

    sheet: str
    signature: str = Field(description="known again by this; confirmed once, it is not asked about again")
    titles: list[str]
    columns: list[Column]
    confirmed: bool


class LedgerDetail(LedgerOut):
    """A ledger with what has to be confirmed."""

    heads: list[Head] = Field(description="heads of somebody else's ledger; empty for one that luoshi exported")


class Cell(Schema):
    """A cell that says something else than the register."""

    cell: str = Field(description="its address in the sheet")
    file: Any = Field(description="what the cell says")
    now: Any = Field(description="what the register says; null for a new commitment")
    base: Any = Field(description="what both started from, where both were changed")
    conflict: bool = Field(description="whether the register was changed, too, since the ledger was exported")


class Fault(Schema):
    """Why a row or a cell of it is not taken, or a note beside a new row."""

    cell: str
    zh: str
    en: str


class LedgerRowOut(Schema):
    """What a row would do; rows that change nothing are only counted."""

    id: int = Field(description="named in `take` when the file's values of a conflict are wanted")
    position: int
    sheet: str
    row: int
    kind: RowKind
    commitment: int | None = Field(description="the one that it would change")
    document: int | None = Field(description="the one that a new commitment would belong to")
    cells: dict[str, Cell]
    faults: list[Fault]


class ConfirmIn(Input):
    """What the columns mean."""

    fields: Annotated[
        dict[
            Annotated[str, Field(max_length=64, pattern=CLEAN)],
            Annotated[list[Meaning | None], Field(max_length=COLUMNS)],
        ],
        Field(min_length=1, max_length=HEADS),
    ] = Field(
        description="signature of a head: the field of each of its columns in order, null for a note; "
        "number, document, path, state and missing are known and not taken"
    )


class AgainIn(Input):
    """With what a ledger is compared anew."""

    document: Id | None = Field(
        None, description="a document of the keeper that somebody else's ledger continues; left out: as before"
    )


class ApplyIn(Input):
    """What is taken over."""

    take: Annotated[list[Id], Field(max_length=MOST)] = Field(
        default=[],
        description="ids of rows in conflict whose values come from the file; of the others the register's stay",
    )
    reason: Words = Field(default="", description="left out: the name of the file")


class AppliedOut(Schema):
    """What taking over did; 0 and 0 for a ledger that was applied before."""

    changed: int
    added: int


def show_ledger(row: LedgerImport) -> LedgerOut:
    """A ledger."""
    return LedgerOut(**_facts(row))


def show_ledger_detail(row: LedgerImport) -> LedgerDetail:
    """A ledger with its heads."""
    return LedgerDetail(**_facts(row), heads=row.sheets)


def _facts(row: LedgerImport) -> dict[str, Any]:
    same = ("name", "state", "error", "is_own", "counts", "created_at", "applied_at")
    facts = {name: getattr(row, name) for name in same}
    by = Named(id=row.person_id, name=row.person.name)
    return {**facts, "id": row.pk, "keeper": named(row.keeper), "by": by, "document": row.document_id}


def show_ledger_row(row: LedgerRow) -> LedgerRowOut:
    """A row of a preview."""
    return LedgerRowOut(
        id=row.pk,
        position=row.position,
        sheet=row.sheet,
        row=row.row,
        kind=RowKind(row.kind),
        commitment=row.commitment_id,
        document=row.document_id,
        cells={name: _cell(cell) for name, cell in row.cells.items()},
        faults=row.faults,
    )


def _cell(cell: dict[str, Any]) -> Cell:
    return Cell(
        cell=cell["cell"],
        file=cell["file"],
        now=cell.get("now"),
        base=cell.get("base"),
        conflict="base" in cell,
    )
