"""A chain shows what was changed, taken out or put in."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi_core.chain import GENESIS, FaultKind, Link, canonical, digest, verify

SCRIPT = Path(__file__).resolve().parents[3] / "docs" / "operations" / "verify_journal.py"
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def chain(n: int, algorithm: str = "sha256") -> list[Link]:
    links: list[Link] = []
    for seq in range(1, n + 1):
        previous = links[-1].hash if links else GENESIS
        record = canonical({"seq": seq, "previous": previous, "digest": algorithm, "what": f"第{seq}件事"})
        links.append(Link(seq, record, digest(record, algorithm)))
    return links


def faults(links: list[Link], n: int) -> list[tuple[FaultKind, int]]:
    whole = chain(n)
    return [(f.kind, f.seq) for f in verify(links, last_seq=n, last_hash=whole[-1].hash)]


@given(VALUES)
def test_a_canonical_text_reads_back_and_does_not_depend_on_the_order_of_keys(value):
    text = canonical({"a": value, "b": 1})
    assert json.loads(text) == {"a": value, "b": 1}
    assert text == canonical({"b": 1, "a": value})


@pytest.mark.parametrize("value", [1.5, {"a": [0.1]}, {1: "a"}, {"a": {2}}])
def test_what_can_be_written_in_several_ways_is_refused(value):
    with pytest.raises(TypeError):
        canonical(value)


def test_sm3_gives_the_digest_that_the_standard_prints():
    # GB/T 32905-2016, appendix A, example 1
    assert digest("abc", "sm3") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert digest("abc", "sha256") == hashlib.sha256(b"abc").hexdigest()
    with pytest.raises(ValueError, match="md5"):
        digest("abc", "md5")


@pytest.mark.parametrize("algorithm", ["sha256", "sm3"])
def test_a_whole_chain_has_no_fault(algorithm):
    links = chain(20, algorithm)
    assert list(verify(links, last_seq=20, last_hash=links[-1].hash)) == []


@given(st.integers(1, 12), st.text(min_size=1))
def test_a_changed_record_is_named(at, text):
    links = chain(12)
    links[at - 1] = links[at - 1]._replace(record=links[at - 1].record + text)
    assert faults(links, 12) == [(FaultKind.CHANGED, at)]


@given(st.integers(1, 12))
def test_a_record_that_was_changed_together_with_its_hash_is_named(at):
    links = chain(12)
    forged = links[at - 1].record.replace("件事", "件别的事")
    links[at - 1] = Link(at, forged, digest(forged, "sha256"))
    assert faults(links, 12) == [(FaultKind.CHANGED, at)]


@given(st.integers(1, 12), st.integers(1, 3))
def test_missing_entries_are_named(at, length):
    links = chain(12)
    del links[at - 1 : at - 1 + length]
    (fault,) = verify(links, last_seq=12, last_hash=chain(12)[-1].hash)
    assert (fault.kind, fault.seq, fault.last) == (FaultKind.MISSING, at, min(at - 1 + length, 12))


def test_an_entry_behind_the_known_end_was_put_in():
    assert faults(chain(13), 12) == [(FaultKind.INSERTED, 13)]


def forge(links: list[Link], seq: int) -> None:
    """Change what an entry says and leave its hash."""
    links[seq - 1] = links[seq - 1]._replace(record=links[seq - 1].record.replace("件", "桩"))


def export(links: list[Link], path: Path) -> Path:
    path.write_text("".join(f"{link.hash}\t{link.record}\n" for link in links))
    return path


@pytest.mark.parametrize("algorithm", ["sha256", "sm3"])
def test_a_third_party_verifies_an_export_with_the_script_in_the_documents(tmp_path, algorithm):
    links = chain(6, algorithm)
    path = export(links, tmp_path / "journal.txt")
    done = subprocess.run([sys.executable, SCRIPT, path, links[-1].hash], capture_output=True, text=True)
    assert (done.returncode, done.stdout.split(";")[0]) == (0, "6 entries, all whole")
    assert len(SCRIPT.read_text().splitlines()) == 40


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda links: forge(links, 3), "entry 3 was changed"),
        (lambda links: links.pop(3), "entries 4 to 4 are missing"),
        (lambda links: links.pop(), "entries at the end are missing"),
    ],
)  # fmt: skip
def test_the_script_finds_what_was_done_to_an_export(tmp_path, spoil, words):
    links = chain(6)
    last = links[-1].hash
    spoil(links)
    path = export(links, tmp_path / "journal.txt")
    done = subprocess.run([sys.executable, SCRIPT, path, last], capture_output=True, text=True)
    assert done.returncode == 1
    assert words in done.stdout
