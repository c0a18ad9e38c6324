"""Stretches of the text as published."""

from __future__ import annotations

from luoshi.documents.models import Document, Leaf, Passage


def text_between(source_id: int, start: int, end: int) -> str:
    """The characters ``[start, end)`` of a file's text; what lies outside it is left off."""
    leaves = Leaf.objects.filter(source_id=source_id, start__lt=end, end__gt=start).order_by("number")
    return "".join(leaf.text[max(start - leaf.start, 0) : end - leaf.start] for leaf in leaves)


def path_at(document: Document, offset: int) -> list[str]:
    """The labels of the headings that a character of the text stands under, from the outside in."""
    way: list[Passage] = []
    for passage in document.passages.order_by("position"):
        if min((a for a, _ in passage.spans), default=0) > offset:
            break
        way = [upper for upper in way if upper.level < passage.level] + [passage]
    return [passage.label or passage.title for passage in way]
