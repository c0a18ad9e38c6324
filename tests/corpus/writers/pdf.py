"""Sets a PDF with typst: one column or a newspaper's two, running head, page numbers."""

from __future__ import annotations

import re
import tempfile
from importlib.util import find_spec
from pathlib import Path

import typst

from corpus.writers.markup import Block

PAGE = """#set document(date: none)
#set page(paper: "a5", margin: 1.6cm, columns: {columns}, header: [{head}],
  footer: context align(center)[— #counter(page).display() —])
#set text(font: "Noto Serif SC", size: 11pt, lang: "zh", region: "cn")
#set par(first-line-indent: (amount: 2em, all: true), justify: true)
"""
ALIGN = {"=": "align(center, text(size: 15pt, weight: 700)[{}])", "c": "align(center)[{}]", ">": "align(right)[{}]"}


def write_pdf(blocks: list[Block], columns: int = 1, head: str = "") -> bytes:
    """The document as bytes; ``head`` is printed at the top of every page."""
    return _compile(PAGE.format(columns=columns, head=_escape(head)) + "\n\n".join(map(_typst, blocks)))


def _compile(source: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.typ"
        path.write_text(source, encoding="utf-8")
        return typst.compile(path, font_paths=[_fonts()], ignore_system_fonts=True)


def write_newspaper(blocks: list[Block]) -> bytes:
    """A page of articles parted by ``---``, each set in three columns under its headline; first block: page head."""
    parts: list[list[Block]] = [[]]
    for block in blocks[1:]:
        if block.kind == "---":
            parts.append([])
        else:
            parts[-1].append(block)
    head = PAGE.replace("a5", "a4").format(columns=1, head=_escape(blocks[0].text))
    return _compile(head + "\n\n".join(_article(part) for part in parts if part))


def _article(blocks: list[Block]) -> str:
    titles = [_typst(block) for block in blocks if block.kind == "="]
    body = [block for block in blocks if block.kind != "="]
    lines = sum(len(block.text) // 14 + 2 for block in body)
    columns = "\n\n".join(_typst(block) for block in body)
    return "\n\n".join([*titles, f"#block(height: {lines * 0.14 + 0.9:.1f}cm, columns(3)[{columns}])"])


def _typst(block: Block) -> str:
    if block.kind == "---":
        return "#pagebreak()"
    if block.kind == "|":
        return _table(block.rows)
    text = _escape(block.text)
    return "#" + ALIGN[block.kind].format(text) if block.kind in ALIGN else text


def _table(rows: list[list[str]]) -> str:
    cells = ", ".join(f"[{_escape(text)}]" for row in rows for text in row)
    widths = ", ".join(["auto", "3fr", *["1.5fr"] * (max(map(len, rows)) - 2)])
    return f"#table(columns: ({widths}), {cells})"


def _escape(text: str) -> str:
    return re.sub(r"([\\#$*_\[\]<>@`~=+/-])", r"\\\1", text)


def _fonts() -> Path:
    spec = find_spec("pylopdf_fonts_zh_cn")
    if spec is None or spec.origin is None:
        raise RuntimeError("install pylopdf-fonts-zh-cn to set the PDFs")
    return Path(spec.origin).parent
