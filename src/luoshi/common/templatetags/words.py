"""Values of a finding as a person reads them."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

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
    }.get(name, name)


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
