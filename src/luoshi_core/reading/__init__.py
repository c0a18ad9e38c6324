"""Bytes -> text -> documents -> commitments, each with its exact span in the source.

>>> reading = read("市文旅局年内新建城市书房12座。".encode())
>>> reading.documents[0].commitments[0].owner
'市文旅局'
"""

from luoshi_core.reading.model import (
    Cadence,
    Call,
    Commitment,
    Document,
    Found,
    Heading,
    How,
    Kind,
    Operator,
    Reading,
    Target,
)
from luoshi_core.reading.pipeline import read
from luoshi_core.reading.source import Format, Remark, Source
from luoshi_core.reading.traced import Span, Traced

__all__ = [
    "Cadence",
    "Call",
    "Commitment",
    "Document",
    "Format",
    "Found",
    "Heading",
    "How",
    "Kind",
    "Operator",
    "Reading",
    "Remark",
    "Source",
    "Span",
    "Target",
    "Traced",
    "read",
]
