"""The fields of a commitment that people fill: how each is read, compared and written.

A value here is what JSON can hold, so that it stands the same in a change, in the
journal, in a version and in the preview of a ledger.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from luoshi.bodies.models import Body
from luoshi.common.errors import Refused
from luoshi.documents.enums import Cadence, Kind
from luoshi.register.models import Commitment
from luoshi_core.assessable import EvidenceKind
from luoshi_core.reading.model import Operator

Value = Any
TARGET_KEYS: Final = ("measure", "op", "value", "unit")
#: from here on a floating number no longer tells two whole numbers apart
TOO_LARGE: Final = 10**15
#: what PostgreSQL or UTF-8 cannot hold
_UNWRITABLE: Final = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name on the pages in both languages, and how a given value is made clean."""

    name: str
    zh: str
    en: str
    clean: Callable[[Value], Value]


def _words(limit: int) -> Callable[[Value], str]:
    def clean(value: Value) -> str:
        text = unicodedata.normalize("NFC", str(value or "")).strip()
        if _UNWRITABLE.search(text):
            raise Refused(zh="含有不能保存的控制字符；请重新输入。", en="It holds a control character; type it anew.")
        if len(text) > limit:
            raise Refused(zh=f"不能超过 {limit} 个字。", en=f"At most {limit} characters.")
        return text

    return clean


def _some_words(limit: int) -> Callable[[Value], str]:
    def clean(value: Value) -> str:
        text = _words(limit)(value)
        if not text:
            raise Refused(zh="不能为空。", en="It cannot be empty.")
        return text

    return clean


def _list(value: Value) -> list[Any]:
    """Several values; a single text is not taken apart into its characters."""
    if value is None or value == "":
        return []
    if isinstance(value, (list, tuple, set, frozenset)):
        return list(value)
    raise Refused(zh="应当是一个清单。", en="It should be a list.")


def _names(value: Value) -> list[str]:
    names = [_words(300)(name) for name in _list(value)]
    return list(dict.fromkeys(name for name in names if name))


def _date(value: Value) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime):
        value = value.date()
    try:
        day = value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value).strip())
    except ValueError:
        raise Refused(
            zh=f"“{value}”不是日期；请写成 2026-09-30。", en=f"“{value}” is no date; write 2026-09-30."
        ) from None
    return day.isoformat()


def _choice(values: list[str]) -> Callable[[Value], str]:
    def clean(value: Value) -> str:
        text = str(getattr(value, "value", value))
        if text not in values:
            raise Refused(zh=f"没有“{text}”这个选项。", en=f"There is no choice “{text}”.")
        return text

    return clean


def _evidence(value: Value) -> list[str]:
    known = [str(kind) for kind in EvidenceKind]
    wanted = {_choice(known)(kind) for kind in _list(value)}
    return [kind for kind in known if kind in wanted]


def _targets(value: Value) -> list[dict[str, Any]]:
    return [_target(target) for target in _list(value)]


def _target(target: Value) -> dict[str, Any]:
    if not isinstance(target, Mapping):
        raise Refused(zh=f"“{target}”不是目标值。", en=f"“{target}” is no target.")
    clean = {
        "measure": _words(200)(target.get("measure")),
        "op": _choice([str(op) for op in Operator])(target.get("op")),
        "value": _number(target.get("value")),
        "unit": _words(40)(target.get("unit")),
    }
    return {**clean, "spans": _places(target["spans"])} if target.get("spans") else clean


def _number(value: Value) -> int | float:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        raise Refused(
            zh=f"目标值“{str(value)[:40]}”不是数。", en=f"The target “{str(value)[:40]}” is no number."
        ) from None
    if not math.isfinite(number):
        raise Refused(zh="目标值不是有限的数。", en="The target is not a finite number.")
    if abs(number) >= TOO_LARGE:
        raise Refused(zh="目标值过大，请换用更大的单位。", en="The target is too large; choose a larger unit.")
    return int(number) if number == int(number) else number


