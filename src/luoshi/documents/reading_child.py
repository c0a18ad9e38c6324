"""What the process does that ``isolation`` starts: read a file or ledger or draw a page, and say what came of it."""

from __future__ import annotations

import datetime as dt
import gc
import json
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from luoshi_core.reading import read
from luoshi_core.reading.errors import ReadingError, TooLarge
from luoshi_core.reading.formats.limits import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Failed:
    """The reader met something it was not made for."""

    detail: str


def work(answer: Connection, memory_mb: int, task: str, path: Path, *arguments: str | int) -> None:
    """``read PATH NAME``, ``render PATH PAGE WIDTH`` or ``ledger PATH NAME CONFIRMED DATE``.

    The outcome or what went wrong goes into ``answer``.

    Where the memory does not suffice nothing is said: the process ends.
    """
    _limit_memory(memory_mb)
    gc.disable()  # a short life with few cycles: a tenth of the time is saved
    try:
        answer.send(_do(task, path, *arguments))
    except MemoryError:
        return
    except ReadingError as error:
        error.where = None  # who asked knows which file it was
        answer.send(error)
    except Exception as error:  # whatever a file brings about is said, not raised into the terminal
        answer.send(Failed(f"{type(error).__name__}: {error}"[:200]))


def _do(task: str, path: Path, *arguments: str | int) -> object:
    data = _bytes_of(path)
    if task == "render":
        from luoshi_core.reading.formats.pdf.reader import render_page

        page, width = map(int, arguments)
        return render_page(data, page, width)
    if task == "ledger":
        from luoshi_core.ledger.intake import take_in

        name, confirmed, day = map(str, arguments)
        return take_in(data, name, confirmed=json.loads(confirmed), reference=dt.date.fromisoformat(day))
    return read(data, str(arguments[0]))


def _bytes_of(path: Path) -> bytes:
    """The whole file; one over the limit is refused before it is loaded."""
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise TooLarge(size=size, limit=MAX_BYTES)
    return path.read_bytes()


def _limit_memory(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
