"""Which language the command line speaks."""

from __future__ import annotations

import os


def language() -> str:
    """ "en" when LUOSHI_LANGUAGE, or else the locale, asks for English; otherwise "zh"."""
    wanted = os.environ.get("LUOSHI_LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LANG") or "zh"
    return "en" if wanted.lower().startswith("en") else "zh"


def say(zh: str, en: str) -> str:
    """The sentence in that language."""
    return en if language() == "en" else zh
