"""The lines of one paragraph put together to its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from luoshi_core.reading.repair.lines import PhysicalLine
from luoshi_core.reading.traced import Traced

_BROKEN_WORD = re.compile(r"(?<![-\w])(?P<part>[A-Za-z]{2,})-$")
_COMPOUNDS = (
    " well self long short high low non multi mid co pre post cross inter clean pick set start build follow check "
    "sign drop kick roll end year part full half first second third two three four five six seven eight nine ten "
    "twenty thirty forty fifty sixty day week month one all anti ex semi sub ultra under over out in on off up "
    "decision policy cost carbon energy water evidence community city state county nation world people user data "
    "risk time road zero single double late early face ever best better least most much so air net open old new "
    "free large small fast slow hard soft peer grant age rent right left front back top bottom by step "
)
_LATIN = re.compile(r"[A-Za-z]")
_HAN = re.compile(r"[一-鿿]")


def join_text(lines: list[PhysicalLine]) -> Traced:
    """The text of a paragraph; Latin words of two lines are parted by a space, Chinese ones are not."""
    if len(lines) == 1:
        return lines[0].trace()
    if any(line.traced for line in lines) or any(line.text[-1] < "\x80" for line in lines[:-1]):
        return Traced.concat(_glued(lines))
    return Traced.joined([line.text for line in lines], [line.start for line in lines])


def _glued(lines: list[PhysicalLine]) -> Iterator[Traced]:
    """The lines with what has to stand between them."""
    for line, below in pairwise(lines):
        traced = line.trace()
        if not (line.text[-1].isascii() and below.text[0].isascii()):
            yield traced
        elif is_hyphenated(line.text, below.text):
            yield traced.cut(0, -1)
        else:
            yield traced
            if _parts_words(line, below):
                yield Traced.inserted(" ")
    yield lines[-1].trace()


def is_hyphenated(text: str, below: str) -> bool:
    """Whether the hyphen at the end of a line only breaks a word; that of a compound (well-being) stays."""
    found = _BROKEN_WORD.search(text)
    return found is not None and below[0].islower() and f" {found['part'].lower()} " not in _COMPOUNDS


def _parts_words(before: PhysicalLine, line: PhysicalLine) -> bool:
    if before.text[-1] in "-/" and before.text[-2:-1].isalnum():
        return False
    return _LATIN.search(before.text[-1] + line.text[0]) is not None or _HAN.search(before.text) is None
