"""Each view parses, calls one action or query, and renders."""

from luoshi.portal.views.exports import download, original, page_image
from luoshi.portal.views.review import findings, leaf, publish, remove, retry, source, state
from luoshi.portal.views.search import search_page, suggest
from luoshi.portal.views.start import receive, start
from luoshi.portal.views.versions import version, version_json

__all__ = [
    "download",
    "findings",
    "leaf",
    "original",
    "page_image",
    "publish",
    "receive",
    "remove",
    "retry",
    "search_page",
    "source",
    "start",
    "state",
    "suggest",
    "version",
    "version_json",
]
