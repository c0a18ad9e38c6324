"""What is left out before a sentence is taken apart is what the judge would turn down anyway."""

from __future__ import annotations

import random
import re
from pathlib import Path
from re import _constants, _parser
from typing import Any

import pytest

from luoshi_core.reading import read
from luoshi_core.reading.commitments.chinese import bodies, clauses, paragraphs
from luoshi_core.reading.commitments.chinese.prospects import Prospect, prospect_of
from luoshi_core.reading.export import to_dict
from luoshi_core.reading.formats.encoding import decode

CORPUS = Path(__file__).parents[3] / "corpus" / "docs"
TEXTS = sorted(path for path in CORPUS.glob("*.txt") if "_en" not in path.name)


def prospect(words: str, *, article: bool = False) -> Prospect:
    starts = [0, *(match.end() for match in re.finditer("，", words))]
    return prospect_of(words, starts, article)


def test_a_ban_binds_without_number_and_body() -> None:
    assert prospect("严禁以任何名义摊派费用") is Prospect.OPEN


def test_a_task_needs_no_body() -> None:
    assert prospect("加快推进河道清淤") is Prospect.OPEN
    assert prospect("各级对存在的隐患都要整改") is Prospect.OPEN


def test_what_a_meeting_only_urges_binds_nobody() -> None:
    assert prospect("会议要求，全力推进河道清淤") is Prospect.NONE


def test_without_a_task_only_a_body_can_bind() -> None:
    assert prospect("甲县戏台的修缮工作由文旅局负责") is Prospect.NEEDS_BODY
    assert prospect("戏台的灯光照着人们的修缮") is Prospect.NEEDS_BODY


def test_a_picture_without_any_verb_binds_nobody() -> None:
    assert prospect("老街的气质，藏在它的戏台里") is Prospect.NONE


def test_an_article_binds_only_by_what_can_be_seen() -> None:
    assert prospect("全力推动高质量发展", article=True) is Prospect.NONE
    assert prospect("甲县将修缮戏台", article=True) is Prospect.NEEDS_BODY


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_leaving_out_changes_no_document(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = path.read_bytes()
    short = to_dict(read(data, path.name))
    monkeypatch.setattr(paragraphs, "prospect_of", lambda *_: Prospect.OPEN)
    assert short == to_dict(read(data, path.name))


def test_leaving_out_changes_nothing_in_sentences_put_together_at_random(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(3)
    words = "，".join(decode(path.read_bytes()).text for path in TEXTS)
    parts = [part for part in re.split(r"[，。；\s\x00-\x1f\ufffd]+", words) if part]
    sentences = ("，".join(chance.choices(parts, k=chance.randint(1, 4))) for _ in range(600))
    text = "甲县文旅局2026年工作要点\n" + "".join(f"{number}.{words}。\n" for number, words in enumerate(sentences, 1))
    short = to_dict(read(text.encode()))
    monkeypatch.setattr(paragraphs, "prospect_of", lambda *_: Prospect.OPEN)
    assert short == to_dict(read(text.encode()))


@pytest.mark.parametrize("kind", ["OFFICE", "ACTOR"])
def test_the_first_characters_of_the_ends_of_names_are_all_known(kind: str) -> None:
    pattern = _parser.parse(getattr(bodies, f"_{kind}"))
    assert _first(pattern)[0] - {"any"} == set(getattr(bodies, f"OPENS_{kind}"))


def test_the_characters_behind_any_first_one_are_known() -> None:
    behind = re.findall(r"(?:^|[ |(])\[一-鿿\](?:\(\?<[^)]*\))?\[?([一-鿿]+)", bodies._ACTOR)
    assert set("".join(behind)) == set(bodies.SECOND_OF_ACTOR)


def test_the_first_characters_of_conditions_are_all_known() -> None:
    assert _first(_parser.parse(clauses._IF_SO.pattern))[0] <= clauses.OPENS_CONDITION


def _first(items: Any) -> tuple[set[str], bool]:
    """The characters that a parsed pattern may start with, and whether it may be empty."""
    found: set[str] = set()
    for op, value in items:
        if op is _constants.LITERAL:
            return found | {chr(value)}, False
        if op is _constants.IN:
            return found | {chr(v) if o is _constants.LITERAL else "any" for o, v in value}, False
        if op in (_constants.ASSERT, _constants.ASSERT_NOT):
            continue
        inner = [_first(branch) for branch in (value[1] if op is _constants.BRANCH else value[-1:])]
        found = found.union(*(first for first, _ in inner))
        repeats = op in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and value[0] == 0
        if not repeats and not any(empty for _, empty in inner):
            return found, False
    return found, True
