"""Reading in a process of its own, bounded in time and memory.

A hostile or broken file can at worst end that process. Nothing here needs
Django, so the command line reads the same way.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

from luoshi_core.reading import Reading
from luoshi_core.reading.errors import ReadingError


class TookTooLong(ReadingError):
    """The time limit was reached."""

    code = "took-too-long"
    zh = "读了 {seconds} 秒仍未读完，已停止。请拆分文件，或请管理员放宽 LUOSHI_READ_SECONDS。"
    en = "Stopped after {seconds} seconds. Split the file, or ask for a higher LUOSHI_READ_SECONDS."


class TookTooMuch(ReadingError):
    """The memory limit was reached or the reading process died."""

    code = "took-too-much"
    zh = "读取所需内存超过 {memory} MB 或文件已损坏，已停止。请拆分文件，或另存为新文件后再试。"
    en = "Stopped: the file needs more than {memory} MB or is damaged. Split it, or save it anew and try again."


class Refusal(ReadingError):
    """What the reading process said about a file."""

    code = "refusal"
    zh = "{zh}"
    en = "{en}"


class ReaderFailed(ReadingError):
    """The reader met something it was not made for: a mistake of ours."""

    code = "reader-failed"
    zh = "读取程序出错（{detail}）。文件没有改动；请把文件和这句话交给维护人员。"
    en = "The reader failed ({detail}). The file was not changed; please hand it with this sentence to the maintainers."


def read_isolated(path: Path, name: str, *, seconds: int, memory_mb: int) -> Reading:
    """Read one file in a child process.

    Raises ReadingError with the sentence to show: what the reader said, or that a
    limit was reached.
    """
    outcome = _ask_child("read", path, name, seconds=seconds, memory_mb=memory_mb)
    if not isinstance(outcome, Reading):
        raise TypeError(f"the reading process gave {type(outcome).__name__}")
    return outcome


def render_isolated(path: Path, page: int, width: int, *, seconds: int, memory_mb: int) -> bytes:
    """A page of a PDF as PNG, drawn in a child process; ``page`` counts from 0, ``width`` is in pixels."""
    outcome = _ask_child("render", path, str(page), str(width), seconds=seconds, memory_mb=memory_mb)
    if not isinstance(outcome, bytes):
        raise TypeError(f"the drawing process gave {type(outcome).__name__}")
    return outcome


def _ask_child(task: str, path: Path, *arguments: str, seconds: int, memory_mb: int) -> object:
    command = [sys.executable, "-m", "luoshi.documents.reading_child", task, str(memory_mb), str(path), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise TookTooLong(seconds=seconds) from None
    if done.returncode == 1:
        raise ReaderFailed(detail=done.stderr.decode(errors="replace").strip().rsplit("\n", 1)[-1][:200])
    if done.returncode != 0:
        raise TookTooMuch(memory=memory_mb)
    kind, value = pickle.loads(done.stdout)  # noqa: S301  our own child wrote it
    if kind == "refused":
        raise Refusal(zh=value[0], en=value[1])
    return value