def _places(spans: Value) -> list[list[int]]:
    pairs = [list(span) if isinstance(span, (list, tuple)) else [] for span in _list(spans)]
    if any(len(pair) != 2 or not all(type(n) is int for n in pair) or not 0 <= pair[0] < pair[1] for pair in pairs):
        raise Refused(zh="目标值在原文中的位置有误。", en="The place of the target in the text is wrong.")
    return pairs


FIELDS: Final[dict[str, Field]] = {
    field.name: field
    for field in (
        Field("quote", "任务事项", "commitment", _some_words(20_000)),
        Field("owner", "责任单位", "owner", _words(300)),
        Field("partners", "配合单位", "partners", _names),
        Field("leader", "责任领导", "leader", _words(100)),
        Field("due", "完成时限", "due", _date),
        Field("cadence", "频次", "cadence", _choice(Cadence.values)),
        Field("targets", "目标值", "targets", _targets),
        Field("kind", "类型", "kind", _choice(Kind.values)),
        Field("beneficiary", "受益对象", "who should feel it", _words(300)),
        Field("change", "可观察的变化", "observable change", _words(500)),
        Field("baseline", "基线", "baseline", _words(300)),
        Field("evidence", "佐证类型", "kind of evidence", _evidence),
        Field("checker", "核查单位", "who checks", _words(300)),
    )
}
#: fields that name a body
BODY_FIELDS: Final = ("owner", "checker")


def value_of(commitment: Commitment, name: str) -> Value:
    """What a field of a commitment says now."""
    if name in BODY_FIELDS:
        return getattr(commitment, f"{name}_words")
    value = getattr(commitment, name)
    if name == "due":
        return value.isoformat() if value else None
    if name == "targets":
        return [{key: target[key] for key in TARGET_KEYS} for target in value]
    return value


def clean_value(name: str, value: Value) -> Value:
    """The value as it is compared and kept; raises Refused with the field's name where it cannot be."""
    if name not in FIELDS:
        raise Refused(zh=f"没有“{name}”这个字段。", en=f"There is no field “{name}”.")
    return _cleaned(FIELDS[name], value.name if isinstance(value, Body) else value)


def clean_words(value: str, limit: int, zh: str, en: str) -> str:
    """Words beside the fields, such as a name; raises Refused, which begins with what they are called."""
    return str(_cleaned(Field(en, zh, en, _words(limit)), value))


def clean_reason(reason: str) -> str:
    """A reason as it is kept; raises Refused when it is too long."""
    return clean_words(reason, 500, "理由", "reason")


def _cleaned(field: Field, value: Value) -> Value:
    try:
        return field.clean(value)
    except Refused as error:
        zh, en = str(error.facts["zh"]), str(error.facts["en"])
        raise Refused(zh=zh if zh.startswith(field.zh) else f"{field.zh}：{zh}", en=f"{field.en}: {en}") from None


def compared(name: str, value: Value) -> Value:
    """A clean value without what does not count when two are compared (where a target stands in the text)."""
    return [{key: target[key] for key in TARGET_KEYS} for target in value] if name == "targets" else value


def assign(commitment: Commitment, name: str, value: Value, body: Body | None = None) -> None:
    """Set a clean value; ``body`` is the one that the name of an owner or checker means."""
    if name in BODY_FIELDS:
        setattr(commitment, name, body)
        setattr(commitment, f"{name}_name", value)
    elif name == "due":
        commitment.due = dt.date.fromisoformat(value) if value else None
    elif name == "targets":
        commitment.targets = [_with_old_spans(commitment, target) for target in value]
    else:
        setattr(commitment, name, value)


def _with_old_spans(commitment: Commitment, target: dict[str, Any]) -> dict[str, Any]:
    """A target that was there before keeps its place in the text."""
    for old in commitment.targets:
        if all(old[key] == target[key] for key in TARGET_KEYS):
            return dict(old)
    return target
