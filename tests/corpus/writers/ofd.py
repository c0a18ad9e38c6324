"""Writes an OFD (GB/T 33190): one text object per printed line, with a page number on every page."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from xml.sax.saxutils import escape

from corpus.writers.markup import Block

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE, PITCH, LEFT, TOP = 5.6, 9.8, 28.0, 37.0  # millimetres, as GB/T 9704 sets a page
LINES, WIDTH = 22, 28  # lines of a page, characters of a line


def write_ofd(blocks: list[Block]) -> bytes:
    """The document as bytes."""
    lines = [line for block in blocks for line in _lines(block)]
    pages = [lines[i : i + LINES] for i in range(0, len(lines), LINES)]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _parts(pages):
            archive.writestr(zipfile.ZipInfo(name), HEAD + text)
    return out.getvalue()


def _parts(pages: list[list[tuple[int, str]]]) -> list[tuple[str, str]]:
    refs = "".join(f'<ofd:Page ID="{i + 10}" BaseLoc="Pages/Page_{i}/Content.xml"/>' for i in range(len(pages)))
    box = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    return [
        (
            "OFD.xml",
            f'<ofd:OFD {NS} DocType="OFD" Version="1.0"><ofd:DocBody>'
            "<ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo>"
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        ),
        (
            "Doc_0/Document.xml",
            f"<ofd:Document {NS}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID>{box}"
            f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>{refs}</ofd:Pages></ofd:Document>",
        ),
        (
            "Doc_0/PublicRes.xml",
            f'<ofd:Res {NS} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="1" FontName="仿宋_GB2312" FamilyName="仿宋_GB2312"/>'
            "</ofd:Fonts></ofd:Res>",
        ),
        *((f"Doc_0/Pages/Page_{i}/Content.xml", _page(i, page)) for i, page in enumerate(pages)),
    ]


def _page(index: int, lines: list[tuple[int, str]]) -> str:
    first = 1000 + index * 100
    objects = "".join(_object(first + i, indent, TOP + i * PITCH, text) for i, (indent, text) in enumerate(lines))
    number = _object(first + 90, 12, 281.0, f"— {index + 1} —")
    return (
        f'<ofd:Page {NS}><ofd:Content><ofd:Layer ID="{first + 99}">{objects}{number}</ofd:Layer>'
        "</ofd:Content></ofd:Page>"
    )


def _object(number: int, indent: int, y: float, text: str) -> str:
    steps = " ".join(f"{SIZE * _width(char):g}" for char in text[:-1])
    delta = f' DeltaX="{steps}"' if steps else ""
    x = LEFT + indent * SIZE
    return (
        f'<ofd:TextObject ID="{number}" Boundary="{x:g} {y:g} {210 - x:g} {PITCH:g}" Font="1" Size="{SIZE}">'
        f'<ofd:TextCode X="0" Y="{SIZE:g}"{delta}>{escape(text)}</ofd:TextCode></ofd:TextObject>'
    )


def _lines(block: Block) -> list[tuple[int, str]]:
    """The printed lines of a block with their indent in characters."""
    first = 2 if block.kind == "p" else 0
    lines, room, line = [], WIDTH - first, ""
    for char in block.text:
        if _width(line) + _width(char) > room and char not in "，。；：、）”》":
            lines.append(line)
            room, line = WIDTH, ""
        line += char
    lines.append(line)
    return [(_indent(block, i, text, first), text) for i, text in enumerate(lines)]


def _indent(block: Block, index: int, text: str, first: int) -> int:
    if block.kind in ("=", "c"):
        return int(WIDTH - _width(text)) // 2
    if block.kind == ">":
        return int(WIDTH - _width(text)) - 4
    return 0 if index else first


def _width(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)
