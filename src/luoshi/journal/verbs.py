"""The verbs that may stand in the journal; an unknown one is refused.

Each app registers its own when it starts.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise

_VERBS: dict[str, str | Promise] = {}


def register(verbs: Mapping[str, str | Promise]) -> None:
    """Make verbs known: code (``app.verb_noun``) -> what a person reads."""
    for code, words in verbs.items():
        if _VERBS.setdefault(code, words) != words:
            raise ValueError(f"the verb {code} is registered twice with different words")


def words_of(code: str) -> str:
    """What a person reads for a verb; the code itself for one that no app knows any more."""
    return str(_VERBS.get(code, code))


def is_known(code: str) -> bool:
    """Whether an app has registered the verb."""
    return code in _VERBS


def all_verbs() -> dict[str, str | Promise]:
    """Every registered verb."""
    return dict(_VERBS)
