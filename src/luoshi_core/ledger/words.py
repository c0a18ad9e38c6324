"""Text as a workbook keeps it, and lists of words in one cell that come apart as they were put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_NEVER = re.compile("[\0-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SEPARATORS = frozenset("、，,；;/\n")
_OPENING, _CLOSING = frozenset("（(【[〔《“"), frozenset("）)】]〕》”")


def normal_text(text: str) -> str:
    """Text with line feeds for all breaks, without control characters and without spaces around it."""
    return _NEVER.sub("", _BREAK.sub("\n", text)).strip()


def joined_names(names: Sequence[str], separator: str) -> str:
    """Names as one cell lists them; separators inside a name are marked only where it would not come apart right."""
    plain = separator.join(names)
    if parted_names(plain) == tuple(names):
        return plain
    return separator.join(escaped(name, _SEPARATORS | _OPENING | _CLOSING) for name in names)


def parted_names(text: str) -> tuple[str, ...]:
    """The names of a cell; separators in brackets belong to the name (各县（市、区）)."""
    parts, depth = [""], 0
    for character, marked in marked_characters(text):
        if not marked:
            depth = max(depth + (character in _OPENING) - (character in _CLOSING), 0)
            if character in _SEPARATORS and not depth:
                parts.append("")
                continue
        parts[-1] += character
    return tuple(name for name in map(str.strip, parts) if name)


def escaped(text: str, characters: frozenset[str]) -> str:
    r"""Text with a backslash before itself and before ``characters``; a line feed is \\n."""
    marked = "".join("\\" + c if c in characters or c == "\\" else c for c in text)
    return marked.replace("\\\n", "\\n")


def marked_characters(text: str) -> Iterator[tuple[str, bool]]:
    """Each character, and whether a backslash took its special meaning away."""
    following = iter(text)
    for character in following:
        if character != "\\":
            yield character, False
            continue
        marked = next(following, "\\")
        yield ("\n" if marked == "n" else marked), True
