"""The title of a web page: the heading that is printed, if the window's title or a meta tag says nearly the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import accumulate

from lxml import etree

from luoshi_core.reading.formats.html.page import words_of

# a dash parts two names if it has spaces or Chinese characters on both sides; 2026-2030 and long-term stay whole
_SEPARATOR = re.compile(
    r"\s*[_|｜»›>]+\s*|\s+(?:[-–·•]+|[—:：](?!—))\s+|(?<=[.…\d\u3000-\u9fff）》”])(?:[-–·]|—(?!—))(?=[\u4e00-\u9fff])"
)
_SITE = re.compile(
    r"(?:网站?|门户|人民政府|委员会|局|日报|在线|官网)$|(?i:\b(?:council|gov|borough|home|website|news)\b)"
)
_BLANKS = re.compile(r"[\s\u3000\xa0]+")
_MARKS = re.compile(r"[\W_]+")
_LONGEST = 200
_SHORTEST = 4
_SHORTEST_PART = 6
_SIMILAR = 0.8


def best_title(root: etree._Element, labelled: str | None, meta: str | None) -> str:
    """The labelled title, a heading that the window or the meta tag repeats, the meta tag, or the window's title."""
    window = next((_BLANKS.sub(" ", words_of(e)).strip() for e in root.iter("title")), "")[:_LONGEST]
    if labelled and title_key(labelled)[:8] in title_key(window + (meta or "")):
        return labelled
    headings = list(_headings(root))
    if window in headings:
        return window
    for name in (*_names(window), *([meta] if meta else [])):
        for heading in headings:
            if _says_the_same(heading, name):
                return heading
    return meta or _without_site(window) or labelled or ""


def title_key(text: str) -> str:
    """A title without its spaces and marks, to compare it with another."""
    return _MARKS.sub("", text).casefold()


def _headings(root: etree._Element) -> Iterator[str]:
    for element in root.iter("h1", "h2", "h3"):
        words = _BLANKS.sub(" ", words_of(element)).strip()
        if _SHORTEST <= len(words) <= _LONGEST:
            yield words


def _names(window: str) -> list[str]:
    """What of the window's title may be the page's own, the likeliest first; not the site's name behind it."""
    parts = _parts(window)
    own = parts[:-1] or parts
    return [*accumulate(own, lambda whole, part: f"{whole} {part}"), *own[1:], *_behind_site(parts)]


def _behind_site(parts: list[str]) -> list[str]:
    """The last part, if the site's name comes first."""
    return parts[-1:] if len(parts) > 1 and _SITE.search(parts[0]) else []


def _parts(window: str) -> list[str]:
    return [part.strip() for part in _SEPARATOR.split(window) if part.strip()]


def _says_the_same(heading: str, name: str) -> bool:
    """Whether a heading and a title differ in marks, or one is a shortened or slightly other form of the other."""
    printed, other = title_key(heading), title_key(name.rstrip(".…"))
    if not printed or not other:
        return False
    if (printed in other and len(printed) * 3 >= len(other)) or (len(other) >= _SHORTEST_PART and other in printed):
        return True
    matcher = SequenceMatcher(None, printed, other, autojunk=False)
    return matcher.quick_ratio() >= _SIMILAR and matcher.ratio() >= _SIMILAR


def _without_site(window: str) -> str:
    """The window's title without the name of the site behind it (or before it)."""
    parts = _parts(window)
    if len(parts) > 1 and _behind_site(parts) and len(parts[-1]) >= _SHORTEST_PART and not _SITE.search(parts[-1]):
        return parts[-1]
    ends = [found.start() for found in _SEPARATOR.finditer(window)]
    title = next((window[:end].strip() for end in ends if len(window[:end].strip()) >= _SHORTEST_PART), window)
    return title if len(title) >= _SHORTEST else ""
