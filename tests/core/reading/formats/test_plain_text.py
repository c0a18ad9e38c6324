"""Plain text becomes physical lines, found anew on each walk."""

from __future__ import annotations

import pytest

from luoshi_core.reading.errors import NoText, TooLarge
from luoshi_core.reading.formats import limits
from luoshi_core.reading.formats.text import read_text
from luoshi_core.reading.source import Format, Line, Source


def lines(source: Source) -> list[tuple[str, int]]:
    return [(source.text[b.span.start : b.span.end], b.page) for b in source.blocks if isinstance(b, Line)]


def test_a_line_is_what_stands_between_two_newlines_indents_included() -> None:
    assert lines(read_text("标题\r\n　　正文，  \n\n \t　\n结尾".encode())) == [
        ("标题", 0),
        ("　　正文，  ", 0),
        ("结尾", 0),
    ]


def test_form_feeds_part_pages() -> None:
    source = read_text("甲\f乙\n丙\f\f丁".encode())
    assert lines(source) == [("甲", 0), ("乙", 1), ("丙", 1), ("丁", 3)]
    assert source.pages == 4


def test_blocks_can_be_walked_again() -> None:
    source = read_text("甲\n乙".encode())
    assert list(source.blocks) == list(source.blocks)


def test_the_source_knows_its_format_and_its_name() -> None:
    source = read_text(b"Goal 1", "plan.txt")
    assert (source.format, source.name, source.remarks) == (Format.TEXT, "plan.txt", ())


@pytest.mark.parametrize("blank", ["", " \n\t\n", "\ufeff", "\f　"])
def test_a_text_without_words_is_refused(blank: str) -> None:
    with pytest.raises(NoText):
        read_text(blank.encode())


def test_a_text_beyond_the_limit_is_refused_by_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TEXT_BYTES", 9)
    monkeypatch.setattr("luoshi_core.reading.formats.text.MAX_TEXT_BYTES", 9)
    read_text(b"123456789")
    with pytest.raises(TooLarge):
        read_text(b"1234567890")


def test_a_very_long_line_of_blanks_is_no_block() -> None:
    assert lines(read_text((" " * 3_000_000 + "\n甲").encode())) == [("甲", 0)]
