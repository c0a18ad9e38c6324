"""PDF files for tests: set by typst, or drawn operator by operator where the drawing matters."""

from __future__ import annotations

import hashlib
import importlib.resources

import typst

SETTINGS = '#set page(paper: "a4", margin: 2.5cm)\n#set text(font: "Noto Serif SC", size: 12pt, lang: "zh")\n'


def typeset(body: str, settings: str = SETTINGS) -> bytes:
    """A PDF of typst markup."""
    with importlib.resources.as_file(importlib.resources.files("pylopdf_fonts_zh_cn")) as fonts:
        return typst.compile((settings + body).encode(), font_paths=[str(fonts)], ignore_system_fonts=True)


def at(x: float, y: float, text: str, size: float = 12) -> str:
    """Latin words at a place, in points from the lower left."""
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n"


def drawn(*pages: str, turn: int = 0, box: str = "0 0 600 800", password: str | None = None) -> bytes:
    """A PDF of pages given as their drawing operators."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    key = _key(password) if password else None
    for number, page in enumerate(pages):
        at_object = 4 + 2 * number
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Rotate {turn} {resources} "
            f"/Contents {at_object + 1} 0 R >>".encode()
        )
        stream = page.encode("latin-1")
        if key:
            stream = _rc4(_object_key(key, at_object + 1), stream)
        bodies.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
    return _file(bodies, _encryption(password, key) if password and key else b"")


def _file(bodies: list[bytes], trailer: bytes) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = b"%d" % (len(bodies) + 1)
    end = b"trailer\n<< /Size " + size + b" /Root 1 0 R " + trailer + b" >>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 " + size + b"\n0000000000 65535 f \n" + table + end


_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_ID = b"0123456789abcdef"


def _owner(password: str) -> bytes:
    padded = (password.encode() + _PAD)[:32]
    return _rc4(hashlib.md5(padded).digest()[:5], padded)


def _key(password: str) -> bytes:
    padded = (password.encode() + _PAD)[:32]
    return hashlib.md5(padded + _owner(password) + (-4).to_bytes(4, "little", signed=True) + _ID).digest()[:5]


def _object_key(key: bytes, number: int) -> bytes:
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]


def _encryption(password: str, key: bytes) -> bytes:
    owner, user = _owner(password).hex().encode(), _rc4(key, _PAD).hex().encode()
    standard = b"<< /Filter /Standard /V 1 /R 2 /O <" + owner + b"> /U <" + user + b"> /P -4 >>"
    return b"/Encrypt " + standard + b" /ID [<" + _ID.hex().encode() + b"> <" + _ID.hex().encode() + b">]"


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
