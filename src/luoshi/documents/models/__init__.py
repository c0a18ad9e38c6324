"""What was decided: files, documents, passages, what reading found in them."""

from luoshi.documents.models.document import Call, Document, Passage
from luoshi.documents.models.finding import Finding
from luoshi.documents.models.source import Leaf, Source

__all__ = ["Call", "Document", "Finding", "Leaf", "Passage", "Source"]
