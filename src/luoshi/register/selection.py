"""The words that somebody has selected in the text."""

from __future__ import annotations

from luoshi.common.errors import Refused
from luoshi.documents.models import Document
from luoshi.documents.queries.text import text_between
from luoshi.register.pieces import run_on

#: longest stretch of text that one commitment may quote
MOST = 5_000


def selected_words(document: Document, start: int, end: int) -> tuple[int, int, str]:
    """Start and end of a selection without blanks at its edges, and its words without the line breaks of the page.

    Raises Refused when nothing, too much or something outside the document is selected.
    """
    if not 0 <= start < end <= document.source.length:
        raise Refused(zh="请先在左边选中一段原文。", en="Select some words of the text first.")
    if end - start > MOST:
        raise Refused(zh=f"选中的文字超过 {MOST} 字。请选短一些。", en=f"More than {MOST} characters are selected.")
    text = text_between(document.source_id, start, end)
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    quote = run_on(text)
    if not quote:
        raise Refused(zh="选中的是空白。", en="Only blanks are selected.")
    if document.spans and not all(any(a <= at < b for a, b in document.spans) for at in (start, end - 1)):
        raise Refused(zh="选中的文字不在这份文件里。", en="The selected words are not in this document.")
    return start, end, quote
