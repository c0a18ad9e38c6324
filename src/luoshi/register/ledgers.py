"""Commitments <-> rows of a ledger (``luoshi_core.ledger``)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from luoshi.register.fields import FIELDS, value_of
from luoshi.register.models import Commitment
from luoshi_core.assessable import PARTS, EvidenceKind
from luoshi_core.ledger import Field, LedgerRow, normal_value
from luoshi_core.reading.model import Cadence, Kind, Operator, Target

#: fields of a ledger that people may change
TAKEN: Final = tuple(Field(name) for name in FIELDS)
RELATED: Final = ("document", "owner", "checker")


def ledger_rows(commitments: Iterable[Commitment], *, english: bool = False) -> Iterator[LedgerRow]:
    """The rows of an export, in the given order."""
    for row in commitments:
        yield LedgerRow(row.code, row.revision, {**written_values(row), **_shown_values(row, english)})


def written_values(row: Commitment) -> dict[Field, Any]:
    """The fields that people may change, as the ledger's values."""
    return {field: _as_cell(field, value_of(row, str(field))) for field in TAKEN}


def _shown_values(row: Commitment, english: bool) -> dict[Field, Any]:
    separator = "; " if english else "；"
    return {
        Field.DOCUMENT: row.document.title,
        Field.PATH: " ".join(row.path),
        Field.STATE: str(row.get_state_display()),
        Field.MISSING: separator.join(PARTS[part][english] for part in row.missing_parts),
    }


def to_cell(field: Field, value: Any) -> Any:
    """A value of ``luoshi.register.fields`` as the ledger's value, the way it comes back from a cell."""
    return normal_value(field, _as_cell(field, value))


def _as_cell(field: Field, value: Any) -> Any:
    if field is Field.DUE:
        return dt.date.fromisoformat(value) if value else None
    if field is Field.CADENCE:
        return Cadence(value)
    if field is Field.KIND:
        return Kind(value)
    if field is Field.TARGETS:
        return tuple(Target(t["measure"], Operator(t["op"]), t["value"], t["unit"]) for t in value)
    if field is Field.EVIDENCE:
        return tuple(EvidenceKind(kind) for kind in value)
    if field is Field.PARTNERS:
        return tuple(value)
    return value


def from_cell(field: Field, value: Any) -> Any:
    """The ledger's value as a value of ``luoshi.register.fields``."""
    if field is Field.DUE:
        return value.isoformat() if value else None
    if field is Field.TARGETS:
        return [_target(target) for target in value or ()]
    if field is Field.EVIDENCE:
        return [str(kind) for kind in value or ()]
    if field is Field.PARTNERS:
        return list(value or ())
    return str(value) if value is not None else ""


def _target(target: Target) -> dict[str, Any]:
    number = target.value
    return {
        "measure": target.measure,
        "op": str(target.op),
        "value": int(number) if number == int(number) else number,
        "unit": target.unit,
    }


def code_parts(code: str) -> tuple[int, int] | None:
    """Document and serial of a commitment's code; None for what is none."""
    document, _, serial = code.partition(".")
    if document.isascii() and document.isdecimal() and serial.isascii() and serial.isdecimal():
        return int(document), int(serial)
    return None


def changed_fields(values: Mapping[Field, Any], base: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What differs between a row of a ledger and what was written into it: ``{field: (written, says now)}``."""
    found = {}
    for field in TAKEN:
        if field in values and values[field] != to_cell(field, base[str(field)]):
            found[str(field)] = (base[str(field)], from_cell(field, values[field]))
    return found
