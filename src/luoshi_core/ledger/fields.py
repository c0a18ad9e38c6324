"""The columns of an office's ledger: their names, groups and widths, and what a value of each is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NamedTuple

from luoshi_core.ledger.words import normal_text
from luoshi_core.reading import Target


class Field(StrEnum):
    """A column of the ledger."""

    NUMBER = "number"
    DOCUMENT = "document"
    PATH = "path"
    QUOTE = "quote"
    OWNER = "owner"
    PARTNERS = "partners"
    LEADER = "leader"
    DUE = "due"
    CADENCE = "cadence"
    TARGETS = "targets"
    KIND = "kind"
    BENEFICIARY = "beneficiary"
    CHANGE = "change"
    BASELINE = "baseline"
    EVIDENCE = "evidence"
    CHECKER = "checker"
    STATE = "state"
    MISSING = "missing"
    KEY = "key"
    REVISION = "revision"


COMPUTED = frozenset({Field.STATE, Field.MISSING})
"""Fields that luoshi computes: written into the ledger, never taken from it."""

HIDDEN = frozenset({Field.KEY, Field.REVISION})
"""Fields in hidden columns: what a row is known again by. They are no part of ``values``."""


class Column(NamedTuple):
    """How a field stands in the ledger: Chinese and English head, width in characters, group of the head."""

    zh: str
    en: str
    width: int
    group: str = ""

    def head(self, language: str) -> str:
        """The words over the column."""
        return self.en if language.startswith("en") else self.zh


GROUPS: dict[str, tuple[str, str]] = {
    "basis": ("依据", "Basis"),
    "duty": ("责任", "Responsibility"),
    "time": ("时限", "Time"),
    "check": ("可核验", "How it is checked"),
}
COLUMNS: dict[Field, Column] = {
    Field.NUMBER: Column("序号", "No.", 6),
    Field.DOCUMENT: Column("文件", "Document", 20, "basis"),
    Field.PATH: Column("条目", "Item", 10, "basis"),
    Field.QUOTE: Column("任务事项", "Commitment", 46),
    Field.OWNER: Column("责任单位", "Owner", 15, "duty"),
    Field.PARTNERS: Column("配合单位", "Partners", 17, "duty"),
    Field.LEADER: Column("责任领导", "Leader", 9, "duty"),
    Field.DUE: Column("完成时限", "Due", 11, "time"),
    Field.CADENCE: Column("频次", "Cadence", 9, "time"),
    Field.TARGETS: Column("目标值", "Targets", 24),
    Field.KIND: Column("类型", "Kind", 9),
    Field.BENEFICIARY: Column("受益对象", "For whom", 14, "check"),
    Field.CHANGE: Column("可观察的变化", "Change to be seen", 20, "check"),
    Field.BASELINE: Column("基线", "Baseline", 14, "check"),
    Field.EVIDENCE: Column("佐证类型", "Evidence", 12, "check"),
    Field.CHECKER: Column("核查单位", "Checked by", 14, "check"),
    Field.STATE: Column("状态", "State", 9),
    Field.MISSING: Column("待补充", "Still missing", 14),
}
"""Every field that people see, in the order of the ledger."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A commitment on its way into a ledger.

    ``key`` names it for good and ``revision`` says which state of it is written.
    ``values`` holds a ``date`` or None for due, ``Cadence`` and ``Kind`` for cadence
    and kind, tuples of names, ``Target`` and ``EvidenceKind`` for partners, targets
    and evidence, and text for the others; what is left out stays blank.
    """

    key: str
    revision: int
    values: Mapping[Field, Any]


def normal_value(field: Field, value: Any) -> Any:
    """A value as it comes back from a ledger that nobody touched.

    Compare with this what a cell holds: text without the characters that no workbook keeps and without spaces
    around it, names likewise, targets without their places in the source.
    """
    if field is Field.DUE:
        return value.date() if isinstance(value, dt.datetime) else value
    if field is Field.PARTNERS:
        return tuple(name for name in (normal_text(name) for name in value or ()) if name)
    if field is Field.TARGETS:
        return tuple(map(_normal_target, value or ()))
    if field is Field.EVIDENCE:
        return tuple(value or ())
    if field in (Field.CADENCE, Field.KIND):
        return value
    return "" if value is None else normal_text(str(value))


def _normal_target(target: Target) -> Target:
    measure, unit = normal_text(target.measure), normal_text(target.unit)
    return replace(target, measure=measure, unit=unit, value=float(target.value), spans=())
