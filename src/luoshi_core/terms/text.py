"""What is kept of a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

#: characters that are written without blanks between words: Han with 々 and 〇, kana
HAN = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN_RUN = rf"(?P<han>[{HAN}]+)"
#: letters and digits of all other scripts; a dot between digits belongs to the number: 12.34
WORD_RUN = rf"(?P<word>[^\W_{HAN}]+(?:\.[0-9]+)*)"
#: the year and number of 珩政发〔2026〕3号, whatever brackets it has
OF_A_NUMBER = re.compile(
    r"[〔\[(【\u3008<{〖]\s*((?:19|20)[0-9]{2})\s*[〕\])】\u3009>}〗]\s*第?\s*([0-9]{1,5})(?=\s*号)"
)
RUNS = re.compile(f"{HAN_RUN}|{WORD_RUN}")
#: a longer word is cut on both sides alike: no database takes terms of any length
LONGEST = 60


def fold(text: str) -> str:
    """The text as it is compared: full-width as half-width, capital letters as small ones."""
    return unicodedata.normalize("NFKC", text).lower()


def terms_of(text: str) -> list[str]:
    """The terms of a text in their order, for positions.

    A run of Chinese gives its bigrams and then its last character alone, so that one character can be
    asked for as the beginning of a term, and no pair reaches over the end of a run. A word, a number, a
    dotted code is one term. Year and number of a document number are also kept as one, for whoever types
    it without brackets.
    """
    folded = fold(text)
    terms = list(_in_order(folded))
    terms += ["".join(found.groups()) for found in OF_A_NUMBER.finditer(folded)]
    return terms


def _in_order(folded: str) -> Iterator[str]:
    for run in RUNS.finditer(folded):
        han = run["han"]
        if han:
            yield from (han[i : i + 2] for i in range(len(han)))
        else:
            yield run["word"][:LONGEST]
