"""OLE compound files that hold nothing but the names of their streams."""

from __future__ import annotations

import struct

_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def ole(*names: str) -> bytes:
    """A compound file with sectors of 512 bytes: a table, and as many directory sectors as the names need."""
    entries = [_entry("Root Entry", 5)] + [_entry(name, 2) for name in names]
    directory = b"".join(entries)
    directory += bytes(-len(directory) % 512)
    sectors = len(directory) // 512
    chain = [_TABLE, *range(2, sectors + 1), _END]
    table = struct.pack("<128I", *(chain + [_FREE] * (128 - len(chain))))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    return header + table + directory


def _entry(name: str, kind: int) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    return (raw.ljust(64, b"\0") + struct.pack("<HB", len(raw), kind)).ljust(128, b"\0")
