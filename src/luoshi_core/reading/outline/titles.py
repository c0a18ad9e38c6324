"""Which labelled paragraphs are headings, and how far a run-in heading goes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from luoshi_core.reading.labels import Form, Label
from luoshi_core.reading.outline.brackets import is_responsibility, responsibility_at

LONGEST_RUN_IN = 30
LONGEST_ALONE = 45
LONGEST_ENGLISH = 100


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
_SENTENCE = re.compile(r"((?:[^。！？；：!?;（(]|[（(](?:[^（）()]|[（(][^（）()]*[）)])*[）)]){1,80}?)(。)[\s\u3000]*")
_COLON = re.compile(r"([^。！？；，：!?;,:（()）]{2,15})([：:])[\s\u3000]*")
_WIDE_SPACE = re.compile(r"([^。！？；，：、\s\u3000（(]{2,16})([\u3000]+|[ ]{2,})")
_ENGLISH_SENTENCE = re.compile(r"([A-Z][^.!?:;\n]{1,60})([.:])\s+(?=[A-Z\"“])")
_ENDS = "。：:.．;；"

_MEASURED = re.compile(
    r"(?<![第\d０-９.．·“])[\d０-９][\d０-９.．]{0,6}[万亿千百余多]*(?:[%％‰]|[\u4e00-\u9fff](?<![年月日号届期版周热]))|百分之|全覆盖"
)
_TIMED = re.compile(r"(?:年|月|季度)(?:底|末|内)?前|月底|年底|年内|日前|上半年|下半年|每[日天周月季年]|季度")
_DUTY = re.compile(
    r"严禁|不得|禁止|一律不?|(?<![主重需必纪摘首只扼简纲])要(?![求点素事件闻务领素害目])|应当|必须|须(?!知)|"
    r"^由.+(?:负责|牵头|承担|办理|落实)|(?:局|委|办|府|部门|单位|中心|街道|镇|乡|县|区|市|院|馆|公司)(?:要|应|须|将|负责|牵头|会同|配合|同志)"
)
_BODY_FIRST = re.compile(
    r"(?:市|县|区|省|州|镇|乡|各)[^，、。；：]{0,12}?(?:局|委员会|委|办公室|办|中心|厅|院|馆|公司|集团|支队|总队|政府|部门|单位|街道)"
    r"(?=[^\s。：（(])(?![员公面领部机])"
)
_DONE = re.compile(
    r"(?:全面|按期|如期|按时|加快|尽快)?(?:完成|建成|印发|出台|报送|上报|办结|开工建设)|(?:鼓励|倡导|允许|提倡).{6}|.*(?:建成|竣工|投入使用|办结)$"
)
_ANNOUNCES = re.compile(r"以下|如下|下列|议定|决定|指出|强调|要求$|认为|听取|包括$|分别为$|做好$|的$")
_ENGLISH_DUTY = re.compile(
    r"\b(?:shall|will|must|may|should|is|are|by (?:\d|the end|January|February|March|April|June|July|August|September|October|November|December|Q\d)"
    r"|\d+(?:\.\d+)?\s*(?:%|percent))\b|\d"
)


def run_in(text: str, english: bool) -> Title | None:
    """The run-in heading that opens ``text``: a short title, not itself the task, with more text after it."""
    found = (_ENGLISH_SENTENCE if english else _SENTENCE).match(text)
    if english:
        return _english_run_in(found, text) if found else None
    if found and found.end() < len(text):
        words = found[1]
        end = responsibility_at(words)
        title = _BRACKET.sub("", words[:end])
        if len(title) <= LONGEST_RUN_IN and not is_task(title) and not is_responsibility(text[found.end() :].strip()):
            return Title(end, found.end())
    for pattern in (_COLON, _WIDE_SPACE):
        found = pattern.match(text)
        if found and found.end() < len(text) and _names_a_topic(found[1]):
            return Title(found.end(1), found.end())
    return None


def _english_run_in(found: re.Match[str], text: str) -> Title | None:
    words = found[1]
    end = responsibility_at(words)
    if end > LONGEST_RUN_IN + 10 or len(words[:end].split()) > 6 or _ENGLISH_DUTY.search(words[:end]):
        return None
    return None if is_responsibility(text[found.end() :]) else Title(end, found.end())


def _names_a_topic(words: str) -> bool:
    return not (is_task(words) or _ANNOUNCES.search(words) or is_body(words) or is_responsibility(words + "："))


_BODY_NAME = re.compile(
    r".*(?:局|委员会|[市县区州省]委|办公室|人民政府|政府|厅|中心|委|办|部|院|馆|公司|集团|支队|部门|单位|街道|镇|乡|处|科|股|同志|小组|专班|[）)])$"
)


def is_body(words: str) -> bool:
    """Whether short words look like the name of a body, which is then who acts and not what about."""
    return _BODY_NAME.match(words) is not None


def is_task(title: str) -> bool:
    """Whether the words of a would-be title say what is to be done by when, by whom or how much."""
    return bool(
        _MEASURED.search(title)
        or _TIMED.search(title)
        or _DUTY.search(title)
        or _BODY_FIRST.match(title)
        or _DONE.match(title)
    )


def stands_alone(text: str, label: Label, follows: Follows, as_before: bool, english: bool) -> Title | None:
    """The heading that a whole labelled paragraph is, or None if it is the task itself.

    ``as_before`` says that the label before it in its series opened a heading.
    """
    end = responsibility_at(text)
    core = text[:end].rstrip()
    title = core.rstrip(_ENDS).rstrip()
    if not title or len(title) > (LONGEST_ENGLISH if english else LONGEST_ALONE) or "。" in title or "；" in title:
        return None
    closing = core[len(title) :].strip()[:1]
    if _is_heading(_BRACKET.sub("", title), closing, label, follows, as_before, english):
        return Title(len(title), len(text))
    return None


def _is_heading(title: str, closing: str, label: Label, follows: Follows, as_before: bool, english: bool) -> bool:
    if label.form in (Form.APPENDED, Form.PART, Form.CHAPTER, Form.SECTION):
        return True
    if (closing and closing in "；;") or title[-1:] in ("，", "、", ","):
        return False
    first_or_like = as_before or label.number <= 1
    opens = follows is Follows.BELOW or (follows is Follows.TEXT and first_or_like)
    if closing and closing in "：:":
        return opens and not _ANNOUNCES.search(title) and not (english or is_task(title))
    if closing:
        return opens and not (_ENGLISH_DUTY.search(title) if english else is_task(title))
    if label.form in (Form.HAN, Form.ROMAN, Form.NAMED):
        return opens or follows is Follows.TEXT or not (_ENGLISH_DUTY.search(title) if english else is_task(title))
    return opens or (follows is Follows.NOTHING and as_before)
