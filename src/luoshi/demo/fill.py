"""Fill the demo city; filled again it changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from django.db import transaction

from luoshi.bodies.actions import add_alias, add_body, add_person, grant_post, import_places
from luoshi.bodies.enums import BodyKind, Level, Scheme
from luoshi.bodies.models import Body, Person, Place
from luoshi.common.actor import Actor
from luoshi.demo.accounts import ACCOUNTS, PASSWORD
from luoshi.demo.bodies import CITY_BODIES, COUNTY_BODIES
from luoshi.demo.places import CITY, place_rows
from luoshi.demo.registers import fill_registers
from luoshi.documents.actions import publish_source, read_source, receive_source
from luoshi.documents.models import Source

DOCUMENTS = Path(__file__).parent / "documents"
ACTOR = Actor.system("演示")


def fill(*, report: Callable[[str], None] = lambda _: None) -> None:
    """Places, bodies, accounts and documents of the demo city, each through its action.

    Effects: one transaction for the city, one for each document; what is there already stays.
    """
    if not Person.objects.filter(username=ACCOUNTS[-1].username).exists():
        report("演示数据：珩川市……")
        with transaction.atomic():
            import_places(actor=ACTOR, rows=place_rows(), scheme=Scheme.DEMO, vintage="2026", source="演示")
            _add_bodies()
            _add_accounts()
    _add_documents(report)
    fill_registers(ACTOR)


def _add_bodies() -> None:
    city = Place.objects.get(scheme=Scheme.DEMO, code=CITY[0])
    government = add_body(actor=ACTOR, name=f"{city.name}人民政府", kind=BodyKind.GOVERNMENT, place=city, is_demo=True)
    _add_departments(city, government, CITY_BODIES, "市")
    for county in Place.objects.filter(scheme=Scheme.DEMO, level=Level.COUNTY):
        body = add_body(
            actor=ACTOR,
            name=f"{county.name}人民政府",
            kind=BodyKind.GOVERNMENT,
            place=county,
            parent=government,
            is_demo=True,
        )
        _add_departments(county, body, COUNTY_BODIES, county.name[-1])
        for township in Place.objects.filter(parent=county):
            office = "办事处" if township.name.endswith("街道") else "人民政府"
            add_body(
                actor=ACTOR,
                name=township.name + office,
                kind=BodyKind.TOWNSHIP,
                place=township,
                parent=body,
                is_demo=True,
            )


def _add_departments(
    place: Place, parent: Body, bodies: Iterable[tuple[str, BodyKind, tuple[str, ...]]], short: str
) -> None:
    """Departments with their other names, each with and without the place's own name."""
    for name, kind, others in bodies:
        body = add_body(actor=ACTOR, name=place.name + name, kind=kind, place=place, parent=parent, is_demo=True)
        for alias in (short + name, *(place.name + other for other in others), *(short + other for other in others)):
            add_alias(actor=ACTOR, body=body, name=alias)


def _add_accounts() -> None:
    for account in ACCOUNTS:
        person = add_person(actor=ACTOR, username=account.username, name=account.name, password=PASSWORD, is_demo=True)
        grant_post(actor=ACTOR, person=person, body=Body.objects.get(name=account.body), kind=account.kind)


def _add_documents(report: Callable[[str], None]) -> None:
    office = Body.objects.get(name="珩川市委督查室")
    known = set(Source.objects.filter(body=office, is_demo=True).values_list("name", flat=True))
    for path in sorted(path for path in DOCUMENTS.iterdir() if path.name not in known):
        data = path.read_bytes()
        source, _ = receive_source(
            actor=ACTOR, name=path.name, chunks=[data], size=len(data), body=office, is_demo=True
        )
        read_source(actor=ACTOR, source_id=source.pk)
        publish_source(actor=ACTOR, source=source)
        report(f"  {path.name}")
