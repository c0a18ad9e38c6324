"""What a person's words ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from luoshi_core.terms.initials import GRAM, MARKER
from luoshi_core.terms.text import HAN_RUN, LONGEST, WORD_RUN, fold

#: more than this nobody types; what lies behind it is not looked at
MOST_CHARACTERS = 200
_PARTS = re.compile(rf"{HAN_RUN}|{WORD_RUN}(?P<dot>\.?)")
_LETTERS = re.compile(r"[a-z]{2,}")
_SHORT_TEXT = re.compile(r"[^\s]+")


class Term(NamedTuple):
    """A term of the index, or the beginning of one."""

    text: str
    prefix: bool = False


#: terms that follow one another in the text
Phrase = tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """All of ``wanted`` must be there, each by one of its phrases; nothing wanted finds nothing."""

    wanted: tuple[tuple[Phrase, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wanted)


def query_of(words: str) -> Query:
    """The query that words mean as a person types them.

    Words between blanks must all be there. Chinese means its characters in this order; one character
    the beginning of a bigram. Letters mean the beginning of a word or, from two on, initials of pinyin.
    A number or code at the end of a word may go on, before something else it is whole. Signs mean nothing.
    """
    wanted: dict[tuple[Phrase, ...], None] = {}
    for word in _SHORT_TEXT.findall(fold(words[:MOST_CHARACTERS])[:MOST_CHARACTERS]):
        wanted.update(dict.fromkeys(_of_word(word)))
    return Query(tuple(wanted))


def _of_word(word: str) -> Iterator[tuple[Phrase, ...]]:
    parts = list(_PARTS.finditer(word))
    for part in parts:
        if part["han"]:
            yield (_of_han(part["han"]),)
        else:
            yield _of_letters(part["word"][:LONGEST], part["dot"], is_last=part is parts[-1])


def _of_han(run: str) -> Phrase:
    if len(run) == 1:
        return (Term(run, prefix=True),)
    return tuple(Term(run[i : i + 2]) for i in range(len(run) - 1))


def _of_letters(word: str, dot: str, *, is_last: bool) -> tuple[Phrase, ...]:
    if _LETTERS.fullmatch(word):
        return ((Term(word, prefix=True),), _of_initials(word))
    if not is_last:
        return ((Term(word),),)
    if dot:
        return ((Term(word),), (Term(f"{word}.", prefix=True),))
    return ((Term(word, prefix=True),),)


def _of_initials(letters: str) -> Phrase:
    if len(letters) < GRAM:
        return (Term(MARKER + letters, prefix=True),)
    return tuple(Term(MARKER + letters[i : i + GRAM]) for i in range(len(letters) - GRAM + 1))
