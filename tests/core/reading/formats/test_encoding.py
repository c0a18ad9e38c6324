"""Chinese in any encoding comes out as it was written; binary data does not come out at all."""

from __future__ import annotations

import pytest

from luoshi_core.reading.errors import NotText
from luoshi_core.reading.formats import open_source
from luoshi_core.reading.formats.encoding import decode
from luoshi_core.reading.source import Source

SIMPLIFIED = "云州市2026年重点工作安排\n一、年内新建城市书房12座，责任单位：市文旅局。\n"
TRADITIONAL = "雲州市2026年重點工作安排\n一、年內新建城市書房12座，責任單位：文化局。\n"
ENGLISH = "The council’s plan – open the café in 2026 – and report to the members.\nGoal 1: 12 reading rooms.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("times", [1, 3000])
def test_simplified_chinese_is_told_from_its_bytes(encoding: str, times: int) -> None:
    assert decode((SIMPLIFIED * times).encode(encoding)).text == SIMPLIFIED * times


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "gb18030", "utf-16-le"])
@pytest.mark.parametrize("times", [1, 500])
def test_traditional_chinese_is_told_from_its_bytes(encoding: str, times: int) -> None:
    assert decode((TRADITIONAL * times).encode(encoding)).text == TRADITIONAL * times


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-be"])
def test_english_with_curly_quotes_is_no_chinese(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)).text == ENGLISH


@pytest.mark.parametrize("words", ["张三", "赵某\n钱某\n", "附件", "北岭县"])
def test_a_few_characters_without_everyday_words_are_taken_for_gb(words: str) -> None:
    assert decode(words.encode("gb18030")).text == words


def test_characters_beyond_gbk_need_four_bytes() -> None:
    words = "㐂㙓镇文化站年内开展活动10场。" * 20
    assert decode(words.encode("gb18030")).text == words


def test_one_chinese_name_late_in_a_long_ascii_file_is_found() -> None:
    text = "x" * 200_000 + "\n责任单位：市文旅局\n"
    assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_few_bad_bytes_do_not_lose_a_long_text(encoding: str) -> None:
    data = bytearray((SIMPLIFIED * 12_000).encode(encoding))
    data[400_000] = data[700_000] = 0xFF
    decoded = decode(bytes(data))
    assert decoded.encoding == encoding
    assert 2 <= decoded.text.count("\ufffd") <= 8
    (remark,) = decoded.remarks
    assert remark.code == "bad-bytes"
    place = int(remark.en.rsplit(" ", 1)[1].rstrip("."))
    assert 399_998 <= place <= 400_001
    assert str(place) in remark.zh


def test_a_text_cut_in_mid_character_loses_only_that_character() -> None:
    decoded = decode(SIMPLIFIED.strip().encode()[:-1])
    assert decoded.text == SIMPLIFIED.strip()[:-1] + "\ufffd"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be", "utf-16"])
@pytest.mark.parametrize("shift", range(5))
def test_a_long_file_is_told_wherever_its_first_part_ends(encoding: str, shift: int) -> None:
    text = "x" * shift + (TRADITIONAL if encoding == "big5" else SIMPLIFIED) * 3000
    opened = open_source(text.encode(encoding))
    assert isinstance(opened, Source)
    assert opened.text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_a_long_file_without_line_ends_is_told(encoding: str) -> None:
    text = SIMPLIFIED.replace("\n", "") * 3000
    assert decode(text.encode(encoding)).text == text


def test_null_characters_are_left_out_and_told() -> None:
    decoded = decode(
        b"Goal 1: open 12 reading rooms by 2028, \0the council will report to its members every quarter." * 2
    )
    assert "\0" not in decoded.text
    assert [remark.code for remark in decoded.remarks] == ["null-characters"]


def test_line_ends_of_every_system_become_newlines() -> None:
    assert decode("甲\r\n乙\r丙\u2028丁\x0b戊\n".encode()).text == "甲\n乙\n丙\n丁\n戊\n"


def test_a_declared_encoding_is_believed_only_if_it_fits() -> None:
    assert decode(SIMPLIFIED.encode("gb18030"), "gb18030").text == SIMPLIFIED
    assert decode(SIMPLIFIED.encode(), "gb18030").text == SIMPLIFIED
    assert decode(SIMPLIFIED.encode("gb18030"), "no-such-code").text == SIMPLIFIED


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 50,
        b"\0" * 5000,
        b"\x01\x02\x03\x04" * 500,
        bytes((n * 37 + n // 7) % 256 for n in range(9000)),
    ],
)
def test_binary_noise_is_refused(data: bytes) -> None:
    with pytest.raises(NotText):
        decode(data)
