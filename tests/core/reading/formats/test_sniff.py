"""A file is what its bytes say, and a refusal names what it is and what to do."""

from __future__ import annotations

import re

import pytest

from core.reading.formats.ole_files import ole
from core.reading.formats.zip_files import zipped
from luoshi_core.reading.errors import (
    Broken,
    EmptyFile,
    Encrypted,
    LegacyFormat,
    NotText,
    OtherArchive,
    OtherFormat,
    OtherSheet,
    Picture,
    ReadingError,
    SlidesFormat,
)
from luoshi_core.reading.formats.ole import stream_names
from luoshi_core.reading.formats.sniff import is_markdown, sniff
from luoshi_core.reading.source import Format

TYPES = ("[Content_Types].xml", "<Types/>")


@pytest.mark.parametrize(
    ("data", "format"),
    [
        ("市文旅局年内新建城市书房12座。".encode(), Format.TEXT),
        ("第一行\n# 只有一处井号\n".encode("gb18030"), Format.TEXT),
        ("# 工作要点\n\n正文\n".encode(), Format.MARKDOWN),
        ("---\ntitle: 要点\n---\n正文\n".encode(), Format.MARKDOWN),
        ("\n<!DOCTYPE html><p>正文".encode("gb18030"), Format.HTML),
        ('<?xml version="1.0"?><!DOCTYPE html><html><body>甲</body></html>'.encode(), Format.HTML),
        ("<table><tr><td>伪装成 .xls 的网页</td></tr></table>".encode(), Format.HTML),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n", Format.HTML),
        (b"\xef\xbb\xbf%PDF-1.7\n", Format.PDF),
        (zipped(TYPES, ("word/document.xml", "")), Format.DOCX),
        (zipped(TYPES, ("xl/workbook.xml", "")), Format.XLSX),
        (zipped(("OFD.xml", "")), Format.OFD),
        (zipped(("计划.docx", "")), Format.ZIP),
        (ole("Workbook"), Format.XLS),
        (ole("Book"), Format.XLS),
    ],
)
def test_a_file_is_told_by_its_content(data: bytes, format: Format) -> None:
    assert sniff(data) is format


@pytest.mark.parametrize(
    ("data", "error", "named"),
    [
        (b"", EmptyFile, "0 字节"),
        (ole("WordDocument", "1Table"), LegacyFormat, "另存为 .docx"),
        (ole("WPS Something"), LegacyFormat, "另存为 .docx"),
        (ole("EncryptedPackage", "EncryptionInfo"), Encrypted, "密码"),
        (ole("PowerPoint Document"), SlidesFormat, ".ppt"),
        (ole("__properties_version1.0"), OtherFormat, "邮件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Broken, "损坏"),
        (zipped(TYPES, ("ppt/presentation.xml", "")), SlidesFormat, "PDF"),
        (zipped(TYPES, ("xl/workbook.bin", "")), OtherSheet, ".xlsx"),
        (zipped(("mimetype", "application/vnd.oasis"), ("content.xml", "")), LegacyFormat, "OpenDocument"),
        (b"{\\rtf1\\ansi hello}", LegacyFormat, "RTF"),
        (b"\x89PNG\r\n\x1a\n", Picture, "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", Picture, "JPEG"),
        (b"RIFF\0\0\0\0WEBPVP8 ", Picture, "WebP"),
        (b"BM\x1e\0\0\0" + bytes(24), Picture, "BMP"),
        (b"\0\0\0\x18ftypheic", Picture, "HEIC"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', Picture, "SVG"),
        (b"Rar!\x1a\x07\x01\0", OtherArchive, "RAR"),
        (b"7z\xbc\xaf\x27\x1c\0\x04", OtherArchive, ".zip"),
        (b"\x1f\x8b\x08\0\0", OtherArchive, "gzip"),
        (bytes(257) + b"ustar\0", OtherArchive, "TAR"),
        (b"MZ\x90\0\x03\0\0\0", OtherFormat, "程序"),
        (b"\x7fELF\x02", OtherFormat, "程序"),
        (b"\0\0\0\x18ftypisom", OtherFormat, "视频"),
        (b"ID3\x04", OtherFormat, "音频"),
        (b'<?xml version="1.0"?><rss><item>x</item></rss>', OtherFormat, "XML"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:a/>', LegacyFormat, "Word XML"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><a/>', OtherSheet, ".xlsx"),
        (bytes(range(256)) * 4, NotText, "不是文字"),
    ],
)
def test_what_is_not_read_here_is_named_with_what_to_do(data: bytes, error: type[ReadingError], named: str) -> None:
    with pytest.raises(error) as refusal:
        sniff(data)
    assert named in refusal.value.message("zh")
    assert "请" in refusal.value.message("zh")
    assert not re.search("[\u3000-\uffef]", refusal.value.message("en"))
    assert "\n" not in refusal.value.message("zh") + refusal.value.message("en")


def test_a_zip_that_lost_its_end_is_still_called_by_its_kind() -> None:
    whole = zipped(TYPES, ("word/document.xml", "x" * 100))
    with pytest.raises(Broken) as refusal:
        sniff(whole[:-30])
    assert "Word" in str(refusal.value)


def test_stream_names_are_found_in_every_sector_of_a_directory() -> None:
    names = [f"Stream {n}" for n in range(20)]
    assert stream_names(ole(*names)) >= set(names)


@pytest.mark.parametrize(
    "text",
    [
        "一、总体要求\n- 甲\n- 乙\n",
        "联系电话：#8001\n* 注：另有规定的除外\n",
        "1. 新建书房\n2. 培训骨干\n",
        "|甲|乙|\n没有横线的竖线\n",
        "————————\n某市人民政府\n",
        "#标签 后面没有空格\n",
    ],
)
def test_plain_text_is_not_taken_for_markdown(text: str) -> None:
    assert not is_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "# 标题\n正文",
        "前言\n\n## 一\n\n## 二\n",
        "前言\n\n## 一\n\n**重点**\n",
        "| 甲 | 乙 |\n| --- | :-: |\n| 1 | 2 |\n",
    ],
)
def test_markdown_is_known_by_headings_and_ruled_tables(text: str) -> None:
    assert is_markdown(text)
