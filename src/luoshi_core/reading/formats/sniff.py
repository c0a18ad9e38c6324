"""What some bytes are, found from the bytes and never from a name."""

from __future__ import annotations

import re

from luoshi_core.reading.errors import (
    Broken,
    EmptyFile,
    Encrypted,
    LegacyFormat,
    OtherArchive,
    OtherFormat,
    OtherSheet,
    Picture,
    ReadingError,
    SlidesFormat,
)
from luoshi_core.reading.formats import ole
from luoshi_core.reading.formats.encoding import decode
from luoshi_core.reading.formats.limits import PackedFile, open_zip
from luoshi_core.reading.source import Format

HEAD = 1 << 16
"""Bytes at the front that tell one kind of text from another."""

_PICTURES = (
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"8BPS", "PSD"),
    (b"\0\0\0\x0cjP", "JPEG 2000"),
    (b"AT&TFORM", "DjVu"),
)
_ARCHIVES = (
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"MSCF", "CAB"),
)
_OTHERS = (
    (b"\x7fELF", "程序文件", "a program"),
    (b"\xcf\xfa\xed\xfe", "程序文件", "a program"),
    (b"\xca\xfe\xba\xbe", "程序文件", "a program"),
    (b"ID3", "音频文件", "a sound file"),
    (b"OggS", "音视频文件", "a sound or video file"),
    (b"fLaC", "音频文件", "a sound file"),
    (b"\x1aE\xdf\xa3", "视频文件", "a video"),
    (b"SQLite format 3\0", "数据库文件", "a database"),
    (b"%!PS", "PostScript 文件", "a PostScript file"),
    (b"CAJ\0", "CAJ 文件", "a CAJ file"),
    (b"HN\0\0", "CAJ 文件", "a CAJ file"),
    (b"Founder CEB", "方正 CEB 文件", "a Founder CEB file"),
    (b"wOFF", "字体文件", "a font"),
    (b"OTTO", "字体文件", "a font"),
)
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|table|div|p|td|h[1-6]|span|article|section)\b", re.IGNORECASE
)
_MAIL = re.compile(rb"(?:^|\n)(?:MIME-Version|Content-Type)\s*:", re.IGNORECASE)
_PROGID = re.compile(r'<\?mso-application\s+progid="(\w+)\.')
_XML = re.compile(r"\s*<\?xml\b|\s*<svg\b")

_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_FIRST_HEADING = re.compile(r"\s*#{1,6}[ \t]+\S")
FRONT_MATTER = re.compile(r"---\n(?:[\w\u4e00-\u9fff-]+[ \t]*:.*\n|[ \t]+.*\n)+(?:---|\.\.\.)(?:\n|\Z)")
_TABLE_RULE = re.compile(
    r"^[ \t]{0,20}\|[^\n]{0,5000}\|[ \t]{0,20}\n[ \t]{0,20}\|?[ \t]{0,99}:?-+:?[ \t]{0,99}"
    r"(?:\|[ \t]{0,99}:?-+:?[ \t]{0,99})+\|?[ \t]{0,20}$",
    re.MULTILINE,
)
_OTHER_MARK = re.compile(
    r"^(?:```|~~~)|\*\*[^*\n]+\*\*|\[[^\]\n]+\]\([^)\s]+\)|^>[ \t]+\S|^[*+-][ \t]+\S", re.MULTILINE
)


def sniff(data: bytes) -> Format:
    """The format of a file.

    Raises ``EmptyFile``, ``NotText``, or the error that names a format which is not
    read here and says what to do instead.
    """
    if not data:
        raise EmptyFile()
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(data)
    if data.startswith(ole.SIGNATURE):
        return _sniff_ole(data)
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    _refuse_other_signatures(data)
    return _sniff_text(data[:HEAD])


def _refuse_other_signatures(data: bytes) -> None:
    for signature, kind in _PICTURES:
        if data.startswith(signature):
            raise Picture(kind_zh=f" {kind} 图片", kind_en=f"a {kind} picture")
    for signature, kind in _ARCHIVES:
        if data.startswith(signature):
            raise OtherArchive(kind_zh=f" {kind} 压缩包", kind_en=f"a {kind} archive")
    for signature, zh, en in _OTHERS:
        if data.startswith(signature):
            raise OtherFormat(kind_zh=f"{zh}", kind_en=en)
    _refuse_by_later_bytes(data)


