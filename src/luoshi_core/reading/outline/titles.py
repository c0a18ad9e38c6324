"""Which labelled paragraphs are headings, and how far a run-in heading goes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from luoshi_core.reading.labels import Form, Label
from luoshi_core.reading.outline.brackets import is_responsibility, responsibility_at
from luoshi_core.reading.outline.tasks import announces, is_body, is_plain_act, is_task

LONGEST_RUN_IN = 30
"""The rules' limit for a run-in heading, in characters; brackets with dates or bodies are not counted."""

_LONGEST_ENGLISH_RUN_IN = 40
_LONGEST_ALONE = 45
_LONGEST_ENGLISH_ALONE = 100
_LONGEST_WITH_BRACKET = 400


class Follows(Enum):
    """What stands after a paragraph."""

    NOTHING = "nothing"
    TEXT = "text"
    BELOW = "below"
    BESIDE = "beside"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Title:
    """A heading in the words after a label: ``text[:end]`` its title, ``text[:stop]`` with the bracket behind it.

    ``stop`` is also where the text of a run-in heading begins.
    """

    end: int
    stop: int


_BRACKET = re.compile(r"[（(][^（）()]*[）)]")
_NESTED = re.compile(r"[（(](?:[^（）()]|[（(][^（）()]*[）)])*[）)]")
_OTHER_MARK = re.compile(r"[！？；!?;]")
_GOES_ON = re.compile(r"\s*(?:由|其中|力争|确保|[^，。；]{2,20}(?:负责|牵头|配合))")
"""A sentence that only says who does what the sentence before it asks for."""
_STAGE = re.compile(r"(?:[12]\d{3}年|第[一二三四]\w{1,4}|\w{2,6}阶段)：[^：]{2,14}$")
_COLON = re.compile(r"([^。！？；，：!?;,:（()）]{2,15})([：:])[\s\u3000]*")
_WIDE_SPACE = re.compile(r"([^。！？；，：、\s\u3000（(]{2,16})([\u3000]+|[ ]{2,})")
_ENGLISH_SENTENCE = re.compile(r"([A-Z][^.!?:;\n]{1,60})([.:])\s+(?=[A-Z\"“])")
_ENDS = "。：:.．;；"
_FAR = 160


def has_lead_sentence(text: str) -> bool:
    """Whether a paragraph opens with a short sentence that could be a run-in heading, be it a title or a task."""
    stop = text.find("。", 0, LONGEST_RUN_IN + 1) + 1
    return 0 < stop < len(text)


def run_in(text: str, english: bool, as_before: bool = False) -> Title | None:
    """The run-in heading that opens ``text``: a short title, not itself the task, with more text after it.

    ``as_before`` says that the label before it in its series opened a heading.
    """
    if english:
        return _english_run_in(text)
    stop = text.find("。", 0, _FAR) + 1
    if 0 < stop < len(text) and (title := _sentence(text, stop, as_before)):
        return title
    for pattern in (_COLON, _WIDE_SPACE):
        found = pattern.match(text)
        if found and found.end() < len(text) and _names_a_topic(found[1]):
            return Title(found.end(1), found.end())
    return None


def _sentence(text: str, stop: int, as_before: bool) -> Title | None:
    words = text[: stop - 1]
    end = responsibility_at(words)
    plain = _NESTED.sub("", words[:end])
    if not plain or len(plain) > LONGEST_RUN_IN or _OTHER_MARK.search(plain):
        return None
    if is_task(plain) and not (as_before and is_plain_act(plain) and not _GOES_ON.match(text, stop)):
        return None
    if "：" in plain and not _STAGE.match(plain):
        return None
    rest = text[stop:].strip()
    return Title(end, len(text) - len(text[stop:].lstrip())) if rest and not is_responsibility(rest) else None


def _english_run_in(text: str) -> Title | None:
    found = _ENGLISH_SENTENCE.match(text)
    if not found:
        return None
    end = responsibility_at(found[1])
    words = found[1][:end]
    if end > _LONGEST_ENGLISH_RUN_IN or len(words.split()) > 6 or is_task(words, english=True):
        return None
    return None if is_responsibility(text[found.end() :]) else Title(end, found.end())


def _names_a_topic(words: str) -> bool:
    return not (is_task(words) or announces(words) or is_body(words) or is_responsibility(words + "："))


def stands_alone(
    text: str, label: Label, look_ahead: Callable[[], Follows], as_before: bool, marked: bool, english: bool
) -> Title | None:
    """The heading that a whole labelled paragraph is, or None if it is the task itself.

    ``as_before`` says that the label before it in its series opened a heading,
    ``marked`` that the format calls the paragraph one.
    """
    longest = _LONGEST_ENGLISH_ALONE if english else _LONGEST_ALONE
    if len(text) > _LONGEST_WITH_BRACKET:
        return None
    end = responsibility_at(text)
    core = text[:end].rstrip()
    title = core.rstrip(_ENDS).rstrip()
    if not title or len(title) > longest or "。" in title or "；" in title:
        return None
    closing = core[len(title) :].strip()[:1]
    if marked and closing not in ("。", "；", ";"):
        return Title(len(title), len(text))
    if _is_heading(_BRACKET.sub("", title), closing, label, look_ahead(), as_before, english):
        return Title(len(title), len(text))
    return None


def _is_heading(title: str, closing: str, label: Label, follows: Follows, as_before: bool, english: bool) -> bool:
    if label.form in (Form.APPENDED, Form.PART, Form.CHAPTER, Form.SECTION):
        return True
    if closing in ("；", ";") or title[-1:] in ("，", "、", ","):
        return False
    first_or_like = as_before or label.number <= 1
    opens = follows is Follows.BELOW or (follows is Follows.TEXT and first_or_like)
    if closing in ("：", ":"):
        return opens and not announces(title) and not is_task(title, english)
    if closing:
        return opens and not is_task(title, english)
    if label.form in (Form.HAN, Form.ROMAN, Form.NAMED):
        return opens or follows is Follows.TEXT or not is_task(title, english)
    return opens or (follows is Follows.NOTHING and as_before)
