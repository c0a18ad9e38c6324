"""What stands below the body of an English document: who passed it, how they voted, who attests."""

from __future__ import annotations

import re
from collections.abc import Sequence

from luoshi_core.reading.header.dates import ANY_ENGLISH
from luoshi_core.reading.header.findings import Findings
from luoshi_core.reading.header.lines import RULE
from luoshi_core.reading.passages import Grid, Piece
from luoshi_core.reading.traced import Traced

_LONGEST = 400
_PASSED = re.compile(
    r"PASSED,?\s+(?:APPROVED,?\s+)?AND\s+(?:ADOPTED|APPROVED)\b|ADOPTED\s+(?:by|this)\b|APPROVED\s+(?:by|this)\b",
    re.IGNORECASE,
)
_VOTED = re.compile(
    r"(?:APPROVED\s+AS\s+TO\s+FORM|AYES|NOES|NAYS|ABSENT|ABSTAIN(?:ED)?|ATTEST|VOTE|SIGNED|(?:City|Town|County)\s+Clerk"
    r"|Distribution|cc)\s*(?::|$)|Mayor$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+(?:the\s+)?(.+?)(?:\s+(?:on|at|this|held)\b|,|\.|$)")


def read_english_tail(pieces: Sequence[Piece | Grid], start: int, into: Findings) -> list[Piece | Grid]:
    """The pieces that are body: without votes, attests and who passed the text."""
    return [piece for piece in pieces[start:] if isinstance(piece, Grid) or not _is_closing(piece.text, into)]


def _is_closing(line: Traced, into: Findings) -> bool:
    text = line.text
    if len(text) > _LONGEST:
        return False
    if _PASSED.match(text):
        if dated := ANY_ENGLISH.search(text):
            into.put("date", dated[0], line)
        if found := _BY.search(text):
            into.put("issuer", found[1], line)
        return True
    return _VOTED.match(text) is not None or RULE.match(text) is not None
