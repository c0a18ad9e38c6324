"""A small invented world: a city with two counties, their bodies, a person for every post."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.test import Client

from luoshi.bodies.enums import BodyKind, Level, PostKind, Scheme
from luoshi.bodies.models import Body, Person, Place, Post
from luoshi.common.actor import Actor

PASSWORD = "a password for tests"


@dataclass
class World:
    """Places, bodies and persons by short names."""

    city: Place
    north: Place
    south: Place
    office: Body
    culture: Body
    north_culture: Body
    south_culture: Body
    persons: dict[str, Person] = field(default_factory=dict)

    def actor(self, name: str) -> Actor:
        """The actor behind a person's name."""
        person = Person.objects.get(pk=self.persons[name].pk)
        return Actor(id=f"person:{person.pk}", name=person.name, user=person, address="192.0.2.7")


@pytest.fixture
def world(db: None) -> World:
    """The city 珩川市 with 岫云县 (north) and 漪南县 (south)."""

    def place(code: str, name: str, parent: Place | None) -> Place:
        return Place.objects.create(
            scheme=Scheme.DEMO, code=code, name=name, level=Level(len(code)), parent=parent, vintage="2026"
        )

    def body(name: str, where: Place, kind: BodyKind = BodyKind.DEPARTMENT, parent: Body | None = None) -> Body:
        return Body.objects.create(name=name, place=where, kind=kind, parent=parent)

    city = place("9901", "珩川市", None)
    north, south = place("990125", "岫云县", city), place("990126", "漪南县", city)
    office = body("珩川市委督查室", city, BodyKind.DELIVERY)
    culture = body("珩川市文化和旅游局", city)
    world = World(
        city, north, south, office, culture, body("岫云县文化和旅游局", north), body("漪南县文化和旅游局", south)
    )
    posts: dict[str, tuple[Body, PostKind] | None] = {
        "delivery": (office, PostKind.DELIVERY),
        "leader": (office, PostKind.LEADER),
        "officer": (culture, PostKind.OFFICER),
        "north": (world.north_culture, PostKind.OFFICER),
        "south": (world.south_culture, PostKind.OFFICER),
        "editor": (culture, PostKind.EDITOR),
        "system": (office, PostKind.SYSTEM_ADMIN),
        "security": (office, PostKind.SECURITY_ADMIN),
        "auditor": (office, PostKind.AUDITOR),
        "nobody": None,
    }
    for name, post in posts.items():
        person = Person(username=name, name=f"某{name}")
        person.set_password(PASSWORD)
        person.save()
        world.persons[name] = person
        if post:
            Post.objects.create(person=person, body=post[0], kind=post[1])
    return world


@pytest.fixture
def sign_in(world: World) -> Callable[[str], Client]:
    """A browser of a person, already signed in."""

    def browser(name: str) -> Client:
        client = Client()
        client.force_login(world.persons[name], backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return browser


SYSTEM = Actor.system("测试")
