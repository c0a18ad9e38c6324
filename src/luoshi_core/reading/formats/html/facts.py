"""What a page says about its article beside the text: title, source, dates, number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from luoshi_core.reading.formats.html.blocks import SILENT
from luoshi_core.reading.formats.html.labels import LABELS, OTHER_LABELS, PAGE_LABELS, WEAK_LABELS
from luoshi_core.reading.formats.html.title import best_title

_KEYS = {label: key for key, labels in LABELS.items() for label in labels}
_NOT_A_VALUE = re.compile(r"^(?:无|暂无|—+|-+|/|null|undefined)?$", re.IGNORECASE)


def _spaced(label: str) -> str:
    """A label whose characters may be set apart, as 来　源."""
    return r"[\s\u3000\xa0]*".join(map(re.escape, label)) if not label.isascii() else rf"\b{re.escape(label)}"


_ANY = "|".join(sorted((_spaced(label) for label in (*_KEYS, *PAGE_LABELS, *OTHER_LABELS)), key=len, reverse=True))
_LABELLED = re.compile(rf"(?:^|(?<=[\s\u3000\xa0|｜（(【\[，,;；]))({_ANY})[\s\u3000\xa0]*[】\]]?[\s\u3000\xa0]*[:：]")
_ALONE = re.compile(rf"^[\s\u3000\xa0]*([【\[]?)[\s\u3000\xa0]*({_ANY})[\s\u3000\xa0】\]]*([:：]?)[\s\u3000\xa0】\]]*$")
_VALUE_END = re.compile(r"[|｜]|[\s\u3000\xa0]{3,}|[【\[](?:打印|字体|字号|关闭|大|浏览)|字体[:：]|$")
_BLANKS = re.compile(r"[\s\u3000\xa0]+")
_MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = re.compile(
    r"(?:19|20)\d\d\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}(?:\s*日)?"
    rf"|\d{{1,2}} {_MONTHS} (?:19|20)\d\d|{_MONTHS} \d{{1,2}}, (?:19|20)\d\d"
)
_STAMP = re.compile(r"((?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?=\s*\d{1,2}:\d\d))")
_BUTTONS = re.compile(r"^[【\[\s]*(?:[大中小]|打印|关闭|分享|收藏|[\s|｜])+[】\]\s]*$")

_META = {
    "articletitle": "title",
    "og:title": "title",
    "contentsource": "source",
    "source": "source",
    "og:article:author": "author",
    "pubdate": "date",
    "publishdate": "date",
    "publish-date": "date",
    "article:published_time": "date",
    "og:release_date": "date",
    "firstpublishedtime": "date",
    "publishedtime": "date",
    "publish_date": "date",
    "dc.date": "date",
    "author": "author",
    "article:author": "author",
    "og:url": "url",
    "url": "url",
}
_MAX_VALUE = 200
_MAX_LINE = 1000
_CLOCK = 12
"""Characters of a time of day behind a date."""
_NEED_COLON = frozenset((*WEAK_LABELS, "来源", "Source", "Published", "有效期", "关键词"))


def read_facts(root: etree._Element) -> dict[str, str]:
    """The facts of a page, as printed; the visible line before the meta tags, the first of several.

    Call it before the page is cleaned. Keys: "title", "source", "date", "author",
    "number", "issuer", "written" (the day a document bears), "url".
    """
    facts = visible_facts(segments(root))
    title = facts.pop("title", None)
    for key, value in _meta_facts(root).items():
        facts.setdefault(key, value)
    facts["title"] = best_title(root, title, facts.get("title"))
    return {key: value for key, value in facts.items() if value}


def segments(root: etree._Element) -> Iterator[str]:
    """The visible strings of a page one by one."""
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start" and (element.tag in SILENT or not isinstance(element.tag, str)):
            walk.skip_subtree()
        text = element.text if event == "start" and element.tag not in SILENT else None
        text = element.tail if event == "end" else text
        if text and not text.isspace():
            yield text.strip()


def visible_facts(strings: Iterator[str]) -> dict[str, str]:
    """Labels and their values: 来源：某报 in one string, or a label alone and its value in the next."""
    facts: dict[str, str] = {}
    waiting: str | None = None
    for string in strings:
        if len(string) > _MAX_LINE:
            waiting = None
            continue
        if is_label(string):
            waiting = _key_of(string)
            continue
        if waiting and not _LABELLED.search(string):
            _put(facts, waiting, string)
        else:
            for key, value in labelled_values(string):
                _put(facts, key, value)
            _put_stamp(facts, string)
        waiting = _open_label(string)
    return facts


def labelled_values(line: str) -> Iterator[tuple[str, str]]:
    """The keys and values of every known label in a line."""
    found = list(_LABELLED.finditer(line))
    for index, match in enumerate(found):
        label = _plain(match.group(1))
        end = found[index + 1].start() if index + 1 < len(found) else len(line)
        value = line[match.end() : end].strip()
        # a lone 时间： also opens minutes, so that it needs company or the look of a time stamp
        if label in _KEYS and (label not in WEAK_LABELS or len(found) > 1 or _STAMP.match(value)):
            yield _KEYS[label], value[: _end_of_value(value)]


def is_information(line: str) -> bool:
    """Whether a short line holds the fields of a page: two labels, or one that documents do not use."""
    labels = [_plain(match.group(1)) for match in _LABELLED.finditer(line)]
    if not labels:
        return bool(_STAMP.fullmatch(line.strip()))
    return any(label not in WEAK_LABELS for label in labels) and bool(_LABELLED.match(line.lstrip()) or len(labels) > 1)


def count_labels(line: str) -> int:
    """How many labels of an information line or table stand in a text."""
    return len(_LABELLED.findall(line))


def is_label(text: str) -> bool:
    """Whether a text is nothing but a label; one that documents use too needs its colon or its brackets."""
    found = _ALONE.match(text)
    return bool(found and (found.group(1) or found.group(3) or _plain(found.group(2)) not in _NEED_COLON))


def _key_of(label: str) -> str | None:
    found = _ALONE.match(label)
    return _KEYS.get(_plain(found.group(2))) if found else None


def _put_stamp(facts: dict[str, str], line: str) -> None:
    """A time stamp without a label, alone or beside labelled fields."""
    found = _STAMP.search(line)
    if found and (len(line) - len(found.group()) < _CLOCK or _LABELLED.search(line)):
        _put(facts, "date", found.group())


def _end_of_value(value: str) -> int:
    found = _VALUE_END.search(value)
    return found.start() if found else len(value)


def _open_label(string: str) -> str | None:
    """The key of a label that ends a string, its value standing in the next element."""
    found = list(_LABELLED.finditer(string))
    if not found or string[found[-1].end() :].strip():
        return None
    return _KEYS.get(_plain(found[-1].group(1)))


def _put(facts: dict[str, str], key: str, value: str) -> None:
    value = _BLANKS.sub(" ", value[:_MAX_LINE]).strip(' |｜[]【】:："”“')
    if key in ("date", "written"):
        found = _DATE.search(value)
        value = found.group() if found else ""
    if len(value) > _MAX_VALUE or _NOT_A_VALUE.match(value) or _BUTTONS.match(value):
        return
    facts.setdefault(key, value)


def _plain(label: str) -> str:
    return _BLANKS.sub("", label)


def _meta_facts(root: etree._Element) -> dict[str, str]:
    facts: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        key = _META.get(name)
        if key:
            _put(facts, key, meta.get("content") or "")
    for time in root.iter("time"):
        _put(facts, "date", time.get("datetime") or "")
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            _put(facts, "url", link.get("href") or "")
    return facts
