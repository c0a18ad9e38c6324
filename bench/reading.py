"""How fast documents are read, against peers in the same run: ``python bench/reading.py [--quick]``.

text_mb_s          megabytes of UTF-8 text read to commitments per second, one core
text_vs_jionlp     that speed over the speed of jionlp's time extraction alone on the same text
pdf_vs_pypdfium2   pages per second that the PDF reader turns into ordered lines and tables, over pages whose
                   bare text pypdfium2 extracts
pdf_whole_reading_vs_pypdfium2   the same for pages read all the way to commitments
peak_mb            memory of a process that reads 50 MB of text (with --quick: 10 MB)

Times are processor time of one core, so that other work on the machine does not count.
jionlp is given the first part of the same text; both speeds are taken on that part.
Needs the extras ``bench`` and ``dev``.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path

from luoshi_core.reading import Source, read
from luoshi_core.reading.formats import open_source
from luoshi_core.reading.source import Block
from texts import policy_text

QUICK = "--quick" in sys.argv
TEXT = 400_000 if QUICK else 2_000_000
PEER = 20_000 if QUICK else 100_000
PAGES = 20 if QUICK else 60
MEMORY_MB = 10 if QUICK else 50
ROUNDS = 3


def seconds(work: Callable[[], object]) -> float:
    """The median time of some rounds, after one that does not count."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def text_figures() -> dict[str, float]:
    figures = {}
    for name, wrapped in (("plain", False), ("wrapped", True)):
        data = policy_text(TEXT, wrapped=wrapped).encode()
        figures[f"text_mb_s_{name}"] = len(data) / 1e6 / seconds(lambda data=data: read(data))
    figures["text_mb_s"] = min(figures.values())
    part = policy_text(TEXT)[:PEER]
    ours = len(part.encode()) / 1e6 / seconds(lambda: read(part.encode()))
    figures["text_vs_jionlp"] = ours / jionlp_speed(part)
    return figures


def jionlp_speed(text: str) -> float:
    with contextlib.redirect_stdout(open(os.devnull, "w")):
        import jionlp

        jionlp.ner.extract_time("明年三月底前", time_base=0)
        start = time.process_time()
        jionlp.ner.extract_time(text, time_base=time.time())
    return len(text.encode()) / 1e6 / (time.process_time() - start)


def pdf_of(columns: int) -> bytes:
    import typst

    spec = find_spec("pylopdf_fonts_zh_cn")
    assert spec
    assert spec.origin
    fonts = [str(folder) for folder in {p.parent for p in Path(spec.origin).parent.rglob("*.otf")}]
    text = policy_text(PAGES * 1500)
    source = (
        f'#set page("a4", columns: {columns}, numbering: "1")\n#set text(font: "Noto Sans SC", size: 10.5pt)\n{text}'
    )
    return bytes(typst.compile(source.replace("\n　　", "\n\n").encode(), font_paths=fonts, ignore_system_fonts=True))


def pdf_figures() -> dict[str, float]:
    figures: dict[str, float] = {}
    whole: list[float] = []
    for columns in (1, 2):
        data = pdf_of(columns)
        bare = seconds(lambda data=data: bare_text(data))
        figures[f"pdf_vs_pypdfium2_{columns}_columns"] = bare / seconds(lambda data=data: list(_blocks(data)))
        whole.append(bare / seconds(lambda data=data: read(data)))
    figures["pdf_vs_pypdfium2"] = min(figures.values())
    figures["pdf_whole_reading_vs_pypdfium2"] = min(whole)
    return figures


def _blocks(data: bytes) -> Iterable[Block]:
    source = open_source(data)
    assert isinstance(source, Source)
    return source.blocks


def bare_text(data: bytes) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    length = sum(len(page.get_textpage().get_text_range()) for page in document)
    document.close()
    return length


def peak_mb() -> float:
    """Peak memory of a process that reads a long text."""
    program = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from texts import policy_text
from luoshi_core.reading import read
part = policy_text(400_000).encode()
data = part * (int(sys.argv[2]) * 1_000_000 // len(part))
reading = read(data)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
    command = [sys.executable, "-c", program, str(Path(__file__).parent), str(MEMORY_MB)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024


def main() -> None:
    figures = {**text_figures(), **pdf_figures(), "peak_mb": peak_mb(), "text_characters": TEXT, "pdf_pages": PAGES}
    if QUICK:
        print("--quick: a fifth of the text, a third of the pages, 10 MB instead of 50 for the memory")
    for name, value in figures.items():
        print(f"{name:32} {value:,.2f}")
    print(json.dumps({"bench": "reading", "figures": {name: round(value, 3) for name, value in figures.items()}}))


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
