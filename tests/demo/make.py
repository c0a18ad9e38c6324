"""Makes the demo city's binary documents and its newspaper page from their sources: ``python tests/demo/make.py``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from corpus.make import stilled  # noqa: E402
from corpus.writers.markup import Block, parse  # noqa: E402
from corpus.writers.ofd import write_ofd  # noqa: E402
from corpus.writers.pdf import write_pdf  # noqa: E402
from corpus.writers.word import write_docx  # noqa: E402
from corpus.writers.workbook import write_xlsx  # noqa: E402
from demo.press import write_page  # noqa: E402

DOCUMENTS = HERE.parents[1] / "src/luoshi/demo/documents"
WRITERS: dict[str, Callable[[list[Block]], bytes]] = {
    "01 珩川日报理论版.txt": write_page,
    "02 三年行动计划（通知）.docx": write_docx,
    "03 2026年重点任务分解表.docx": write_docx,
    "04 督查问题整改台账.xlsx": write_xlsx,
    "05 珩川文旅工作简报.pdf": lambda blocks: write_pdf(blocks, columns=2, head="珩川文旅工作简报　2026年第7期"),
    "06 督查通知.ofd": write_ofd,
}


def main() -> None:
    """Write each of them into the demo's folder."""
    for name, data in made():
        (DOCUMENTS / name).write_bytes(data)


def made() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every document that has a source; the others are kept as they are."""
    for name, write in WRITERS.items():
        source = (HERE / "sources" / name).with_suffix(".txt")
        data = write(parse(source.read_text(encoding="utf-8")))
        yield name, stilled(data) if data.startswith(b"PK") else data


if __name__ == "__main__":
    main()
