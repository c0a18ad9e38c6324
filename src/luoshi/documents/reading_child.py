"""The process that ``isolation`` starts: read one file or draw one page, write the outcome to stdout."""

from __future__ import annotations

import gc
import pickle
import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    """``read MEMORY_MB PATH NAME`` or ``render MEMORY_MB PATH PAGE WIDTH``."""
    task, memory_mb, path, *rest = arguments
    _limit_memory(int(memory_mb))
    gc.disable()  # a short life with few cycles: a tenth of the time is saved
    from luoshi_core.reading import read
    from luoshi_core.reading.errors import ReadingError

    outcome: tuple[str, object]
    try:
        data = _bytes_of(Path(path))
        if task == "render":
            from luoshi_core.reading.formats.pdf.reader import render_page

            outcome = ("done", render_page(data, int(rest[0]), int(rest[1])))
        else:
            outcome = ("done", read(data, rest[0]))
    except ReadingError as error:
        error.where = None  # who asked knows which file it was
        outcome = ("refused", (error.message("zh"), error.message("en")))
    except MemoryError:
        return 3
    pickle.dump(outcome, sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)
    return 0


def _bytes_of(path: Path) -> bytes:
    """The whole file; one over the limit is refused before it is loaded."""
    from luoshi_core.reading.errors import TooLarge
    from luoshi_core.reading.formats.limits import MAX_BYTES

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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
