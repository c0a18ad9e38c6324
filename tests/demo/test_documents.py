"""The demo city's documents: every format, each read, and no real place in any of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from demo.make import DOCUMENTS, made
from luoshi.bodies.divisions import real_names
from luoshi_core.reading import read
from luoshi_core.reading.formats import open_source

NAMES = sorted(path.name for path in DOCUMENTS.iterdir())
PLACE = re.compile(r"(?=([\u4e00-\u9fff]{2,8}?(?:省|市|县|区|镇|乡|街道)))")
WORDS = {"中山区", "立山区", "建设乡"}  # 其中山区乡镇, 设立山区专区, 建设乡村戏台


def _bytes(name: str) -> bytes:
    return (DOCUMENTS / name).read_bytes()


def test_every_kind_of_document_that_the_demo_promises_is_there() -> None:
    kinds = [Path(name).suffix for name in NAMES]
    assert sorted(set(kinds)) == [".docx", ".html", ".md", ".ofd", ".pdf", ".txt", ".xlsx"]
    assert kinds.count(".docx") == 2
    assert sum(len(_bytes(name)) for name in NAMES) < 400_000


@pytest.mark.parametrize("name", NAMES)
def test_each_is_read_and_commits_somebody(name: str) -> None:
    documents = read(_bytes(name), name).documents
    assert all(document.title for document in documents)
    assert any(document.commitments for document in documents)


def test_the_newspaper_page_holds_three_articles_and_the_theory_asks_where_the_report_promises() -> None:
    theory, report, comment = read(_bytes(NAMES[0]), NAMES[0]).documents
    assert theory.calls
    assert len(report.commitments) >= 8
    assert not comment.commitments


@pytest.mark.parametrize("name", NAMES)
def test_no_real_place_of_china_is_named(name: str) -> None:
    text = open_source(_bytes(name), name).text.replace("\n", "")
    found = {part for match in PLACE.finditer(text) for part in _tails(match[1])}
    assert not (found & real_names()) - WORDS


def _tails(words: str) -> list[str]:
    """Every ending of three characters or more: a name begins where nobody marks it."""
    return [words[start:] for start in range(len(words) - 2)]


def test_making_the_documents_again_changes_no_byte() -> None:
    assert {name for name, data in made() if data != _bytes(name)} == set()
