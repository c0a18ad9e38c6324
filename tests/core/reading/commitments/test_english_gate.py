"""The quick look at an English sentence: it may say yes too often, but never no to one that binds."""

from __future__ import annotations

import pytest

from luoshi_core.reading.commitments.english.gate import may_bind
from luoshi_core.reading.traced import Span

BINDING = [
    "The Parks Department shall plant 40 trees.",
    "No permit may be issued within 50 feet of the stream.",
    "The Council directs the Town Clerk to publish the minutes.",
    "It is the duty of the Clerk and is the responsibility of the Treasurer to keep the books.",
    "The Harbor Office agrees to lend two boats.",
    "The Treasurer is responsible for the accounts.",
    "The board aims to double attendance by 2030.",
    "Publish a calendar of sweeping by March.",
    "By 2027, publish a calendar.",
    "By the end of June publish a calendar.",
    "In partnership with the Rowing Club, open the quay.",
    "To keep the quay open, repair its lamps.",
    "Never leave the gate open.",
    "The town is quiet; publish a calendar.",
    "BE IT RESOLVED, publish a calendar.",
    "THE CLERK SHALL KEEP THE BOOKS.",
    "Every action is due in June.",
    "The Harbor Office leads all actions.",
    "The following holds:",
]
TELLING = [
    "The market square was laid out in 1742.",
    "Residents told us that they value quiet streets.",
    "There is no single cause of decline.",
    "As the population ages, the pattern of need is shifting.",
    "It is a place where people meet; the mill is another.",
    "Volunteers may join the patrol.",
    "The 2025 survey found that 58 percent were content.",
]


def _looks_binding(sentence: str, *, item: bool = False) -> bool:
    return may_bind(sentence, Span(0, len(sentence)), item=item, bound=False)


@pytest.mark.parametrize("sentence", BINDING)
def test_a_sentence_that_binds_somebody_is_always_read(sentence: str) -> None:
    assert _looks_binding(sentence)


@pytest.mark.parametrize("sentence", TELLING)
def test_a_sentence_that_only_tells_is_passed_over(sentence: str) -> None:
    assert not _looks_binding(sentence)


def test_the_short_form_of_lists_is_read_in_items_only() -> None:
    assert _looks_binding("Parks Team to plant 40 trees.", item=True)
    assert not _looks_binding("Parks Team to plant 40 trees.")


def test_a_clause_behind_a_semicolon_goes_on_with_what_binds_before_it() -> None:
    sentence = "The quay is old; rig the lamps."
    assert may_bind(sentence, Span(0, len(sentence)), item=False, bound=True)


def test_only_the_sentence_itself_is_looked_at() -> None:
    text = "The quay is old. The Clerk shall mend it."
    assert not may_bind(text, Span(0, 16), item=False, bound=False)
    assert may_bind(text, Span(17, len(text)), item=False, bound=False)
