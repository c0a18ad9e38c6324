"""What a header holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from luoshi_core.reading.model import Found
from luoshi_core.reading.passages import Grid, Piece
from luoshi_core.reading.source import Remark
from luoshi_core.reading.traced import Span


@dataclass(frozen=True, slots=True)
class Header:
    """What a document says about itself, and the pieces that are left as its body.

    ``plan_year`` is the year the document plans for (its title or text; for a plan
    over several years the year of its date), ``plan_end`` the last year of a plan
    over several years; ``fiscal_year_end`` (month, day) where an English document
    defines one. ``binding`` is False where the text is an opinion, an article or a
    speech: what it asks for binds nobody unless a body announces what it will do.
    """

    title: str
    body: tuple[Piece | Grid, ...]
    number: str | None = None
    issuer: str | None = None
    date: dt.date | None = None
    author: str | None = None
    source: str | None = None
    recipients: tuple[str, ...] = ()
    copied_to: tuple[str, ...] = ()
    printed: str | None = None
    attachments: tuple[str, ...] = ()
    signer: str | None = None
    disclosure: str | None = None
    plan_year: int | None = None
    plan_end: int | None = None
    fiscal_year_end: tuple[int, int] | None = None
    english: bool = False
    newspaper: bool = False
    binding: bool = True
    spans: tuple[Span, ...] = ()
    found: Mapping[str, Found] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
