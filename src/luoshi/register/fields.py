"""The fields of a commitment that people fill: how each is read, compared and written.

A value here is what JSON can hold, so that it stands the same in a change, in the
journal, in a version and in the preview of a ledger.
"""

from __future__ import annotations

import datetime as dt
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
        if len(text) > limit:
            raise Refused(zh=f"不能超过 {limit} 个字。", en=f"At most {limit} characters.")
        return text

    return clean


def _names(value: Value) -> list[str]:
    names = [_words(300)(name) for name in value or ()]
    return list(dict.fromkeys(name for name in names if name))


def _date(value: Value) -> str | None:
    if value in (None, ""):
        return None
    try:
        day = value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value))
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
    wanted = {_choice(known)(kind) for kind in value or ()}
    return [kind for kind in known if kind in wanted]


def _targets(value: Value) -> list[dict[str, Any]]:
    return [_target(target) for target in value or ()]


def _target(target: Mapping[str, Any]) -> dict[str, Any]:
    try:
        number = float(target["value"])
    except (TypeError, ValueError):
        raise Refused(
            zh=f"目标值“{target.get('value')}”不是数。", en=f"The target “{target.get('value')}” is no number."
        ) from None
    if number != number or number in (float("inf"), float("-inf")):
        raise Refused(zh="目标值不是有限的数。", en="The target is not a finite number.")
    clean = {
        "measure": _words(200)(target.get("measure")),
        "op": _choice([str(op) for op in Operator])(target.get("op")),
        "value": int(number) if number == int(number) else number,
        "unit": _words(40)(target.get("unit")),
    }
    return {**clean, "spans": target["spans"]} if target.get("spans") else clean


FIELDS: Final[dict[str, Field]] = {
    field.name: field
    for field in (
        Field("quote", "任务事项", "commitment", _words(20_000)),
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
    field = FIELDS[name]
    try:
        return field.clean(value.name if isinstance(value, Body) else value)
    except Refused as error:
        facts = error.facts
        raise Refused(zh=f"{field.zh}：{facts['zh']}", en=f"{field.en}: {facts['en']}") from None


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
