"""Whatever is done to a file, its reader gives a source or a ReadingError, and nothing else."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bad_input.broken_files import DUTY, good_docx, good_ofd, good_pdf, good_xlsx
from core.reading.formats.zip_files import zipped
from luoshi_core.reading.errors import ReadingError
from luoshi_core.reading.formats import Archive, open_source
from luoshi_core.reading.source import Source

PAGE = (
    "<!DOCTYPE html><html><head><meta charset=gb2312><title>方案_某市</title></head><body><div class=nav><a>首页</a>"
    f"</div><h1>方案</h1><p>来源：某报 发布时间：2026-03-05</p><ol start=2><li>{DUTY}</ol><table><tr><td rowspan=2>甲"
    f"<td colspan=3>乙<tr><td>丙</table><pre>{DUTY}\n</pre></body></html>"
)
MARKDOWN = (
    f"---\ntitle: 方案\n---\n# 一\n\n1. **{DUTY}** [甲](b)\n\n| 甲 | 乙 |\n|---|---|\n| 1 | <br> |\n\n> 引\n\n"
    "```\nx\n```\n<table><tr><td>甲<td>乙</table>\n"
)
MAIL = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: text/html\r\n\r\n"
GOOD = {
    "txt": f"　　{DUTY}\f{DUTY}\r\n".encode("gb18030") * 3,
    "utf-16": f"{DUTY}\n{DUTY}".encode("utf-16-le"),
    "md": MARKDOWN.encode(),
    "html": PAGE.encode("gb18030"),
    "mht": MAIL + PAGE.encode() + b"\r\n--B--\r\n",
    "docx": good_docx(),
    "xlsx": good_xlsx("=1+1"),
    "pdf": good_pdf(),
    "ofd": good_ofd(),
    "zip": zipped(("计划.txt", DUTY), ("里.zip", zipped(("甲.txt", DUTY))), ("乙.docx", good_docx())),
}
QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def read_all(data: bytes) -> None:
    """Open a file and walk everything in it; only a ReadingError may come out, of one line."""
    try:
        walk(open_source(data, "计划"))
    except ReadingError as error:
        said = error.message("zh") + error.message("en")
    else:
        said = ""
    assert "\n" not in said


def walk(opened: Source | Archive) -> None:
    """Every member of an archive; every block of a source, each behind the one before."""
    if isinstance(opened, Archive):
        for member in opened.members():
            with suppress(ReadingError):
                read_all(member.data)
        return
    end = 0
    for block in opened.blocks:
        assert end <= block.span.start <= block.span.end <= len(opened.text)
        end = block.span.end


@pytest.mark.parametrize("format", GOOD)
def test_the_unharmed_file_is_read(format: str) -> None:
    opened = open_source(GOOD[format])
    assert isinstance(opened, Archive) or opened.text.strip()


@QUICK
@given(st.binary(max_size=3000))
def test_random_bytes(data: bytes) -> None:
    read_all(data)


@QUICK
@given(
    st.sampled_from(
        [b"PK\x03\x04", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>", b"# a\n## b\n", b"\xff\xfe"]
    ),
    st.binary(max_size=2000),
)
def test_random_bytes_behind_a_signature(signature: bytes, data: bytes) -> None:
    read_all(signature + data)


@QUICK
@given(st.text(max_size=2000))
def test_random_characters(text: str) -> None:
    for data in (
        text.encode("utf-8", "replace"),
        f"<p>{text}".encode("utf-8", "replace"),
        f"# {text}".encode("utf-8", "replace"),
    ):
        read_all(data)


@QUICK
@given(
    st.lists(
        st.sampled_from(
            ["|", "-", "#", "*", "_", "`", "[", "](", ")", "<td>", "<ol>", "\n", "> ", "1. ", "\\", "甲", " ", "&#0;"]
        )
    )
)
def test_marks_in_any_order(marks: list[str]) -> None:
    text = "".join(marks)
    read_all(f"# a\n# b\n{text}".encode())
    read_all(f"<html>{text}".encode())


@pytest.mark.parametrize("format", GOOD)
@QUICK
@given(st.data())
def test_a_file_cut_off_anywhere(format: str, data: st.DataObject) -> None:
    whole = GOOD[format]
    read_all(whole[: data.draw(st.integers(0, len(whole)))])


@pytest.mark.parametrize("format", GOOD)
@QUICK
@given(st.data())
def test_a_file_with_bytes_changed(format: str, data: st.DataObject) -> None:
    changed = bytearray(GOOD[format])
    for _ in range(data.draw(st.integers(1, 8))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    read_all(bytes(changed))


@pytest.mark.parametrize("format", GOOD)
@QUICK
@given(st.data())
def test_a_file_with_pieces_moved_and_mixed_with_another(format: str, data: st.DataObject) -> None:
    one = GOOD[format]
    other = GOOD[data.draw(st.sampled_from(sorted(GOOD)))]
    at = data.draw(st.integers(0, len(one)))
    start = data.draw(st.integers(0, len(other)))
    end = data.draw(st.integers(start, len(other)))
    read_all(one[:at] + other[start:end] + one[data.draw(st.integers(0, len(one))) :])


@pytest.mark.parametrize("format", ["docx", "xlsx", "ofd"])
@QUICK
@given(st.data())
def test_a_package_with_bytes_changed_inside_a_part(format: str, data: st.DataObject) -> None:
    package = zipfile.ZipFile(io.BytesIO(GOOD[format]))
    parts = {name: bytearray(package.read(name)) for name in package.namelist()}
    name = data.draw(st.sampled_from(sorted(name for name in parts if parts[name])))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(parts[name])))
        parts[name][at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    read_all(zipped(*((member, bytes(content)) for member, content in parts.items())))
