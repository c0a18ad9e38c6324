"""Compares a reading with its gold, measure by measure.

A given commitment meets a gold one when half of their words agree (intersection over union of the longest common
subsequence of tokens); every other measure of a commitment is taken over the pairs that met.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

Record = dict[str, Any]
Pair = tuple[int, int]
T = TypeVar("T")

TOKEN = re.compile(r"[a-z]+|\d+(?:\.\d+)?|[^\W\d_a-z]|%|[≤≥]")
MULTIPLES = {"万": 1e4, "亿": 1e8}
MEET, SAME_TITLE, SAME_HEADING = 0.5, 0.9, 0.8


@dataclass
class Tally:
    """``right`` of ``given``, where ``wanted`` are in the gold; an accuracy has ``given == wanted``."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    @property
    def value(self) -> float:
        """F1, which for an accuracy is the share of right answers; 1.0 when there is nothing to judge."""
        both = self.given + self.wanted
        return 2 * self.right / both if both else 1.0


@dataclass
class Score:
    """The tallies of one or many documents."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    def add(self, measure: str, right: int, given: int, wanted: int) -> None:
        """Count answers for a measure."""
        tally = self.tallies.setdefault(measure, Tally())
        tally.right += right
        tally.given += given
        tally.wanted += wanted

    def judge(self, measure: str, right: bool) -> None:
        """Count one answer that is right or wrong."""
        self.add(measure, int(right), 1, 1)

    def merge(self, other: Score) -> None:
        """Add what another score counted."""
        for measure, tally in other.tallies.items():
            self.add(measure, tally.right, tally.given, tally.wanted)
        self.missed += other.missed
        self.extra += other.extra

    def value(self, measure: str) -> float:
        """The measure as a number from 0 to 1."""
        return self.tallies.get(measure, Tally()).value


def score_reading(given: Record, gold: Record) -> Score:
    """All measures for one file."""
    score = Score()
    pairs = _score_documents(score, given["documents"], gold["documents"])
    _score_commitments(score, given["documents"], gold["documents"], pairs)
    return score


def score_calls(given: Record, gold: Sequence[Record]) -> Score:
    """How well the calls of a file, over all its documents, were found; how much of the sentence is quoted is free."""
    found = [call["quote"] for document in given["documents"] for call in document["calls"]]
    score = Score()
    pairs = best_pairs([call["quote"] for call in gold], found, containment, SAME_HEADING)
    score.add("calls", len(pairs), len(found), len(gold))
    return score


# ------------------------------------------------------------------ words


def plain(text: str | None) -> str:
    """Letters, digits and Chinese characters only, full width undone."""
    return "".join(tokens(text))


def tokens(text: str | None) -> list[str]:
    """One token for each Chinese character, Latin word and number."""
    return TOKEN.findall(unicodedata.normalize("NFKC", text or "").lower())


def overlap(one: str, other: str) -> float:
    """Intersection over union of two texts' tokens in their order, 0 to 1."""
    a, b = tokens(one), tokens(other)
    if not a or not b:
        return 0.0
    common = LCSseq.similarity(a, b)
    return float(common / (len(a) + len(b) - common))


def containment(one: str, other: str) -> float:
    """How much of the shorter text the longer one holds, 0 to 1."""
    a, b = tokens(one), tokens(other)
    return float(LCSseq.similarity(a, b) / min(len(a), len(b))) if a and b else 0.0


def likeness(one: str | None, other: str | None) -> float:
    """How alike two titles are, 0 to 1."""
    return fuzz.ratio(plain(one), plain(other)) / 100


def best_pairs(gold: Sequence[T], given: Sequence[T], like: Callable[[T, T], float], least: float) -> list[Pair]:
    """Pairs of (gold, given) places, the most alike first, nothing taken twice."""
    ranked = sorted(
        ((like(g, p), -abs(i - j), -i, -j) for i, g in enumerate(gold) for j, p in enumerate(given)), reverse=True
    )
    pairs: dict[int, int] = {}
    for alike, _, i, j in ranked:
        if alike >= least and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return sorted(pairs.items())


# ------------------------------------------------------------------ documents


def _score_documents(score: Score, given: list[Record], gold: list[Record]) -> list[Pair]:
    if len(given) == len(gold) == 1:
        pairs = [(0, 0)]
    else:
        pairs = best_pairs([g["title"] for g in gold], [p["title"] for p in given], likeness, 0.3)
    alike = sum(likeness(gold[i]["title"], given[j]["title"]) >= SAME_HEADING for i, j in pairs)
    score.add("articles", alike, len(given), len(gold))
    met = dict(pairs)
    for i, document in enumerate(gold):
        _score_header(score, given[met[i]] if i in met else {}, document)
    return pairs


def _score_header(score: Score, given: Record, gold: Record) -> None:
    score.judge("title", likeness(gold["title"], given.get("title")) >= SAME_TITLE)
    for name, same in (("number", _number), ("issuer", _issuers), ("date", str)):
        score.judge(name, bool(given) and same(gold[name]) == same(given.get(name)))
    for name in ("author", "source"):
        if gold[name] or given.get(name):
            score.judge(name, _body(gold[name]) == _body(given.get(name)))
    outline = given.get("outline", [])
    pairs = best_pairs(gold["outline"], outline, _same_heading, SAME_HEADING)
    score.add("outline", len(pairs), len(outline), len(gold["outline"]))


