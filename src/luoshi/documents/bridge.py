"""Readings of the core <-> rows of this app."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from luoshi.documents.models import Call, Document, Finding, Passage, Source
from luoshi_core import reading as core
from luoshi_core.reading.export import target_to_dict
from luoshi_core.reading.source import Block, Line, Paragraph, Table

Spans = Iterable[core.Span]


def layout_of(source: core.Source) -> list[list[Any]]:
    """The blocks as short lists.

    ``["l", start, end, page, box or None]`` a line, ``["p", start, end, role, level, align]``
    a paragraph, ``["t", start, end, rows, columns, name, page, cells]`` a table whose cells
    are ``[start, end, row, column, row_span, column_span]``.
    """
    return [_block(block) for block in source.blocks]


def _block(block: Block) -> list[Any]:
    if isinstance(block, Line):
        box = block.box
        rounded = [round(x, 5) for x in (box.left, box.top, box.right, box.bottom)] if box else None
        return ["l", *block.span, block.page, rounded]
    if isinstance(block, Paragraph):
        return ["p", *block.span, block.role.value, block.level, block.align]
    assert isinstance(block, Table)
    cells = [[*c.span, c.row, c.column, c.row_span, c.column_span] for c in block.cells]
    return ["t", *block.span, block.rows, block.columns, block.name, block.page, cells]


def remarks_of(remarks: Iterable[core.Remark]) -> list[dict[str, str | None]]:
    """Remarks as they are stored."""
    return [{"code": r.code, "zh": r.zh, "en": r.en, "where": r.where} for r in remarks]


def spans_of(spans: Spans) -> list[list[int]]:
    """Spans as they are stored."""
    return [[span.start, span.end] for span in spans]


def found_of(found: Any) -> dict[str, Any]:
    """Where each field came from."""
    return {name: {"how": place.how.value, "spans": spans_of(place.spans)} for name, place in found.items()}


def document_row(source: Source, position: int, document: core.Document) -> Document:
    """The row of a document; not saved."""
    return Document(
        source=source,
        position=position,
        title=document.title[:300],
        number=(document.number or "")[:100],
        issuer=(document.issuer or "")[:300],
        date=document.date,
        author=(document.author or "")[:200],
        publication=(document.source or "")[:200],
        header={
            "recipients": list(document.recipients),
            "copied_to": list(document.copied_to),
            "printed": document.printed,
            "attachments": list(document.attachments),
            "found": found_of(document.found),
        },
        spans=spans_of(document.spans),
        remarks=remarks_of(document.remarks),
    )


def passage_rows(row: Document, document: core.Document) -> list[Passage]:
    """The outline; not saved."""
    return [
        Passage(
            document=row, position=i, level=h.level, label=h.label[:40], title=h.title[:300], spans=spans_of(h.spans)
        )
        for i, h in enumerate(document.outline)
    ]


def call_rows(row: Document, document: core.Document) -> list[Call]:
    """The calls; not saved."""
    return [
        Call(document=row, position=i, quote=c.quote, path=list(c.path), spans=spans_of(c.spans))
        for i, c in enumerate(document.calls)
    ]


def finding_rows(row: Document, document: core.Document) -> list[Finding]:
    """What was found, without ``duplicate_of``; not saved."""
    return [
        Finding(
            document=row,
            position=i,
            quote=c.quote,
            path=list(c.path),
            spans=spans_of(c.spans),
            owner=(c.owner or "")[:300],
            partners=list(c.partners),
            leader=(c.leader or "")[:100],
            due=c.due,
            cadence=c.cadence.value,
            targets=[{**target_to_dict(t), "spans": spans_of(t.spans)} for t in c.targets],
            kind=c.kind.value,
            found=found_of(c.found),
            remarks=remarks_of(c.remarks),
        )
        for i, c in enumerate(document.commitments)
    ]
