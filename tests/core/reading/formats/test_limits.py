"""Packed content comes in through two doors, and bombs do not."""

from __future__ import annotations

import zipfile

import pytest

from core.reading.formats.zip_files import encrypted, zipped
from luoshi_core.reading.errors import (
    ArchiveBomb,
    Broken,
    Encrypted,
    OtherArchive,
    ReadingError,
    TooLarge,
    TooMuchInside,
    UnsafeMember,
    UnsafeXml,
    XmlTooDeep,
)
from luoshi_core.reading.formats import limits
from luoshi_core.reading.formats.limits import check_size, one_line, open_zip, parse_xml

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "'
    + "&b;" * 10
    + '"><!ENTITY d "'
    + "&c;" * 10
    + '">]><a>'
    + "&d;" * 10
    + "</a>"
)


def test_a_well_formed_part_gives_its_root() -> None:
    assert parse_xml(b"<a><b>x</b></a>")[0].text == "x"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (LAUGHS.encode(), UnsafeXml),
        (("<?xml version='1.0' encoding='utf-16'?>" + LAUGHS).encode("utf-16"), UnsafeXml),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', UnsafeXml),
        (b"<!-- " + b"x" * 5000 + b' --><!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>', UnsafeXml),
        (b"<a>" * 1_000_000, XmlTooDeep),
        (b"<a>" * 300 + b"</a>" * 300, XmlTooDeep),
        (b"<a><b></a>", Broken),
        (b"", Broken),
        (b"not xml", Broken),
        (b"<?xml version='1.0' encoding='no-such'?><a/>", Broken),
        (b"<a x=''/>" * 1_000_001, TooMuchInside),
    ],
)
def test_unsafe_deep_and_broken_parts_are_refused(data: bytes, error: type[ReadingError]) -> None:
    with pytest.raises(error):
        parse_xml(data, "Word")
    with pytest.raises(ReadingError):
        parse_xml(data if error is not Broken else b"", "Word", recover=True)


def test_faults_of_real_files_are_read_past_on_request() -> None:
    data = b"<a><x:b>1</x:b></a>"
    with pytest.raises(Broken):
        parse_xml(data)
    assert parse_xml(data, recover=True)[0].text == "1"


def test_no_entity_is_ever_expanded_or_fetched() -> None:
    with pytest.raises(Broken):
        parse_xml(b"<a>&nbsp;</a>")


def test_members_are_found_in_any_case_with_any_slash() -> None:
    packed = open_zip(zipped(("Doc_0\\Document.XML", "x"), ("b/", "")))
    assert packed.names == ["Doc_0\\Document.XML"]
    assert packed.read("/doc_0/document.xml") == b"x"
    assert "doc_0/document.xml" in packed
    assert "document.xml" not in packed


def test_a_member_that_is_not_there_is_broken_content() -> None:
    with pytest.raises(Broken):
        open_zip(zipped(("a", "x"))).read("b")


def test_a_wrong_checksum_is_noticed() -> None:
    data = zipped(("a", "市文旅局" * 10), compression=zipfile.ZIP_STORED)
    damaged = data.replace("市文旅局市".encode(), "市文体局市".encode(), 1)
    with pytest.raises(Broken):
        open_zip(damaged).read("a")
    with pytest.raises(Broken):
        open_zip(damaged).verify()


def test_encrypted_members_are_said_to_be_so() -> None:
    with pytest.raises(Encrypted):
        open_zip(encrypted(zipped(("a", "x")))).read("a")


@pytest.mark.parametrize("name", ["../a", "a/../../b", "..\\a", "C:\\a", "a/.."])
def test_names_that_point_outside_are_refused(name: str) -> None:
    with pytest.raises(UnsafeMember):
        open_zip(zipped((name, "x")))


@pytest.mark.parametrize("name", ["a..b", "..a/b", "/a", "某市..计划.docx", "a:b"])
def test_names_that_only_look_odd_are_taken(name: str) -> None:
    assert open_zip(zipped((name, "x"))).read(name) == b"x"


def test_a_bomb_is_known_from_the_directory() -> None:
    with pytest.raises(ArchiveBomb):
        open_zip(zipped(("a", b"0" * (16 << 20))))


def test_an_honest_archive_of_repetitive_text_is_no_bomb() -> None:
    row = b"<c r='A1'><v>1</v></c>"
    open_zip(zipped(("a", b"".join(row.replace(b"1", str(n).encode()) for n in range(400_000)))))


def test_a_directory_that_lies_about_sizes_unpacks_no_more_than_it_says() -> None:
    data = zipped(("a", b"0" * 5_000_000))
    directory = data.find(b"PK\x01\x02")
    small = data[: directory + 24] + (10).to_bytes(4, "little") + data[directory + 28 :]
    with pytest.raises(Broken):
        open_zip(small).read("a")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_cannot_be_bounded_are_not_unpacked(method: int) -> None:
    packed = open_zip(zipped(("a", "x"), compression=method))
    with pytest.raises(OtherArchive):
        packed.read("a")


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_MEMBERS", 2)
    open_zip(zipped(("a", ""), ("b", "")))
    with pytest.raises(TooMuchInside):
        open_zip(zipped(("a", ""), ("b", ""), ("c", "")))


def test_what_is_no_zip_or_only_its_front_is_broken() -> None:
    whole = zipped(("a", "x" * 1000))
    for data in (b"", b"PK\x03\x04", whole[: len(whole) // 2], whole[:-10]):
        with pytest.raises(Broken):
            open_zip(data)


def test_size_is_checked_before_work_and_said_in_megabytes() -> None:
    check_size(b"x" * 10, 10)
    with pytest.raises(TooLarge) as refusal:
        check_size(bytes(3 << 20), 2 << 20)
    assert "3 MB" in str(refusal.value)
    assert "2 MB" in str(refusal.value)


def test_a_name_in_a_message_is_one_short_line() -> None:
    assert one_line("a\nb\x1b[31m\u202ec") == "a b [31m c"
    assert len(one_line("长" * 5000)) == 120
