"""A .zip of documents, unpacked one member at a time."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from luoshi_core.reading.errors import ArchiveBomb, NestedTooDeep, NoText, ReadingError
from luoshi_core.reading.formats.limits import MAX_NESTING, MAX_UNPACKED, PackedFile, one_line, open_zip
from luoshi_core.reading.formats.sniff import sniff
from luoshi_core.reading.source import Format, Remark

_JUNK_FOLDERS = frozenset({"__macosx", ".git", ".svn"})
_JUNK_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_JUNK_STARTS = ("._", "~$", ".~")
_UTF8_NAME = 0x800


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive; ``unpack`` gives its bytes."""

    name: str
    unpack: Callable[[], bytes]

    @property
    def data(self) -> bytes:
        """The bytes of the file, unpacked on each call.

        Raises ``ReadingError`` with the member's name if that cannot be done.
        """
        try:
            return self.unpack()
        except ReadingError as error:
            error.locate(self.name)
            raise


@dataclass(frozen=True, slots=True)
class Archive:
    """The files of an archive, those of archives inside it included, down to ``MAX_NESTING``."""

    data: bytes
    remarks: tuple[Remark, ...] = ()

    def members(self) -> Iterator[Member]:
        """The files in the archive's order, without what operating systems leave behind."""
        return _Walk().members(open_zip(self.data), "", 0)


class _Walk:
    """One walk through an archive; counts what has been unpacked, in nested archives as well."""

    def __init__(self) -> None:
        self._unpacked = 0

    def members(self, packed: PackedFile, folder: str, depth: int) -> Iterator[Member]:
        for info in packed.infos():
            name = member_name(info)
            if _is_junk(name):
                continue
            member = Member(one_line(folder + name), self._unpacker(packed, info))
            yield from self._nested(member, depth) if _may_be_archive(packed, info) else (member,)

    def _unpacker(self, packed: PackedFile, info: zipfile.ZipInfo) -> Callable[[], bytes]:
        def unpack() -> bytes:
            self._unpacked += info.file_size
            if self._unpacked > MAX_UNPACKED:
                raise ArchiveBomb()
            return packed.read(info)

        return unpack

    def _nested(self, member: Member, depth: int) -> Iterator[Member]:
        try:
            data = member.data
            if sniff(data) is not Format.ZIP:
                yield Member(member.name, lambda: data)
                return
            if depth >= MAX_NESTING:
                raise NestedTooDeep()
            inner = open_zip(data)
        except ReadingError as error:
            yield Member(member.name, _refusal(error))
            return
        yield from self.members(inner, f"{member.name}/", depth + 1)


def _refusal(error: ReadingError) -> Callable[[], bytes]:
    def refuse() -> bytes:
        raise error

    return refuse


def open_archive(data: bytes, name: str | None = None) -> Archive:
    """The archive, if at least one file is in it.

    Raises ``NoText`` for an empty one, or what ``open_zip`` raises.
    """
    if not any(not _is_junk(member_name(info)) for info in open_zip(data).infos()):
        raise NoText()
    return Archive(data)


def member_name(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: without the UTF-8 mark it is mostly GBK, as Chinese Windows writes it."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    raw = info.orig_filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030", "big5"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _is_junk(name: str) -> bool:
    *folders, last = name.replace("\\", "/").casefold().split("/")
    return last in _JUNK_FILES or last.startswith(_JUNK_STARTS) or not _JUNK_FOLDERS.isdisjoint(folders)


def _may_be_archive(packed: PackedFile, info: zipfile.ZipInfo) -> bool:
    """Whether the member begins like a zip, so that it has to be looked into at once."""
    return packed.starts_with(info, b"PK")
