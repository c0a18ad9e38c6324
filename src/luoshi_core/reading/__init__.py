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


def read(data: bytes, name: str | None = None) -> Reading:
    """Find every commitment in one file.

    ``data`` is the whole file, ``name`` only serves in messages: what a file is, is
    found from its bytes. An archive gives a reading for each member in ``parts``
    and all their documents together.

    Raises ``ReadingError`` with one sentence that says what is wrong and what to do.
    """
    from luoshi_core.reading import pipeline  # its patterns take a second to compile; the types must not wait for it

    return pipeline.read(data, name)
