"""A ledger of our own, written, worked in by people, and read again."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterable
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from core.ledger.sheets import saved
from luoshi_core.assessable import EvidenceKind
from luoshi_core.ledger import Field, LedgerRow, OwnRows, own_rows, read_ledger, write_ledger
from luoshi_core.reading import Cadence, Kind, Operator, Target

VALUES: dict[Field, Any] = {
    Field.DOCUMENT: "关于推进公共文化服务高质量发展的通知",
    Field.PATH: "二、（三）",
    Field.QUOTE: "新建城市书房12座\n服务满意度达到95.5%以上。",
    Field.OWNER: "市文旅局",
    Field.PARTNERS: ("市财政局", "各县（市、区）"),
    Field.LEADER: "张建国",
    Field.DUE: dt.date(2026, 9, 30),
    Field.CADENCE: Cadence.QUARTERLY,
    Field.TARGETS: (
        Target("城市书房", Operator.AT_LEAST, 12.0, "座"),
        Target("满意度", Operator.AT_LEAST, 95.5, "%"),
    ),
    Field.KIND: Kind.TARGET,
    Field.BENEFICIARY: "城区居民",
    Field.CHANGE: "步行十五分钟有书房",
    Field.BASELINE: "现有8座",
    Field.EVIDENCE: (EvidenceKind.RECORD, EvidenceKind.FELT),
    Field.CHECKER: "市政府督查室",
    Field.STATE: "进行中",
    Field.MISSING: "",
}
FIRST = 6
"""The number that the first task has in the sheet."""


def row(key: str, revision: int = 1, **values: Any) -> LedgerRow:
    return LedgerRow(key, revision, VALUES | {Field(name): value for name, value in values.items()})


def written(rows: Iterable[LedgerRow], *, language: str = "zh") -> bytes:
    stream = io.BytesIO()
    write_ledger(
        rows,
        stream,
        title="云岭市重点任务台账",
        keeper="市政府督查室",
        made_on=dt.date(2026, 3, 1),
        language=language,
    )
    return stream.getvalue()


def worked_in(data: bytes, change: Callable[[Worksheet], object]) -> bytes:
    """The file after somebody opened it in another program, changed the sheet and saved."""
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    change(workbook.active)
    return saved(workbook)


def again(data: bytes) -> OwnRows:
    found = own_rows(read_ledger(data))
    assert found is not None
    return found


def column_of(sheet: Worksheet, name: str) -> str:
    """The letter of a column by its name in the hidden row."""
    return next(cell.column_letter for cell in sheet[1] if cell.value == f"luoshi:{name}")
