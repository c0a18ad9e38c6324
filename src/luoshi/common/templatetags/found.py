"""What was found, with the words marked by which it was found."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from luoshi_core.terms import marks_of

register = template.Library()
#: characters of a long text that are shown, and how many of them before the first word that was found
SHOWN, BEFORE = 160, 30


@register.filter
def marked(text: str, words: str) -> SafeString:
    """The text with the found words marked; a long one is cut around the first of them."""
    marks = marks_of(text, words)
    start = max(marks[0][0] - BEFORE, 0) if marks and len(text) > SHOWN else 0
    end = min(start + SHOWN, len(text))
    pieces, at = [], start
    for low, high in [(low, min(high, end)) for low, high in marks if start <= low < end]:
        pieces.append((text[at:low], text[low:high]))
        at = high
    body = format_html_join("", "{}<mark>{}</mark>", pieces)
    return format_html("{}{}{}{}", "…" if start else "", body, text[at:end], "…" if end < len(text) else "")
