"""Markdown: the text as it is rendered, without its marks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from luoshi_core.reading.errors import NoText
from luoshi_core.reading.formats.composer import Composer, DraftCell
from luoshi_core.reading.formats.encoding import decode
from luoshi_core.reading.formats.html.blocks import blocks
from luoshi_core.reading.formats.html.page import parse_html
from luoshi_core.reading.formats.html.reader import write_blocks
from luoshi_core.reading.formats.limits import MAX_MARKUP_BYTES, check_size
from luoshi_core.reading.formats.markdown_inline import plain_text
from luoshi_core.reading.formats.sniff import FRONT_MATTER
from luoshi_core.reading.source import Format, Role, Source

_BLANK = re.compile(r"[ \t]*$")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_ITEM = re.compile(r"([ \t]*)(?:([*+-])|(\d{1,9}[.)]))(?:[ \t]+|$)(.*)")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL_END = re.compile(r"(?<!\\)\|")
_HTML_BLOCK = re.compile(r" {0,3}<(table|div|p|ol|ul|center|details|section|figure)\b", re.IGNORECASE)
_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:[ \t]*(?:<[^>]*>|\S+)(?:[ \t]+[\"'(].*)?$")
_FRONT_LINE = re.compile(r"([\w\u4e00-\u9fff-]+)[ \t]*:[ \t]*(.+)")
_FACTS = {
    "title": "title",
    "标题": "title",
    "source": "source",
    "来源": "source",
    "date": "date",
    "日期": "date",
    "发布日期": "date",
    "发布时间": "date",
    "author": "author",
    "作者": "author",
    "number": "number",
    "文号": "number",
    "发文字号": "number",
    "issuer": "issuer",
    "发文机关": "issuer",
    "成文日期": "written",
    "url": "url",
    "link": "url",
}
_MAX_COLUMNS = 200
_MAX_ROW = 10_000
"""Characters of a line that may still be a row of a table."""
_HARD_BREAK = re.compile(r"(?:(?<! ) {2,}|\\)\n")
_CJK = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_CJK_BREAK = re.compile(f"(?<=[{_CJK}])\n|\n(?=[{_CJK}])")


def read_markdown(data: bytes, name: str | None = None) -> Source:
    """A Markdown file as it is published; numbers of lists stay in the text, front matter becomes facts.

    Raises ``TooLarge``, ``NotText`` or ``NoText``.
    """
    check_size(data, MAX_MARKUP_BYTES)
    decoded = decode(data)
    front = FRONT_MATTER.match(decoded.text)
    body = decoded.text[front.end() :] if front else decoded.text
    writer = _Writer(_without_comments(body))
    composer = writer.run()
    if not composer.blocks:
        raise NoText()
    facts = front_matter(front.group()) if front else {}
    return Source(Format.MARKDOWN, composer.text, composer.blocks, 1, name, decoded.remarks, facts)


def _without_comments(text: str) -> str:
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join(kept) + text[at:]


def front_matter(text: str) -> dict[str, str]:
    """The fields of the head between two rules that a header needs."""
    facts: dict[str, str] = {}
    for line in text.splitlines():
        found = _FRONT_LINE.match(line)
        key = _FACTS.get(found.group(1).lower()) if found else None
        if found and key:
            facts.setdefault(key, found.group(2).strip().strip("\"'"))
    return {key: value for key, value in facts.items() if value}


class _Writer:
    """Goes through the lines once; ``_open`` holds the lines of the paragraph that is not yet written."""

    def __init__(self, text: str) -> None:
        self._lines = text.expandtabs(4).split("\n") if "\t" in text else text.split("\n")
        self._at = 0
        self._open: list[str] = []
        self._role = Role.BODY
        self._prefix = ""
        self._unclosed: set[str] = set()
        self._composer = Composer()

    def run(self) -> Composer:
        while self._at < len(self._lines):
            self._line(self._lines[self._at])
        self._close()
        return self._composer

    def _line(self, line: str) -> None:
        """One line, or all those of the block that it opens."""
        bare = line
        if ">" in line and (quoted := _QUOTE.match(line)):
            bare = line[quoted.end() :]
        if _BLANK.match(bare):
            self._close()
            self._composer.gap()
            self._at += 1
        elif not (self._block(bare) or self._table(bare) or self._html(line)):
            self._at += 1
            self._text(bare)

    def _block(self, line: str) -> bool:
        """Headings, rules, fences and definitions."""
        if self._open and (under := _UNDERLINE.match(line)) and self._role is Role.BODY:
            self._close(level=1 if under.group(1)[0] == "=" else 2)
        elif found := _HEADING.match(line):
            self._close()
            self._open = [found.group(2) or ""]
            self._close(level=len(found.group(1)))
        elif _RULE.match(line):
            self._close()
            self._composer.gap()
        elif found := _FENCE.match(line):
            self._close()
            self._fenced(found.group(1))
        elif not (not self._open and _DEFINITION.match(line)):
            return False
        self._at += 1
        return True

    def _fenced(self, fence: str) -> None:
        """The lines of a code block as they stand; the closing fence is left to be stepped over."""
        for at in range(self._at + 1, len(self._lines)):
            line = self._lines[at]
            self._at = at
            if line.strip().startswith(fence):
                return
            self._composer.paragraph(line)

    def _table(self, line: str) -> bool:
        """A row of cells with a rule below it, and the rows that follow."""
        if "|" not in line or len(line) > _MAX_ROW or self._at + 1 >= len(self._lines):
            return False
        rule = self._bare(self._at + 1)
        if (
            "-" not in rule
            or len(rule) > _MAX_ROW
            or not _TABLE_RULE.match(rule)
            or len(_cells(rule)) != len(_cells(line))
        ):
            return False
        self._close()
        rows = [_cells(line)]
        self._at += 2
        while self._at < len(self._lines) and "|" in (row := self._bare(self._at)):
            rows.append(_cells(row))
            self._at += 1
        columns = min(len(rows[0]), _MAX_COLUMNS)
        self._composer.table(_drafts(rows, columns), len(rows), columns)
        return True

    def _bare(self, at: int) -> str:
        line = self._lines[at]
        quoted = _QUOTE.match(line)
        return line[quoted.end() :] if quoted else line

    def _html(self, line: str) -> bool:
        """A block of HTML, read as on a page: a table with merged cells has no other form here."""
        found = _HTML_BLOCK.match(line) if "<" in line and not self._open else None
        if not found or found.group(1).lower() in self._unclosed:
            return False
        closing = re.compile(rf"</{found.group(1)}\s*>", re.IGNORECASE)
        opening = re.compile(rf"<{found.group(1)}\b", re.IGNORECASE)
        depth, end = 0, self._at
        for end in range(self._at, len(self._lines)):
            depth += len(opening.findall(self._lines[end])) - len(closing.findall(self._lines[end]))
            if depth <= 0:
                break
        else:
            self._unclosed.add(found.group(1).lower())
            return False
        fragment = "\n".join(self._lines[self._at : end + 1])
        write_blocks(blocks(parse_html(fragment)), self._composer)
        self._at = end + 1
        return True

    def _text(self, line: str) -> None:
        """A line of a paragraph, or the first of a list item."""
        item = _ITEM.match(line)
        if item and not self._is_continued(item):
            self._close()
            self._role = Role.LIST_ITEM
            self._prefix = f"{item.group(3)} " if item.group(3) else ""
            line = _TASK.sub("", item.group(4), count=1)
        self._open.append(line)

    def _is_continued(self, item: re.Match[str]) -> bool:
        """A number other than 1 inside a paragraph is a line that happens to begin with it."""
        number = item.group(3)
        return bool(self._open and self._role is Role.BODY and number and number[:-1] != "1")

    def _close(self, level: int | None = None) -> None:
        if self._open:
            for text in _joined(self._open):
                role = self._role if level is None else Role.HEADING
                self._composer.paragraph(self._prefix + text, role, level)
                self._prefix = ""
        self._open, self._role, self._prefix = [], Role.BODY, ""


def _joined(lines: list[str]) -> Iterator[str]:
    """The rendered paragraphs of some lines: two blanks or a backslash at the end break the line."""
    text = "\n".join(line.lstrip(" ") for line in lines)
    for part in _HARD_BREAK.split(text):
        rendered = plain_text(_CJK_BREAK.sub("", part.rstrip(" "))).replace("\n", " ")
        for line in rendered.split("\x1e"):
            if line.strip():
                yield line.strip(" ")


def _cells(row: str) -> list[str]:
    row = row.strip()
    parts = _CELL_END.split(row.removeprefix("|"))
    if len(parts) > 1 and not parts[-1].strip():
        parts.pop()
    return parts


def _drafts(rows: list[list[str]], columns: int) -> Iterator[DraftCell]:
    for index, row in enumerate(rows):
        for column in range(columns):
            text = row[column] if column < len(row) else ""
            words = plain_text(text.replace("\\|", "|").strip()).replace("\x1e", "\n")
            yield DraftCell(html.unescape(words).strip(), index, column)
