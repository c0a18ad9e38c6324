"""How much of anything a reader takes, and the two doors through which packed content comes in.

The figures keep one file under 500 MB of memory and ten seconds; honest documents stay far below them.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from luoshi_core.reading.errors import (
    ArchiveBomb,
    Broken,
    Encrypted,
    OtherArchive,
    TooLarge,
    TooMuchInside,
    UnsafeMember,
    UnsafeXml,
    XmlTooDeep,
)

MEGABYTE = 1 << 20
MAX_BYTES = 200 * MEGABYTE
"""The largest file of any kind."""
MAX_TEXT_BYTES = 100 * MEGABYTE
"""The largest plain text."""
MAX_MARKUP_BYTES = 16 * MEGABYTE
"""The largest web page or Markdown file; its tree takes many times its size."""
MAX_XML_BYTES = 48 * MEGABYTE
"""The largest XML part of an office document."""
MAX_XML_NODES = 2_000_000
"""Tags and attributes of one XML part."""
MAX_UNPACKED = 400 * MEGABYTE
"""All members of one archive together."""
MAX_RATIO = 200
"""Unpacked to packed bytes, looked at above ``RATIO_FROM``; office documents stay below 60."""
RATIO_FROM = 8 * MEGABYTE
MAX_MEMBERS = 10_000
MAX_NESTING = 1
"""Archives inside an archive that are opened."""
MAX_PAGES = 5_000
MAX_CELLS = 2_000_000
"""Filled cells of one workbook."""
MAX_TABLE_CELLS = 200_000
"""Cells of one table in a text document, merged ones counted with all they cover."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    OSError,
    NotImplementedError,
    RuntimeError,
    struct.error,
    OverflowError,
)
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_OUTSIDE = re.compile(r"^[a-z]:[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)", re.IGNORECASE)


def check_size(data: bytes, limit: int = MAX_BYTES) -> None:
    """Raise ``TooLarge`` before any work is done on more than ``limit`` bytes."""
    if len(data) > limit:
        raise TooLarge(size=len(data), limit=limit)


def parse_xml(data: bytes, format: str = "XML", *, recover: bool = False) -> etree._Element:
    """The root of an XML part, read without entities, document types, network or deep nesting.

    ``format`` names the file in messages. ``recover`` reads past faults that real
    files have (undeclared name spaces) but never past nesting or entities.

    Raises ``UnsafeXml``, ``XmlTooDeep``, ``TooLarge``, ``TooMuchInside`` or ``Broken``.
    """
    check_size(data, MAX_XML_BYTES)
    if data.count(b"<") + data.count(b"=") > MAX_XML_NODES:
        raise TooMuchInside(what_zh="XML 元素", what_en="XML elements", limit=MAX_XML_NODES)
    head = data[:4096].replace(b"\0", b"")
    if _DOCTYPE.search(head):
        raise UnsafeXml(format=format)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, recover=recover, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise _xml_error(parser, format) from error
    if root is None or any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise _xml_error(parser, format)
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeXml(format=format)
    return root


def _xml_error(parser: etree.XMLParser, format: str) -> UnsafeXml | XmlTooDeep | Broken:
    said = " ".join(f"{entry.type_name} {entry.message}" for entry in parser.error_log)
    if "depth" in said:
        return XmlTooDeep(format=format)
    if "amplification" in said or "ENTITY_LOOP" in said:
        return UnsafeXml(format=format)
    return Broken(format=format)


class PackedFile:
    """The members of a zip, each read only as far as the limits allow."""

    def __init__(self, data: bytes, format: str = "ZIP") -> None:
        check_size(data)
        self.format = format
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _ZIP_ERRORS as error:
            raise Broken(format=format) from error
        self._check_directory(len(data))
        self._real = {_plain(name): name for name in reversed(self.names)}

    def _check_directory(self, packed: int) -> None:
        infos = self._zip.infolist()
        if len(infos) > MAX_MEMBERS:
            raise TooMuchInside(what_zh="压缩包成员", what_en="members", limit=MAX_MEMBERS)
        unpacked = sum(info.file_size for info in infos)
        if unpacked > MAX_UNPACKED or (unpacked > RATIO_FROM and unpacked > packed * MAX_RATIO):
            raise ArchiveBomb()
        for info in infos:
            if not info.filename:
                raise Broken(format=self.format)
            if _OUTSIDE.search(info.filename):
                raise UnsafeMember(member=one_line(info.filename))

    @property
    def names(self) -> list[str]:
        """The names of the members as the archive writes them, folders left out."""
        return [info.filename for info in self._zip.infolist() if not info.is_dir()]

    def infos(self) -> Iterator[zipfile.ZipInfo]:
        """The directory entries in the archive's order, folders left out."""
        return (info for info in self._zip.infolist() if not info.is_dir())

    def find(self, name: str) -> str | None:
        """The member's real name for ``name`` written in other case, with backslashes or a leading slash."""
        return self._real.get(_plain(name))

    def __contains__(self, name: str) -> bool:
        return self.find(name) is not None

    def read(self, member: str | zipfile.ZipInfo) -> bytes:
        """The bytes of one member, its checksum checked.

        Raises ``Encrypted``, ``ArchiveBomb`` or ``Broken`` (also for a member that is not there).
        """
        info = member if isinstance(member, zipfile.ZipInfo) else self._info(member)
        if info.flag_bits & 0x1:
            raise Encrypted(format=self.format)
        if info.file_size > MAX_BYTES:
            raise ArchiveBomb()
        if info.compress_type not in _METHODS:
            raise OtherArchive(kind_zh="用特殊算法压缩的 ZIP", kind_en="a ZIP packed with an unusual method")
        try:
            with self._zip.open(info) as stream:
                # a size is asked for because the directory may lie: without it everything would be unpacked
                return stream.read(info.file_size)
        except _ZIP_ERRORS as error:
            raise Broken(format=self.format) from error

    def starts_with(self, info: zipfile.ZipInfo, signature: bytes) -> bool:
        """Whether a member that can be unpacked begins with some bytes."""
        if info.flag_bits & 0x1 or info.compress_type not in _METHODS:
            return False
        try:
            with self._zip.open(info) as stream:
                return stream.read(len(signature)) == signature
        except _ZIP_ERRORS:
            return False

    def verify(self) -> None:
        """Read every member once, in case a library is to unpack the file by itself.

        Raises as ``read`` does.
        """
        for info in self.infos():
            self.read(info)

    def _info(self, name: str) -> zipfile.ZipInfo:
        real = self.find(name)
        if real is None:
            raise Broken(format=self.format)
        return self._zip.getinfo(real)


def open_zip(data: bytes, format: str = "ZIP") -> PackedFile:
    """The members of a zip or of a document that is one; ``format`` names the file in messages.

    Raises ``Broken``, ``ArchiveBomb``, ``TooMuchInside`` or ``UnsafeMember``.
    """
    return PackedFile(data, format)


def one_line(name: str) -> str:
    """A name from a file, fit for a message: without control characters, not longer than 120 characters."""
    clean = "".join(c if c.isprintable() else " " for c in name[:200]).strip()
    return clean if len(clean) <= 120 else clean[:119] + "…"


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()
