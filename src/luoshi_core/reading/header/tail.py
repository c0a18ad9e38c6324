"""What stands below and between the body: signatures, lists of 附件, 抄送, 印发, who attended."""

from __future__ import annotations

import re
from collections.abc import Sequence

from luoshi_core.reading.header.bodies import body_names, is_body_line
from luoshi_core.reading.header.dates import ALONE, ANY_CHINESE, MONTH_ALONE
from luoshi_core.reading.header.findings import Findings
from luoshi_core.reading.header.forms import read_edges
from luoshi_core.reading.header.lines import ADOPTION, RULE, person_of, read_footer
from luoshi_core.reading.header.titles import goes_on, is_complete, may_be_title
from luoshi_core.reading.labels import has_label
from luoshi_core.reading.passages import Grid, Piece
from luoshi_core.reading.source import Role
from luoshi_core.reading.traced import Traced

_LONGEST = 200
_GATE = frozenset("附抄主分发报送印（(共信公此出列参缺请记整审校录填制编汇统截数更承签立具")
_COPIED = re.compile(
    r"(?:抄\s*送|抄\s*报|分\s*送|发\s*送|发\s*至|报\s*送|呈\s*送|呈\s*报|送|报|发)\s*[:：]\s*(.+)$", re.DOTALL
)
_ADDRESSED = re.compile(r"主\s*送\s*[:：]\s*(.+)$", re.DOTALL)
_PRINTED = re.compile(rf"(.{{0,40}}?)[\s\u3000]*({ANY_CHINESE.pattern})\s*印\s*发?\s*$")
_COPIES = re.compile(r"[（(]?(?:共印|印数|印)\s*[:：]?\s*\d+\s*份[）)]?$")
_DISCLOSURE = re.compile(r"[（(]?(?:此件|信息公开|公开(?:方式|属性|类别|形式|选项)|政府信息公开).{0,40}$")
_CONTACT = re.compile(r"[（(]\s*(?:联系人|联系电话|联系方式)\s*[:：].{0,120}[）)]$")
_ATTENDED = re.compile(
    r"(?:出\s*席|列\s*席|参\s*加|参\s*会|缺\s*席|请\s*假|记\s*录|整\s*理|审\s*核|校\s*对|录入)(?:人员|领导|单位|人)?\s*[:：]"
)
_ATTACHED = re.compile(r"附\s*件?\s*[:：]\s*(\S.*)$", re.DOTALL)
_ATTACHED_NUMBERED = re.compile(r"附\s*件\s*([\d一二三四五六七八九十]{1,2})\s*[:：.．、]\s*(\S.*)$", re.DOTALL)
_ATTACHED_LABEL = re.compile(r"附\s*件\s*[\d一二三四五六七八九十]{0,2}\s*[:：]?$")
_ITEM = re.compile(r"\s*\d{1,2}\s*[.．、]\s*(?!\d)")
_BODY_AND_DATE = re.compile(rf"(.{{2,60}}?)[\s\u3000]*({ANY_CHINESE.pattern})$")
_OFFICE = re.compile(r".{0,20}(?:书记|市长|县长|区长|州长|省长|主任|局长|厅长|部长|主席|院长)\s*[:：]?[\s\u3000]*")
_PRINTS = re.compile(r"《([^《》]+)》|关于(?:印发|转发|公布|发布|下达)([^《》]+)的(?:通知|公告|决定)$")
#: Who signs a letter of responsibility or a promise.
_SIGNS = re.compile(
    r"(?:承\s*诺|签\s*订|签\s*约|签\s*署|立\s*约|立\s*状|具\s*结|发\s*文)(?:责任)?\s*(?:单\s*位|机\s*关|机\s*构|方|人)"
    r"\s*(?:[（(][^（()）]{1,8}[）)])?\s*[:：]\s*(.{2,40})$"
)
_TITLE_LINES = 5
_CLOSING = 40


