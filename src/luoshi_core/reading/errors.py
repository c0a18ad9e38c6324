"""Why a file cannot be read, and what to do about it."""

from __future__ import annotations

from luoshi_core.errors import LuoshiError
from luoshi_core.reading.source import Remark


class ReadingError(LuoshiError):
    """A file cannot be read; the message says what is wrong and what to do."""

    code = "reading"

    def as_remark(self) -> Remark:
        """The same words as a remark on an archive whose other members were read."""
        return Remark(self.code, self.message("zh"), self.message("en"), self.where)
