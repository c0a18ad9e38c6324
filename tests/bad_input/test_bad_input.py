"""Bad input gets one line that says what is wrong and what to do, soon and in little memory; nothing breaks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bad_input.broken_files import READ, REFUSED

TESTS = Path(__file__).parents[1]
REFUSED_SECONDS = 10
READ_SECONDS = 60
"""A strange text that is read after all takes as long as its size asks for; this only ends what would never end."""
MEGABYTES = 500


def measured(name: str, seconds: float) -> dict[str, Any]:
    """What a process of its own says about one kind of bad input."""
    done = subprocess.run(
        [sys.executable, "-m", "bad_input.measure", name],
        cwd=TESTS,
        env={**os.environ, "PYTHONPATH": str(TESTS)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert found["seconds"] < seconds
    assert found["megabytes"] < MEGABYTES
    return found


def assert_one_line(message: str) -> None:
    for text in message.split("\0"):
        assert text
        assert "\n" not in text
        assert "Traceback" not in text


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_one_line_with_what_to_do(name: str) -> None:
    _, code, advice = REFUSED[name]
    found = measured(name, REFUSED_SECONDS)
    assert found["code"] == code
    assert_one_line(found["message"])
    assert advice in found["message"]
    assert found["message"].startswith("计划.docx：")


@pytest.mark.parametrize("name", READ)
def test_it_is_read_or_refused_cleanly(name: str) -> None:
    found = measured(name, READ_SECONDS)
    if found["code"] is None:
        assert found["documents"] or found["remarks"]
    else:
        assert_one_line(found["message"])


def test_one_bad_member_does_not_lose_the_good_one() -> None:
    found = measured("a zip with one broken member", REFUSED_SECONDS)
    assert (found["documents"], found["remarks"]) == (1, 1)
