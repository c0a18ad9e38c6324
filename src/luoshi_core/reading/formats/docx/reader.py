"""Word documents (.docx)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from luoshi_core.reading.errors import NoText
from luoshi_core.reading.formats.composer import Composer
from luoshi_core.reading.formats.docx.body import BodyReader, Draft, DraftParagraph
from luoshi_core.reading.formats.docx.numbering import Numbering
from luoshi_core.reading.formats.docx.package import DocxPackage, W
from luoshi_core.reading.formats.docx.styles import Styles
from luoshi_core.reading.source import Format, Remark, Role, Source

_REMARKS = {
    "changes": Remark(
        "tracked-changes",
        "文件带有修订痕迹，按接受全部修订后的文字读取。",
        "The file has tracked changes; it was read as if all of them were accepted.",
    ),
    "hidden": Remark(
        "hidden-text",
        "文件里有隐藏文字，没有读取。",
        "The file has hidden text, which was not read.",
    ),
    "embedded": Remark(
        "embedded-part",
        "文件里嵌入了另一份文档，嵌入的部分没有读取。请在 Word 中另存一份后再试。",
        "Another document is embedded in the file and was not read. Save a copy in Word and try again.",
    ),
}


def read_docx(data: bytes, name: str | None = None) -> Source:
    """The text of a .docx as it is printed: generated numbers and text boxes in, page headers and footers out.

    Tracked changes count as accepted. A paragraph in the style Title is a heading
    without level. Footnotes and endnotes stand behind the body. A table without cells
    side by side is a frame: its content stands as paragraphs. A generated table
    of contents is left out.

    Raises ``ReadingError``.
    """
    package = DocxPackage(data)
    styles = Styles(package.part("styles"))
    body = BodyReader(styles, Numbering(package.part("numbering"), styles))
    composer = Composer()
    for container in package.document.iterchildren(W + "body"):
        for draft in body.read(container):
            _write(draft, composer)
    for note in _notes(package, body):
        composer.paragraph(note, Role.FOOTNOTE)
    if not composer.blocks:
        raise NoText()
    remarks = tuple(remark for key, remark in _REMARKS.items() if key in body.inline.seen)
    return Source(Format.DOCX, composer.text, composer.blocks, name=name, remarks=remarks)


def _write(draft: Draft, composer: Composer) -> None:
    if isinstance(draft, DraftParagraph):
        composer.paragraph(*draft)
    else:
        composer.table(*draft)


def _notes(package: DocxPackage, body: BodyReader) -> Iterator[str]:
    wanted = tuple(dict.fromkeys(body.inline.notes))
    for kind in ("footnotes", "endnotes"):
        notes = _by_id(package.part(kind)) if any(k == kind for k, _ in wanted) else {}
        for note_kind, key in wanted:
            if note_kind == kind and key in notes:
                yield "\n".join(d.text for d in body.read(notes[key]) if isinstance(d, DraftParagraph)).strip()


def _by_id(root: etree._Element | None) -> dict[str, etree._Element]:
    return {} if root is None else {note.get(W + "id", ""): note for note in root.iterchildren()}
