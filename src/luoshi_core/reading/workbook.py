"""What was found as a workbook: a title row, a head that stays in sight, one row a commitment."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

from luoshi_core.reading.model import Cadence, Commitment, Document, Kind, Target

Words = dict[str, str]

COLUMNS: tuple[tuple[str, str, int], ...] = (
    ("序号", "No.", 6),
    ("文件", "Document", 26),
    ("条目", "Item", 12),
    ("任务事项（原文）", "Commitment (exact words)", 60),
    ("责任单位", "Owner", 20),
    ("配合单位", "Partners", 22),
    ("责任领导", "Leader", 10),
    ("完成时限", "Due", 12),
    ("频次", "Cadence", 9),
    ("目标值", "Targets", 30),
    ("类型", "Kind", 9),
    ("重复于", "Repeats no.", 9),
    ("待补充", "Still missing", 18),
)
CADENCE: dict[Cadence, tuple[str, str]] = {
    Cadence.ONCE: ("一次", "once"),
    Cadence.DAILY: ("每日", "daily"),
    Cadence.WEEKLY: ("每周", "weekly"),
    Cadence.MONTHLY: ("每月", "monthly"),
    Cadence.QUARTERLY: ("每季度", "quarterly"),
    Cadence.YEARLY: ("每年", "yearly"),
    Cadence.STANDING: ("长期", "standing"),
}
KIND: dict[Kind, tuple[str, str]] = {
    Kind.ACTION: ("行动", "action"),
    Kind.TARGET: ("指标", "target"),
    Kind.PROHIBITION: ("禁止", "prohibition"),
    Kind.STANDING: ("长期事项", "standing"),
}
MISSING: dict[str, tuple[str, str]] = {"owner": ("责任单位", "owner"), "due": ("时限或频次", "due date or cadence")}


def write_workbook(documents: Iterable[Document], stream: IO[bytes], *, language: str = "zh") -> None:
    """Write an .xlsx into ``stream``.

    Words are written as words, so that nothing a document says is taken for a formula.
    """
    import xlsxwriter

    en = int(language.startswith("en"))
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        sheet = book.add_worksheet(("任务事项", "Commitments")[en])
        cell = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "border_color": "#b8c0c2"})
        head = book.add_format({"bold": True, "bg_color": "#eef3f2", "border": 1, "text_wrap": True})
        day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "border": 1, "border_color": "#b8c0c2"})
        title = book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"})
        sheet.merge_range(0, 0, 0, len(COLUMNS) - 1, ("任务事项清单", "List of commitments")[en], title)
        sheet.set_row(0, 30)
        for column, names in enumerate(COLUMNS):
            sheet.set_column(column, column, names[2])
            sheet.write_string(1, column, names[en], head)
        row = 2
        for document in documents:
            first = row - 1
            for number, commitment in enumerate(document.commitments):
                _write_row(sheet, row, _values(document, commitment, first, first + number, en), cell, day)
                row += 1
        sheet.freeze_panes(2, 4)
        sheet.autofilter(1, 0, max(row - 1, 1), len(COLUMNS) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0, 1)


def _values(document: Document, commitment: Commitment, first: int, number: int, en: int) -> list[Any]:
    separator = "; " if en else "；"
    repeats = None if commitment.duplicate_of is None else first + commitment.duplicate_of
    return [
        number,
        document.title,
        " ".join(commitment.path),
        commitment.quote,
        commitment.owner,
        "、".join(commitment.partners) if not en else ", ".join(commitment.partners),
        commitment.leader,
        commitment.due,
        CADENCE[commitment.cadence][en],
        separator.join(target_words(target) for target in commitment.targets),
        KIND[commitment.kind][en],
        repeats,
        separator.join(MISSING[name][en] for name in commitment.missing),
    ]


def target_words(target: Target) -> str:
    """A target as a person reads it: 农村自来水普及率 ≥ 95%."""
    signs = {">=": "≥ ", "<=": "≤ ", "=": "= ", "+%": "+", "-%": "−", "x": "× "}
    value = f"{target.value:g}" if abs(target.value) < 1e6 else f"{target.value:,.0f}"
    return f"{target.measure} {signs[target.op.value]}{value}{target.unit}".strip()


def _write_row(sheet: Any, row: int, values: list[Any], cell: Any, day: Any) -> None:
    for column, value in enumerate(values):
        if value is None or value == "":
            sheet.write_blank(row, column, None, cell)
        elif isinstance(value, int):
            sheet.write_number(row, column, value, cell)
        elif isinstance(value, str):
            sheet.write_string(row, column, value, cell)
        else:
            sheet.write_datetime(row, column, value, day)
