"""What was found in a head or a tail, and where; what was found first holds."""

from __future__ import annotations

from luoshi_core.reading.model import Found, How
from luoshi_core.reading.traced import Span, Traced


class Findings:
    """Printed words by field name, each with its place."""

    def __init__(self) -> None:
        self._words: dict[str, str] = {}
        self._spans: dict[str, tuple[Span, ...]] = {}

    def put(self, field: str, words: str, *places: Traced) -> None:
        """Note a field, unless it is known already or the words are empty."""
        words = words.strip()
        if words and field not in self._words:
            self._words[field] = words
            self._spans[field] = tuple(span for place in places for span in place.spans())

    def get(self, *fields: str) -> str | None:
        """The words of the first of these fields that is known."""
        return next((self._words[field] for field in fields if field in self._words), None)

    def found(self, *fields: str) -> Found | None:
        """Where the first of these fields that is known was found."""
        return next((Found(How.DOCUMENT, self._spans[field]) for field in fields if field in self._words), None)
