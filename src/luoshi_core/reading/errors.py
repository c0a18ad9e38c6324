"""Why a file cannot be read, and what to do about it.

Every refusal of a format reader is one of these. ``facts`` named in braces are
the keyword arguments of the constructor; ``where`` is the file, member, page,
sheet or cell it happened at.
"""

from __future__ import annotations

from luoshi_core.errors import LuoshiError
from luoshi_core.reading.source import Remark


class ReadingError(LuoshiError):
    """A file cannot be read; the message says what is wrong and what to do."""

    code = "reading"

    def locate(self, file: str) -> None:
        """Name the file in front of the place in it, if it is not named yet."""
        if self.where is None or not self.where.startswith(file):
            self.where = file if self.where is None else f"{file} {self.where}"
        self.args = (self.message("zh"),)

    def as_remark(self) -> Remark:
        """The same words as a remark on an archive whose other members were read."""
        return Remark(self.code, self.zh.format(**self.facts), self.en.format(**self.facts), self.where)


class EmptyFile(ReadingError):
    """There is not a single byte."""

    code = "empty-file"
    zh = "文件是空的（0 字节）。请确认下载或复制完整后重新上传。"
    en = "The file is empty (0 bytes). Check that it was downloaded or copied completely and try again."


class NoText(ReadingError):
    """The file could be opened and holds no words."""

    code = "no-text"
    zh = "文件能打开，但里面没有文字。请确认选对了文件。"
    en = "The file opens but holds no text. Check that it is the right file."


class TooLarge(ReadingError):
    """The file has ``size`` bytes (shown in MB) where ``limit`` are taken."""

    code = "too-large"
    zh = "文件有 {size_mb} MB，超过上限 {limit_mb} MB。请拆分成几个文件，或去掉图片和附件后再试。"
    en = "The file has {size_mb} MB, over the limit of {limit_mb} MB. Split it, or take out pictures, and try again."

    def __init__(self, *, size: int, limit: int, where: str | None = None) -> None:
        super().__init__(where=where, size=size, limit=limit, size_mb=size >> 20, limit_mb=limit >> 20)


class TooMuchInside(ReadingError):
    """Something countable (``what_zh``/``what_en``: 页/pages, 单元格/cells) goes beyond ``limit``."""

    code = "too-much-inside"
    zh = "{what_zh}超过上限 {limit}。请拆分成几个文件后再试。"
    en = "More than {limit} {what_en}. Split the file and try again."


class Encrypted(ReadingError):
    """A password stands before the content of the ``format`` file."""

    code = "encrypted"
    zh = "{format} 文件有密码保护，无法读取。请打开后去掉密码，另存一份再试。"
    en = "The {format} file is protected by a password. Open it, remove the password, save a copy and try again."


class Broken(ReadingError):
    """The bytes begin like a ``format`` file but are cut off or damaged."""

    code = "broken"
    zh = "{format} 文件不完整或已损坏。请重新下载，或用办公软件打开后另存一份再试。"
    en = "The {format} file is cut off or damaged. Download it again, or open it and save a copy, and try again."


class LegacyFormat(ReadingError):
    """A word processor's old or private ``format``, whose text is not read here."""

    code = "legacy-format"
    zh = "这是 {format} 文件，不能直接读取。请用 Word 或 WPS 打开，另存为 .docx 后再试。"
    en = "This is a {format} file, which cannot be read directly. Open it in Word or WPS and save it as .docx first."


class OtherFormat(ReadingError):
    """Not a format that holds a plan; ``kind_zh``, ``kind_en`` name what it is."""

    code = "other-format"
    zh = "这是{kind_zh}，不是可以读取的文件。请上传 Word（.docx）、PDF、OFD、Excel、网页或纯文本文件。"
    en = "This is {kind_en}, which cannot be read. Upload Word (.docx), PDF, OFD, Excel, a web page or plain text."


class SlidesFormat(OtherFormat):
    """A presentation."""

    code = "slides"
    zh = "这是{kind_zh}，不能直接读取。请另存为 PDF 或 .docx 后再试。"
    en = "This is {kind_en}, which cannot be read directly. Save it as PDF or .docx and try again."


class OtherSheet(OtherFormat):
    """A workbook in a form other than .xlsx and .xls."""

    code = "other-sheet"
    zh = "这是{kind_zh}，不能直接读取。请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。"
    en = "This is {kind_en}, which cannot be read directly. Open it in Excel or WPS and save it as .xlsx first."


class OtherArchive(OtherFormat):
    """A packed file other than zip."""

    code = "other-archive"
    zh = "这是{kind_zh}，不能直接读取。请解压后上传里面的文件，或重新打包成 .zip。"
    en = "This is {kind_en}, which cannot be read directly. Unpack it and upload the files, or pack them as .zip."


class Picture(OtherFormat):
    """An image; nothing here recognises characters in pictures."""

    code = "picture"
    zh = "这是{kind_zh}，里面没有可读的文字。请上传原文件，或先用文字识别（OCR）软件转成 .docx 或带文字的 PDF。"
    en = "This is {kind_en}, which holds no text. Upload the original file, or run OCR software on it first."


class NoTextLayer(ReadingError):
    """Every page of the ``format`` file is a picture (a scan)."""

    code = "no-text-layer"
    zh = "这份 {format} 是扫描件，没有文字层。请上传原文件，或先用文字识别（OCR）软件处理后再试。"
    en = "This {format} is a scan without a text layer. Upload the original file, or run OCR software on it first."


class NotText(ReadingError):
    """Binary data of no known kind."""

    code = "not-text"
    zh = "认不出这是什么文件：内容不是文字。请上传 Word（.docx）、PDF、OFD、Excel、网页或纯文本文件。"
    en = "The content is not text and of no known kind. Upload Word (.docx), PDF, OFD, Excel, a web page or plain text."


class ArchiveBomb(ReadingError):
    """Unpacking would give far more than an honest archive holds."""

    code = "archive-bomb"
    zh = "压缩内容解开后过大（疑似压缩炸弹），已停止读取。请只打包需要读取的文件后再试。"
    en = "The packed content grows too large when unpacked (a possible zip bomb). Pack only the files to be read."


class UnsafeMember(ReadingError):
    """A member of an archive is named to be written outside of it."""

    code = "unsafe-member"
    zh = "压缩包中有指向包外路径的成员“{member}”，已停止读取。请重新打包后再试。"
    en = "The archive has a member that points outside of it: “{member}”. Pack the files again and try again."


class NestedTooDeep(ReadingError):
    """An archive in an archive in an archive."""

    code = "nested-too-deep"
    zh = "压缩包套得太深。请解压后直接上传里面的文件。"
    en = "The archive is nested too deeply. Unpack it and upload the files themselves."


class UnsafeXml(ReadingError):
    """XML with a document type or entities, which a document never needs (an XML bomb)."""

    code = "unsafe-xml"
    zh = "{format} 文件里有不安全的 XML（外部实体或实体定义），已停止读取。请用办公软件打开后另存一份再试。"
    en = "The {format} file holds unsafe XML (entities). Open it in an office program, save a copy and try again."


class XmlTooDeep(ReadingError):
    """Elements nested deeper than any document nests them."""

    code = "xml-too-deep"
    zh = "{format} 文件的结构嵌套过深，已停止读取。请用办公软件打开后另存一份再试。"
    en = "The {format} file is nested too deeply. Open it, save a copy and try again."
