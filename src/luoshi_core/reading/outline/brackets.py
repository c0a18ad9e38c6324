"""Who is responsible, said behind a heading: （牵头单位：…）, (Lead: …)."""

from __future__ import annotations

import re

_ROLES = r"(?:责任|牵头|配合|主办|承办|协办|参与|协同|落实)(?:单位|部门|科室|领导|人)"
_ENGLISH_ROLES = (
    r"(?:Leads?|Lead [Aa]gency|Lead [Dd]epartment|Responsible(?: [Pp]arty)?|Owner|Partners?"
    r"|Support(?:ing)?(?: [Pp]artners)?|Timeline|Due)"
)
_RESPONSIBLE = re.compile(
    r"责任|牵头|配合|负责|协办|主办|承办|协同|时限|完成时间|落实单位|实施单位|参与单位|包保|分管领导|联系领导|各.{1,12}按职责"
    r"|\b(?:leads?|lead agency|responsible|owner|partners?|support|supported by|timeline|due|deadline)\b",
    re.IGNORECASE,
)
_LAST_BRACKET = re.compile(
    r"\s*(?:[（(](?:[^（）()]|[（(][^（）()]*[）)])*[）)]|\[[^\[\]]*\]|【[^【】]*】|［[^［］]*］)\s*[。.；;：:]?\s*$"
)
_CLOSERS = ("）", ")", "]", "】", "］")
_TRAILING_FIELD = re.compile(rf"[\s\u3000]+(?:[—-]+\s*)?(?:{_ROLES}|{_ENGLISH_ROLES})\s*[:：].*$")
_FIELD_LINE = re.compile(rf"(?:{_ROLES}|完成时[限间]|时限要求|{_ENGLISH_ROLES})\s*[:：]")


def responsibility_at(text: str) -> int:
    """Where the responsibility brackets at the end of ``text`` begin; its length if there are none."""
    end = len(text)
    while text[max(end - 3, 0) : end].rstrip("。.；;：: \u3000").endswith(_CLOSERS) and (
        found := _LAST_BRACKET.search(text, 0, end)
    ):
        if not _RESPONSIBLE.search(found[0]):
            break
        end = found.start()
    if end == len(text) and ("：" in text or ":" in text) and (found := _TRAILING_FIELD.search(text)):
        return found.start()
    return end


def is_responsibility(text: str) -> bool:
    """Whether the words say who is responsible, and nothing else."""
    return len(text) < 300 and (_FIELD_LINE.match(text) is not None or responsibility_at(text) == 0)
