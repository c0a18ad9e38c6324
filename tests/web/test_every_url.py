"""Every address refuses the anonymous and the stranger, and none of them breaks."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from luoshi.bodies.models import Proposal
from luoshi.common.actor import Actor
from luoshi.documents.actions import receive_source
from luoshi.documents.actions.read import _keep_reading
from luoshi.documents.models import Source
from luoshi_core.reading import read

PUBLIC = {
    "portal:start", "portal:receive", "portal:search", "portal:suggest", "look:language", "look:set",
    "account_login", "account_logout", "account_signup", "account_inactive", "mfa_authenticate", "mfa_trust",
}  # fmt: skip
OF_A_SOURCE = {
    "portal:source", "portal:state", "portal:leaf", "portal:findings", "portal:page", "portal:download",
    "portal:original", "portal:retry", "portal:remove", "portal:publish",
}  # fmt: skip
#: a published version: for everybody who may see its file (tests/web/portal/test_version.py)
OF_A_VERSION = {"portal:version", "portal:version-json"}
#: pages that only administrators see: to everybody else they do not exist
ADMINISTRATION = {
    "desk:persons": {"system", "security"},
    "desk:person": {"system", "security"},
    "desk:change-person": {"system", "security"},
    "desk:end-post": {"system", "security"},
    "desk:proposals": {"system", "delivery", "editor"},
    "desk:proposal": {"system", "delivery"},
    "desk:reorganise-bodies": {"system", "delivery", "editor"},
    "desk:merge-bodies": {"system", "delivery", "editor"},
    "desk:changes": {"system"},
    "desk:journal": {"auditor"},
    "desk:entry": {"auditor"},
}
ROLES = ["delivery", "leader", "officer", "north", "south", "editor", "system", "security", "auditor", "nobody"]


def named_patterns(resolver: URLResolver, namespace: str = "") -> dict[str, dict[str, object]]:
    """Every named address with the arguments that it wants."""
    found: dict[str, dict[str, object]] = {}
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            found |= named_patterns(pattern, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            found[namespace + pattern.name] = dict(pattern.pattern.converters)
    return found


#: the addresses of the API speak to programs; tests/web/api asks every one of them
PATTERNS = {name: wants for name, wants in named_patterns(get_resolver()).items() if not name.startswith("api:")}
VALUES = {
    "pk": 999999,
    "number": 0,
    "page": 0,
    "kind": "json",
    "seq": 1,
    "verb": "unlock",
    "decision": "accept",
    "step": "confirm",
}


def address(name: str, **values: object) -> str:
    return reverse(name, kwargs={key: {**VALUES, **values}[key] for key in PATTERNS[name]})


def read_into(body, text: str = "县水利局年底前建成泵站3座。") -> Source:
    source, _ = receive_source(actor=Actor.system("测试"), name="a.txt", chunks=[text.encode()], size=9, body=body)
    Source.objects.filter(pk=source.pk).update(state="reading")
    _keep_reading(Actor.system("测试"), source, read(text.encode(), "a.txt"))
    return Source.objects.get(pk=source.pk)


def test_every_address_is_known_to_these_tests():
    protected = {name for name in PATTERNS if name.startswith(("desk:", "mfa_", "account_"))}
    assert set(PATTERNS) <= PUBLIC | OF_A_SOURCE | OF_A_VERSION | protected


@pytest.mark.parametrize("name", sorted(set(PATTERNS) - PUBLIC - OF_A_SOURCE - OF_A_VERSION))
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_visitor_is_led_to_the_sign_in(world, name, method):
    response = getattr(Client(), method)(address(name, pk=1))
    assert response.status_code in {302, 404, 405}
    if response.status_code == 302:
        assert "/accounts/login/" in response.url


@pytest.mark.parametrize("name", sorted(OF_A_SOURCE))
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", [None, "south", "system", "security", "auditor", "nobody"])
def test_a_file_of_others_does_not_exist(world, sign_in, name, method, role):
    source = read_into(world.north_culture)
    client = sign_in(role) if role else Client()
    assert getattr(client, method)(address(name, pk=source.pk)).status_code in {404, 405}
    assert Source.objects.filter(pk=source.pk, is_published=False).exists()


@pytest.mark.parametrize("role", ["north", "delivery", "leader"])
def test_the_body_itself_and_those_who_oversee_its_place_see_it(world, sign_in, role):
    source = read_into(world.north_culture)
    assert sign_in(role).get(address("portal:source", pk=source.pk)).status_code == 200


def test_what_is_published_is_seen_by_everybody_and_changed_by_nobody_else(world, sign_in):
    source = read_into(world.north_culture)
    Source.objects.filter(pk=source.pk).update(is_published=True)
    for client in (Client(), sign_in("south")):
        assert client.get(address("portal:source", pk=source.pk)).status_code == 200
        for verb in ("remove", "publish", "retry"):
            assert client.post(address(f"portal:{verb}", pk=source.pk)).status_code == 403
    assert Source.objects.filter(pk=source.pk, is_published=True).exists()


@pytest.mark.parametrize("name", sorted(ADMINISTRATION))
@pytest.mark.parametrize("role", ROLES)
def test_administration_exists_for_its_administrators_only(world, sign_in, name, role):
    pk = pk_of(world, name)
    response = sign_in(role).get(address(name, pk=pk))
    if role in ADMINISTRATION[name]:
        assert response.status_code in {200, 405} or (name == "desk:entry" and response.status_code == 404)
    else:
        assert response.status_code in {404, 405}


def pk_of(world, name: str) -> int:
    """A thing of the city that the address may be about."""
    if name == "desk:proposal":
        return Proposal.objects.create(name="某处", place=world.city, seat=world.city).pk
    return world.culture.pk if name == "desk:merge-bodies" else world.persons["officer"].pk


@pytest.mark.parametrize("name", sorted(name for name in PATTERNS if name.startswith("desk:")))
@pytest.mark.parametrize("role", ROLES)
def test_no_page_breaks_for_anybody(world, sign_in, name, role):
    for pk in (1, 999999):
        assert sign_in(role).get(address(name, pk=pk)).status_code in {200, 404, 405}


def test_a_visitor_sees_what_the_own_session_brought_in_and_another_session_does_not(world, client):
    client.post(reverse("portal:receive"), {"file": named(io.BytesIO("县水利局年底前建成泵站3座。".encode()), "a.txt")})
    source = Source.objects.get()
    assert client.get(address("portal:source", pk=source.pk)).status_code == 200
    assert Client().get(address("portal:source", pk=source.pk)).status_code == 404


def named(stream: io.BytesIO, name: str) -> io.BytesIO:
    stream.name = name
    return stream
