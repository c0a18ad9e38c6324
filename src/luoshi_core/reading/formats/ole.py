"""The names inside an OLE compound file (.doc, .xls, .wps), read from its directory.

Layout after Microsoft's open specification [MS-CFB]: a header of 512 bytes, a
file allocation table in sectors, and a chain of directory sectors with entries of 128 bytes.
"""

from __future__ import annotations

import struct

from luoshi_core.reading.errors import Broken

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128
_LAST_SECTOR = 0xFFFFFFFA
_MAX_DIRECTORY_SECTORS = 4096


def stream_names(data: bytes) -> set[str]:
    """The names of all streams and storages.

    Raises ``Broken`` if the directory cannot be found in the file.
    """
    if len(data) < 512:
        raise Broken(format="OLE")
    (shift,) = struct.unpack_from("<H", data, 30)
    (first,) = struct.unpack_from("<I", data, 48)
    if shift not in (9, 12):
        raise Broken(format="OLE")
    table = _allocation_table(data, 1 << shift)
    names: set[str] = set()
    sector, seen = first, 0
    while sector < _LAST_SECTOR and seen < _MAX_DIRECTORY_SECTORS:
        at = (sector + 1) << shift
        names.update(_names(data[at : at + (1 << shift)]))
        sector, seen = table.get(sector, _LAST_SECTOR), seen + 1
    if not names:
        raise Broken(format="OLE")
    return names


def _allocation_table(data: bytes, size: int) -> dict[int, int]:
    """Which sector follows which, from the table sectors that the header names (enough for any directory)."""
    table: dict[int, int] = {}
    per_sector = size // 4
    for index, sector in enumerate(struct.unpack_from("<109I", data, 76)):
        at = (sector + 1) * size
        if sector >= _LAST_SECTOR or at + size > len(data):
            break
        table.update(enumerate(struct.unpack_from(f"<{per_sector}I", data, at), index * per_sector))
    return table


def _names(sector: bytes) -> list[str]:
    found = []
    for at in range(0, len(sector) - _ENTRY + 1, _ENTRY):
        (length,) = struct.unpack_from("<H", sector, at + 64)
        if 2 < length <= 64:
            found.append(sector[at : at + length - 2].decode("utf-16-le", "replace"))
    return found