class Tail:
    """Walks over what follows the head and keeps what is body."""

    def __init__(self, pieces: Sequence[Piece | Grid], start: int, title: str, into: Findings) -> None:
        self.copied_to: list[str] = []
        self.attachments: list[str] = []
        self.recipients: tuple[str, ...] = ()
        self.issued: str = ""
        self._pieces = pieces
        self._start = start
        self._into = into
        self._issues = [_plain(name) for names in _PRINTS.findall(title) for name in names if name]
        self._body: list[Piece | Grid] = []
        self._signed = False
        self._awaits_title = False

    def read(self) -> list[Piece | Grid]:
        """The pieces that are body."""
        pieces, body = self._pieces, self._body
        at = self._start
        while at < len(pieces):
            piece = pieces[at]
            if isinstance(piece, Grid) or len(piece.text.text) > _LONGEST:
                if isinstance(piece, Grid):
                    read_edges(piece, self._into)
                body.append(piece)
                self._awaits_title = False
                at += 1
                continue
            taken = self._take(piece, at)
            if not taken:
                body.append(piece)
                self._awaits_title = False
            at += taken or 1
        return body

    def _take(self, piece: Piece, at: int) -> int:
        """How many pieces from here on are no body; what they say is noted."""
        text = piece.text.text
        if not text:
            return 1
        if text[-1] in "日月" and self._take_signature(piece):
            return 1
        if text[0] in _GATE and (taken := self._take_line(piece, at)):
            return taken
        if text[-1] in "发）)" and self._take_printed(piece):
            return 1
        if RULE.match(text):
            return 1
        if self._issues or self._awaits_title:
            return self._take_title(at)
        if not self._signed and piece.align == "right" and is_body_line(text) and self._is_end(at + 1):
            self._into.put("signed", "、".join(body_names(text)), piece.text)
            return 1
        return 0

    def _take_signature(self, piece: Piece) -> bool:
        """A date that stands alone, with the names above it."""
        text = piece.text.text
        if ALONE.match(text):
            names: list[Traced] = []
            while self._body and len(names) < 8 and (line := self._signing_line()):
                names.insert(0, line)
                self._body.pop()
            self._sign(names, piece.text, text)
            return True
        if MONTH_ALONE.match(text):
            return self._take_month(piece.text)
        found = _BODY_AND_DATE.match(text)
        if found and is_body_line(found[1]):
            self._sign([piece.text.cut(0, found.end(1))], piece.text.cut(found.start(2)), found[2])
            return True
        return False

    def _take_month(self, month: Traced) -> bool:
        """A month that stands alone below the name of a body."""
        name = self._signing_line() if self._body else None
        if name is None or not is_body_line(name.text):
            return False
        self._body.pop()
        self._into.put("signed", "、".join(body_names(name.text)), name)
        self._into.put("month", month.text, month)
        return True

    def _signing_line(self) -> Traced | None:
        last = self._body[-1]
        if isinstance(last, Grid) or len(last.text) > 80 or last.role is Role.HEADING:
            return None
        text = last.text.text
        if is_body_line(text) or (_OFFICE.match(text) and person_of(_OFFICE.sub("", text))):
            return last.text
        return last.text if last.align == "right" and person_of(text) else None

    def _sign(self, names: list[Traced], date: Traced, words: str) -> None:
        self._awaits_title = not self._signed
        self._signed = True
        bodies = [name for line in names if is_body_line(line.text) for name in body_names(line.text)]
        if self._into.get("signed on") is None:
            self._into.put("signed", "、".join(bodies), *names)
        self._into.put("signed on", words, date)

    def _take_line(self, piece: Piece, at: int) -> int:
        text = piece.text.text
        if found := _COPIED.match(text):
            self.copied_to.extend(_bodies(found[1]))
            self._into.put("copied_to", found[1], piece.text)
            return 1
        if found := _ADDRESSED.match(text):
            self.recipients = self.recipients or tuple(_bodies(found[1]))
            self._into.put("recipients", found[1], piece.text)
            return 1
        if _ATTENDED.match(text) or _COPIES.match(text) or _CONTACT.match(text):
            return 1
        if _DISCLOSURE.match(text):
            self._into.put("disclosure", text.strip("（）()"), piece.text)
            return 1
        if read_footer(piece.text, self._into):
            return 1
        if (found := _SIGNS.match(text)) and self._closes(at + 1):
            if is_body_line(found[1]):
                self._into.put("signed", "、".join(body_names(found[1])), piece.text)
            return 1
        if ADOPTION.match(text) and ANY_CHINESE.search(text):
            self._into.put("signed on", ANY_CHINESE.findall(text)[-1], piece.text)
            return 1
        return self._take_attachments(at)

    def _take_printed(self, piece: Piece) -> bool:
        text = piece.text.text
        found = _PRINTED.match(text)
        if not found:
            return False
        self._into.put("printed", text, piece.text)
        return True

    def _take_attachments(self, at: int) -> int:
        """A list of 附件 under the body, told from an appended part by what comes after it."""
        piece = self._pieces[at]
        assert isinstance(piece, Piece)
        text = piece.text.text
        found, numbered = _ATTACHED.match(text), _ATTACHED_NUMBERED.match(text)
        if not (found or numbered):
            return 0
        lines = [(found[1] if found else numbered[2] if numbered else "", piece.text)]
        end = at + 1
        while end < len(self._pieces) and (name := self._next_attachment(end, bool(numbered))):
            lines.append((name, self._pieces[end].text))  # type: ignore[union-attr]
            end += 1
        if not self._list_ends_at(end):
            return 0
        for words, traced in lines:
            self.attachments.extend(name.strip(" 　。；;") for name in _ITEM.split(words) if name.strip())
            self._into.put("attachments", words, traced)
        return end - at

    def _next_attachment(self, at: int, numbered: bool) -> str | None:
        piece = self._pieces[at]
        if isinstance(piece, Grid) or len(piece.text) > 80:
            return None
        text = piece.text.text
        found = _ATTACHED_NUMBERED.match(text)
        if found:
            return found[2] if numbered else None
        if _ITEM.match(text) and not text.endswith("。"):
            return text
        return None

    def _list_ends_at(self, at: int) -> bool:
        """Whether a signature, an appended part's own label or the end follows, so that what came before was a list."""
        for piece in self._pieces[at : at + 12]:
            if isinstance(piece, Grid):
                return False
            text = piece.text.text
            if ALONE.match(text) or _ATTACHED_LABEL.match(text) or _COPIED.match(text) or _BODY_AND_DATE.match(text):
                return True
            if len(text) > 60 and not _DISCLOSURE.match(text):
                return False
        return at >= len(self._pieces)

    def _take_title(self, at: int) -> int:
        """The title of the plan that a notice prints, in one or several lines; it is not part of the body."""
        last = self._body[-1] if self._body else None
        if isinstance(last, Piece) and _ATTACHED_LABEL.match(last.text.text):
            return 0
        words, count = "", 0
        for piece in self._pieces[at : at + _TITLE_LINES]:
            if isinstance(piece, Grid) or not self._may_be_title(piece, words):
                break
            words += piece.text.text
            count += 1
        if not count:
            return 0
        plain = _plain(words)
        named = any(
            plain == name or (name.endswith(plain) and len(plain) > 6) or plain.endswith(name) for name in self._issues
        )
        if not named and not (self._awaits_title and is_complete(words)):
            return 0
        self.issued = self.issued or words
        self._awaits_title = True
        return count

    def _may_be_title(self, piece: Piece, words: str) -> bool:
        text = piece.text.text
        if not may_be_title(text) or has_label(text) or ALONE.match(text):
            return False
        return not words or not is_complete(words) or goes_on(text)

    def _closes(self, at: int) -> bool:
        """Whether nothing but short lines (names, dates) follow."""
        rest = self._pieces[at:]
        return all(isinstance(p, Piece) and len(p.text) <= _CLOSING and not has_label(p.text.text) for p in rest)

    def _is_end(self, at: int) -> bool:
        after = self._pieces[at] if at < len(self._pieces) else None
        return after is None or (isinstance(after, Piece) and _COPIED.match(after.text.text) is not None)


def _bodies(words: str) -> list[str]:
    return [name for name in (part.strip(" 　。.；;") for part in re.split(r"[，,；;。]", words)) if name]


def _plain(words: str) -> str:
    return re.sub(r"[\s\u3000“”\"（）()]", "", words)