def _number(text: str | None) -> str:
    return re.sub(r"[\[\]()〔〕【】]", "|", re.sub(r"\s", "", unicodedata.normalize("NFKC", text or ""))).lower()


def _issuers(text: str | None) -> frozenset[str]:
    parts = re.split(r"[、，\s]+" if re.search(r"[\u4e00-\u9fff]", text or "") else ";", text or "")
    return frozenset(_body(part) for part in parts if part)


def _body(text: str | None) -> str:
    return plain(re.sub(r"^(?i:the)\s+", "", (text or "").strip()))


def _label(text: str) -> str:
    return re.sub(r"[\s().、（）:：]", "", unicodedata.normalize("NFKC", text)).lower()


def _same_heading(one: Record, other: Record) -> float:
    if one["level"] != other["level"] or _label(one["label"]) != _label(other["label"]):
        return 0.0
    return likeness(one["title"], other["title"])


# ------------------------------------------------------------------ commitments


def _score_commitments(score: Score, given: list[Record], gold: list[Record], documents: list[Pair]) -> None:
    of_given, of_gold = list(_numbered(given)), list(_numbered(gold))
    pairs = best_pairs(of_gold, of_given, _same_commitment, MEET)
    score.add("commitments", len(pairs), len(of_given), len(of_gold))
    for i, j in pairs:
        score.judge("article of commitment", (of_gold[i]["document"], of_given[j]["document"]) in documents)
        _score_fields(score, of_given[j], of_gold[i])
    full = sum(_all_right(of_given[j], of_gold[i]) for i, j in pairs)
    score.add("owner+due+kind", full, len(of_given), len(of_gold))
    _score_duplicates(score, of_given, of_gold, pairs)
    score.missed += [c["quote"] for i, c in enumerate(of_gold) if i not in dict(pairs)]
    score.extra += [c["quote"] for j, c in enumerate(of_given) if j not in dict(pairs).values()]


def _numbered(documents: list[Record]) -> Iterable[Record]:
    """Every commitment with its document and, where it repeats another, that one's place in the whole file."""
    start = 0
    for index, document in enumerate(documents):
        for commitment in document["commitments"]:
            first = commitment["duplicate_of"]
            yield {**commitment, "document": index, "repeats": None if first is None else start + first}
        start += len(document["commitments"])


def _same_commitment(one: Record, other: Record) -> float:
    alike = overlap(one["quote"], other["quote"])
    same_place = [_label(x) for x in one["path"]] == [_label(x) for x in other["path"]]
    return alike + 0.02 * same_place if alike >= MEET else 0.0


def _all_right(given: Record, gold: Record) -> bool:
    same_owner = _body(given["owner"]) == _body(gold["owner"])
    return same_owner and given["due"] == gold["due"] and given["kind"] == gold["kind"]


def _score_fields(score: Score, given: Record, gold: Record) -> None:
    score.judge("owner", _body(given["owner"]) == _body(gold["owner"]))
    score.judge("path", [_label(x) for x in given["path"]] == [_label(x) for x in gold["path"]])
    for name in ("due", "cadence", "kind"):
        score.judge(name, given[name] == gold[name])
    if given["leader"] or gold["leader"]:
        score.judge("leader", _body(given["leader"]) == _body(gold["leader"]))
    partners = [{_body(x) for x in c["partners"]} for c in (gold, given)]
    score.add("partners", len(partners[0] & partners[1]), len(partners[1]), len(partners[0]))
    wanted, found = ([_target(x) for x in c["targets"]] for c in (gold, given))
    score.add("targets", len(best_pairs(wanted, found, _same_target, 1.0)), len(found), len(wanted))


def _target(target: Record) -> tuple[str, float, str]:
    value, unit = float(target["value"]), re.sub(r"\s", "", unicodedata.normalize("NFKC", target["unit"])).lower()
    if unit[:1] in MULTIPLES and len(unit) > 1:
        value, unit = value * MULTIPLES[unit[0]], unit[1:]
    at_least = target["op"] == "=" and unit == "%" and value == 100
    return ">=" if at_least else target["op"], value, re.sub(r"(?<=[a-z]{2})s$", "", unit)


def _same_target(one: tuple[str, float, str], other: tuple[str, float, str]) -> float:
    near = abs(one[1] - other[1]) <= 0.005 * max(abs(one[1]), abs(other[1]), 1e-9)
    return float(one[0] == other[0] and one[2] == other[2] and near)


def _score_duplicates(score: Score, given: list[Record], gold: list[Record], pairs: list[Pair]) -> None:
    place = {j: i for i, j in pairs}
    wanted = {(i, c["repeats"]) for i, c in enumerate(gold) if c["repeats"] is not None}
    found = [(place.get(j), place.get(c["repeats"])) for j, c in enumerate(given) if c["repeats"] is not None]
    score.add("duplicates", len(wanted & set(found)), len(found), len(wanted))
