"""The marks inside a line of Markdown taken off: emphasis, links, code, tags, escapes."""

from __future__ import annotations

import html
import re

BREAK = "\x1e"
"""Stands where <br> breaks the line."""

_MARKS = re.compile(r"[\\`*_~\[<&!]")
_LITERAL = re.compile(r"\\([!-/:-@\[-`{-~])|(`+)(?!`)(.{1,500}?)(?<!`)\2(?!`)", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\](?:\([^()\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
_LINK = re.compile(
    r"\[((?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){1,1000})\](?:\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)|\[[^\]\n]{0,200}\])"
)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,50}\]:?")
_AUTOLINK = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]{1,2000})>")
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]{0,20}(?:\s[^<>]{0,1000})?/?>")
_STARS = re.compile(r"(?<!\*)(\*{1,3})(?=[^\s*])(?!(?<=\d\*)\d)([^*\n]{0,300}?[^\s*])\1(?!\*)")
_LINES = re.compile(r"(?<![A-Za-z0-9_])(_{1,3})(?=[^\s_])([^\n]{0,300}?[^\s_])\1(?![A-Za-z0-9_])")
_STRIKE = re.compile(r"~~(?=\S)([^~\n]{1,300}?)~~")


def plain_text(text: str) -> str:
    """The words of a line as they are rendered; ``BREAK`` stands for <br>."""
    if not _MARKS.search(text):
        return text
    kept: list[str] = []

    def keep(words: str) -> str:
        kept.append(words)
        return f"\x02{len(kept) - 1}\x03"

    text = text.replace("\x02", "").replace("\x03", "")
    if "\\" in text or "`" in text:
        text = _LITERAL.sub(lambda match: keep(match.group(1) or match.group(3).strip()), text)
    if "<" in text:
        text = _TAG.sub("", _BREAK_TAG.sub(BREAK, _AUTOLINK.sub(lambda match: keep(match.group(1)), text)))
    if "[" in text:
        text = _LINK.sub(r"\1", _FOOTNOTE.sub("", _IMAGE.sub("", text)))
    text = _without_emphasis(text)
    text = html.unescape(text) if "&" in text else text
    return re.sub("\x02(\\d+)\x03", lambda match: kept[int(match.group(1))], text) if kept else text


def _without_emphasis(text: str) -> str:
    for mark, pattern, words in (("*", _STARS, r"\2"), ("_", _LINES, r"\2"), ("~~", _STRIKE, r"\1")):
        for _ in range(3):
            if mark not in text:
                break
            changed = pattern.sub(words, text)
            if changed == text:
                break
            text = changed
    return text
