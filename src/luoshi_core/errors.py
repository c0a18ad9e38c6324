"""Errors that teach: what is wrong, where, and what to do, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar


class LuoshiError(Exception):
    """A refusal with a reason that a person can act on.

    Subclasses are the public interface: each has a stable ``code`` and two
    sentences (what is wrong, what to do) in Chinese and English, written as
    ``str.format`` templates over the keyword arguments of the constructor.
    """

    code: ClassVar[str] = "error"
    zh: ClassVar[str] = "出错了。"
    en: ClassVar[str] = "Something went wrong."

    def __init__(self, *, where: str | None = None, **facts: object) -> None:
        self.where = where
        self.facts = facts
        super().__init__(self.message("zh"))

    def __reduce__(self) -> tuple[Callable[..., LuoshiError], tuple[object, ...]]:
        """Pickled with its facts, not with its sentence: it says the same in another process."""
        return _restored, (type(self), self.where, self.facts)

    def message(self, language: str = "zh") -> str:
        """One line in ``language`` ("zh" or "en"), led by the place where it happened."""
        text = (self.en if language.startswith("en") else self.zh).format(**self.facts)
        if self.where is None:
            return text
        return f"{self.where}: {text}" if language.startswith("en") else f"{self.where}：{text}"


def _restored(kind: type[LuoshiError], where: str | None, facts: dict[str, object]) -> LuoshiError:
    error = kind.__new__(kind)
    LuoshiError.__init__(error, where=where, **facts)
    return error
