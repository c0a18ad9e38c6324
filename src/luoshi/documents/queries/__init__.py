"""The questions about files and what was found in them."""

from luoshi.documents.queries.leaves import Mark, leaf_of, leaf_outlines, marks_on
from luoshi.documents.queries.review import Review, findings_page, review_of
from luoshi.documents.queries.search_documents import named, search_documents, search_findings
from luoshi.documents.queries.sources import find_source, recent_sources

__all__ = [
    "Mark",
    "Review",
    "find_source",
    "findings_page",
    "leaf_of",
    "leaf_outlines",
    "marks_on",
    "named",
    "recent_sources",
    "review_of",
    "search_documents",
    "search_findings",
]
