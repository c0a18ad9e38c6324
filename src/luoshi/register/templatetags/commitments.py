"""Values of a commitment as a person reads them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from luoshi.common.templatetags.words import target
from luoshi.documents.enums import Cadence, Kind
from luoshi.journal.verbs import words_of
from luoshi.register.enums import State
from luoshi.register.fields import FIELDS
from luoshi_core.assessable import EVIDENCE, PARTS, EvidenceKind, Part

register = template.Library()
CHOICES = {"cadence": Cadence, "kind": Kind, "state": State}


def in_language(names: tuple[str, str]) -> str:
    """The Chinese or the English of a pair."""
    return names[(get_language() or "").startswith("en")]


@register.filter
def words_of_field(name: str) -> str:
    """What a field is called."""
    if name == "state":
        return _("状态")
    return in_language((FIELDS[name].zh, FIELDS[name].en)) if name in FIELDS else name


@register.filter
def before(label: str, error: str) -> str:
    """The label of a field to stand before an error that does not name it already."""
    return "" if str(error).lower().startswith(str(label).lower()) else f"{label}{_('：')}"


@register.filter
def words_of_part(name: str) -> str:
    """What a part is called that a commitment needs to be assessable."""
    return in_language(PARTS[Part(name)])


@register.simple_tag
def field_words(name: str, value: Any) -> str:
    """What a field says, in words; a dash for nothing."""
    if value in (None, "", []):
        return "—"
    if name == "due":
        return date_format(dt.date.fromisoformat(str(value)), "DATE_FORMAT")
    if name in CHOICES:
        return str(CHOICES[name](value).label)
    if name == "evidence":
        return _join(in_language(EVIDENCE[EvidenceKind(kind)]) for kind in value)
    if name == "targets":
        return _join(target({**one, "value": float(one["value"])}) for one in value)
    return _join(value) if isinstance(value, list) else str(value)


def _join(words: Any) -> str:
    return pgettext("between names", "、").join(words)


@register.filter
def lacks(mask: int) -> list[str]:
    """The missing parts of a mask, in words."""
    return [in_language(names) for at, names in enumerate(PARTS.values()) if mask >> at & 1]


@register.filter
def verb_words(verb: str) -> str:
    """A verb as a person reads it."""
    return str(words_of(verb))