def _refuse_by_later_bytes(data: bytes) -> None:
    """Kinds whose sign stands behind the first bytes, or whose first bytes could open a text."""
    if data.startswith(b"{\\rtf"):
        raise LegacyFormat(format="RTF")
    if data[257:262] == b"ustar":
        raise OtherArchive(kind_zh=" TAR 压缩包", kind_en="a TAR archive")
    if data[4:8] == b"ftyp":
        if data[8:12] in (b"heic", b"heix", b"mif1", b"avif"):
            raise Picture(kind_zh=" HEIC 图片", kind_en="a HEIC picture")
        raise OtherFormat(kind_zh="音视频文件", kind_en="a sound or video file")
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        raise Picture(kind_zh=" WebP 图片", kind_en="a WebP picture")
    if data.startswith(b"RIFF") and data[8:12] in (b"AVI ", b"WAVE"):
        raise OtherFormat(kind_zh="音视频文件", kind_en="a sound or video file")
    if data.startswith(b"BM") and int.from_bytes(data[2:6], "little") == len(data):
        raise Picture(kind_zh=" BMP 图片", kind_en="a BMP picture")
    if data.startswith(b"MZ") and b"\0" in data[:64]:
        raise OtherFormat(kind_zh="程序文件", kind_en="a program")


def _sniff_zip(data: bytes) -> Format:
    try:
        packed = open_zip(data)
    except Broken as error:
        raise Broken(format=_packed_name(data)) from error
    if "ofd.xml" in packed:
        return Format.OFD
    if "[Content_Types].xml" in packed:
        return _sniff_office(packed)
    if "mimetype" in packed and ("content.xml" in packed or "META-INF/container.xml" in packed):
        raise LegacyFormat(format="OpenDocument/EPUB")
    return Format.ZIP


def _packed_name(data: bytes) -> str:
    """What a zip with a lost end was, from the member names at its front."""
    head = data[:HEAD].lower()
    signs = ((b"word/", "Word (.docx)"), (b"xl/", "Excel (.xlsx)"), (b"ppt/", "PowerPoint"), (b"ofd.xml", "OFD"))
    return next((name for sign, name in signs if sign in head), "ZIP")


def _sniff_office(packed: PackedFile) -> Format:
    folders = {name.replace("\\", "/").lstrip("/").split("/")[0].lower() for name in packed.names}
    if "word" in folders:
        return Format.DOCX
    if "xl/workbook.bin" in packed:
        raise OtherSheet(kind_zh="二进制工作簿（.xlsb）", kind_en="a binary workbook (.xlsb)")
    if "xl" in folders:
        return Format.XLSX
    if "ppt" in folders:
        raise SlidesFormat(kind_zh="演示文稿（.pptx）", kind_en="a presentation (.pptx)")
    raise Broken(format="Office")


def _sniff_ole(data: bytes) -> Format:
    names = ole.stream_names(data)
    if "EncryptedPackage" in names:
        raise Encrypted(format="Office")
    if "Workbook" in names or "Book" in names:
        return Format.XLS
    if "WordDocument" in names:
        raise LegacyFormat(format="Word 97–2003 / WPS (.doc, .wps)")
    if any("PowerPoint" in name for name in names):
        raise SlidesFormat(kind_zh="旧版演示文稿（.ppt）", kind_en="an old presentation (.ppt)")
    if any(name.startswith("__") for name in names):
        raise OtherFormat(kind_zh="邮件文件（.msg）", kind_en="a mail message (.msg)")
    raise LegacyFormat(format="Word 97–2003 / WPS (.doc, .wps)")


def is_mail(data: bytes) -> bool:
    """A web page saved as one file (.mht) or a mail: parts behind a MIME head."""
    head = data[:2048]
    return bool(_MAIL.search(head)) and b"boundary=" in data[:8192].lower()


def _sniff_text(head: bytes) -> Format:
    if is_mail(head):
        return Format.HTML
    text = decode(head).text
    progid = _PROGID.search(text)
    if progid:
        raise _office_xml(progid.group(1))
    opens_with_tag = text.lstrip("\ufeff \t\n").startswith("<")
    tags = len(_HTML.findall(text))
    if opens_with_tag and tags:
        return Format.HTML
    if _XML.match(text):
        raise _xml_kind(text)
    if is_markdown(text):
        return Format.MARKDOWN
    return Format.HTML if tags >= 6 and tags * 400 > len(text) else Format.TEXT


def _office_xml(program: str) -> ReadingError:
    if program == "Excel":
        return OtherSheet(kind_zh=" XML 表格（.xml）", kind_en="an XML sheet (.xml)")
    return LegacyFormat(format=f"{program} XML")


def _xml_kind(text: str) -> ReadingError:
    if "<svg" in text:
        return Picture(kind_zh=" SVG 图片", kind_en="an SVG picture")
    return OtherFormat(kind_zh=" XML 数据文件", kind_en="an XML data file")


def is_markdown(text: str) -> bool:
    """Signs that plain text hardly ever bears: front matter, headings with #, tables with a rule."""
    if FRONT_MATTER.match(text) or _TABLE_RULE.search(text):
        return True
    headings = len(_HEADING.findall(text))
    if not headings:
        return False
    return headings > 1 or bool(_FIRST_HEADING.match(text)) or bool(_OTHER_MARK.search(text))
