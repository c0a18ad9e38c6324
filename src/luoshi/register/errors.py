"""Refusals of this app that a page answers with more than a sentence."""

from __future__ import annotations

import datetime as dt
from typing import Any

from luoshi.common.errors import Refused
from luoshi.register.fields import FIELDS


class Stale(Refused):
    """Somebody else changed the same field meanwhile; ``clash[field]`` is what it says now and what was wanted."""

    code = "stale"

    def __init__(self, *, clash: dict[str, tuple[Any, Any]], by: str, at: dt.datetime) -> None:
        self.clash, self.by, self.at = clash, by, at
        zh = "、".join(FIELDS[name].zh for name in clash)
        en = ", ".join(FIELDS[name].en for name in clash)
        super().__init__(
            zh=f"{by}刚改过“{zh}”。请先查看现在的内容。",
            en=f"{by} has just changed “{en}”. Look at what it says now before you decide.",
        )
