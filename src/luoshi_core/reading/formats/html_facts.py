"""What a page says about its article beside the text: title, source, dates, number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from luoshi_core.reading.formats.html_blocks import SILENT
from luoshi_core.reading.formats.html_labels import LABELS, OTHER_LABELS
from luoshi_core.reading.formats.html_page import words_of

_KEYS = {label: key for key, labels in LABELS.items() for label in labels}
_NOT_A_VALUE = re.compile(r"^(?:无|暂无|—+|-+|/|null|undefined)?$", re.IGNORECASE)


def _spaced(label: str) -> str:
    """A label whose characters may be set apart, as 来　源."""
    return r"[\s\u3000\xa0]*".join(map(re.escape, label)) if not label.isascii() else rf"\b{re.escape(label)}"


_ANY = "|".join(sorted((_spaced(label) for label in (*_KEYS, *OTHER_LABELS)), key=len, reverse=True))
_LABELLED = re.compile(rf"(?:^|(?<=[\s\u3000\xa0|｜（(【\[，,;；]))({_ANY})[\s\u3000\xa0]*[】\]]?[\s\u3000\xa0]*[:：]")
_ALONE = re.compile(rf"^[\s\u3000\xa0【\[]*({_ANY})[\s\u3000\xa0】\]]*[:：]?[\s\u3000\xa0】\]]*$")
_VALUE_END = re.compile(r"[|｜]|[\s\u3000\xa0]{3,}|[【\[](?:打印|字体|字号|关闭|大|浏览)|字体[:：]|$")
_BLANKS = re.compile(r"[\s\u3000\xa0]+")
_DATE = re.compile(r"(?:19|20)\d\d\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}(?:\s*日)?")

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
    "author": "author",
    "article:author": "author",
    "og:url": "url",
    "url": "url",
}
_SITE = re.compile(r"\s*(?:[-_|—–·>]+|--)\s*[^-_|—–·>]*$")
_MAX_VALUE = 200


def read_facts(root: etree._Element) -> dict[str, str]:
    """The facts of a page, as printed; the visible line before the meta tags, the first of several.

    Call it before the page is cleaned. Keys: "title", "source", "date", "author",
    "number", "issuer", "written" (the day a document bears), "url".
    """
    facts = visible_facts(segments(root))
    title = facts.pop("title", None)
    for key, value in _meta_facts(root).items():
        facts.setdefault(key, value)
    facts["title"] = _best_title(root, title, facts.get("title"))
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
        alone = _ALONE.match(string)
        if alone:
            waiting = _KEYS.get(_plain(alone.group(1)))
            continue
        if waiting and not _LABELLED.search(string):
            _put(facts, waiting, string)
        elif len(string) < 2000:
            for key, value in labelled_values(string):
                _put(facts, key, value)
        waiting = _open_label(string)
    return facts


def labelled_values(line: str) -> Iterator[tuple[str, str]]:
    """The keys and values of every known label in a line."""
    found = list(_LABELLED.finditer(line))
    for index, match in enumerate(found):
        key = _KEYS.get(_plain(match.group(1)))
        end = found[index + 1].start() if index + 1 < len(found) else len(line)
        value = line[match.end() : end].strip()
        if key:
            yield key, value[: _end_of_value(value)]


def count_labels(line: str) -> int:
    """How many labels of an information line or table stand in a text."""
    return len(_LABELLED.findall(line))


def is_label(text: str) -> bool:
    """Whether a text is nothing but such a label."""
    return bool(_ALONE.match(text))


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
    value = _BLANKS.sub(" ", value).strip(' |｜[]【】:："”“')
    if key in ("date", "written"):
        found = _DATE.search(value)
        value = found.group() if found else ""
    if _NOT_A_VALUE.match(value) or len(value) > _MAX_VALUE:
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
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            _put(facts, "url", link.get("href") or "")
    return facts


def _best_title(root: etree._Element, labelled: str | None, meta: str | None) -> str:
    """The labelled title, a heading that the window's title repeats, the meta tag, or the window's title."""
    window = next((_BLANKS.sub(" ", words_of(e)).strip() for e in root.iter("title")), "")
    if labelled and _key(labelled)[:8] in _key(window + (meta or "")):
        return labelled
    for heading in root.iter("h1", "h2", "h3"):
        words = _BLANKS.sub(" ", words_of(heading)).strip()
        if len(words) >= 4 and _key(words) in _key(window):
            return words
    return meta or labelled or _without_site(window)


def _without_site(window: str) -> str:
    """The window's title without the name of the site behind it."""
    while len(shorter := _SITE.sub("", window)) >= 6 and shorter != window:
        window = shorter
    return window


def _key(text: str) -> str:
    return "".join(text.split())
