"""The way of a document: bytes, source, pieces, articles, passages, commitments."""

from __future__ import annotations

from luoshi_core.reading.articles.splitting import split_articles
from luoshi_core.reading.commitments import find_calls, find_commitments, may_call
from luoshi_core.reading.errors import ReadingError
from luoshi_core.reading.formats import open_source
from luoshi_core.reading.header import Header, read_header
from luoshi_core.reading.model import Document, Reading
from luoshi_core.reading.outline import build_passages
from luoshi_core.reading.passages import Article
from luoshi_core.reading.repair import repair
from luoshi_core.reading.source import Source


def read(data: bytes, name: str | None = None) -> Reading:
    """See ``luoshi_core.reading.read``."""
    opened = open_source(data, name)
    if isinstance(opened, Source):
        return _read_source(opened, name)
    parts: list[Reading] = []
    remarks = list(opened.remarks)
    for member in opened.members():
        try:
            parts.append(read(member.data, member.name))
        except ReadingError as error:
            remarks.append(error.as_remark())
    documents = tuple(document for part in parts for document in part.documents)
    return Reading(name, None, documents, tuple(remarks), tuple(parts))


def _read_source(source: Source, name: str | None) -> Reading:
    documents = tuple(_read_article(article) for article in split_articles(repair(source), source.facts))
    return Reading(name, source, documents, source.remarks)


def _read_article(article: Article) -> Document:
    header: Header = read_header(article)
    outline, walk = build_passages(header.body, header)
    passages = tuple(walk) if may_call(header) else walk  # a plan is walked once, and its passages are not kept
    commitments = find_commitments(passages, header)
    calls = find_calls(passages, header, commitments)
    return Document(
        title=header.title,
        number=header.number,
        issuer=header.issuer,
        date=header.date,
        author=header.author,
        source=header.source,
        recipients=header.recipients,
        copied_to=header.copied_to,
        printed=header.printed,
        attachments=header.attachments,
        outline=tuple(outline),
        commitments=commitments,
        calls=calls,
        spans=header.spans,
        found=header.found,
        remarks=header.remarks,
    )
