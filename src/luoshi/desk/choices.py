"""The words of the register's conditions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from luoshi.bodies.models import Place
from luoshi.bodies.queries import Scope
from luoshi.documents.enums import Cadence, Kind
from luoshi.register.enums import State
from luoshi.register.queries.filters import GATES, GROUPS, RegisterFilter
from luoshi.register.queries.named import document_asked_for, name_of_body
from luoshi.register.templatetags.commitments import words_of_part

Words = dict[str, str | Promise]

ROLE: Words = {
    "owner": gettext_lazy("责任单位"),
    "checker": gettext_lazy("核查单位"),
    "keeper": gettext_lazy("立账单位"),
}
DUE: Words = {
    "overdue": gettext_lazy("逾期"),
    "month": gettext_lazy("本月到期"),
    "quarter": gettext_lazy("本季度到期"),
    "year": gettext_lazy("本年到期"),
    "none": gettext_lazy("未定时限"),
}
STATE: Words = {
    "standing": gettext_lazy("在册与已采纳"),
    **dict(State.choices),
    "changed": gettext_lazy("发布后有改动"),
    "all": gettext_lazy("全部状态"),
}
GROUP: Words = {
    "document": gettext_lazy("文件"),
    "owner": gettext_lazy("责任单位"),
    "place": gettext_lazy("地区"),
    "month": gettext_lazy("到期月份"),
    "state": gettext_lazy("状态"),
}
assert GROUP.keys() == GROUPS.keys()


def gate_words(gate: str) -> str:
    """What a condition on the gate is called."""
    if gate in {"ok", "gap"}:
        return _("可核验") if gate == "ok" else _("不可评")
    return _("缺%(part)s") % {"part": words_of_part(gate)}


def gates() -> list[tuple[str, str]]:
    """The conditions on the gate, to choose from."""
    return [(gate, gate_words(gate)) for gate in GATES]


class Chosen(NamedTuple):
    """A condition that is set, and the address of the list without it."""

    words: str
    address: str


#: between what a condition is about and what it says
COLON = pgettext_lazy("after a label", "：")


def chosen(wanted: RegisterFilter, scope: Scope, place: Place | None) -> Iterator[Chosen]:
    """The conditions that are set, as words."""
    yield from (Chosen(words, wanted.without(*names).address) for names, words in _conditions(wanted, scope, place))


def _conditions(wanted: RegisterFilter, scope: Scope, place: Place | None) -> Iterator[tuple[tuple[str, ...], str]]:
    if wanted.q:
        yield ("q",), _("含“%(words)s”") % {"words": wanted.q}
    if wanted.body or wanted.name:
        yield ("body", "name", "role"), f"{ROLE[wanted.role]}{COLON}{name_of_body(wanted, scope)}"
    if wanted.place:
        yield ("place",), f"{_('地区')}{COLON}{place or wanted.place}"
    if wanted.document:
        yield ("document",), f"{_('文件')}{COLON}{document_asked_for(wanted, scope) or wanted.document}"
    if wanted.due:
        yield ("due",), str(DUE[wanted.due])
    if not wanted.due and (wanted.since or wanted.until):
        yield ("since", "until"), _between(wanted)
    if wanted.state != "standing":
        yield ("state",), str(STATE[wanted.state])
    if wanted.gate:
        yield ("gate",), gate_words(wanted.gate)
    if wanted.kind:
        yield ("kind",), str(Kind(wanted.kind).label)
    if wanted.cadence:
        yield ("cadence",), str(Cadence(wanted.cadence).label)


def _between(wanted: RegisterFilter) -> str:
    first, last = (date_format(day, "SHORT_DATE_FORMAT") if day else "" for day in (wanted.since, wanted.until))
    if first and last:
        return _("%(first)s 至 %(last)s 到期") % {"first": first, "last": last}
    return _("%(first)s 起到期") % {"first": first} if first else _("%(last)s 前到期") % {"last": last}
