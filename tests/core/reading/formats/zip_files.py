"""Zip files member by member, honest and dishonest."""

from __future__ import annotations

import io
import zipfile


def zipped(*members: tuple[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of named members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return stream.getvalue()


def zipped_as_on_windows(name: str, content: bytes, encoding: str = "gb18030") -> bytes:
    """A zip whose member is named in an old code page, without the mark for UTF-8."""
    raw = name.encode(encoding)
    plain = zipped(("x" * len(raw), content))
    return plain.replace(b"x" * len(raw), raw)


def encrypted(data: bytes) -> bytes:
    """The same zip with every member marked as encrypted."""
    out = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            out[at + offset] |= 1
            at = data.find(signature, at + 4)
    return bytes(out)


def nested(depth: int, content: tuple[str, bytes | str]) -> bytes:
    """A zip in a zip in a zip."""
    data = zipped(content)
    for level in range(depth):
        data = zipped((f"{level}.zip", data))
    return data
