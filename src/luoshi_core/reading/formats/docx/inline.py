"""The words of one paragraph of a .docx, as they are printed when all changes are accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from luoshi_core.reading.formats.docx.package import W, switched_on, value
from luoshi_core.reading.formats.docx.symbols import sign, without_private

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_MATH = tuple("{http://schemas.openxmlformats.org/officeDocument/2006/math}" + name for name in ("oMath", "oMathPara"))
_TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHOICE, _FALLBACK = _COMPATIBILITY + "Choice", _COMPATIBILITY + "Fallback"
ALTERNATIVES = _COMPATIBILITY + "AlternateContent"
BOX = W + "txbxContent"
WRAPPERS = frozenset(W + n for n in ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple", "bdo", "dir"))
_REMOVED = frozenset((W + "del", W + "moveFrom"))
_SUPERSCRIPT = str.maketrans("123", "¹²³")


@dataclass(slots=True)
class _Field:
    """A complex field that is still open."""

    code: str = ""
    in_code: bool = True

    @property
    def muted(self) -> bool:
        return self.in_code or self.contents

    @property
    def contents(self) -> bool:
        """Whether it is a generated table of contents, which says nothing that the headings do not."""
        return self.code.split(None, 1)[:1] == ["TOC"]


@dataclass(slots=True)
class Words:
    """What stands in a paragraph: its text, and the text boxes that hang on it.

    A box that hangs before the first word is in ``boxes_before``.
    """

    parts: list[str] = field(default_factory=list)
    boxes_before: list[etree._Element] = field(default_factory=list)
    boxes_after: list[etree._Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words without line breaks at the ends."""
        return "".join(self.parts).strip("\n")


class InlineReader:
    """Reads paragraph after paragraph; fields may run from one into the next."""

    def __init__(self) -> None:
        self.notes: list[tuple[str, str]] = []
        """("footnotes" or "endnotes", id) in the order of their marks."""
        self.seen: set[str] = set()
        """What the reader of the result has to know: "changes", "hidden"."""
        self._fields: list[_Field] = []
        self._handlers: dict[str, Callable[[etree._Element, Words], None]] = {
            W + "br": lambda _, words: self._put("\n", words),
            W + "cr": lambda _, words: self._put("\n", words),
            W + "tab": lambda _, words: self._put("\t", words),
            W + "ptab": lambda _, words: self._put("\t", words),
            W + "noBreakHyphen": lambda _, words: self._put("-", words),
            W + "sym": self._symbol,
            W + "fldChar": self._field,
            W + "instrText": self._instruction,
            W + "footnoteReference": lambda e, _: self._note("footnotes", e),
            W + "endnoteReference": lambda e, _: self._note("endnotes", e),
            W + "drawing": self._drawing,
            W + "pict": self._drawing,
            W + "object": self._drawing,
            W + "ruby": self._ruby,
            ALTERNATIVES: self._alternatives,
        }

    @property
    def in_contents(self) -> bool:
        """Whether a generated table of contents is open."""
        return any(field.contents for field in self._fields)

    def read(self, parent: etree._Element, words: Words) -> None:
        """Add the words of the runs below ``parent``."""
        for child in parent.iterchildren():
            tag = child.tag
            if tag == W + "r":
                self._run(child, words)
            elif tag in WRAPPERS:
                if tag == W + "ins":
                    self.seen.add("changes")
                self.read(child, words)
            elif tag in _REMOVED:
                self.seen.add("changes")
            elif tag == W + "sdt":
                for content in control_content(child):
                    self.read(content, words)
            elif tag in _MATH:
                self._put("".join(t.text or "" for t in child.iter(_MATH_TEXT)), words)
            elif tag == ALTERNATIVES:
                for chosen in alternative(child):
                    self.read(chosen, words)

    def _run(self, run: etree._Element, words: Words) -> None:
        properties: etree._Element | None = None
        for child in run.iterchildren():
            tag = child.tag
            if tag == W + "t":
                if child.text:
                    self._put(_as_printed(child.text, properties), words)
            elif tag == W + "rPr":
                if switched_on(child, "vanish"):
                    self.seen.add("hidden")
                    return
                properties = child
            elif tag in self._handlers:
                self._handlers[tag](child, words)

    def _put(self, text: str, words: Words) -> None:
        if not any(field.muted for field in self._fields):
            words.parts.append(text)

    def _symbol(self, element: etree._Element, words: Words) -> None:
        code = element.get(W + "char", "")
        try:
            self._put(sign(element.get(W + "font"), int(code, 16)), words)
        except ValueError:
            return

    def _field(self, element: etree._Element, words: Words) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].in_code = False
        elif self._fields and kind == "end":
            self._fields.pop()

    def _instruction(self, element: etree._Element, words: Words) -> None:
        if self._fields and self._fields[-1].in_code:
            self._fields[-1].code += element.text or ""

    def _note(self, kind: str, element: etree._Element) -> None:
        self.notes.append((kind, element.get(W + "id", "")))

    def _ruby(self, element: etree._Element, words: Words) -> None:
        for base in element.iterchildren(W + "rubyBase"):
            self.read(base, words)

    def _drawing(self, element: etree._Element, words: Words) -> None:
        for shape in element.iter(_TEXT_PATH):
            self._put(shape.get("string", ""), words)
        (words.boxes_after if words.text.strip() else words.boxes_before).extend(_boxes(element))

    def _alternatives(self, element: etree._Element, words: Words) -> None:
        for chosen in alternative(element):
            self._run(chosen, words)


def _as_printed(text: str, properties: etree._Element | None) -> str:
    text = text.replace("\xad", "")
    if properties is None:
        return text
    if not text.isascii():
        fonts = properties.find(W + "rFonts")
        return without_private(text, None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi"))
    if text in ("2", "3") and value(properties, "vertAlign") == "superscript":
        return text.translate(_SUPERSCRIPT)
    return text


def control_content(control: etree._Element) -> Iterator[etree._Element]:
    """What stands in a content control; nothing if it only shows its placeholder or is a table of contents."""
    properties = control.find(W + "sdtPr")
    if switched_on(properties, "showingPlcHdr") or is_contents(control):
        return
    yield from control.iterchildren(W + "sdtContent")


def is_contents(control: etree._Element) -> bool:
    """Whether a content control holds the generated table of contents."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(W + "val") == "Table of Contents"


def alternative(element: etree._Element) -> Iterator[etree._Element]:
    """The one of several forms of the same content that is read: the newest, unless only the old one has words."""
    choice, fallback = element.find(_CHOICE), element.find(_FALLBACK)
    if choice is None or (fallback is not None and not _has_words(choice) and _has_words(fallback)):
        choice = fallback
    if choice is not None:
        yield choice


def _has_words(element: etree._Element) -> bool:
    return next(element.iter(BOX, W + "t", _TEXT_PATH), None) is not None


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    for child in element.iterchildren():
        if child.tag == BOX:
            yield child
        elif child.tag == ALTERNATIVES:
            for chosen in alternative(child):
                yield from _boxes(chosen)
        else:
            yield from _boxes(child)
