"""Reading in a process of its own, bounded in time and memory.

A hostile or broken file can at worst end that process. Nothing here needs
Django, so the command line reads the same way. Where the system can fork, the
processes are copies of one that has the reader loaded already: loading it
takes longer than reading most files.
"""

from __future__ import annotations

import datetime as dt
import json
import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path

from luoshi.documents.reading_child import Failed, work
from luoshi_core.ledger.intake import Confirmed, Intake
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


class ReaderFailed(ReadingError):
    """The reader met something it was not made for: a mistake of ours."""

    code = "reader-failed"
    zh = "读取程序出错（{detail}）。文件没有改动；请把文件和这句话交给维护人员。"
    en = "The reader failed ({detail}). The file was not changed; please hand it with this sentence to the maintainers."


_CAN_FORK = "forkserver" in multiprocessing.get_all_start_methods()
_children = multiprocessing.get_context("forkserver") if _CAN_FORK else multiprocessing.get_context("spawn")


def read_isolated(path: Path, name: str, *, seconds: float, memory_mb: int) -> Reading:
    """Read one file in a child process.

    Raises ReadingError with the sentence to show: what the reader said, or that a
    limit was reached.
    """
    _children.set_forkserver_preload(["luoshi_core.reading.pipeline"])
    outcome = _ask_child("read", path, name, seconds=seconds, memory_mb=memory_mb)
    if not isinstance(outcome, Reading):
        raise TypeError(f"the reading process gave {type(outcome).__name__}")
    return outcome


def render_isolated(path: Path, page: int, width: int, *, seconds: float, memory_mb: int) -> bytes:
    """A page of a PDF as PNG, drawn in a child process; ``page`` counts from 0, ``width`` is in pixels."""
    outcome = _ask_child("render", path, page, width, seconds=seconds, memory_mb=memory_mb)
    if not isinstance(outcome, bytes):
        raise TypeError(f"the drawing process gave {type(outcome).__name__}")
    return outcome


def take_in_isolated(
    path: Path, name: str, *, confirmed: Confirmed, reference: dt.date, seconds: float, memory_mb: int
) -> Intake:
    """A workbook read as a ledger (``luoshi_core.ledger.intake.take_in``) in a child process."""
    _children.set_forkserver_preload(["luoshi_core.reading.pipeline"])
    known = json.dumps({signature: list(fields) for signature, fields in confirmed.items()})
    outcome = _ask_child("ledger", path, name, known, reference.isoformat(), seconds=seconds, memory_mb=memory_mb)
    if not isinstance(outcome, Intake):
        raise TypeError(f"the reading process gave {type(outcome).__name__}")
    return outcome


def _ask_child(task: str, path: Path, *arguments: str | int, seconds: float, memory_mb: int) -> object:
    ours, theirs = _children.Pipe(duplex=False)
    child = _children.Process(target=work, args=(theirs, memory_mb, task, path, *arguments), daemon=True)
    child.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise TookTooLong(seconds=seconds)
        outcome = _received(ours)
    finally:
        child.kill()
        child.join()
        ours.close()
    if outcome is None:
        raise TookTooMuch(memory=memory_mb)
    if isinstance(outcome, ReadingError):
        raise outcome
    if isinstance(outcome, Failed):
        raise ReaderFailed(detail=outcome.detail)
    return outcome


def _received(connection: Connection) -> object:
    """What the child said; None if it died before it had said anything."""
    try:
        return connection.recv()
    except EOFError:
        return None
