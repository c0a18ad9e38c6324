"""A printed deadline or frequency, and where it stands."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from luoshi_core.reading.model import Cadence
from luoshi_core.reading.source import Remark


class Timing(NamedTuple):
    """A deadline (``due``) or a frequency (``cadence``) at ``text[start:end]``.

    Neither is set where the words set a deadline that cannot be computed; then a
    remark says why (no document date, no holiday table for the year).
    """

    start: int
    end: int
    due: dt.date | None = None
    cadence: Cadence | None = None
    remarks: tuple[Remark, ...] = ()
