"""Changes of divisions that concern our places, each with what it would do."""

from __future__ import annotations

from dataclasses import dataclass

from luoshi.bodies.change import Change
from luoshi.bodies.division_changes import changes_under
from luoshi.bodies.enums import Scheme
from luoshi.bodies.models import Place, Reorganisation
from luoshi.bodies.queries.place_plan import PlacePlan, plan_places
from luoshi_core.errors import LuoshiError


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change, our place that it concerns, and either its plan or why it cannot be applied.

    ``done``: it was applied. ``past``: our list never had the old place; to apply it
    makes the old name find today's place.
    """

    change: Change
    old: Place | None
    plan: PlacePlan | None = None
    obstacle: LuoshiError | None = None
    done: bool = False

    @property
    def past(self) -> bool:
        """Whether only the name of the past is missing."""
        return self.change.kind is not None and not self.done and self.plan is None and self.obstacle is None


def our_changes(since_year: int) -> list[ChangeRow]:
    """The changes that concern our places, newest first; about three queries and a few for each that moves bodies."""
    places = {place.code: place for place in Place.objects.filter(scheme=Scheme.MCA, level__lte=6)}
    roots = [code for code in places if not any(code != other and code.startswith(other) for other in places)]
    inside = [c for code in _owned(roots, places) for c in changes_under(code, since_year)]
    ours = {c.key: c for c in inside}
    applied = set(Reorganisation.objects.filter(key__startswith="places:").values_list("key", flat=True))
    rows = [_row(change, places, applied) for change in ours.values()]
    return sorted(rows, key=lambda row: (-row.change.year, row.change.old_code, row.change.new_code))


def _owned(roots: list[str], places: dict[str, Place]) -> list[str]:
    """The smallest codes under which all our places lie: a province that holds one city only does not count whole."""
    owned: list[str] = []
    for code in roots:
        below = [other for other in places if other.startswith(code) and other != code]
        cities = {other[: len(code) + 2] for other in below}
        owned.extend(_owned(sorted(cities), places) if len(cities) == 1 else [code])
    return owned


def _row(change: Change, places: dict[str, Place], applied: set[str]) -> ChangeRow:
    old = places.get(change.old_code)
    if change.kind is None:
        return ChangeRow(change, old)
    if old is None:
        return ChangeRow(change, None)
    if _is_done(change, old, applied):
        return ChangeRow(change, old, done=True)
    if old.code == change.new_code and old.name == change.new_name:
        return ChangeRow(change, old)
    if old.name != change.old_name or old.ended_on is not None:
        return ChangeRow(change, old, obstacle=_Mismatch(code=old.code, name=old.name, expected=change.old_name))
    try:
        return ChangeRow(change, old, plan_places(old, change.new_code, change.new_name))
    except LuoshiError as error:
        return ChangeRow(change, old, obstacle=error)


def _is_done(change: Change, old: Place, applied: set[str]) -> bool:
    start = f"places:{old.scheme}:{old.code}:{old.pk}:{change.new_code}:{change.new_name}"
    return any(key.startswith(start) for key in applied)


class _Mismatch(LuoshiError):
    """The code belongs to another place here."""

    code = "code-mismatch"
    zh = "代码 {code} 在本站是“{name}”，与“{expected}”不符。"
    en = "The code {code} is “{name}” here, not “{expected}”."
