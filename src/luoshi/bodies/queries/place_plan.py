"""What a change of a place would do to the places below it and to the bodies in them. It changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from luoshi.bodies.enums import Level
from luoshi.bodies.models import Alias, Body, Place
from luoshi.common.errors import Refused
from luoshi_core.body_names import renamed
from luoshi_core.body_names.parts import short_place

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PlaceMove:
    """A place becomes ``code`` and ``name``; ``found`` is that place when it is there already.

    ``pairs`` are the old and new names that the names of its bodies may carry, nearest first.
    """

    old: Place
    code: str
    name: str
    found: Place | None
    pairs: Pairs

    @property
    def same_row(self) -> bool:
        """Whether the place keeps its code and only changes its name."""
        return self.old.code == self.code


@dataclass(frozen=True, slots=True)
class BodyMove:
    """A body comes into the new place under ``name``, or becomes part of the body ``into`` that is there."""

    body: Body
    move: PlaceMove
    name: str
    into: Body | None


@dataclass(frozen=True, slots=True)
class PlacePlan:
    """All of it; ``left`` are places below that keep their code until their own event."""

    places: tuple[PlaceMove, ...]
    bodies: tuple[BodyMove, ...]
    left: tuple[Place, ...]


def plan_places(old: Place, code: str, name: str) -> PlacePlan:
    """Plan that a place becomes another code or name.

    Raises Refused when the code is nonsense or belongs to a place that was ended itself.
    """
    _refuse_nonsense(old, code, name)
    found = Place.objects.filter(scheme=old.scheme, code=code).first()
    if found is not None and found.ended_on is not None:
        raise Refused(
            zh=f"代码 {code} 是已撤销的“{found.name}”的代码，请先核对。",
            en=f"The code {code} is that of “{found.name}”, which was ended. Check it first.",
        )
    root = PlaceMove(old, code, name, found, ((old.name, name),))
    left: list[Place] = []
    moves = [root] if root.same_row else [root, *_below(root, left)]
    return PlacePlan(tuple(moves), tuple(_bodies(moves)), tuple(left))


def _refuse_nonsense(old: Place, code: str, name: str) -> None:
    if not (code.isdecimal() and code.isascii() and len(code) in {int(level) for level in Level}) or not name.strip():
        raise Refused(
            zh="请写新代码（2、4、6、9 或 12 位数字，不带末尾的零）和新名称。",
            en="Give the new code (2, 4, 6, 9 or 12 digits without trailing zeros) and the new name.",
        )
    if old.code == code and old.name == name:
        raise Refused(zh="代码和名称都没有变。", en="Neither the code nor the name changes.")
    if old.code != code and (code.startswith(old.code) or old.code.startswith(code)):
        raise Refused(
            zh=f"{code} 与 {old.code} 一个在另一个之内，不能互相承接。",
            en=f"One of {code} and {old.code} lies in the other: neither can follow the other.",
        )


def _below(upper: PlaceMove, left: list[Place]) -> Iterator[PlaceMove]:
    """What becomes of the places below: by name, else by the end of the code, else with the place above."""
    there = list(Place.objects.filter(parent=upper.found, ended_on=None)) if upper.found else []
    for child in Place.objects.filter(parent=upper.old, ended_on=None).order_by("code"):
        match = _same(child, there)
        code = upper.code + child.code[len(upper.old.code) :]
        if match is not None:
            move = PlaceMove(child, match.code, match.name, match, ((child.name, match.name), *upper.pairs))
        elif child.level < Level.TOWNSHIP or len(upper.code) != len(upper.old.code):
            left.append(child)
            continue
        elif there or Place.objects.filter(scheme=child.scheme, code=code).exists():
            move = PlaceMove(child, upper.code, upper.name, upper.found, upper.pairs)
        else:
            move = PlaceMove(child, code, child.name, None, upper.pairs)
        yield move
        yield from _below(move, left)


def _same(child: Place, there: list[Place]) -> Place | None:
    """The place of the same name, or the only one of the same name at another level: 阳邑乡, 阳邑镇."""
    named = [place for place in there if place.name == child.name and place.pk != child.pk]
    alike = [place for place in there if short_place(place.name) == short_place(child.name) and place.pk != child.pk]
    if named:
        return named[0]
    return alike[0] if len(alike) == 1 else None


def _bodies(moves: list[PlaceMove]) -> Iterator[BodyMove]:
    taken: dict[tuple[str, str], Body] = {}
    for move in moves:
        for body in _bodies_of(move):
            name = renamed(body.name, move.pairs if body.place_id == move.old.pk else ())
            if body.place_id != move.old.pk:
                name = body.name.replace(move.old.name, move.name)
            if move.same_row and name == body.name:
                continue
            code = body.place.code if body.place_id != move.old.pk else move.code
            into = taken.get((code, name)) or _bearer(body, name, move)
            if into is None:
                taken[(code, name)] = body
            yield BodyMove(body, move, name, into)


def _bodies_of(move: PlaceMove) -> Iterator[Body]:
    """The bodies of the place; where only its name changes, also those below that carry it in theirs."""
    places = Place.objects.within(move.old) if move.same_row else Place.objects.filter(pk=move.old.pk)
    bodies = Body.objects.filter(place__in=places, is_active=True).select_related("place")
    return iter(bodies.order_by("place__code", "pk"))


def _bearer(body: Body, name: str, move: PlaceMove) -> Body | None:
    """The body that bears the name in the place where this one would come."""
    place = (move.old if move.same_row else move.found) if body.place_id == move.old.pk else body.place
    if place is None:
        return None
    bearer = Body.objects.filter(place=place, name=name).exclude(pk=body.pk).select_related("successor").first()
    if bearer is not None and not bearer.is_active:
        bearer = bearer.successor
        if bearer is None:
            raise Refused(
                zh=f"{place}有一个已撤销的单位也叫“{name}”，请先更名或合并。",
                en=f"{place} has a closed body that is called “{name}” too. Rename or merge it first.",
            )
    alias = Alias.objects.filter(place=place, name=name).exclude(body=body).select_related("body").first()
    return bearer or (alias.body if alias else None)
