"""Writes a .docx with titles, generated numbering and merged table cells."""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from corpus.writers.markup import Block, spans

NUMBERING_ID = 77
LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimal", "（%4）"))
STYLES = {"H1": "Heading 1", "*": "List Bullet"}
ALIGNED = {"=": WD_ALIGN_PARAGRAPH.CENTER, "c": WD_ALIGN_PARAGRAPH.CENTER, ">": WD_ALIGN_PARAGRAPH.RIGHT}


def write_docx(blocks: list[Block]) -> bytes:
    """The document as bytes."""
    document = Document()
    _add_numbering(document)
    for block in blocks:
        _write(document, block)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _write(document: Docx, block: Block) -> None:
    if block.kind == "---":
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    elif block.kind == "|":
        _write_table(document, block.rows)
    else:
        _write_paragraph(document.add_paragraph(style=STYLES.get(block.kind)), block)


def _write_paragraph(paragraph: Paragraph, block: Block) -> None:
    run = paragraph.add_run(block.text)
    if block.kind in ALIGNED:
        paragraph.alignment = ALIGNED[block.kind]
        run.bold = block.kind == "="
        run.font.size = Pt(22 if block.kind == "=" else 16)
    elif block.kind.endswith("#"):
        _number(paragraph, int(block.kind[0]) - 1)
    elif block.kind not in STYLES:
        paragraph.paragraph_format.first_line_indent = Pt(32)


def _number(paragraph: Paragraph, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    number = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", level), ("w:numId", NUMBERING_ID)):
        child = OxmlElement(tag)
        child.set(qn("w:val"), str(value))
        number.append(child)
    properties.append(number)


def _add_numbering(document: Docx) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for i, (form, text) in enumerate(LEVELS)
    )
    root = document.part.numbering_part.element
    root.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBERING_ID}">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        ),
    )
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{NUMBERING_ID}"><w:abstractNumId w:val="{NUMBERING_ID}"/></w:num>')
    )


def _write_table(document: Docx, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), max(map(len, rows)), style="Table Grid")
    for top, left, bottom, right in spans(rows):
        table.cell(top, left).merge(table.cell(bottom, right))
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            if text not in ("^", "<", ""):
                table.cell(i, j).text = text
