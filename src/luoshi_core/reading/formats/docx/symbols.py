"""Signs that Word stores as places in a symbol font, as the characters they look like."""

from __future__ import annotations

import re

_PRIVATE = re.compile("[\uf020-\uf0ff]")
_SYMBOL = dict(
    zip(
        b"\xa3\xb3\xb1\xb4\xb0\xb8\xb9\xbb\xb7\xa5\xae\xd7\xde\x2d\x25abdglmpqsDSW",
        "≤≥±×°÷≠≈•∞→·⇒−%αβδγλμπθσΔΣΩ",
        strict=True,
    )
)
_WINGDINGS = dict(
    zip(
        b"\xfc\xfb\xfe\xfd\xa8\x6f\x71\x6e\x6c\x76\xd8\x9f\xe0\xe8\xab\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a",
        "✓✗☑☒□□□■●❖➢•→→★①②③④⑤⑥⑦⑧⑨⑩",
        strict=True,
    )
)
_WINGDINGS_2 = dict(
    zip(b"\x50\x52\x53\x4f\x51\xa3\x2a\x6a\x6b\x6c\x6d\x6e\x6f\x70\x71\x72\x73", "✓☑☒✗☒□□①②③④⑤⑥⑦⑧⑨⑩", strict=True)
)
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def sign(font: str | None, code: int) -> str:
    """The character at ``code`` (0xF000 may be added) of a symbol font, "" if it has none outside of the font."""
    table = _FONTS.get((font or "").casefold())
    if code >= 0xF000 or table is not None:
        return (table or _SYMBOL).get(code & 0xFF, "")
    return chr(code) if 0x20 <= code < 0xD800 else ""


def without_private(text: str, font: str | None) -> str:
    """``text`` with characters of a symbol font's private places replaced."""
    return _PRIVATE.sub(lambda match: sign(font, ord(match[0])), text)
