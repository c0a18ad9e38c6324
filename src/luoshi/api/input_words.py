"""What is wrong with a value of a request, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: kind of fault as the schema names it -> words; what is in braces comes with the fault
WORDS: dict[str, str | Promise] = {
    "missing": _("缺少这一项。"),
    "extra_forbidden": _("没有这一项，请检查名称。"),
    "string_type": _("应为文字。"),
    "string_unicode": _("文字的编码有误。"),
    "string_too_short": _("不能少于 {min_length} 个字。"),
    "string_too_long": _("不能超过 {max_length} 个字。"),
    "string_pattern_mismatch": _("含有不能用的字符。"),
    "too_short": _("至少要有 {min_length} 项。"),
    "too_long": _("最多 {max_length} 项。"),
    "list_type": _("应为列表。"),
    "dict_type": _("应为对象。"),
    "model_attributes_type": _("应为对象。"),
    "model_type": _("应为对象。"),
    "int_type": _("应为整数。"),
    "int_parsing": _("应为整数。"),
    "int_parsing_size": _("数太大。"),
    "int_from_float": _("应为整数。"),
    "float_type": _("应为数。"),
    "float_parsing": _("应为数。"),
    "finite_number": _("应为有限的数。"),
    "bool_type": _("应为 true 或 false。"),
    "bool_parsing": _("应为 true 或 false。"),
    "greater_than": _("应大于 {gt}。"),
    "greater_than_equal": _("不能小于 {ge}。"),
    "less_than_equal": _("不能大于 {le}。"),
    "enum": _("只能是：{expected}。"),
    "literal_error": _("只能是：{expected}。"),
}
#: every fault of a day or a time
DATES = _("应为日期（2026-09-30）或带时区的时间（2026-09-30T08:00:00+08:00）。")
#: a fault that has no words of its own
OTHER = _("这一项的值不对：{type}。")


def words_of_fault(fault: Mapping[str, Any]) -> str:
    """The sentence for one fault of a request, in the language of the answer."""
    kind = str(fault.get("type", ""))
    if kind.startswith(("date", "timezone")):
        return str(DATES)
    facts = {"type": kind, **(fault.get("ctx") or {})}
    return str(WORDS.get(kind, OTHER)).format(**facts)
