"""A .docx as a package: its parts, found by their relations and not by their names."""

from __future__ import annotations

import posixpath
import re

from lxml import etree

from luoshi_core.reading.errors import Broken
from luoshi_core.reading.formats.limits import PackedFile, open_zip, parse_xml

FORMAT = "Word"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml|drawingml|officeDocument)/(\w+)")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"


class DocxPackage:
    """The main part of a word-processing document and the parts that it names."""

    def __init__(self, data: bytes) -> None:
        self._zip = open_zip(data, FORMAT)
        main = self._targets("").get("officeDocument")
        if main is None or main not in self._zip:
            raise Broken(format=FORMAT)
        self.document = _parse(self._zip, main)
        self._related = self._targets(main)

    def part(self, kind: str) -> etree._Element | None:
        """The root of the part that the document relates to as ``kind`` ("styles", "numbering"), if it is there."""
        target = self._related.get(kind)
        return None if target is None or target not in self._zip else _parse(self._zip, target)

    def _targets(self, source: str) -> dict[str, str]:
        folder, name = posixpath.split(source)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._zip:
            return {}
        return {
            entry.get("Type", "").rpartition("/")[2]: _resolve(folder, entry.get("Target", ""))
            for entry in _parse(self._zip, relations).iter(_RELATIONSHIP)
            if entry.get("TargetMode") != "External"
        }


def _resolve(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _parse(package: PackedFile, name: str) -> etree._Element:
    data = package.read(name)
    # strict OOXML says the same under other names
    return parse_xml(_STRICT.sub(_TRANSITIONAL, data) if b"purl.oclc.org" in data[:4096] else data, FORMAT)


def value(element: etree._Element | None, name: str) -> str | None:
    """The ``w:val`` of the first child called ``name``."""
    child = None if element is None else element.find(W + name)
    return None if child is None else child.get(W + "val")


def number(element: etree._Element | None, name: str) -> int | None:
    """The same as a whole number."""
    text = value(element, name)
    return int(text) if text is not None and text.removeprefix("-").isdecimal() else None


def switched_on(element: etree._Element | None, name: str) -> bool:
    """Whether a toggle such as ``w:vanish`` is there and not set to off."""
    child = None if element is None else element.find(W + name)
    return child is not None and child.get(W + "val") not in ("0", "false", "off")
