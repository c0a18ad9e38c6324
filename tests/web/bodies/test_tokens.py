"""Tokens: issued once, kept as a digest, ended by their person or the security administrator."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from luoshi.bodies.actions import deactivate_person, issue_token, revoke_token
from luoshi.bodies.actions.tokens import MOST
from luoshi.bodies.models import Token
from luoshi.bodies.tokens import PREFIX, digest_of, person_behind
from luoshi.common.errors import NotAllowed, Refused
from luoshi.journal.models import Entry

PASSWORD = "a password for tests"


def issue(world, name="officer", label="每日报送", days=30):
    return issue_token(actor=world.actor(name), person=world.persons[name], name=label, days=days)


def test_the_secret_is_given_once_and_only_its_digest_is_kept(world):
    _, secret = issue(world)
    assert secret.startswith(PREFIX)
    assert Token.objects.get().sha256 == digest_of(secret)
    assert secret not in str(list(Token.objects.values()))
    record = Entry.objects.get(verb="bodies.issue_token").record
    assert "每日报送" in record
    assert secret not in record
    assert digest_of(secret) not in record
    assert person_behind(secret) == world.persons["officer"]


def test_nobody_issues_a_token_for_somebody_else(world):
    for role in ("security", "system", "leader"):
        with pytest.raises(NotAllowed):
            issue_token(actor=world.actor(role), person=world.persons["officer"], name="x", days=1)


@pytest.mark.parametrize(("label", "days"), [("", 1), (" ", 1), ("x" * 61, 1), ("x", 0), ("x", 367)])
def test_a_token_without_a_name_or_with_a_strange_life_is_refused(world, label, days):
    with pytest.raises(Refused):
        issue(world, label=label, days=days)


def test_a_name_is_given_once_until_it_is_free_again(world):
    token, old = issue(world)
    with pytest.raises(Refused, match="每日报送"):
        issue(world)
    Token.objects.update(expires_at=timezone.now())
    _, new = issue(world)
    assert person_behind(old) is None
    assert person_behind(new) is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        Token.objects.create(person=token.person, name=token.name, sha256="0" * 64, expires_at=timezone.now())


def test_tokens_do_not_pile_up(world):
    for number in range(MOST):
        issue(world, label=str(number))
    with pytest.raises(Refused, match=str(MOST)):
        issue(world)


def test_a_revoked_token_opens_nothing_and_is_revoked_once(world):
    token, secret = issue(world)
    for role in ("officer", "security"):
        revoke_token(actor=world.actor(role), token=token)
    assert person_behind(secret) is None
    assert Entry.objects.filter(verb="bodies.revoke_token").count() == 1


@pytest.mark.parametrize("role", ["leader", "system", "auditor", "north"])
def test_nobody_but_the_person_and_the_security_administrator_revokes_it(world, role):
    token, secret = issue(world)
    with pytest.raises(NotAllowed):
        revoke_token(actor=world.actor(role), token=token)
    assert person_behind(secret) is not None


def test_the_security_administrator_revokes_anybodys(world):
    token, secret = issue(world)
    revoke_token(actor=world.actor("security"), token=token)
    assert person_behind(secret) is None


def test_a_token_ends_with_its_day_and_with_its_account(world):
    _, secret = issue(world)
    Token.objects.update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    assert person_behind(secret) is None
    Token.objects.update(expires_at=timezone.now() + dt.timedelta(days=1))
    deactivate_person(actor=world.actor("security"), person=world.persons["officer"])
    assert person_behind(secret) is None


@pytest.mark.parametrize("secret", ["", "luoshi_", "x", "Bearer", "luoshi_é"])
def test_nonsense_is_nobody(db, secret):
    assert person_behind(secret) is None


def test_the_hour_of_the_use_is_noted_and_not_the_minute(world, django_assert_num_queries):
    _, secret = issue(world)
    person_behind(secret)
    used = Token.objects.get().last_used_at
    assert (used.minute, used.second, used.microsecond) == (0, 0, 0)
    with django_assert_num_queries(1):
        person_behind(secret)


def test_a_person_issues_one_on_the_account_page_after_saying_the_password_again(world, client):
    client.post(reverse("account_login"), {"login": "officer", "password": PASSWORD})
    wanted = {"name": "每日报送", "days": "30"}
    asked = client.post(reverse("desk:issue-token"), wanted)
    assert asked.url.startswith(reverse("account_reauthenticate"))
    assert not Token.objects.exists()
    page = client.post(asked.url, {"password": PASSWORD})
    token = Token.objects.get()
    secret = page.content.decode().split('<code class="secret">')[1].split("<")[0]
    assert digest_of(secret) == token.sha256
    assert "no-store" in page["Cache-Control"]
    account = client.get(reverse("desk:account")).content.decode()
    assert "每日报送" in account
    assert secret not in account
    wrong = client.post(reverse("desk:issue-token"), {"name": "", "days": "9999"}).content.decode()
    assert "wrong-text" in wrong
    client.post(reverse("desk:revoke-token", args=[token.pk]))
    assert person_behind(secret) is None


def test_the_page_of_a_token_is_there_for_those_who_may_revoke_it(world, sign_in):
    token, secret = issue(world)
    address = reverse("desk:revoke-token", args=[token.pk])
    for role in ("leader", "system", "north"):
        assert sign_in(role).post(address).status_code == 404
    assert person_behind(secret) is not None
    page = sign_in("security").get(reverse("desk:person", args=[token.person_id])).content.decode()
    assert address in page
    assert sign_in("security").post(address).url == reverse("desk:person", args=[token.person_id])
    assert person_behind(secret) is None
