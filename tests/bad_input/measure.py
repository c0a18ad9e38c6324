"""Read one kind of bad input in this process; print what happened, the processor time and the memory it needed."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from bad_input.broken_files import READ, REFUSED
from luoshi_core.reading import read
from luoshi_core.reading.errors import ReadingError


def peak_megabytes() -> float:
    """The most memory that this process held; what it inherited from its parent does not count where Linux tells."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")]
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(name: str) -> None:
    """Print one JSON object about the case called ``name``."""
    make = REFUSED[name][0] if name in REFUSED else READ[name]
    data = make()
    start = time.process_time()
    code = message = None
    documents = remarks = 0
    try:
        reading = read(data, "计划.docx")
        documents, remarks = len(reading.documents), len(reading.remarks)
    except ReadingError as error:
        code, message = error.code, error.message("zh") + "\x00" + error.message("en")
    seconds = time.process_time() - start
    found = {"code": code, "message": message, "documents": documents, "remarks": remarks}
    print(json.dumps({**found, "seconds": seconds, "megabytes": peak_megabytes()}))


if __name__ == "__main__":
    main(sys.argv[1])
