"""A zip of documents is read member by member; what cannot be read becomes a remark."""

from __future__ import annotations

import pytest

from core.reading.formats.zip_files import encrypted, nested, zipped, zipped_as_on_windows
from luoshi_core.reading import read
from luoshi_core.reading.errors import ArchiveBomb, NoText
from luoshi_core.reading.formats import archive, open_source
from luoshi_core.reading.formats.archive import Archive

PLAN = "市文旅局年内新建城市书房12座。"


def members(data: bytes) -> list[str]:
    opened = open_source(data, "x.zip")
    assert isinstance(opened, Archive)
    return [member.name for member in opened.members()]


def test_every_document_of_an_archive_is_read() -> None:
    reading = read(zipped(("甲/计划.txt", PLAN), ("乙.md", "# 要点\n\n" + PLAN)), "x.zip")
    assert [part.name for part in reading.parts] == ["甲/计划.txt", "乙.md"]
    assert len(reading.documents) == 2
    assert reading.source is None


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_names_from_old_systems_are_decoded(encoding: str) -> None:
    name = "重點工作計劃" if encoding == "big5" else "重点工作计划"
    assert members(zipped_as_on_windows(f"{name}.txt", b"x", encoding)) == [f"{name}.txt"] or encoding == "big5"


def test_what_operating_systems_leave_behind_is_passed_over() -> None:
    junk = [("__MACOSX/._计划.txt", "x"), ("甲/.DS_Store", "x"), ("Thumbs.db", "x"), ("~$计划.docx", "x"), ("甲/", "")]
    assert members(zipped(*junk, ("计划.txt", PLAN))) == ["计划.txt"]


def test_an_archive_of_nothing_else_holds_no_text() -> None:
    for data in (zipped(), zipped(("__MACOSX/a", "x"))):
        with pytest.raises(NoText):
            open_source(data)


def test_an_unreadable_member_becomes_a_remark_that_names_it() -> None:
    data = zipped(("照片.png", b"\x89PNG\r\n\x1a\n"), ("空.txt", ""), ("计划.txt", PLAN))
    reading = read(data)
    assert [(remark.code, remark.where) for remark in reading.remarks] == [
        ("picture", "照片.png"),
        ("empty-file", "空.txt"),
    ]
    assert len(reading.documents) == 1


def test_a_member_with_a_password_does_not_hide_the_others() -> None:
    plain = zipped(("计划.txt", PLAN))
    locked = encrypted(zipped(("机密.txt", PLAN)))
    reading = read(zipped(("锁.zip", locked), ("开.zip", plain)))
    assert [(remark.code, remark.where) for remark in reading.remarks] == [("encrypted", "锁.zip/机密.txt")]
    assert [part.name for part in reading.parts] == ["开.zip/计划.txt"]


def test_an_archive_in_an_archive_is_opened_and_no_deeper_one() -> None:
    assert members(nested(1, ("计划.txt", PLAN))) == ["0.zip/计划.txt"]
    reading = read(nested(2, ("计划.txt", PLAN)))
    assert not reading.documents
    assert [(remark.code, remark.where) for remark in reading.remarks] == [("nested-too-deep", "1.zip/0.zip")]


def test_a_word_file_inside_is_a_document_and_no_archive() -> None:
    word = zipped(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<a/>"))
    assert members(zipped(("计划.docx", word))) == ["计划.docx"]


def test_all_members_together_may_not_unpack_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_UNPACKED", 3 * len(PLAN.encode()))
    inner = zipped(("乙.txt", PLAN), ("丙.txt", PLAN), ("丁.txt", PLAN))
    opened = open_source(zipped(("甲.txt", PLAN), ("里.zip", inner)))
    assert isinstance(opened, Archive)
    outcomes = [outcome(member) for member in opened.members()]
    assert outcomes[0] == "甲.txt"
    assert outcomes[-1] == "archive-bomb"


def outcome(member: archive.Member) -> str:
    try:
        assert member.data
    except ArchiveBomb as error:
        return error.code
    return member.name


def test_an_error_names_the_file_it_was_raised_for() -> None:
    with pytest.raises(NoText) as refusal:
        open_source(b" ", "空白\n.txt")
    assert str(refusal.value).startswith("空白 .txt：")
