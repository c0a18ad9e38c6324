"""Targets in one cell: ``城市书房 ≥ 12座；满意度 ≥ 95.5%``, written so that equal values come back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from luoshi_core.ledger.words import escaped, marked_characters
from luoshi_core.reading import Operator, Target

Told = Callable[[str], tuple[Target, ...]]

SIGNS: dict[Operator, str] = {
    Operator.AT_LEAST: "≥ ",
    Operator.AT_MOST: "≤ ",
    Operator.EQUAL: "= ",
    Operator.RISE: "+",
    Operator.FALL: "−",
    Operator.TIMES: "× ",
}
_OPERATORS = {sign.strip(): operator for operator, sign in SIGNS.items()} | {
    ">=": Operator.AT_LEAST,
    "<=": Operator.AT_MOST,
    "＝": Operator.EQUAL,
}
_SPECIAL = frozenset("≥≤=+−×><＝；;\n0123456789.,-０１２３４５６７８９．，")
_TARGET = re.compile(
    r"(?P<op>>=|<=|[≥≤=+−×＝])\s*(?P<value>-?(?:(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+))"
)
_WIDE = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_PART = re.compile("[^；;\n]+")


class NoTarget(ValueError):
    """The words of ``text`` are no target."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def targets_text(targets: Sequence[Target], separator: str = "；") -> str:
    """The words of a cell that ``parse_targets`` reads back into equal targets."""
    plain = separator.join(_words(t.measure, t, t.unit) for t in targets)
    if _reads_back(plain, targets):
        return plain
    return separator.join(_words(escaped(t.measure, _SPECIAL), t, escaped(t.unit, _SPECIAL)) for t in targets)


def parse_targets(text: str, told: Told | None = None) -> tuple[Target, ...]:
    """The targets of a cell; ``told`` may find those in a part that is written as a sentence (不少于12座).

    Raises ``NoTarget`` with the part that is none.
    """
    pairs = list(marked_characters(text))
    words = "".join(character for character, _ in pairs)
    # a marked character is no sign, digit or separator: the rules see a blank form of it
    seen = "".join("\0" if marked else character for character, marked in pairs).translate(_WIDE)
    parts = ((words[m.start() : m.end()], m[0]) for m in _PART.finditer(seen) if m[0].strip())
    return tuple(target for part, form in parts for target in _parse(part, form, told))


def _words(measure: str, target: Target, unit: str) -> str:
    value = format(Decimal(repr(float(target.value))), "f").removesuffix(".0")
    return f"{measure} {SIGNS[target.op]}{value}{unit}".strip()


def _reads_back(text: str, targets: Sequence[Target]) -> bool:
    try:
        found = parse_targets(text)
    except NoTarget:
        return False
    return [(t.measure, t.op, t.value, t.unit) for t in found] == [(t.measure, t.op, t.value, t.unit) for t in targets]


def _parse(part: str, form: str, told: Told | None) -> tuple[Target, ...]:
    match = _TARGET.search(form)
    if match is None:
        found = told(part.strip()) if told else ()
        if not found:
            raise NoTarget(part.strip())
        return found
    value = float(match["value"].replace(",", ""))
    measure, unit = part[: match.start()].strip(), part[match.end() :].strip()
    return (Target(measure, _OPERATORS[match["op"]], value, unit),)
