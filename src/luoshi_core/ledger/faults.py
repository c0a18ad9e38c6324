"""What is wrong in a cell, said so that whoever works in the sheet can mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from luoshi_core.ledger.workbook import LedgerCell, LedgerSheet


@dataclass(frozen=True, slots=True)
class CellFault:
    """A cell whose words cannot be taken over; ``code`` is stable, the sentences are for people."""

    cell: str
    zh: str
    en: str
    code: str = "fault"

    def message(self, language: str = "zh") -> str:
        """One line in ``language`` ("zh" or "en"), led by the address of the cell."""
        return f"{self.cell}: {self.en}" if language.startswith("en") else f"{self.cell}：{self.zh}"


class Reason(StrEnum):
    """Why a row of a sheet is no task."""

    BLANK = "blank"
    TOTAL = "total"
    SECTION = "section"
    NOTE = "note"
    REPEATED_HEADER = "repeated_header"
    HIDDEN = "hidden"
    TITLE = "title"
    HEADER = "header"
    NO_TASK = "no_task"


REASONS: dict[Reason, tuple[str, str]] = {
    Reason.BLANK: ("空行", "blank"),
    Reason.TOTAL: ("合计行", "total"),
    Reason.SECTION: ("分类标题", "heading of a section"),
    Reason.NOTE: ("表下说明", "note"),
    Reason.REPEATED_HEADER: ("重复的表头", "head repeated"),
    Reason.HIDDEN: ("隐藏行", "hidden"),
    Reason.TITLE: ("表题", "title"),
    Reason.HEADER: ("表头", "head"),
    Reason.NO_TASK: ("没有写任务", "no task in it"),
}
"""Each reason in Chinese and English."""


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """Rows ``first`` to ``last`` of a sheet, numbered as the sheet numbers them, and why they are no task."""

    first: int
    last: int
    reason: Reason
    text: str = ""


_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)")
_SHOWN = 40


def shown(text: str) -> str:
    """The words of a cell, short enough for a message."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def formula_fault(sheet: LedgerSheet, cell: LedgerCell) -> CellFault | None:
    """What is wrong with a cell whose formula gives nothing or an error."""
    if sheet.is_uncalculated(cell):
        zh = "公式没有保存计算结果。请用 Excel 打开并保存后再试。"
        en = "The formula holds no result. Open the file in Excel, save it and try again."
        return CellFault(cell.address, zh, en, "uncalculated")
    if _ERROR.fullmatch(cell.text):
        zh, en = f"公式出错（{cell.text}）。请改正后再试。", f"The formula fails ({cell.text}). Mend it and try again."
        return CellFault(cell.address, zh, en, "formula-error")
    return None


def no_date(cell: LedgerCell) -> CellFault:
    """The words name no day."""
    words = shown(cell.text)
    zh = f"“{words}”认不出是哪一天。请写成 2026-09-30，长期或定期的事项写在“频次”列。"
    en = f"“{words}” names no day. Write 2026-09-30; what recurs goes into the column “Cadence”."
    return CellFault(cell.address, zh, en, "no-date")


def no_choice(cell: LedgerCell, zh_choices: str, en_choices: str) -> CellFault:
    """The words are none of those that the column takes."""
    words = shown(cell.text)
    zh, en = f"“{words}”不在可选项中。请填：{zh_choices}。", f"“{words}” is none of: {en_choices}."
    return CellFault(cell.address, zh, en, "no-choice")


def no_target(cell: LedgerCell, part: str) -> CellFault:
    """A part of the cell holds no number to be reached."""
    words = shown(part)
    zh = f"“{words}”认不出目标值。请写成“城市书房 ≥ 12座”，几项之间用“；”隔开。"
    en = f"“{words}” holds no target. Write “reading rooms ≥ 12”, several of them parted by “;”."
    return CellFault(cell.address, zh, en, "no-target")


def no_owner(cell: LedgerCell) -> CellFault:
    """The words name nobody who could answer for the task."""
    words = shown(cell.text)
    zh, en = f"“{words}”认不出责任单位。请写单位名称。", f"“{words}” names no body. Write the name of one."
    return CellFault(cell.address, zh, en, "no-owner")


def no_words(cell: LedgerCell) -> CellFault:
    """The task is blank."""
    zh = "任务事项是空的。请补写；要撤销这一项，请在系统里撤销。"
    en = "The commitment is blank. Write it; to take it out of the register, withdraw it in luoshi."
    return CellFault(cell.address, zh, en, "no-words")


def nothing_above(cell: LedgerCell) -> CellFault:
    """同上 under a blank cell."""
    zh, en = f"“{cell.text}”上面的单元格是空的。请写出内容。", f"The cell above “{cell.text}” is blank. Write it out."
    return CellFault(cell.address, zh, en, "nothing-above")


def no_revision(cell: str, words: str) -> CellFault:
    """The hidden revision is none."""
    zh = f"隐藏列里的修订号“{words}”被改动或丢失，无法判断这一行是否已被他人更新。请重新导出台账再改。"
    en = f"The hidden revision “{words}” was changed or lost, so newer changes by others cannot be seen. Export again."
    return CellFault(cell, zh, en, "no-revision")


def key_twice(cell: str, rows: list[str]) -> CellFault:
    """Other ``rows`` are the same item: a row was copied with its hidden key."""
    places = "、".join(rows)
    zh = f"这一行与第 {places} 行是同一项（复制行会带上隐藏的编号）。请只留一行；新增任务请插入空行填写。"
    en = f"This row is the same item as row {', '.join(rows)}: a copy keeps its hidden key. Keep only one."
    return CellFault(cell, zh, en, "key-twice")
