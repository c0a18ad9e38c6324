"""Why a ledger cannot be written or taken in, and what to do about it."""

from __future__ import annotations

from luoshi_core.reading.errors import ReadingError


class NotAWorkbook(ReadingError):
    """The file is something else, whatever its name says; ``kind_zh`` and ``kind_en`` name it."""

    code = "not-a-workbook"
    zh = "这不是 Excel 工作簿，而是{kind_zh}（只改扩展名不行）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。"
    en = (
        "This is not an Excel workbook but {kind_en}; another extension does not change that. "
        "Open it in Excel or WPS, save it as .xlsx and try again."
    )


class EmptyLedger(ReadingError):
    """No visible sheet holds a word."""

    code = "empty-ledger"
    zh = "工作簿能打开，但没有任何可见的内容。请确认选对了文件，并取消隐藏要导入的工作表。"
    en = "The workbook opens but shows nothing. Check that it is the right file and that its sheet is not hidden."


class TextTooLong(ReadingError):
    """A text of ``size`` characters does not fit into a cell, which takes ``limit``."""

    code = "text-too-long"
    zh = "“{field}”有 {size} 个字符，超过单元格上限 {limit} 个，无法写入台账。请把这一项拆成几项后再导出。"
    en = "“{field}” has {size} characters where a cell takes {limit}. Split the item and write the ledger again."
