"""OFD (GB/T 33190), the fixed-layout format of Chinese offices: words with their places on pages.

Real files use wrong name spaces, other case, backslashes and absolute paths, so
elements and attributes are found by local name in any case.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from luoshi_core.reading.errors import Broken, Encrypted, NoTextLayer, ReadingError, TooMuchInside
from luoshi_core.reading.formats.composer import Composer
from luoshi_core.reading.formats.limits import MAX_PAGES, PackedFile, open_zip, parse_xml
from luoshi_core.reading.formats.ofd.lines import Glyphs, PageLine, lines_of
from luoshi_core.reading.formats.ofd.text import PageSize, attribute, glyph_runs, local, numbers
from luoshi_core.reading.source import Box, Format, Remark, Source

FORMAT = "OFD"
_A4 = PageSize(210.0, 297.0)
_POINTS_PER_MM = 72 / 25.4
_MIN_SIDE, _MAX_SIDE = 1.0, 100_000.0


class _Page(NamedTuple):
    """Where a page's content stands in the package and how large its document's pages are."""

    path: str
    size: PageSize


def read_ofd(data: bytes, name: str | None = None) -> Source:
    """The lines of all pages of all documents in an OFD file; what templates hold is page furniture and left out.

    Raises ``Broken``, ``Encrypted``, ``NoTextLayer``, ``TooMuchInside`` or what ``open_zip`` raises.
    """
    packed = open_zip(data, FORMAT)
    if "Encryptions.xml" in packed:
        raise Encrypted(format=FORMAT)
    pages = list(_pages(packed))
    composer = Composer()
    remarks: list[Remark] = []
    for index, page in enumerate(pages):
        try:
            _write_page(packed, page, index, composer)
        except Broken:
            remarks.append(_broken_page(index))
    if not composer.blocks:
        raise Broken(format=FORMAT) if remarks or not pages else NoTextLayer(format=FORMAT)
    return Source(Format.OFD, composer.text, composer.blocks, len(pages), name, tuple(remarks))


def _write_page(packed: PackedFile, page: _Page, index: int, composer: Composer) -> None:
    root = parse_xml(packed.read(page.path), FORMAT, recover=True)
    size = _physical_box(root) or page.size
    runs: list[Glyphs] = list(glyph_runs(root))
    lines = lines_of(runs)
    if index and lines:
        composer.gap()
    for line in lines:
        composer.line(line.text, index, _box(line, size), round(line.size * _POINTS_PER_MM, 1))


def _box(line: PageLine, size: PageSize) -> Box:
    """Millimetres to fractions of the page, kept inside of it."""
    top, bottom = line.baseline - line.size * 0.88, line.baseline + line.size * 0.12
    return Box(
        _fraction(line.left, size.width),
        _fraction(top, size.height),
        _fraction(line.right, size.width),
        _fraction(bottom, size.height),
    )


def _fraction(value: float, whole: float) -> float:
    return round(min(max(value / whole, 0.0), 1.0), 5)


def _broken_page(index: int) -> Remark:
    return Remark(
        "broken-page",
        f"第 {index + 1} 页损坏，未能读取。",
        f"Page {index + 1} is damaged and was not read.",
        f"第 {index + 1} 页",
    )


def _pages(packed: PackedFile) -> Iterator[_Page]:
    """The pages of every document body in the order of reading, each file once."""
    seen: set[str] = set()
    for body in _part(packed, "OFD.xml").iter("{*}*"):
        if local(body) != "docroot" or not (body.text or "").strip():
            continue
        path = _resolve(packed, "", (body.text or "").strip())
        if path is None:
            continue
        for page in _document_pages(packed, path):
            if page.path not in seen:
                seen.add(page.path)
                yield page
            if len(seen) > MAX_PAGES:
                raise TooMuchInside(what_zh="页数", what_en="pages", limit=MAX_PAGES)


def _document_pages(packed: PackedFile, document: str) -> Iterator[_Page]:
    try:
        root = _part(packed, document)
    except ReadingError:
        # one of several documents (an older version) may be lost without the others
        return
    size = _physical_box(root) or _A4
    folder = posixpath.dirname(document)
    for pages in (element for element in root.iter("{*}*") if local(element) == "pages"):
        for page in pages:
            path = _resolve(packed, folder, attribute(page, "BaseLoc") or "")
            if path is not None:
                yield _Page(path, size)


def _part(packed: PackedFile, path: str) -> etree._Element:
    return parse_xml(packed.read(path), FORMAT, recover=True)


def _resolve(packed: PackedFile, folder: str, location: str) -> str | None:
    """The member that a location means: absolute, beside the file that names it, or else from the root."""
    location = location.replace("\\", "/")
    for base in ("/",) if location.startswith("/") else (f"/{folder}", "/"):
        found = packed.find(posixpath.normpath(posixpath.join(base, location)))
        if found:
            return found
    return None


def _physical_box(root: etree._Element) -> PageSize | None:
    """The size in millimetres that a page area gives, if it is a possible one."""
    for element in root.iter("{*}*"):
        if local(element) == "physicalbox":
            box = numbers(element.text)
            if len(box) == 4 and all(_MIN_SIDE <= side <= _MAX_SIDE for side in box[2:]):
                return PageSize(box[2], box[3])
    return None
