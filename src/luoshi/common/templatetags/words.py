"""Values of a finding as a person reads them."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from luoshi_core.assessable import EVIDENCE, EvidenceKind

register = template.Library()
SIGNS = {">=": "≥ ", "<=": "≤ ", "=": "", "+%": "+", "-%": "−", "x": "× "}


@register.filter
def target(value: dict[str, Any]) -> str:
    """``measure ≥ value unit``."""
    number = value["value"]
    shown = f"{number:,.0f}" if abs(number) >= 1e6 else f"{number:g}"
    unit = value["unit"] if len(value["unit"]) < 3 else f" {value['unit']}"
    return f"{value['measure']} {SIGNS.get(value['op'], value['op'])}{shown}{unit}"


@register.filter
def how(name: str) -> str:
    """Where a field came from, in words."""
    return {
        "own words": _("本句"),
        "sentence": _("同句前文"),
        "bracket": _("段末括注"),
        "heading": _("标题"),
        "introduction": _("引导句"),
        "cell": _("本行单元格"),
        "column": _("表头"),
        "document": _("全文"),
        "selected": _("选取的原文"),
    }.get(name, name)


@register.filter
def origin(place: dict[str, Any]) -> str:
    """Where a field came from, in words; who filled it and from which cell, when it was not read."""
    if place.get("how") not in {"person", "cell"} or not place.get("by"):
        return str(how(place.get("how", "")))
    day = str(place.get("at", ""))[:10]
    if place["how"] == "cell" and place.get("cell"):
        return _("%(by)s %(day)s 自台账 %(cell)s") % {"by": place["by"], "day": day, "cell": place["cell"]}
    return _("%(by)s %(day)s 填写") % {"by": place["by"], "day": day}


@register.filter
def bilingual(words: tuple[str, str]) -> str:
    """Of Chinese and English words those in the language of the page."""
    return words[1] if (get_language() or "").startswith("en") else words[0]


@register.filter
def names(several: list[str]) -> str:
    """Names one after the other, as the language of the page parts them."""
    return pgettext("between names", "、").join(several)


@register.filter
def evidence_words(kinds: list[str]) -> str:
    """Kinds of evidence as a person reads them."""
    return names([bilingual(EVIDENCE[EvidenceKind(kind)]) for kind in kinds])


@register.filter
def field_name(name: str) -> str:
    """What a field of a finding is called."""
    return {
        "owner": _("责任单位"),
        "partners": _("配合单位"),
        "leader": _("责任领导"),
        "due": _("完成时限"),
        "cadence": _("频次"),
        "targets": _("目标值"),
    }.get(name, name)


@register.filter
def said(remark: dict[str, str]) -> str:
    """A remark in the language of the page."""
    return remark["en"] if (get_language() or "").startswith("en") else remark["zh"]


@register.filter
def message(error: Any) -> str:
    """A refusal in the language of the page."""
    return str(error.message(get_language() or "zh"))


@register.filter
def path_words(path: list[str]) -> str:
    """The way through the outline: 一 › （二） › 3."""
    return " › ".join(path)
